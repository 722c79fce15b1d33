//! Hands out unique names: a name that is already taken gets a number.

use std::collections::HashMap;

/// The names given out so far.
#[derive(Debug, Default)]
pub struct UniqueNames {
    /// The next number to try for each name. Without it, thousands of equal names would each count from two.
    next: HashMap<String, usize>,
}

impl UniqueNames {
    /// Returns this name, or the first free one with a number behind it: `kop`, `kop-2`, `kop-3`.
    pub fn give(&mut self, wanted: String) -> String {
        let Some(mut number) = self.next.get(&wanted).copied() else {
            self.next.insert(wanted.clone(), 2);
            return wanted;
        };
        let name = loop {
            let name = format!("{wanted}-{number}");
            number += 1;
            if !self.next.contains_key(&name) {
                break name;
            }
        };
        self.next.insert(wanted, number);
        self.next.insert(name.clone(), 2);
        name
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_name_is_given_only_once() {
        let mut names = UniqueNames::default();
        let given =
            ["kop", "kop", "kop-2", "kop", "kop-2", "kop-2-2"].map(|name| names.give(name.to_owned()));
        assert_eq!(given, ["kop", "kop-2", "kop-2-2", "kop-3", "kop-2-3", "kop-2-2-2"]);
    }
}
