//! Floor 2: a field is described once: its two names, what it takes, whether it must be there, one sentence of help.
//! The reader, "did you mean", the schema for editors and the handbook's tables come from that description.

mod shape;
pub(crate) mod messages;
mod nearly_time;
mod nearly_day;
mod day_messages;
mod other_days;
mod strange_keys;
mod doubled;
mod reader;
mod given;
mod years_meant;
mod fact;
mod list_messages;
mod on_a_line;
mod takes;
mod describe;
mod note_messages;
mod words;
mod moments;
mod numbers;
mod contact_messages;
mod contacts;
mod choice_messages;
mod choices;
mod focus_point;
mod files;
mod pictures;
mod references;
mod colour;
mod free;

pub(crate) use choices::{choices, vocabulary};
pub(crate) use contacts::{is_email, meant_email, meant_web};
pub(crate) use describe::describe;
pub(crate) use given::{each_once, known_keys};
pub(crate) use nearly_day::turned_round;
pub(crate) use numbers::whole_within;
pub(crate) use other_days::last_day_first;
pub(crate) use shape::squeezed;
pub(crate) use years_meant::year_meant;

pub use choices::{Choice, Choices, Open, Vocabulary, YesNo, choice_of};
pub use colour::{Colour, colour_of_code};
pub use contacts::{Digits, Email, Phone, Postcode, Web};
pub use fact::{Fact, Facts, Target, Visitor};
pub use files::{FileRef, Paper};
pub use free::{Anything, Free};
pub use given::{Given, SetOfFields};
pub use moments::{Clock, Day};
pub use numbers::{Decimal, Price, Whole};
pub use pictures::{Picture, PictureFields, TO_FILL_IN, is_to_be_filled_in};
pub use reader::{At, Field, FieldReader};
pub use references::{Referable, Reference};
pub use shape::{FieldInfo, KindInfo, Need, Shape, Word};
pub use takes::{Described, Many, Takes, take_group};
pub use words::{AliasAddress, Line, Markdown, SlugText};
