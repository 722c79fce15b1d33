//! What is said of what villages tell.

use std::collections::BTreeMap;

use super::bounds;
use super::odd::{OddValue, OddValues};
use super::told::ToldVillage;
use crate::ground::{Both, Code, Diagnostic, NotJson, Place, both};

/// Of what something was left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum What {
    Venue,
    EmergencyPoint,
    /// What an emergency point lists.
    Detail,
    Event,
    Occurrence,
    News,
    Link,
    /// A room that is another for once.
    Room,
    /// One value of whatever is told.
    Value,
}

/// Why it was left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Why {
    Nameless,
    Dateless,
    /// It belongs to an event that is not there.
    OfNothing,
    /// It has another form than it must have.
    Odd,
    /// All of them: what stands there is no list.
    NoList,
    /// There are more than are shown.
    Beyond,
    /// It leads to another site.
    Elsewhere,
}

/// What was left out of one document.
#[derive(Clone, Debug, Default)]
pub(super) struct LeftOut {
    counts: BTreeMap<(What, Why), usize>,
    /// The values among it.
    odd: OddValues,
}

impl LeftOut {
    pub(super) fn add(&mut self, what: What, why: Why, count: usize) {
        if count > 0 {
            *self.counts.entry((what, why)).or_default() += count;
        }
    }

    /// Adds which values cannot be used.
    pub(super) fn show(&mut self, odd: OddValues) {
        self.odd = odd;
    }

    /// One remark on all of it, if there is any.
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
            format!("not all that '{village}' tells at '{from}' can be used: {}", listed(|part| &part.en)),
        );
        let Both { nl, en } = shown(&self.odd);
        Some(Diagnostic::new(Code::SourceLeftOut, place.clone(), message).hint(both(
            format!(
                "{nl}dat is weggelaten en de rest staat er; vraag de makers van die site ernaar te kijken"
            ),
            format!("{en}that was left out and the rest is there; ask the makers of that site to look at it"),
        )))
    }
}

/// Which values cannot be used, in front of what to do; nothing when it is not about values.
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
    both(format!("het gaat om {nl}{}; ", more.nl), format!("it is about {en}{}; ", more.en))
}

/// Behind the first of a list: how many more there are.
fn and_more(more: usize) -> Both {
    match more {
        0 => both("", ""),
        more => both(format!(" en nog {more}"), format!(" and {more} more")),
    }
}

/// How many of these are taken of one village.
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
    let is_one = count == 1 && why != Why::NoList;
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
            both(format!("{count} {nl} zonder goede datum"), format!("{count} {en} without a good date"))
        }
        Why::OfNothing => both(
            format!("{count} {nl} van een activiteit die er niet bij staat"),
            format!("{count} {en} of an event that is not there"),
        ),
        Why::Odd => both(
            format!("{count} {nl} in een vorm die niet klopt"),
            format!("{count} {en} in a form that is not right"),
        ),
        Why::NoList => both(
            format!("alle {nl}, want die staan niet in een lijst"),
            format!("all {en}, as they are not in a list"),
        ),
        Why::Beyond => {
            let most = most_of(what);
            both(format!("{count} {nl} boven de {most}"), format!("{count} {en} above the {most}"))
        }
        Why::Elsewhere => {
            let (leads_nl, leads_en) = if is_one {
                ("dat nu naar de voorpagina leidt", "which leads to the home page now")
            } else {
                ("die nu naar de voorpagina leiden", "which lead to the home page now")
            };
            both(
                format!("{count} {nl} op een andere site, {leads_nl}"),
                format!("{count} {en} on another site, {leads_en}"),
            )
        }
    }
}

pub(super) fn no_json(place: Place, from: &str, trouble: &NotJson) -> Diagnostic {
    let NotJson { line, column } = trouble;
    let message = both(
        format!(
            "wat bij '{from}' staat, is niet te lezen: het is geen goede JSON (regel {line}, teken {column})"
        ),
        format!("what is at '{from}' cannot be read: it is no sound JSON (line {line}, character {column})"),
    );
    Diagnostic::new(Code::SourceNoVillage, place, message).hint(as_made())
}

pub(super) fn no_village(place: Place, from: &str) -> Diagnostic {
    let message = both(
        format!("wat bij '{from}' staat, is geen dorp.json"),
        format!("what is at '{from}' is no dorp.json"),
    );
    Diagnostic::new(Code::SourceNoVillage, place, message).hint(as_made())
}

fn as_made() -> Both {
    both(
        "elke site van Dorpsplein heeft een dorp.json naast de voorpagina, zoals https://dorp.nl/dorp.json",
        "every site of Dorpsplein has a dorp.json beside its home page, such as https://dorp.nl/dorp.json",
    )
}

pub(super) fn no_name(place: Place, from: &str) -> Diagnostic {
    let message = both(
        format!("het dorp bij '{from}' vertelt niet hoe het heet"),
        format!("the village at '{from}' does not tell what it is called"),
    );
    Diagnostic::new(Code::SourceNoVillage, place, message).hint(both(
        "zet zelf een naam bij deze bron, of vraag de makers om 'naam' in hun site.yaml",
        "give this source a name yourself, or ask its makers for 'name' in their site.yaml",
    ))
}

pub(super) fn no_home(place: Place, village: &str, from: &str) -> Diagnostic {
    let message = both(
        format!(
            "'{village}' bij '{from}' vertelt niet waar zijn eigen site staat, dus niets kan daarheen leiden"
        ),
        format!("'{village}' at '{from}' does not tell where its own site is, so nothing can lead there"),
    );
    Diagnostic::new(Code::SourceNoVillage, place, message).hint(both(
        "vraag de makers om 'webadres' in hun site.yaml, of gebruik het webadres van de site als bron",
        "ask its makers for 'base_url' in their site.yaml, or use the address of the site as the source",
    ))
}

pub(super) fn too_new(place: Place, from: &str, version: u64) -> Diagnostic {
    let message = both(
        format!(
            "de dorp.json bij '{from}' heeft vorm {version}; deze Dorpsplein kent vorm {}",
            bounds::VERSION
        ),
        format!(
            "the dorp.json at '{from}' has form {version}; this Dorpsplein knows form {}",
            bounds::VERSION
        ),
    );
    Diagnostic::new(Code::SourceTooNew, place, message).hint(both(
        "neem een nieuwere Dorpsplein; tot dan staat dit dorp er niet bij",
        "take a newer Dorpsplein; until then this village is left out",
    ))
}

pub(super) fn own_site(place: Place, village: &ToldVillage, from: &str) -> Diagnostic {
    let ToldVillage { name, home, .. } = village;
    let message = both(
        format!("'{name}' ({home}), dat van '{from}' komt, is dit portaal zelf"),
        format!("'{name}' ({home}), which comes from '{from}', is this portal itself"),
    );
    Diagnostic::new(Code::SourceOwnSite, place, message).hint(both(
        "het doet niet mee als dorp; haal deze bron weg, of noem de dorpen zonder het portaal erbij",
        "it is not counted as a village; take this source away, or name the villages without the portal",
    ))
}

/// A document of one site that tells of a village with another.
pub(super) fn of_elsewhere(place: Place, village: &ToldVillage, from: &str) -> Diagnostic {
    let ToldVillage { name, home, .. } = village;
    let message = both(
        format!("'{name}' komt van '{from}', maar zegt dat zijn eigen site op {home} staat"),
        format!("'{name}' comes from '{from}', but says that its own site is at {home}"),
    );
    Diagnostic::new(Code::SourceElsewhere, place, message).hint(both(
        format!("klopt dat, noem dan {home} als bron; klopt het niet, haal deze bron dan weg"),
        format!("if that is right, name {home} as the source; if it is not, take this source away"),
    ))
}

/// Two villages that would have one address, and how many more.
pub(super) fn same_name(place: Place, [one, other]: [&ToldVillage; 2], more: usize) -> Diagnostic {
    let (more_nl, more_en) = match more {
        0 => (String::new(), String::new()),
        more => (format!(" (en nog {more})"), format!(" (and {more} more)")),
    };
    let called = |village: &ToldVillage| format!("'{}' ({})", village.name, village.home);
    let message = both(
        format!(
            "{} en {}{more_nl} zouden op het portaal hetzelfde adres krijgen",
            called(one),
            called(other)
        ),
        format!("{} and {}{more_en} would have one address on the portal", called(one), called(other)),
    );
    Diagnostic::new(Code::SourceSameName, place, message).hint(both(
        format!(
            "daarom heten hun pagina's nu '{}' en '{}', en dat verandert als er een van komt of weggaat; zet bij een bron een eigen 'naam' om ze uit elkaar te houden",
            one.slug, other.slug
        ),
        format!(
            "so their pages are called '{}' and '{}' now, and that changes when one of them comes or goes; give a source a 'name' of its own to tell them apart",
            one.slug, other.slug
        ),
    ))
}

/// What counts is said first.
pub(super) fn twice(place: Place, village: &ToldVillage, (counts, other): (&str, &str)) -> Diagnostic {
    let ToldVillage { name, home, .. } = village;
    let message = if counts == other {
        both(
            format!("'{name}' ({home}) komt twee keer van '{other}'"),
            format!("'{name}' ({home}) comes from '{other}' twice"),
        )
    } else {
        both(
            format!("'{name}' ({home}) komt van '{counts}' en ook van '{other}'"),
            format!("'{name}' ({home}) comes from '{counts}' and from '{other}' as well"),
        )
    };
    Diagnostic::new(Code::SourceTwice, place, message).hint(both(
        format!("een dorp telt één keer mee, nu dat van '{counts}'; haal een van beide weg"),
        format!("a village counts once, now that of '{counts}'; take one of both away"),
    ))
}

/// So many villages are named of two folders that share some.
const NAMED: usize = 3;

/// Villages that lie more than once in one folder: of each its name, what counts and what does not.
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
        format!("in the folder '{folder}' {many} villages come twice: {}{more_en}", in_words("and")),
    );
    Diagnostic::new(Code::SourceTwice, place, message).hint(both(
        "elk dorp telt één keer mee, nu het eerste; noem een map waarin elk dorp één keer staat, of geef dorpen die niet hetzelfde zijn elk een eigen 'webadres'",
        "every village counts once, now the first; name a folder in which each is once, or give villages that are not the same a 'base_url' each",
    ))
}

/// Two folders that share villages: what is in the first counts.
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
            format!("the folder '{other}' is named twice, so {many} villages come twice: {named}{more_en}"),
        )
    } else {
        both(
            format!("in '{other}' staan {many} dorpen die ook in '{counts}' staan: {named}{more_nl}"),
            format!("in '{other}' are {many} villages that are in '{counts}' as well: {named}{more_en}"),
        )
    };
    Diagnostic::new(Code::SourceTwice, place, message).hint(both(
        format!("elk dorp telt één keer mee, nu dat uit '{counts}'; haal een van beide mappen weg"),
        format!("every village counts once, now that of '{counts}'; take one of both folders away"),
    ))
}
