//! Texts that are there twice, such as the copy that a file manager made: `koffie (1).md` beside `koffie.md`.

use super::messages;
use crate::ground::{Place, QuickMap, Remarks, quick_map};
use crate::read::Source;

/// Tells of every text that is exactly as another in the same folder, or is called as a copy of it, and names that one: the
/// one with the shorter name, for copies get longer ones.
pub(super) fn tell(source: &Source, remarks: &mut Remarks) {
    let mut in_order: Vec<_> = source.texts.iter().filter(|file| !file.text.trim().is_empty()).collect();
    in_order.sort_by_key(|file| (file.path.as_str().len(), file.path.as_str()));
    let mut seen: QuickMap<(&str, &str), &str> = quick_map(in_order.len());
    let mut by_name: QuickMap<(&str, &str), &str> = quick_map(in_order.len());
    for file in in_order {
        let path = file.path.as_str();
        by_name.insert((file.path.parent(), file.path.stem()), path);
        let original =
            copied_from(file.path.stem()).and_then(|stem| by_name.get(&(file.path.parent(), stem)));
        let first = *seen.entry((file.path.parent(), &*file.text)).or_insert(path);
        if first != path {
            remarks.add(messages::same_text(Place::whole(file.path.shared()), first));
        } else if let Some(original) = original {
            remarks.add(messages::named_as_copy(Place::whole(file.path.shared()), original));
        }
    }
}

/// Of what a file is a copy by its name, as file managers and shared folders call one: `koffie - Kopie (2)`, `koffie (1)`,
/// `koffie-LAPTOP-4F2K`, `koffie (conflicterend exemplaar van Jan 2026-11-20)`.
pub(super) fn copied_from(stem: &str) -> Option<&str> {
    let of_two =
        ["-LAPTOP-", "-DESKTOP-"].iter().find_map(|machine| stem.split_once(machine)).map(|(stem, _)| stem);
    let of_conflict =
        || stem.split_once(" (").filter(|(_, why)| why.contains("conflic")).map(|(stem, _)| stem);
    let without_number = || {
        let (front, number) = stem.strip_suffix(')')?.rsplit_once(" (")?;
        number.bytes().all(|byte| byte.is_ascii_digit()).then_some(front)
    };
    let of_copy = || {
        let front = without_number().unwrap_or(stem);
        let ends = [" - Kopie", " - kopie", " - Copy", " - copy", " kopie", " copy"];
        ends.iter().find_map(|end| front.strip_suffix(end)).or_else(without_number)
    };
    of_two.or_else(of_conflict).or_else(of_copy).filter(|original| !original.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_copy_is_known_by_its_name() {
        for copy in [
            "koffie - Kopie",
            "koffie - kopie (2)",
            "koffie - Copy",
            "koffie (1)",
            "koffie-LAPTOP-4F2K",
            "koffie-DESKTOP-AB12-2",
            "koffie (conflicterend exemplaar van Jan 2026-11-20)",
            "koffie (Jan's conflicted copy 2026-11-20)",
        ] {
            assert_eq!(copied_from(copy), Some("koffie"), "{copy}");
        }
        for own in ["koffie", "koffie (oud)", "fotokopie", "kopie", "koffie-1", "(1)"] {
            assert_eq!(copied_from(own), None, "{own}");
        }
    }
}
