//! Names that are each there once: who comes later gets a number.

use std::collections::HashMap;

/// Names that were given.
#[derive(Debug, Default)]
pub struct UniqueNames {
    /// Of every name the number to try next. Without it, thousands of equal names would each count from two.
    next: HashMap<String, usize>,
}

impl UniqueNames {
    /// This name, or the first with a number behind it that nobody has: `kop`, `kop-2`, `kop-3`.
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
    fn every_name_is_given_once() {
        let mut names = UniqueNames::default();
        let given =
            ["kop", "kop", "kop-2", "kop", "kop-2", "kop-2-2"].map(|name| names.give(name.to_owned()));
        assert_eq!(given, ["kop", "kop-2", "kop-2-2", "kop-3", "kop-2-3", "kop-2-2-2"]);
    }
}
