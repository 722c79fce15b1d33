//! Remembers addresses that were good recently, so that other sites are not asked every day.

use std::collections::BTreeMap;

use crate::ground::{Date, Json, JsonMap, WebAddress, json, parse_json, pretty_json};

/// How many days an address that was good counts as good.
const DAYS: i32 = 7;

/// The good addresses, each with the day on which it was requested.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct GoodLinks {
    good: BTreeMap<String, Date>,
}

impl GoodLinks {
    /// Reads the stored list; empty for a file that is not ours.
    pub fn read(bytes: &[u8]) -> Self {
        let document: Option<Json> = parse_json(bytes);
        let good = document.as_ref().filter(|it| it["dorpsplein"] == 1).and_then(|it| it["good"].as_object());
        let read = |(address, day): (&String, &Json)| Some((address.clone(), day.as_str()?.parse().ok()?));
        Self { good: good.into_iter().flatten().filter_map(read).collect() }
    }

    /// Returns the list as text to store.
    pub fn written(&self) -> String {
        let good: JsonMap<String, Json> =
            self.good.iter().map(|(address, day)| (address.clone(), day.to_string().into())).collect();
        pretty_json(&json!({ "dorpsplein": 1, "good": good }))
    }

    /// Whether an address was good recently, on this day or shortly before.
    pub(super) fn is_good(&self, address: &WebAddress, today: Date) -> bool {
        self.good.get(address.as_str()).is_some_and(|day| is_recent(*day, today))
    }

    /// Records that an address was good on this day.
    pub(super) fn keep(&mut self, address: &WebAddress, today: Date) {
        self.good.insert(address.as_str().to_owned(), today);
    }

    /// Forgets what is too long ago.
    pub(super) fn forget(&mut self, today: Date) {
        self.good.retain(|_, day| is_recent(*day, today));
    }
}

/// Whether a day is today or shortly before; a day in the future is not.
fn is_recent(day: Date, today: Date) -> bool {
    today.since(day).is_ok_and(|passed| (0..DAYS).contains(&passed.get_days()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_good_link_is_remembered_for_seven_days() {
        let day = |text: &str| text.parse::<Date>().expect("a day");
        let address = WebAddress::new("https://dorp.example/").expect("an address");
        let mut known = GoodLinks::default();
        known.keep(&address, day("2026-11-23"));
        let known = GoodLinks::read(known.written().as_bytes());
        assert!(known.is_good(&address, day("2026-11-23")) && known.is_good(&address, day("2026-11-29")));
        assert!(!known.is_good(&address, day("2026-11-30")) && !known.is_good(&address, day("2027-11-23")));
        assert!(!known.is_good(&address, day("2026-11-22")));
        let mut later = known.clone();
        later.forget(day("2026-12-01"));
        assert_eq!(later, GoodLinks::default());
        assert_eq!(
            GoodLinks::read(b"{\"good\": {\"https://dorp.example/\": \"2026-11-23\"}}"),
            GoodLinks::default()
        );
        assert_eq!(GoodLinks::read(b"x"), GoodLinks::default());
    }
}
