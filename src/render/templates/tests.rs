//! Tests that the engine's errors about values are explained in plain Dutch, never in its own words alone.

use tera::{Context, ErrorKind, Tera};

use super::functions::{begin_page, register};
use crate::ground::{Diagnostic, Place};
use crate::render::engine_messages::{self, Around};

/// Returns the diagnostic for a template that cannot be rendered.
fn diagnostic_for(text: &str) -> Diagnostic {
    let mut tera = Tera::new();
    register(&mut tera);
    let mut context = Context::new();
    context.insert("naam", "dorp");
    context.insert("getal", &3);
    context.insert("half", &2.5);
    context.insert("ja", &true);
    context.insert("lijst", &["a", "b"]);
    context.insert("gemengd", &(1, "a"));
    context.insert("groep", &std::collections::BTreeMap::from([("een", 1)]));
    begin_page();
    let filled = tera.add_raw_template("x", text).and_then(|()| tera.render("x", &context));
    let error = filled.expect_err(text);
    let (ErrorKind::SyntaxError(report) | ErrorKind::RenderingError(report)) = error.kind() else {
        let place = Place::of_file("x");
        let message = error.to_string();
        return engine_messages::template_remark(
            place,
            message.trim_start_matches("error: "),
            &Around::default(),
        );
    };
    let range = &report.span().range;
    let place = Place::in_text("x".into(), text, range.start, range.end);
    engine_messages::template_remark(place, report.message(), &Around::default())
}

/// A template, a part of the message about it, and a part of its hint.
const MISTAKES: &[(&str, &str, &str)] = &[
    ("{{ naam | groot }}", "het filter 'groot' is er niet", "wel: abs"),
    ("{{ naam | uper }}", "het filter 'uper' is er niet", "bedoel je 'upper'?"),
    ("{% if naam is tekst %}x{% endif %}", "de test 'tekst' is er niet", "wel: array"),
    ("{% if naam is strng %}x{% endif %}", "de test 'strng' is er niet", "bedoel je 'string'?"),
    ("{{ bereik(end=3) }}", "de functie 'bereik' is er niet", "wel: range"),
    ("{{ naam.diep.dieper }}", "het veld 'diep' is er niet", ""),
    ("{{ naa }}", "de naam 'naa' is er niet", "bedoel je 'naam'?"),
    ("{{ groep.twee }}", "het veld 'twee' is er niet", "wel: een"),
    ("{{ weg.diep }}", "'weg", ""),
    ("{{ weg[0] }}", "'weg", ""),
    ("{{ naam | round }}", "hier hoort een getal, en 'naam' is een tekst", ""),
    ("{{ naam | abs }}", "'abs' werkt met een getal, en krijgt hier een tekst", "naam | int"),
    ("{{ getal | upper }}", "hier hoort een tekst, en 'getal' is een getal", ""),
    ("{{ ja | first }}", "hier hoort een lijst, en 'ja' is ja of nee", ""),
    ("{{ naam | join(sep=\",\") }}", "hier hoort een lijst, en 'naam' is een tekst", ""),
    ("{{ getal | length }}", "'length' krijgt hier een getal, en dat heeft geen lengte", "een lengte hebben"),
    ("{{ getal | reverse }}", "'reverse' krijgt hier een getal, en dat kan niet", ""),
    ("{{ naam | replace(from=\"a\") }}", "hier ontbreekt 'to' tussen de haakjes", "zet erbij: to=…"),
    ("{{ naam | int }}", "van 'dorp' is geen getal te maken", "int(default=0)"),
    ("{{ naam | float }}", "van 'dorp' is geen getal te maken", ""),
    ("{{ lijst | int }}", "'int' krijgt hier een lijst, en daar is geen getal van te maken", ""),
    ("{{ gemengd | sort }}", "dit kan niet op volgorde", "sort(attribute="),
    ("{{ lijst | sort(attribute=\"x\") }}", "niet alles in deze lijst heeft 'x'", ""),
    ("{{ groep | get(key=\"twee\") }}", "in deze groep is niet wat hier wordt gevraagd", "default"),
    ("{{ naam + 1 }}", "rekenen kan alleen met getallen; hier staan een tekst en een getal", "~"),
    ("{{ naam * 2 }}", "hier hoort een getal, en", ""),
    ("{{ -naam }}", "hier hoort een getal, en", ""),
    ("{{ getal / 0 }}", "delen door nul kan niet", ""),
    ("{% if naam > 2 %}x{% endif %}", "een tekst en een getal zijn niet te vergelijken", ""),
    ("{% for a in getal %}x{% endfor %}", "'getal' is een getal, en daar kan geen lus doorheen", ""),
    ("{% for a, b in lijst %}x{% endfor %}", "een lus met twee namen gaat alleen door een groep", "één naam"),
    ("{% if 1 in getal %}x{% endif %}", "daarin kan niet worden gezocht", ""),
    ("{{ lijst[naam] }}", "tussen de vierkante haken hoort een heel getal", "lijst[0]"),
    ("{{ lijst[0:naam] }}", "tussen de vierkante haken hoort een heel getal", ""),
    ("{{ getal[0:1] }}", "daarvan kan geen stuk worden genomen", ""),
    ("{{ lijst[0:2:0] }}", "de stap tussen de vierkante haken kan niet 0 zijn", ""),
    ("{% if half is odd %}x{% endif %}", "'2.5' is geen heel getal", "round | int"),
    ("{{ range(start=5, end=1) }}", "van het begin tot het einde van 'range'", "range(start=1, end=5)"),
    ("{{ range() }}", "hier ontbreekt 'end' tussen de haakjes", ""),
    ("{{ groep | plural(n=2) }}", "dit woord heeft geen vorm 'other'", "twee vormen"),
    ("{{ <knop /> }}", "het onderdeel 'knop' is er niet", ""),
    (
        "{% component k(t) %}x{% endcomponent k %}{{ <k /> }}",
        "dit onderdeel moet 't' krijgen",
        "t=\"tekst\", of t={naam}",
    ),
    ("{% component k(t) %}x{% endcomponent k %}{{ <k t={1} u={2} /> }}", "dit onderdeel kent 'u' niet", ""),
    (
        "{% component k(t: string) %}x{% endcomponent k %}{{ <k t={1} /> }}",
        "'t' is hier een getal, en het onderdeel wil een tekst",
        "",
    ),
    ("{% block a %}{{ super() }}{% endblock %}", "'super()' kan hier niet", ""),
    ("{% include \"weg.html\" %}", "het sjabloon 'weg.html' is er niet", "templates"),
];

#[test]
fn mistakes_with_values_are_explained_in_plain_words() {
    let mut wrong = Vec::new();
    for (text, message, todo) in MISTAKES {
        let first_mistake = diagnostic_for(text);
        let hint = first_mistake.hint.as_ref().map_or("", |hint| &hint.nl);
        if !first_mistake.message.nl.contains(message) || !hint.contains(todo) {
            wrong.push(format!("{text}\n  {}\n  {hint}", first_mistake.message.nl));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
