//! The words by which is told what is different about a day.

/// What leads up to a day or a time to which something goes.
pub(super) const PREFACES: &[&str] = &[
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

/// What leads up to a day or a time and says nothing more, where one follows.
pub(super) const LEADS: &[&str] = &[
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

/// What leads up to the time at which it ends, besides the words that stand in front of a last day as well.
pub(super) const ENDS: &[&str] = &[
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

/// What leads up to when it begins, and never to the day to which it goes.
pub(super) const SINCE: [&str; 3] = ["van ", "vanaf ", "from "];

/// Words behind a number by which it is no time.
pub(super) const COUNTED: &[&str] = &[
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

/// What leads up to how it stands.
pub(super) const COPULAS: &[&str] =
    &["is helaas ", "is ", "wordt helaas ", "wordt ", "zijn ", "komt te ", "helaas "];

/// Words by which something goes to another time.
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

/// Words for how it stands that hardly any other word is near to.
pub(super) const SURE: [&str; 3] = ["afgelast", "geannuleerd", "cancelled"];
