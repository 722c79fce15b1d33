//! Every kind of remark there is, by subject. Each has a case under `tests/sites/`; a test sees to it.

mod files;
mod texts;
mod yaml;
mod fields;
mod rules;
mod entries;
mod documents;
mod privacy;
mod pictures;
mod theme;
mod links;
mod host;
mod region;

use super::severity::Severity;
use documents::codes_of_documents;
use entries::codes_of_entries;
use fields::codes_of_fields;
use files::codes_of_files;
use host::codes_of_host;
use links::codes_of_links;
use pictures::codes_of_pictures;
use privacy::codes_of_privacy;
use region::codes_of_region;
use rules::codes_of_rules;
use texts::codes_of_texts;
use theme::codes_of_theme;
use yaml::codes_of_yaml;

/// How the list of all kinds becomes a type, with a name and a weight for each.
macro_rules! codes {
    (=> $($(#[$doc:meta])* $severity:ident $variant:ident = $name:literal;)*) => {
        /// The kind of a remark: stable, so that editors and scripts can rely on it.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Code {
            $($(#[$doc])* $variant,)*
        }

        impl Code {
            /// All of them, in the order of the list.
            pub const ALL: &'static [Self] = &[$(Self::$variant),*];

            /// The name in JSON and in the files of the tests.
            pub const fn name(self) -> &'static str {
                match self {
                    $(Self::$variant => $name,)*
                }
            }

            /// How much a remark of this kind weighs.
            pub fn severity(self) -> Severity {
                match self {
                    $(Self::$variant => Severity::$severity,)*
                }
            }
        }
    };
}

// Each adds its own behind those before it, and hands on to the next.
codes_of_files! {
    codes_of_texts codes_of_yaml codes_of_fields codes_of_rules codes_of_entries codes_of_documents
    codes_of_privacy codes_of_pictures codes_of_theme codes_of_links codes_of_host codes_of_region
    codes =>
}
