//! How the list of codes becomes a type with a name and a weight for each.

macro_rules! codes {
    ($($(#[$doc:meta])* $severity:ident $variant:ident = $name:literal;)*) => {
        /// The kind of a remark: stable, so that editors and scripts can rely on it.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Code {
            $($(#[$doc])* $variant,)*
        }

        impl Code {
            /// All of them, in the order of the list.
            pub const ALL: &'static [Self] = &[$(Self::$variant),*];

            /// The name in JSON and in the files of the tests.
            pub fn name(self) -> &'static str {
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

pub(super) use codes;
