//! The list of kinds. To add one: its file, its `mod` line, and its line here.

use super::content::{CheckContext, Content};
use crate::field::{Described, Facts, Field, FieldInfo, FieldReader, Given, KindInfo, Line, Many, Visitor};
use crate::ground::{Locale, Pair};
use crate::read::Layout;
use crate::village::parts::Attachment;
use crate::village::school_holidays::SCHOOL_HOLIDAY_FILES;

macro_rules! kinds {
    ($($module:ident::$kind:ident),* $(,)?) => {
        $(use super::$module::$kind;)*

        /// A kind of entry.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Kind { $(#[doc = concat!("See [`", stringify!($kind), "`](struct@", stringify!($kind), ").")] $kind,)* }

        /// The fields of an entry that belong to its kind.
        #[derive(Clone, Debug, PartialEq)]
        // Boxed, or a news item would be as large as a venue with its opening hours.
        pub enum Details { $(#[doc = concat!("See [`", stringify!($kind), "`](struct@", stringify!($kind), ").")] $kind(Box<$kind>),)* }

        impl Kind {
            /// Every kind, in the order of the list.
            pub const ALL: &'static [Self] = &[$(Self::$kind),*];

            /// Returns what the kind is called and where its files live.
            pub fn info(self) -> &'static KindInfo {
                match self { $(Self::$kind => <$kind as Content>::INFO,)* }
            }

            /// Returns the fields of this kind.
            pub fn fields(self) -> &'static [FieldInfo] {
                match self { $(Self::$kind => <$kind as Described>::FIELDS,)* }
            }

            /// Reads the fields of this kind.
            pub fn read(self, given: &Given<'_>, reader: &mut FieldReader<'_>) -> Details {
                match self { $(Self::$kind => Details::$kind(Box::new(<$kind as Described>::read(given, reader))),)* }
            }
        }

        impl Details {
            /// Returns the kind of the entry.
            pub fn kind(&self) -> Kind {
                match self { $(Self::$kind(_) => Kind::$kind,)* }
            }

            /// Returns the field with the name of the entry.
            pub fn name(&self) -> &Field<Line> {
                match self { $(Self::$kind(details) => details.name(),)* }
            }

            /// Reports contradictions within the entry.
            pub fn check(&self, context: &mut CheckContext<'_>) {
                match self { $(Self::$kind(details) => details.check(context),)* }
            }

            /// Returns the documents attached to the entry.
            pub fn attachments(&self) -> Option<&Many<Attachment>> {
                match self { $(Self::$kind(details) => details.attachments(),)* }
            }

            /// Returns the values that were filled in, by English key.
            pub fn facts(&self) -> Facts<'_> {
                match self { $(Self::$kind(details) => details.facts(),)* }
            }

            /// Shows the visitor everything that points outside the entry.
            pub fn visit<'a>(&'a self, visitor: &mut dyn Visitor<'a>) {
                match self { $(Self::$kind(details) => details.visit_fields(visitor),)* }
            }
        }

        $(
            impl<'d> TryFrom<&'d Details> for &'d $kind {
                type Error = ();

                fn try_from(details: &'d Details) -> Result<Self, ()> {
                    #[allow(unreachable_patterns, reason = "with a single kind, the second arm is unreachable")]
                    match details {
                        Details::$kind(details) => Ok(details),
                        _ => Err(()),
                    }
                }
            }
        )*
    };
}

kinds! {
    venue::Venue,
    event::Event,
    news::News,
    organisation::Organisation,
    page::Page,
}

impl Kind {
    /// Returns the kind whose files are in this folder.
    pub fn of_folder(folder: &str) -> Option<Self> {
        let has_folder = |kind: &&Self| {
            let Pair { nl, en } = kind.info().folder;
            folder.eq_ignore_ascii_case(nl) || folder.eq_ignore_ascii_case(en)
        };
        Self::ALL.iter().find(has_folder).copied()
    }

    /// Returns the first part of the addresses of this kind; `None` for entries at the root of the site.
    pub fn address(self, locale: Locale) -> Option<&'static str> {
        Some(self.info().address.in_locale(locale)).filter(|part| !part.is_empty())
    }
}

/// Returns the folders of a village, under all their names.
pub fn layout() -> Layout {
    let both_names = |pair: Pair| [pair.nl, pair.en];
    Layout {
        entries: Kind::ALL.iter().flat_map(|kind| both_names(kind.info().folder)).collect(),
        files: vec!["media", "documenten", "documents"],
        with_sidecars: vec!["documenten", "documents"],
        theme: vec!["thema", "theme"],
        packages: vec!["themas", "themes"],
        data: SCHOOL_HOLIDAY_FILES.to_vec(),
    }
}
