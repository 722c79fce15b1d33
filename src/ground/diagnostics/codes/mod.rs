//! The codes of all diagnostics, by subject; a test checks that each has a case under `tests/sites/`.

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

/// Turns the list of all codes into a type, with a name and a severity for each.
macro_rules! codes {
    (=> $($(#[$doc:meta])* $severity:ident $variant:ident = $name:literal;)*) => {
        /// The kind of a diagnostic: stable, so that editors and scripts can rely on it.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Code {
            $($(#[$doc])* $variant,)*
        }

        impl Code {
            /// All codes, in the order of the list.
            pub const ALL: &'static [Self] = &[$(Self::$variant),*];

            /// Returns the name used in JSON and in the test files.
            pub const fn name(self) -> &'static str {
                match self {
                    $(Self::$variant => $name,)*
                }
            }

            /// Returns the severity of a diagnostic of this kind.
            pub fn severity(self) -> Severity {
                match self {
                    $(Self::$variant => Severity::$severity,)*
                }
            }
        }
    };
}

// Each macro adds its own codes behind the ones before, and calls the next.
codes_of_files! {
    codes_of_texts codes_of_yaml codes_of_fields codes_of_rules codes_of_entries codes_of_documents
    codes_of_privacy codes_of_pictures codes_of_theme codes_of_links codes_of_host codes_of_region
    codes =>
}
