//! Messages about a village's own files over those of its themes, in Dutch and English.

use crate::ground::{Both, both};
use crate::shop::{Drift, Holder, Part};

/// Describes a layer that has a file, and the part the file plays.
pub(super) fn holder(holder: &Holder) -> Both {
    let folder = &holder.folder;
    let name = match holder.version {
        Some(version) => {
            both(format!("{folder} (versie {version})"), format!("{folder} (version {version})"))
        }
        None => both(format!("{folder} (van het dorp zelf)"), format!("{folder} (the village's own files)")),
    };
    let part = match &holder.part {
        Part::Whole => both("deze telt", "this one is used"),
        Part::Changes => both("verandert een deel van wat eronder staat", "changes part of the one below"),
        Part::InPlace { of, changes: Some(changed) } => both(
            format!("komt in de plaats van die in {of}, en verandert een deel van die in {changed}"),
            format!("replaces the one in {of}, and changes part of the one in {changed}"),
        ),
        Part::InPlace { of, changes: None } => {
            both(format!("komt in de plaats van die in {of}"), format!("replaces the one in {of}"))
        }
        Part::Hidden => both("verborgen", "hidden"),
        Part::ThemeMetadata => both("hoort bij dit thema zelf", "belongs to this theme itself"),
    };
    both(format!("{}: {}", name.nl, part.nl), format!("{}: {}", name.en, part.en))
}

/// A file was adopted.
pub(super) fn adopted(target: &str, is_new: bool) -> Both {
    if is_new {
        return both(
            format!(
                "klaar: '{target}' is nu van jullie\nverandert het origineel later, dan vertelt dat: dorpsplein thema verschil"
            ),
            format!(
                "done: '{target}' is yours now\nto see later whether the original has changed, run: dorpsplein theme diff"
            ),
        );
    }
    both(
        format!("'{target}' bleef zoals het is; onthouden is dat het past bij het origineel van nu"),
        format!("'{target}' was left as it is; it is recorded as up to date with the current original"),
    )
}

/// A file that was adopted from one theme is now recorded as a copy from another.
pub(super) fn origin_switched(target: &str, from: &str, to: &str) -> Both {
    both(
        format!(
            "'{target}' bleef zoals het is; onthouden is dat het nu bij '{to}' hoort, en niet meer bij '{from}'\nwil je het bestand van '{to}' zelf, haal dan eerst '{target}' weg en doe dit opnieuw"
        ),
        format!(
            "'{target}' was left as it is; it is now recorded as a copy from '{to}', no longer from '{from}'\nif you want the file of '{to}' itself, first delete '{target}' and do this again"
        ),
    )
}

/// Describes how one file relates to its original.
pub(super) fn drift(file: &str, drift: &Drift) -> Both {
    match drift {
        Drift::Fresh => both(
            format!("{file}: het origineel is hetzelfde gebleven"),
            format!("{file}: the original has not changed"),
        ),
        Drift::Stale { versions: (before, now), change } => {
            let changed = both(
                format!("{file}: het origineel is veranderd, van versie {before} naar {now}"),
                format!("{file}: the original has changed, from version {before} to {now}"),
            );
            if change.is_empty() {
                return both(
                    format!("{}; wat er veranderde, is niet bewaard", changed.nl),
                    format!("{}; the details were not recorded", changed.en),
                );
            }
            both(format!("{}; dit veranderde:", changed.nl), format!("{}; the changes:", changed.en))
        }
        Drift::Unknown => both(
            format!(
                "{file}: waar dit van is overgenomen, is niet bekend; onthoud het met: dorpsplein thema neem-over {file}"
            ),
            format!(
                "{file}: it is unknown what this was copied from; to record it, run: dorpsplein theme adopt {file}"
            ),
        ),
        Drift::OtherTheme(theme) => both(
            format!(
                "{file}: dit is overgenomen van het thema '{theme}', dat deze site niet meer heeft; kijk of het nog past, en zeg dan: dorpsplein thema neem-over {file}"
            ),
            format!(
                "{file}: this was copied from the theme '{theme}', which this site no longer has; check that it still fits, and then run: dorpsplein theme adopt {file}"
            ),
        ),
        Drift::Orphan => both(
            format!("{file}: het thema heeft dit bestand niet meer; kijk of je het nog nodig hebt"),
            format!("{file}: the theme no longer has this file; check whether you still need it"),
        ),
    }
}

/// Sums up how many files there are, and how many of them need attention.
pub(super) fn drifted(count: usize, stale: usize) -> Both {
    match (count, stale) {
        (0, _) => both(
            "jullie hebben geen bestanden in de plaats van die van het thema",
            "you have no files that replace those of the theme",
        ),
        (_, 0) => both("alles is bij", "everything is up to date"),
        (_, stale) => both(
            format!(
                "{stale} om naar te kijken: neem over wat je wilt hebben, en zeg dan: dorpsplein thema neem-over BESTAND"
            ),
            format!(
                "{stale} to check: copy the changes that you want, and then run: dorpsplein theme adopt FILE"
            ),
        ),
    }
}
