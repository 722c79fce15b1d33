//! The diagnostics about the data of villages.

use std::collections::BTreeMap;

use super::bounds;
use super::odd::{OddValue, OddValues};
use super::remote::RemoteVillage;
use crate::ground::{Both, Code, Diagnostic, NotJson, Place, both};

/// The kind of thing that was left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum What {
    Venue,
    EmergencyPoint,
    /// An item of a list of an emergency point.
    Detail,
    Event,
    Occurrence,
    News,
    Link,
    /// A room that differs for once.
    Room,
    /// Any single value.
    Value,
}

/// Why it was left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Why {
    Nameless,
    Dateless,
    /// It belongs to an event that is missing.
    UnknownEvent,
    /// Another has its id, and what refers to that means the other.
    SameId,
    /// It has the wrong format.
    Odd,
    /// All of them: the value is not a list.
    NotList,
    /// There are more than the limit.
    OverLimit,
    /// It links to another site.
    Elsewhere,
}

/// Everything that was left out of one document.
#[derive(Clone, Debug, Default)]
pub(super) struct LeftOut {
    counts: BTreeMap<(What, Why), usize>,
    /// The values that cannot be used.
    odd: OddValues,
}

impl LeftOut {
    pub(super) fn add(&mut self, what: What, why: Why, count: usize) {
        if count > 0 {
            *self.counts.entry((what, why)).or_default() += count;
        }
    }

    /// Sets the values that cannot be used.
    pub(super) fn show(&mut self, odd: OddValues) {
        self.odd = odd;
    }

    /// Returns one diagnostic about all of it, if there is any.
    pub(super) fn remark(&self, village: &str, from: &str, place: &Place) -> Option<Diagnostic> {
        if self.counts.is_empty() {
            return None;
        }
        let parts: Vec<Both> =
            self.counts.iter().map(|((what, why), count)| counted(*what, *why, *count)).collect();
        let listed = |of: fn(&Both) -> &str| parts.iter().map(of).collect::<Vec<_>>().join(", ");
        let message = both(
            format!(
                "niet alles wat '{village}' bij '{from}' vertelt, is te gebruiken: {}",
                listed(|part| &part.nl)
            ),
            format!(
                "not everything that '{village}' publishes at '{from}' can be used: {}",
                listed(|part| &part.en)
            ),
        );
        let Both { nl, en } = shown(&self.odd);
        Some(Diagnostic::new(Code::SourceLeftOut, place.clone(), message).hint(both(
            format!(
                "{nl}dat is weggelaten en de rest staat er; vraag de makers van die site ernaar te kijken"
            ),
            format!("{en}this was left out and the rest is shown; ask the makers of that site to look at it"),
        )))
    }
}

/// Lists the values that cannot be used, to precede the advice; empty when it is not about values.
fn shown(odd: &OddValues) -> Both {
    if odd.shown.is_empty() {
        return both("", "");
    }
    let in_words = |OddValue { entry, key, value }: &OddValue| match entry {
        Some(entry) => {
            both(format!("{key} '{value}' bij '{entry}'"), format!("{key} '{value}' of '{entry}'"))
        }
        None => both(format!("{key} '{value}'"), format!("{key} '{value}'")),
    };
    let all: Vec<Both> = odd.shown.iter().map(in_words).collect();
    let listed = |of: fn(&Both) -> &str| all.iter().map(of).collect::<Vec<_>>().join(", ");
    let (nl, en) = (listed(|words| &words.nl), listed(|words| &words.en));
    let more = and_more(odd.more);
    both(format!("het gaat om {nl}{}; ", more.nl), format!("it concerns {en}{}; ", more.en))
}

/// Says how many more there are after the first of a list.
fn and_more(more: usize) -> Both {
    match more {
        0 => both("", ""),
        more => both(format!(" en nog {more}"), format!(" and {more} more")),
    }
}

/// Returns how many of these are accepted from one village.
fn most_of(what: What) -> usize {
    match what {
        What::Venue => bounds::VENUES,
        What::EmergencyPoint => bounds::EMERGENCY_POINTS,
        What::Detail => bounds::WORDS,
        What::Event => bounds::EVENTS,
        What::Occurrence => bounds::OCCURRENCES,
        What::Room => bounds::ROOMS,
        What::News | What::Link | What::Value => bounds::NEWS,
    }
}

fn counted(what: What, why: Why, count: usize) -> Both {
    let is_one = count == 1 && why != Why::NotList;
    let (nl, en) = match (what, is_one) {
        (What::Venue, true) => ("locatie", "venue"),
        (What::Venue, false) => ("locaties", "venues"),
        (What::EmergencyPoint, true) => ("noodsteunpunt", "emergency point"),
        (What::EmergencyPoint, false) => ("noodsteunpunten", "emergency points"),
        (What::Detail, true) => ("onderdeel van een noodsteunpunt", "part of an emergency point"),
        (What::Detail, false) => ("onderdelen van een noodsteunpunt", "parts of an emergency point"),
        (What::Event, true) => ("activiteit", "event"),
        (What::Event, false) => ("activiteiten", "events"),
        (What::Occurrence, true) => ("keer in de agenda", "time in the agenda"),
        (What::Occurrence, false) => ("keren in de agenda", "times in the agenda"),
        (What::News, true) => ("bericht", "news item"),
        (What::News, false) => ("berichten", "news items"),
        (What::Link, true) => ("adres", "address"),
        (What::Link, false) => ("adressen", "addresses"),
        (What::Room, true) => ("ruimte", "room"),
        (What::Room, false) => ("ruimtes", "rooms"),
        (What::Value, true) => ("gegeven", "value"),
        (What::Value, false) => ("gegevens", "values"),
    };
    match why {
        Why::Nameless => both(format!("{count} {nl} zonder naam"), format!("{count} {en} without a name")),
        Why::Dateless => {
            both(format!("{count} {nl} zonder goede datum"), format!("{count} {en} without a valid date"))
        }
        Why::UnknownEvent => both(
            format!("{count} {nl} van een activiteit die er niet bij staat"),
            format!("{count} {en} of an event that is missing"),
        ),
        Why::SameId => both(
            format!("{count} {nl} met een id dat al van een andere is"),
            format!("{count} {en} with an id that another has already"),
        ),
        Why::Odd => both(
            format!("{count} {nl} in een vorm die niet klopt"),
            format!("{count} {en} in the wrong format"),
        ),
        Why::NotList => both(
            format!("alle {nl}, want die staan niet in een lijst"),
            format!("all {en}, because they are not in a list"),
        ),
        Why::OverLimit => {
            let most = most_of(what);
            both(format!("{count} {nl} boven de {most}"), format!("{count} {en} over the limit of {most}"))
        }
        Why::Elsewhere => {
            let (leads_nl, leads_en) = if is_one {
                ("dat nu naar de voorpagina leidt", "which now leads to the home page")
            } else {
                ("die nu naar de voorpagina leiden", "which now lead to the home page")
            };
            both(
                format!("{count} {nl} op een andere site, {leads_nl}"),
                format!("{count} {en} on another site, {leads_en}"),
            )
        }
    }
}

pub(super) fn not_json(place: Place, from: &str, trouble: &NotJson) -> Diagnostic {
    let NotJson { line, column } = trouble;
    let message = both(
        format!(
            "wat bij '{from}' staat, is niet te lezen: het is geen goede JSON (regel {line}, teken {column})"
        ),
        format!("cannot read what is at '{from}': it is not valid JSON (line {line}, character {column})"),
    );
    Diagnostic::new(Code::SourceNoVillage, place, message).hint(typical_address())
}

pub(super) fn no_village(place: Place, from: &str) -> Diagnostic {
    let message = both(
        format!("wat bij '{from}' staat, is geen dorp.json"),
        format!("what is at '{from}' is not a dorp.json"),
    );
    Diagnostic::new(Code::SourceNoVillage, place, message).hint(typical_address())
}

fn typical_address() -> Both {
    both(
        "elke site van Dorpsplein heeft een dorp.json naast de voorpagina, zoals https://dorp.nl/dorp.json",
        "every Dorpsplein site has a dorp.json beside its home page, such as https://dorp.nl/dorp.json",
    )
}

pub(super) fn no_name(place: Place, from: &str) -> Diagnostic {
    let message = both(
        format!("het dorp bij '{from}' vertelt niet hoe het heet"),
        format!("the village at '{from}' does not say what it is called"),
    );
    Diagnostic::new(Code::SourceNoVillage, place, message).hint(both(
        "zet zelf een naam bij deze bron, of vraag de makers om 'naam' in hun site.yaml",
        "give this source a name yourself, or ask its makers to set 'name' in their site.yaml",
    ))
}

pub(super) fn no_home(place: Place, village: &str, from: &str) -> Diagnostic {
    let message = both(
        format!(
            "'{village}' bij '{from}' vertelt niet waar zijn eigen site staat, dus niets kan daarheen leiden"
        ),
        format!("'{village}' at '{from}' does not say where its own site is, so nothing can link to it"),
    );
    Diagnostic::new(Code::SourceNoVillage, place, message).hint(both(
        "vraag de makers om 'webadres' in hun site.yaml, of gebruik het webadres van de site als bron",
        "ask its makers to set 'base_url' in their site.yaml, or use the address of the site as the source",
    ))
}

pub(super) fn too_new(place: Place, from: &str, version: u64) -> Diagnostic {
    let message = both(
        format!(
            "de dorp.json bij '{from}' heeft vorm {version}; deze Dorpsplein kent vorm {}",
            bounds::VERSION
        ),
        format!(
            "the dorp.json at '{from}' has version {version}; this Dorpsplein knows version {}",
            bounds::VERSION
        ),
    );
    Diagnostic::new(Code::SourceTooNew, place, message).hint(both(
        "neem een nieuwere Dorpsplein; tot dan staat dit dorp er niet bij",
        "install a newer Dorpsplein; until then this village is left out",
    ))
}

pub(super) fn own_site(place: Place, village: &RemoteVillage, from: &str) -> Diagnostic {
    let RemoteVillage { name, home, .. } = village;
    let message = both(
        format!("'{name}' ({home}), dat van '{from}' komt, is dit portaal zelf"),
        format!("'{name}' ({home}), which comes from '{from}', is this portal itself"),
    );
    Diagnostic::new(Code::SourceOwnSite, place, message).hint(both(
        "het doet niet mee als dorp; haal deze bron weg, of noem de dorpen zonder het portaal erbij",
        "it does not count as a village; remove this source, or list the villages without the portal",
    ))
}

/// Reports a document of one site about a village with another.
pub(super) fn from_elsewhere(place: Place, village: &RemoteVillage, from: &str) -> Diagnostic {
    let RemoteVillage { name, home, .. } = village;
    let message = both(
        format!("'{name}' komt van '{from}', maar zegt dat zijn eigen site op {home} staat"),
        format!("'{name}' comes from '{from}', but says that its own site is at {home}"),
    );
    Diagnostic::new(Code::SourceElsewhere, place, message).hint(both(
        format!("klopt dat, noem dan {home} als bron; klopt het niet, haal deze bron dan weg"),
        format!("if that is right, list {home} as the source; if it is not, remove this source"),
    ))
}

/// Reports two villages that would have the same address, and how many more.
pub(super) fn same_name(place: Place, [one, other]: [&RemoteVillage; 2], more: usize) -> Diagnostic {
    let (more_nl, more_en) = match more {
        0 => (String::new(), String::new()),
        more => (format!(" (en nog {more})"), format!(" (and {more} more)")),
    };
    let called = |village: &RemoteVillage| format!("'{}' ({})", village.name, village.home);
    let message = both(
        format!(
            "{} en {}{more_nl} zouden op het portaal hetzelfde adres krijgen",
            called(one),
            called(other)
        ),
        format!("{} and {}{more_en} would have the same address on the portal", called(one), called(other)),
    );
    Diagnostic::new(Code::SourceSameName, place, message).hint(both(
        format!(
            "daarom heten hun pagina's nu '{}' en '{}', en dat verandert als er een van komt of weggaat; zet bij een bron een eigen 'naam' om ze uit elkaar te houden",
            one.slug, other.slug
        ),
        format!(
            "so their pages are now called '{}' and '{}', which changes when one of them is added or removed; give a source a 'name' of its own to tell them apart",
            one.slug, other.slug
        ),
    ))
}

/// Reports a village that comes from two sources: the one that counts is named first.
pub(super) fn twice(place: Place, village: &RemoteVillage, (counts, other): (&str, &str)) -> Diagnostic {
    let RemoteVillage { name, home, .. } = village;
    let message = if counts == other {
        both(
            format!("'{name}' ({home}) komt twee keer van '{other}'"),
            format!("'{name}' ({home}) comes from '{other}' twice"),
        )
    } else {
        both(
            format!("'{name}' ({home}) komt van '{counts}' en ook van '{other}'"),
            format!("'{name}' ({home}) comes from '{counts}' and also from '{other}'"),
        )
    };
    Diagnostic::new(Code::SourceTwice, place, message).hint(both(
        format!("een dorp telt één keer mee, nu dat van '{counts}'; haal een van beide weg"),
        format!("a village counts once, now the one from '{counts}'; remove one of the two"),
    ))
}

/// How many villages are named of two folders that share some.
const NAMED: usize = 3;

/// Reports villages that are in one folder more than once: for each the name, the source that counts and the
/// one that does not.
pub(super) fn within<'n>(
    place: Place,
    folder: &str,
    villages: impl ExactSizeIterator<Item = (&'n str, &'n str, &'n str)>,
) -> Diagnostic {
    let (many, more) = (villages.len(), villages.len().saturating_sub(NAMED));
    let named: Vec<(&str, &str, &str)> = villages.take(NAMED).collect();
    let in_words = |and: &str| {
        let each = named.iter().map(|(name, counts, other)| format!("'{name}' ('{counts}' {and} '{other}')"));
        each.collect::<Vec<_>>().join(", ")
    };
    let Both { nl: more_nl, en: more_en } = and_more(more);
    let message = both(
        format!("in de map '{folder}' komen {many} dorpen dubbel: {}{more_nl}", in_words("en")),
        format!("the folder '{folder}' has {many} villages twice: {}{more_en}", in_words("and")),
    );
    Diagnostic::new(Code::SourceTwice, place, message).hint(both(
        "elk dorp telt één keer mee, nu het eerste; noem een map waarin elk dorp één keer staat, of geef dorpen die niet hetzelfde zijn elk een eigen 'webadres'",
        "every village counts once, now the first; choose a folder that has each village once, or give villages that are not the same a 'base_url' each",
    ))
}

/// Reports two folders that share villages: what is in the first counts.
pub(super) fn overlap<'n>(
    place: Place,
    [counts, other]: [&str; 2],
    names: impl ExactSizeIterator<Item = &'n str>,
) -> Diagnostic {
    let (many, more) = (names.len(), names.len().saturating_sub(NAMED));
    let named: Vec<String> = names.take(NAMED).map(|name| format!("'{name}'")).collect();
    let named = named.join(", ");
    let Both { nl: more_nl, en: more_en } = and_more(more);
    let message = if counts.trim_end_matches('/') == other.trim_end_matches('/') {
        both(
            format!("de map '{other}' staat er twee keer, dus {many} dorpen komen dubbel: {named}{more_nl}"),
            format!("the folder '{other}' is listed twice, so {many} villages are too: {named}{more_en}"),
        )
    } else {
        both(
            format!("in '{other}' staan {many} dorpen die ook in '{counts}' staan: {named}{more_nl}"),
            format!("'{other}' has {many} villages that are also in '{counts}': {named}{more_en}"),
        )
    };
    Diagnostic::new(Code::SourceTwice, place, message).hint(both(
        format!("elk dorp telt één keer mee, nu dat uit '{counts}'; haal een van beide mappen weg"),
        format!("every village counts once, now the one from '{counts}'; remove one of the two folders"),
    ))
}
