//! Recognises the names that file managers and sync programs give to the copy of a file.

/// Words that occur in the names of computers.
const MACHINES: [&str; 9] =
    ["pc", "laptop", "desktop", "computer", "notebook", "macbook", "imac", "surface", "thinkpad"];

/// Returns the name of which this one is a copy, as file managers and shared folders name copies:
/// `koffie - Kopie (2)`, `Kopie van koffie`, `koffie (1)`, `koffie-LAPTOP-4F2K`, `koffie-PC-van-Jan`,
/// `koffie (conflicterend exemplaar van Jan 2026-11-20)`.
pub fn copied_from(stem: &str) -> Option<&str> {
    let of_conflict =
        || stem.split_once(" (").filter(|(_, why)| why.contains("conflic")).map(|(stem, _)| stem);
    let without_number = || {
        let (leading, number) = stem.strip_suffix(')')?.rsplit_once(" (")?;
        number.bytes().all(|byte| byte.is_ascii_digit()).then_some(leading)
    };
    let of_copy = || {
        let leading = without_number().unwrap_or(stem);
        let ends = [" - Kopie", " - kopie", " - Copy", " - copy", " kopie", " copy"];
        ends.iter().find_map(|end| leading.strip_suffix(end)).or_else(without_number)
    };
    let of_cloud = || {
        ["Kopie van ", "kopie van ", "Copy of ", "copy of "].iter().find_map(|lead| stem.strip_prefix(lead))
    };
    let of_sync = || stem.split_once(".sync-conflict-").map(|(stem, _)| stem);
    before_machine(stem)
        .or_else(of_sync)
        .or_else(of_conflict)
        .or_else(of_copy)
        .or_else(of_cloud)
        .filter(|original| !original.is_empty())
}

/// Returns the part before the name of a computer, which OneDrive appends after a dash when two computers
/// changed the same file. Without a capital it is an ordinary word: `cursus-laptop`.
fn before_machine(stem: &str) -> Option<&str> {
    let has_capital = |part: &str| part.contains(|letter: char| letter.is_ascii_uppercase());
    let is_machine = |part: &str| {
        let lower = part.to_lowercase();
        has_capital(part) && (MACHINES.contains(&lower.as_str()) || part.ends_with("PC"))
    };
    let mut parts = Vec::new();
    let mut start = 0;
    for part in stem.split('-') {
        parts.push((start, part));
        start += part.len() + 1;
    }
    let machine = parts.iter().skip(1).position(|(_, part)| is_machine(part))? + 1;
    let after = parts.get(machine + 1..)?;
    let is_of_somebody = after.iter().any(|(_, part)| matches!(*part, "van" | "of"));
    let (_, before) = parts.get(machine - 1)?;
    // `koffie-JAN-PC`, `koffie-Jans-MacBook-Air`: the owner comes first.
    let is_whose = machine > 1 && !is_of_somebody && has_capital(before) && !is_made_by_windows(after);
    let (first, _) = parts.get(if is_whose { machine - 1 } else { machine })?;
    stem.get(..first.checked_sub(1)?)
}

/// Whether Windows generated the name of the computer: `LAPTOP-4F2K`.
fn is_made_by_windows(after: &[(usize, &str)]) -> bool {
    let sign = |sign: u8| sign.is_ascii_uppercase() || sign.is_ascii_digit();
    after.first().is_some_and(|(_, part)| part.len() > 3 && part.bytes().all(sign))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_copy_is_recognised_by_its_name() {
        for copy in [
            "koffie - Kopie",
            "Kopie van koffie",
            "Copy of koffie",
            "koffie - kopie (2)",
            "koffie - Copy",
            "koffie (1)",
            "koffie-LAPTOP-4F2K",
            "koffie-DESKTOP-AB12-2",
            "koffie-PC-van-Jan",
            "koffie-JAN-PC",
            "koffie-WERKPC",
            "koffie-Jans-MacBook-Air",
            "koffie-MacBook-Air-van-Jan",
            "koffie.sync-conflict-20261120-101010-ABCDEFG",
            "koffie (conflicterend exemplaar van Jan 2026-11-20)",
            "koffie (Jan's conflicted copy 2026-11-20)",
        ] {
            assert_eq!(copied_from(copy), Some("koffie"), "{copy}");
        }
        assert_eq!(copied_from("Notulen-ALV-PC-van-Jan"), Some("Notulen-ALV"));
        assert_eq!(copied_from("Notulen-ALV-LAPTOP-4F2K"), Some("Notulen-ALV"));
        for own in [
            "koffie",
            "koffie (oud)",
            "fotokopie",
            "kopie",
            "koffie-1",
            "(1)",
            "koffie-inloop",
            "cursus-laptop",
            "cursus-EHBO",
            "PC-cursus",
            "-PC",
        ] {
            assert_eq!(copied_from(own), None, "{own}");
        }
    }
}
