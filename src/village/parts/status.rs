//! How an event stands.

use crate::field::choices;

choices! {
    /// How an event stands.
    pub enum EventStatus {
        /// It takes place.
        Scheduled = "gaat door" | "scheduled" ("door", "gepland");
        /// It does not take place.
        Cancelled = "afgelast" | "cancelled" ("vervallen", "geannuleerd", "gaat niet door", "canceled", "vervalt");
        /// It takes place at another time or place than was announced.
        Moved = "verplaatst" | "moved" ("verzet");
        /// No more places.
        Full = "vol" | "full" ("uitverkocht", "volgeboekt", "sold out");
        /// Not certain yet.
        Tentative = "onder voorbehoud" | "tentative" ("voorbehoud");
    }
}
