//! The words with which people describe what is different on a day.

/// Words before a day or time that something moves to.
pub(super) const MOVE_LEADS: &[&str] = &[
    "wordt verplaatst naar ",
    "is verplaatst naar ",
    "verplaatst naar ",
    "wordt verzet naar ",
    "is verzet naar ",
    "verzet naar ",
    "is verschoven naar ",
    "verschoven naar ",
    "is uitgesteld naar ",
    "is uitgesteld tot ",
    "uitgesteld naar ",
    "uitgesteld tot ",
    "is doorgeschoven naar ",
    "wordt doorgeschoven naar ",
    "doorgeschoven naar ",
    "schuift door naar ",
    "is opgeschoven naar ",
    "wordt opgeschoven naar ",
    "opgeschoven naar ",
    "schuift op naar ",
    "is verhuisd naar ",
    "verhuist naar ",
    "is rescheduled to ",
    "rescheduled to ",
    "is moved to ",
    "moved to ",
    "postponed to ",
    "postponed until ",
    "naar ",
    "to ",
];

/// Words before a day or time that mean nothing more than that one follows.
pub(super) const TIME_LEADS: &[&str] = &[
    "begint pas om ",
    "begint al om ",
    "begint om ",
    "we beginnen om ",
    "start om ",
    "start ",
    "aanvang ",
    "begins at ",
    "starts at ",
    "wordt ",
    "becomes ",
    "is om ",
    "is van ",
    "is op ",
    "van ",
    "vanaf ",
    "from ",
    "om ",
    "op ",
    "at ",
    "on ",
];

/// Words before an end time, besides those that may also precede a last day.
pub(super) const END_LEADS: &[&str] = &[
    "en eindigt om ",
    "eindigt al om ",
    "eindigt om ",
    "stopt al om ",
    "stopt om ",
    "einde ",
    "duurt tot ",
    "ends at ",
    "stops at ",
];

/// Words before a start, and never before the day that something moves to.
pub(super) const START_LEADS: [&str; 3] = ["van ", "vanaf ", "from "];

/// Words after a number that show that it is not a time.
pub(super) const COUNTED_UNITS: &[&str] = &[
    "jaar",
    "jarigen",
    "jarige",
    "years",
    "year",
    "euro",
    "cent",
    "eur",
    "km",
    "kilometer",
    "m",
    "meter",
    "kg",
    "gram",
    "liter",
    "procent",
    "percent",
    "minuten",
    "minutes",
    "dagen",
    "days",
    "weken",
    "weeks",
    "maanden",
    "months",
    "keer",
    "times",
    "personen",
    "mensen",
    "deelnemers",
    "kinderen",
    "leden",
    "gasten",
    "people",
    "persons",
    "participants",
    "children",
    "kids",
    "members",
    "guests",
];

/// Words before a status.
pub(super) const COPULAS: &[&str] =
    &["is helaas ", "is ", "wordt helaas ", "wordt ", "zijn ", "komt te ", "helaas "];

/// Words that say that something moves to another time.
pub(super) const MOVES: &[&str] = &[
    "verschoven",
    "verplaatst",
    "verzet",
    "uitgesteld",
    "doorgeschoven",
    "opgeschoven",
    "moved",
    "postponed",
    "rescheduled",
];

/// Words for a status that hardly any other word resembles.
pub(super) const DISTINCTIVE_STATUSES: [&str; 3] = ["afgelast", "geannuleerd", "cancelled"];
