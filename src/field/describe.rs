//! The macro that declares fields: a struct, its description and its reader from one list.

/// Declares a struct of fields from a list of descriptions:
///
/// ```text
/// describe! {
///     /// A room for hire.
///     pub struct Room {
///         required name / naam: Line, "Hoe de zaal heet." | "What the room is called.";
///         optional area / oppervlakte (m2): WholeNumber<1, 100_000>, "In vierkante meters." | "In square metres.";
///     }
/// }
/// ```
///
/// Parentheses hold other names for the same field. `short path::to::fn = "example"` after the struct's name
/// allows a single line as a short form.
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
            $(#[doc = $help_en] pub $en: $crate::field::Field<$takes>,)*
        }

        impl $crate::field::Described for $name {
            const FIELDS: &'static [$crate::field::FieldInfo] = {
                const FIELDS: &[$crate::field::FieldInfo] = &[$(
                    $crate::field::FieldInfo {
                        en: stringify!($en),
                        nl: stringify!($nl),
                        also: &[$($($also),*)?],
                        need: $crate::field::describe!(@need $need),
                        shape: <$takes as $crate::field::FieldValue>::SHAPE,
                        help: $crate::ground::Pair::new($help_nl, $help_en),
                    },
                )*];
                FIELDS
            };

            fn read(
                given: &$crate::field::Given<'_>,
                reader: &mut $crate::field::FieldReader<'_>,
            ) -> Self {
                let mut fields = Self::FIELDS.iter();
                // The struct and the list come from the same lines, so they run in step.
                Self { $($en: fields.next().and_then(|field| given.take(field, reader)),)* }
            }

            fn facts(&self) -> $crate::field::Facts<'_> {
                vec![$(
                    (stringify!($en), self.$en.as_ref().map(|field| $crate::field::FieldValue::fact(&field.value))),
                )*]
            }

            fn visit_fields<'a>(&'a self, visitor: &mut dyn $crate::field::Visitor<'a>) {
                $(
                    if let Some(field) = &self.$en {
                        $crate::field::FieldValue::visit(&field.value, visitor);
                    }
                )*
            }
        }

        impl $crate::field::FieldValue for $name {
            const SHAPE: $crate::field::Shape = $crate::field::Shape::Group {
                fields: <$name as $crate::field::Described>::FIELDS,
                short: $crate::field::describe!(@example $($example)?),
            };

            fn take(
                node: &$crate::read::Node,
                reader: &mut $crate::field::FieldReader<'_>,
            ) -> Option<Self> {
                $crate::field::take_group(node, reader, $crate::field::describe!(@short $($short)?))
            }

            fn fact(&self) -> $crate::field::Fact<'_> {
                $crate::field::Fact::Group($crate::field::Described::facts(self))
            }

            fn visit<'a>(&'a self, visitor: &mut dyn $crate::field::Visitor<'a>) {
                $crate::field::Described::visit_fields(self, visitor);
            }
        }
    };
    (@need required) => { $crate::field::Need::Required };
    (@need optional) => { $crate::field::Need::Optional };
    (@need unless_repeats) => { $crate::field::Need::Unless(&["repeats", "extra"]) };
    (@example $example:literal) => { Some($example) };
    (@example) => { None };
    (@short $short:path) => { Some($short) };
    (@short) => { None };
}

pub(crate) use describe;
