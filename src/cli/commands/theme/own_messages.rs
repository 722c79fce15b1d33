//! What is said of a village's own files over those of its themes, in Dutch and English.

use crate::ground::{Both, both};
use crate::shop::{Drift, Holder, Part};

/// A layer that has a file, and what its file comes to.
pub(super) fn holder(holder: &Holder) -> Both {
    let folder = &holder.folder;
    let name = match holder.version {
        Some(version) => {
            both(format!("{folder} (versie {version})"), format!("{folder} (version {version})"))
        }
        None => both(format!("{folder} (van het dorp zelf)"), format!("{folder} (the village's own)")),
    };
    let part = match &holder.part {
        Part::Whole => both("deze telt", "this one counts"),
        Part::Changes => {
            both("verandert een deel van wat eronder staat", "changes a part of what stands below")
        }
        Part::InPlace { of, changes: Some(changed) } => both(
            format!("komt in de plaats van die in {of}, en verandert een deel van die in {changed}"),
            format!("comes in the place of the one in {of}, and changes a part of the one in {changed}"),
        ),
        Part::InPlace { of, changes: None } => both(
            format!("komt in de plaats van die in {of}"),
            format!("comes in the place of the one in {of}"),
        ),
        Part::Hidden => both("verborgen", "hidden"),
        Part::OfItself => both("hoort bij dit thema zelf", "belongs to this theme itself"),
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
                "done: '{target}' is yours now\nwhen the original changes later, that is told by: dorpsplein theme diff"
            ),
        );
    }
    both(
        format!("'{target}' bleef zoals het is; onthouden is dat het past bij het origineel van nu"),
        format!("'{target}' stayed as it is; it is remembered that it fits the original of today"),
    )
}

/// How one file stands to its original.
pub(super) fn drift(file: &str, drift: &Drift) -> Both {
    match drift {
        Drift::Fresh => both(
            format!("{file}: het origineel is hetzelfde gebleven"),
            format!("{file}: the original has stayed the same"),
        ),
        Drift::Stale { versions: (before, now), change } => {
            let changed = both(
                format!("{file}: het origineel is veranderd, van versie {before} naar {now}"),
                format!("{file}: the original changed, from version {before} to {now}"),
            );
            if change.is_empty() {
                return both(
                    format!("{}; wat er veranderde, is niet bewaard", changed.nl),
                    format!("{}; what changed was not kept", changed.en),
                );
            }
            both(format!("{}; dit veranderde:", changed.nl), format!("{}; this changed:", changed.en))
        }
        Drift::Unknown => both(
            format!(
                "{file}: waar dit van is overgenomen, is niet bekend; onthoud het met: dorpsplein thema neem-over {file}"
            ),
            format!(
                "{file}: what this was copied from is not known; remember it with: dorpsplein theme adopt {file}"
            ),
        ),
        Drift::OtherTheme(theme) => both(
            format!(
                "{file}: dit is overgenomen van het thema '{theme}', dat deze site niet meer heeft; kijk of het nog past, en zeg dan: dorpsplein thema neem-over {file}"
            ),
            format!(
                "{file}: this was copied from the theme '{theme}', which this site has no more; see whether it still fits, and then say: dorpsplein theme adopt {file}"
            ),
        ),
        Drift::Orphan => both(
            format!("{file}: het thema heeft dit bestand niet meer; kijk of je het nog nodig hebt"),
            format!("{file}: the theme has this file no more; see whether you still need it"),
        ),
    }
}

/// How many files there are, and how many of them need a look.
pub(super) fn drifted(count: usize, stale: usize) -> Both {
    match (count, stale) {
        (0, _) => both(
            "jullie hebben geen bestanden in de plaats van die van het thema",
            "you have no files in the place of those of the theme",
        ),
        (_, 0) => both("alles is bij", "everything is up to date"),
        (_, stale) => both(
            format!(
                "{stale} om naar te kijken: neem over wat je wilt hebben, en zeg dan: dorpsplein thema neem-over BESTAND"
            ),
            format!("{stale} to look at: take over what you want, and then say: dorpsplein theme adopt FILE"),
        ),
    }
}
