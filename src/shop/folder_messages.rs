//! Why the folder of a theme is left alone, in Dutch and English.

use crate::ground::{Both, both};

/// The most files that a message lists.
const NAMED: usize = 10;

fn named(folder: &str, files: &[String]) -> Both {
    let list: Vec<String> = files.iter().take(NAMED).map(|file| format!("  {folder}/{file}")).collect();
    let list = list.join("\n");
    match files.len().saturating_sub(NAMED) {
        0 => both(list.clone(), list),
        more => both(format!("{list}\n  en nog {more}"), format!("{list}\n  and {more} more")),
    }
}

pub(super) fn changed_by_hand(folder: &str, files: &[String]) -> Both {
    let list = named(folder, files);
    both(
        format!(
            "in '{folder}' is iets met de hand veranderd, en dat zou verloren gaan; er is niets veranderd:\n{}\nwil je het houden, zet het dan in de map thema/, met dezelfde naam; haal het daarna uit '{folder}' weg",
            list.nl
        ),
        format!(
            "something in '{folder}' was changed by hand, and that would be lost; nothing was changed:\n{}\nto keep it, put it in the folder theme/, under the same name; then delete it from '{folder}'",
            list.en
        ),
    )
}

pub(super) fn unexpected_files(folder: &str, files: &[String]) -> Both {
    let list = named(folder, files);
    both(
        format!(
            "in '{folder}' staat iets dat niet met het thema meekwam, en dat zou verloren gaan; er is niets veranderd:\n{}\nzet het ergens anders neer, of gooi het weg; probeer het daarna opnieuw",
            list.nl
        ),
        format!(
            "'{folder}' contains something that did not come with the theme and would be lost; nothing was changed:\n{}\nmove it somewhere else, or delete it; then try again",
            list.en
        ),
    )
}

/// It is unknown what came with a theme.
pub(super) fn list_unknown(folder: &str, from: Option<&str>) -> Both {
    let from = from.map(|from| format!(" {from}")).unwrap_or_default();
    both(
        format!(
            "package.json ontbreekt in '{folder}' of is veranderd, en het pakket is niet bewaard; of je iets kwijtraakt, is dus niet te zien; er is niets veranderd\nkijk of er iets van jezelf in '{folder}' staat en zet dat ergens anders neer; haal de map dan weg en voeg het thema opnieuw toe: dorpsplein thema voeg-toe{from}"
        ),
        format!(
            "package.json is missing from '{folder}' or was changed, and the package was not kept, so Dorpsplein cannot tell whether you would lose anything; nothing was changed\nif anything in '{folder}' is your own, move it somewhere else; then delete the folder and add the theme again: dorpsplein theme add{from}"
        ),
    )
}

/// Files of a theme are missing and cannot be restored.
pub(super) fn incomplete(folder: &str, missing: &[String], from: Option<&str>) -> Both {
    let from = from.map(|from| format!(" {from}")).unwrap_or_default();
    let list = named(folder, missing);
    both(
        format!(
            "in '{folder}' ontbreekt iets dat met het thema meekwam, en het pakket is niet bewaard:\n{}\nhaal de map weg en voeg het thema opnieuw toe: dorpsplein thema voeg-toe{from}",
            list.nl
        ),
        format!(
            "files that came with the theme are missing from '{folder}', and the package was not kept:\n{}\ndelete the folder and add the theme again: dorpsplein theme add{from}",
            list.en
        ),
    )
}

/// There are two folders with themes.
pub(super) fn two_themes_folders(one: &str, other: &str) -> Both {
    both(
        format!(
            "er zijn twee mappen met thema's: '{one}' en '{other}'; er is niets veranderd\nzet alles in een van de twee, en haal de andere weg"
        ),
        format!(
            "there are two folders with themes: '{one}' and '{other}'; nothing was changed\nput everything into one of them, and delete the other"
        ),
    )
}

pub(super) fn folder_not_ours(folder: &str) -> Both {
    both(
        format!(
            "de map '{folder}' is niet door Dorpsplein gemaakt; er is niets veranderd\ngeef die map een andere naam, of haal hem weg"
        ),
        format!(
            "the folder '{folder}' was not made by Dorpsplein; nothing was changed\ngive that folder another name, or delete it"
        ),
    )
}
