//! The one place where a field is written down: a struct, its description and its reader from one list.

/// Makes a struct of fields from a list of descriptions:
///
/// ```text
/// describe! {
///     /// A room for hire.
///     pub struct Room {
///         required name / naam: Line, "Hoe de zaal heet." | "What the room is called.";
///         optional area / oppervlakte (m2): Whole<1, 100_000>, "In vierkante meters." | "In square metres.";
///     }
/// }
/// ```
///
/// In parentheses stand other words for the same field. `short path::to::fn = "example"` behind the struct's
/// name says that a single line will do as well.
macro_rules! describe {
    (
        $(#[$doc:meta])*
        pub struct $name:ident $(short $short:path = $example:literal)? {
            $(
                $need:ident $en:ident / $nl:ident $(($($also:literal),* $(,)?))?: $takes:ty,
                $help_nl:literal | $help_en:literal;
            )*
        }
    ) => {
        $(#[$doc])*
        #[derive(Clone, Debug, Default, PartialEq)]
        pub struct $name {
            $(#[doc = $help_en] pub $en: $crate::village::field::Field<$takes>,)*
        }

        impl $crate::village::field::Described for $name {
            const FIELDS: &'static [$crate::village::field::FieldInfo] = {
                const FIELDS: &[$crate::village::field::FieldInfo] = &[$(
                    $crate::village::field::FieldInfo {
                        en: stringify!($en),
                        nl: stringify!($nl),
                        also: &[$($($also),*)?],
                        need: $crate::village::field::describe!(@need $need),
                        shape: <$takes as $crate::village::field::Takes>::SHAPE,
                        help: $crate::ground::Pair::new($help_nl, $help_en),
                    },
                )*];
                FIELDS
            };

            fn read(
                given: &$crate::village::field::Given<'_>,
                reader: &mut $crate::village::field::FieldReader<'_>,
            ) -> Self {
                let mut fields = Self::FIELDS.iter();
                // The struct and the list are made from the same lines, so they run in step.
                Self { $($en: fields.next().and_then(|field| given.take(field, reader)),)* }
            }

            fn facts(&self) -> $crate::village::field::Facts<'_> {
                vec![$(
                    (stringify!($en), self.$en.as_ref().map(|it| $crate::village::field::Takes::fact(&it.value))),
                )*]
            }

            fn visit_fields<'a>(&'a self, visitor: &mut dyn $crate::village::field::Visitor<'a>) {
                $(
                    if let Some(value) = &self.$en {
                        $crate::village::field::Takes::visit(&value.value, visitor);
                    }
                )*
            }
        }

        impl $crate::village::field::Takes for $name {
            const SHAPE: $crate::village::field::Shape = $crate::village::field::Shape::Group {
                fields: <$name as $crate::village::field::Described>::FIELDS,
                short: $crate::village::field::describe!(@example $($example)?),
            };

            fn take(
                node: &$crate::read::Node,
                reader: &mut $crate::village::field::FieldReader<'_>,
            ) -> Option<Self> {
                $crate::village::field::take_group(node, reader, $crate::village::field::describe!(@short $($short)?))
            }

            fn fact(&self) -> $crate::village::field::Fact<'_> {
                $crate::village::field::Fact::Group($crate::village::field::Described::facts(self))
            }

            fn visit<'a>(&'a self, visitor: &mut dyn $crate::village::field::Visitor<'a>) {
                $crate::village::field::Described::visit_fields(self, visitor);
            }
        }
    };
    (@need required) => { $crate::village::field::Need::Required };
    (@need optional) => { $crate::village::field::Need::Optional };
    (@need unless_repeats) => { $crate::village::field::Need::Unless(&["repeats", "extra"]) };
    (@example $example:literal) => { Some($example) };
    (@example) => { None };
    (@short $short:path) => { Some($short) };
    (@short) => { None };
}

pub(in crate::village) use describe;
