//! Translations are complete: every language has all texts that Dutch has, in the same shape and with the
//! same placeholders, and translates every word of the program's lists.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::sync::Arc;

use dorpsplein::ground::{Language, Remarks, SitePath};
use dorpsplein::read::{HeldFile, Mapping, Value, read_text};
use dorpsplein::theme::{Layer, missing_words, shipped};
use dorpsplein::village::{
    Choices, Described, DocumentFields, FieldInfo, Head, Holiday, Kind, SCHOOL_HOLIDAYS, Settings, Shape,
};

use crate::support::{Folder, VILLAGE, build, project};

/// Keys that Dutch does not need: the program itself has these names in Dutch, and `rule.on` fits every day.
const NOT_IN_DUTCH: [&str; 3] = ["labels", "rule.school_holidays", "rule.on_each"];

/// Placeholders for the same value in another form: `9` and `09`, a number and its ordinal `3rd`.
const SAME_PLACEHOLDER: [(&str, &str); 2] = [("hh", "hour"), ("nth", "n")];

/// The shape of the text or texts at one key.
#[derive(Clone, Debug, PartialEq, Eq)]
struct TextShape {
    /// The number of texts if it is a list.
    list: Option<usize>,
    /// The placeholders.
    placeholders: BTreeSet<String>,
    is_empty: bool,
}

type All = BTreeMap<String, TextShape>;

/// Returns every text of a file by its full key.
fn words_of(text: &str) -> All {
    let file = read_text(SitePath::new("words.yaml").expect("a path"), text);
    assert!(file.remarks.is_empty(), "{:?}", file.remarks);
    let mut all = All::new();
    put(&mut all, "", &file.entries.first().expect("words").fields);
    all
}

fn put(all: &mut All, above: &str, map: &Mapping) {
    for (key, node) in &map.entries {
        let key = format!("{above}{}", key.text);
        let said = match &node.value {
            Value::Map(map) => {
                put(all, &format!("{key}."), map);
                continue;
            }
            Value::Absent => TextShape { list: None, placeholders: BTreeSet::new(), is_empty: true },
            Value::Scalar(text) => {
                TextShape { list: None, placeholders: placeholders(text), is_empty: text.trim().is_empty() }
            }
            Value::List(items) => {
                let texts: Vec<&str> = items
                    .iter()
                    .map(|item| match &item.value {
                        Value::Scalar(text) => text.as_str(),
                        other => panic!("{key} holds {other:?}"),
                    })
                    .collect();
                TextShape {
                    list: Some(texts.len()),
                    placeholders: texts.iter().flat_map(|text| placeholders(text)).collect(),
                    is_empty: texts.iter().any(|text| text.trim().is_empty()),
                }
            }
        };
        all.insert(key, said);
    }
}

fn placeholders(text: &str) -> BTreeSet<String> {
    let named = text.split('{').skip(1).map(|rest| rest.split('}').next().unwrap_or(rest));
    let meant = |name: &str| {
        SAME_PLACEHOLDER.iter().find(|(form, _)| *form == name).map_or(name, |(_, same)| *same).to_owned()
    };
    named.map(meant).collect()
}

fn words_in(language: Language) -> All {
    let path = project().join(format!("themes/lvkk/words/{}.yaml", language.tag()));
    words_of(&fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display())))
}

fn is_below(key: &str, above: &str) -> bool {
    key.strip_prefix(above).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
}

/// Returns what is below this key, by the rest of the key.
fn below(all: &All, above: &str) -> BTreeSet<String> {
    all.keys().filter_map(|key| key.strip_prefix(above)?.strip_prefix('.')).map(str::to_owned).collect()
}

/// Lists all differences between a language and Dutch.
fn differences(dutch: &All, other: &All) -> Vec<String> {
    let mut wrong = Vec::new();
    for (key, said) in dutch {
        match other.get(key) {
            None => wrong.push(format!("{key} is missing")),
            Some(there) if there.list != said.list => wrong.push(format!("{key} has a different shape")),
            Some(there) if there.placeholders != said.placeholders => {
                wrong.push(format!(
                    "{key} fills in {:?} instead of {:?}",
                    there.placeholders, said.placeholders
                ));
            }
            Some(_) => {}
        }
    }
    for (key, said) in other {
        if said.is_empty {
            wrong.push(format!("{key} is empty"));
        }
        if !dutch.contains_key(key) && !NOT_IN_DUTCH.iter().any(|own| is_below(key, own)) {
            wrong.push(format!("{key} is not a key of Dutch"));
        }
    }
    wrong
}

#[test]
fn every_language_has_all_texts_that_dutch_has() {
    let dutch = words_in(Language::Dutch);
    let mut wrong = Vec::new();
    for language in Language::ALL {
        let said = differences(&dutch, &words_in(language));
        wrong.extend(said.into_iter().map(|what| format!("{}: {what}", language.tag())));
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn missing_and_different_texts_are_noticed() {
    let dutch =
        words_of("a: een {n}\nb: [x, y]\nc:\n  one: één\n  more: \"{n} keer\"\ntijd: \"{hour}.{minute}\"\n");
    let seen = |text: &str| differences(&dutch, &words_of(text)).join("; ");
    let same = "a: ien {n}\nb: [x, y]\nc:\n  one: ien\n  more: \"{n} kear\"\ntijd: \"{hh}:{minute}\"\n";
    assert_eq!(seen(same), "");
    assert_eq!(seen(&same.replace("a: ien {n}\n", "")), "a is missing");
    assert_eq!(seen(&same.replace("  more: \"{n} kear\"\n", "")), "c.more is missing");
    assert_eq!(seen(&same.replace("ien {n}", "ien {m}")), "a fills in {\"m\"} instead of {\"n\"}");
    assert_eq!(seen(&same.replace("[x, y]", "[x]")), "b has a different shape");
    assert_eq!(seen(&same.replace("[x, y]", "x")), "b has a different shape");
    assert_eq!(seen(&same.replace("one: ien", "one: \"\"")), "c.one is empty");
    assert_eq!(seen(&format!("{same}d: mear\n")), "d is not a key of Dutch");
    assert_eq!(seen(&format!("{same}labels:\n  lezing: lêzing\n")), "");
}

/// Returns every word of the program's lists that a page may show, by its Dutch name.
fn listed() -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    let kinds = Kind::ALL.iter().flat_map(|kind| kind.fields());
    // The other lists in the settings are not shown: the language, the region of the school holidays.
    let of_settings = <Settings as Described>::FIELDS.iter().filter(|field| field.en == "province");
    let of_documents = <DocumentFields as Described>::FIELDS;
    for field in kinds.chain(<Head as Described>::FIELDS).chain(of_settings).chain(of_documents) {
        walk(field, &mut found);
    }
    found.extend(Holiday::WORDS.iter().map(|word| word.label.nl.to_owned()));
    found
}

fn walk(field: &FieldInfo, found: &mut BTreeSet<String>) {
    let mut shapes = vec![&field.shape];
    while let Some(shape) = shapes.pop() {
        match shape {
            Shape::Choice(words) | Shape::OpenWord(words) => {
                found.extend(words.iter().map(|word| word.label.nl.to_owned()));
            }
            Shape::Group { fields, .. } | Shape::ByDay(fields) => {
                fields.iter().for_each(|field| walk(field, found));
            }
            Shape::Many(inner) => shapes.push(inner),
            Shape::Either(one, other) => shapes.extend([one, other]),
            _ => {}
        }
    }
}

#[test]
fn every_listed_word_is_translated_into_frisian_low_saxon_and_german() {
    let listed = listed();
    assert!(listed.len() > 100 && listed.contains("koffieochtend") && listed.contains("tweede kerstdag"));
    for language in [Language::Frisian, Language::LowSaxon, Language::German] {
        let own = below(&words_in(language), "labels");
        let missing: Vec<_> = listed.difference(&own).collect();
        let idle: Vec<_> = own.difference(&listed).collect();
        assert!(
            missing.is_empty() && idle.is_empty(),
            "{language:?} lacks {missing:?}, and {idle:?} is in no list"
        );
    }
}

#[test]
fn school_holidays_have_a_name_in_every_language_but_dutch() {
    let all: BTreeSet<String> = SCHOOL_HOLIDAYS.map(str::to_owned).into();
    for language in Language::ALL.into_iter().filter(|language| *language != Language::Dutch) {
        assert_eq!(below(&words_in(language), "rule.school_holidays"), all, "{language:?}");
    }
}

/// Builds a small village in this language; returns the addresses of its event, venue and list of
/// organisations.
fn village_in(language: Language) -> (Folder, [&'static str; 3]) {
    let site = Folder::with(VILLAGE);
    site.write("site.yaml", format!("taal: {}\n{}", language.tag(), site.read("site.yaml")));
    site.write(
        "agenda/koffie.md",
        "---\ntitel: Koffie\nherhaling: om de week op dinsdag\nvanaf: 24 november 2026\nbegin: 10.00\nkosten: 3,50\nsoort: koffie\nbehalve: kerst\n---\n",
    );
    site.write(
        "locaties/dorpshuis.md",
        "---\nnaam: Dorpshuis\nsoort: dorpshuis\nopeningstijden:\n  dinsdag: 10.00-12.00\n  juli en augustus:\n    dinsdag: 9.00-11.00\n---\n",
    );
    site.write("organisaties/dorpsraad.md", "---\nnaam: Dorpsraad\nsoort: AED-werkgroep\n---\n");
    site.write("organisaties/club.md", "---\nnaam: Club\nsoort: ouderenbond\n---\n");
    site.write("organisaties/beheer.md", "---\nnaam: Beheer\nsoort: stichting dorpshuis\n---\n");
    for (name, kind) in [("aed", "AED-werkgroep"), ("bond", "ouderenbond"), ("huis", "stichting dorpshuis")] {
        site.write(
            &format!("organisaties/{name}.md"),
            format!("---\nnaam: Andere {name}\nsoort: {kind}\n---\n"),
        );
    }
    let out = Folder::new();
    let ran = build(site.path(), out.path());
    assert_eq!(ran.code, 0, "{}", ran.said());
    match language {
        Language::English | Language::German => {
            (out, ["events/koffie/", "venues/dorpshuis/", "organisations/"])
        }
        _ => (out, ["agenda/koffie/", "locaties/dorpshuis/", "organisaties/"]),
    }
}

#[test]
fn a_page_is_in_one_language() {
    let said = [
        (Language::Dutch, "Koffieochtend", "om de week op dinsdag", "€\u{a0}3,50", "tweede kerstdag"),
        (Language::Frisian, "Kofjemoarn", "om de oare wike op tiisdei", "€\u{a0}3,50", "twadde krystdei"),
        (Language::LowSaxon, "Koffiemörgen", "um de week op dinsdag", "€\u{a0}3,50", "tweide kerstdag"),
        (Language::English, "Coffee morning", "every other week on Tuesday", "€\u{a0}3.50", "Boxing Day"),
        (Language::German, "Kaffeerunde", "alle zwei Wochen am Dienstag", "3,50\u{a0}€", "2. Weihnachtstag"),
    ];
    for (language, kind, rule, cost, holiday) in said {
        let (out, [event, ..]) = village_in(language);
        let page = out.read(&format!("{event}index.html"));
        for words in [kind, rule, cost, holiday] {
            assert!(page.contains(words), "{language:?}: {words}");
        }
        assert!(page.contains(&format!("<html lang=\"{}\"", language.tag())));
        for (other, kind, ..) in said.iter().filter(|(other, ..)| *other != language) {
            assert!(
                !page.to_lowercase().contains(&kind.to_lowercase()),
                "the {language:?} page has {other:?}: {kind}"
            );
        }
    }
}

#[test]
fn kinds_are_sorted_by_their_translated_names() {
    let said = [
        (Language::Dutch, ["AED-werkgroep", "Ouderenbond", "Stichting dorpshuis"]),
        (Language::Frisian, ["AED-wurkgroep", "Âldereinbûn", "Stifting doarpshûs"]),
        (Language::German, ["Defibrillatorgruppe", "Seniorenverein", "Stiftung Dorfhaus"]),
    ];
    for (language, kinds) in said {
        let (out, [.., organisations]) = village_in(language);
        let page = out.read(&format!("{organisations}index.html"));
        let heads = page.split("<h2>").skip(1).map(|rest| rest.split("</h2>").next().unwrap_or(rest));
        assert_eq!(heads.collect::<Vec<_>>(), kinds, "{language:?}");
    }
}

#[test]
fn a_season_is_named_in_the_language_of_the_page() {
    let said = [
        (Language::Dutch, "juli en augustus"),
        (Language::Frisian, "yn july en augustus"),
        (Language::LowSaxon, "in juli en augustus"),
        (Language::German, "im Juli und August"),
    ];
    for (language, season) in said {
        let (out, [_, venue, _]) = village_in(language);
        let page = out.read(&format!("{venue}index.html"));
        let caption = page.split("<caption>").find(|part| part.contains(&format!(">{season}</span>")));
        assert!(caption.is_some_and(|part| part.starts_with("<span")), "{language:?}: {page}");
    }
}

#[test]
fn a_missing_word_of_a_theme_is_reported_with_its_fallback() {
    let file = |path: &str, text: &str| HeldFile {
        path: SitePath::new(path).expect("a path"),
        bytes: text.as_bytes().to_vec(),
    };
    let own = [
        file("words/nl.yaml", "eigen:\n  groet: Hallo\n  dag: Dag\n"),
        file("words/de.yaml", "eigen:\n  groet: Hallo\n"),
    ];
    let layers = [shipped().themes, vec![Arc::new(Layer::new("eigen", "eigen", own))]].concat();
    let missing = missing_words(&layers, &mut Remarks::default());
    assert!(
        missing.iter().all(|word| word.key.starts_with("eigen.")),
        "the standard theme lacks none: {missing:?}"
    );
    let of = |key: &str| {
        missing.iter().filter(|word| word.key == key).map(|word| word.language.tag()).collect::<Vec<_>>()
    };
    assert_eq!(
        (of("eigen.groet"), of("eigen.dag")),
        (vec!["fy", "nds", "en"], vec!["fy", "nds", "en", "de"])
    );
    let german = missing.iter().find(|word| word.language == Language::German).expect("one");
    assert_eq!(german.instead, Some((Language::Dutch, "Dag".to_owned())));
}
