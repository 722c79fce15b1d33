//! The status of an event: whether and how it takes place.

use crate::field::choices;

choices! {
    /// The status of an event.
    pub enum EventStatus {
        /// It takes place.
        Scheduled = "gaat door" | "scheduled" ("door", "gepland");
        /// It does not take place.
        Cancelled = "afgelast" | "cancelled" ("vervallen", "geannuleerd", "gaat niet door", "canceled", "vervalt", "gecanceld");
        /// It takes place at another time or place than was announced.
        Moved = "verplaatst" | "moved" ("verzet");
        /// There are no places left.
        Full = "vol" | "full" ("uitverkocht", "volgeboekt", "sold out");
        /// It is not certain yet.
        Tentative = "onder voorbehoud" | "tentative" ("voorbehoud", "onzeker");
    }
}
