//! Messages of the preview on the terminal: one calm line for every rebuild.

use std::time::Duration;

use crate::ground::{Both, Remarks, SitePath, both};
use crate::report::summary;

pub(super) fn started(address: &str) -> Both {
    both(
        format!(
            "bekijk je dorp op {address}\nelke keer als je iets bewaart, zie je het daar; stoppen doe je met Ctrl-C"
        ),
        format!("view your village at {address}\nwhatever you save appears there; press Ctrl-C to stop"),
    )
}

pub(super) fn open_it_yourself(address: &str) -> Both {
    both(
        format!("de browser gaat niet vanzelf open; open zelf {address}"),
        format!("the browser could not be opened; open {address} yourself"),
    )
}

pub(super) fn no_port() -> Both {
    both(
        "er is geen vrije poort; sluit een ander programma, of kies er zelf een met --poort 8080",
        "there is no free port; close another program, or choose a port with --port 8080",
    )
}

pub(super) fn no_events() -> Both {
    both(
        "deze map meldt zelf niet dat er iets verandert (een netwerkschijf, OneDrive?); daarom kijk ik nu elke seconde",
        "this folder does not report changes (a network drive, OneDrive?), so Dorpsplein now checks it every second",
    )
}

/// Reports a rebuild: `agenda/koffie.md: 12 ms, 1 waarschuwing`.
pub(super) fn rebuilt(changed: &[SitePath], took: Duration, remarks: &Remarks) -> Both {
    let (nl, en) = match changed {
        [] => ("opnieuw gemaakt".to_owned(), "rebuilt".to_owned()),
        [one] => (one.to_string(), one.to_string()),
        [first, second] => (format!("{first} en {second}"), format!("{first} and {second}")),
        many => (format!("{} bestanden", many.len()), format!("{} files", many.len())),
    };
    let counted = summary(remarks);
    let (fine_nl, fine_en) = ("geen opmerkingen", "no problems");
    let milliseconds = took.as_millis();
    both(
        format!("{nl}: {milliseconds} ms, {}", counted.as_deref().unwrap_or(fine_nl)),
        format!("{en}: {milliseconds} ms, {}", counted.as_deref().unwrap_or(fine_en)),
    )
}
