//! The check that the LVKK runs before it publishes a theme: it finds every mistake, and no false ones.

use std::collections::BTreeSet;

use dorpsplein::ground::{Code, SitePath};
use dorpsplein::proof::{TrialTheme, try_theme};
use dorpsplein::read::HeldFile;
use dorpsplein::theme::shipped;

use crate::support::{Folder, Ran, copy_tree, program, project, run};

fn check(folder: &Folder, name: &str) -> (i32, String) {
    let path = folder.join(name);
    let ran = run(&["thema", "controleer", path.to_str().expect("a path")]);
    (ran.code, ran.said())
}

#[test]
fn an_invalid_theme_name_creates_no_folder() {
    let folder = Folder::new();
    let ran = run(&["thema", "nieuw", folder.join("Mijn Thema").to_str().expect("a path")]);
    assert!(ran.code == 64 && ran.said().contains("mijn-thema"), "{}", ran.said());
    assert!(!folder.join("Mijn Thema").exists());
}

/// A maker who reads Dutch messages gets Dutch keys, and the new theme is valid in both languages.
#[test]
fn a_new_theme_has_keys_in_the_language_of_its_maker() {
    for (locale, keys) in [
        ("nl_NL.UTF-8", ["naam: zuid\n", "bouwt_op: lvkk\n", "    soort: kleur\n", "    uitleg:\n"]),
        ("en_GB.UTF-8", ["name: zuid\n", "extends: lvkk\n", "    kind: colour\n", "    help:\n"]),
    ] {
        let folder = Folder::new();
        for words in [["nieuw", "zuid"], ["pak", "zuid"]] {
            let mut command = program();
            command.current_dir(folder.path()).env("LANG", locale).arg("thema").args(words);
            let ran = Ran::of(command.output().expect("it runs"));
            assert_eq!(ran.code, 0, "{}", ran.said());
        }
        let text = folder.read("zuid/theme.yaml");
        assert!(keys.iter().all(|key| text.contains(key)), "{text}");
    }
}

/// The LVKK runs this check on the next version of the standard theme, so that no village sees its mistakes.
#[test]
fn the_built_in_theme_passes_the_check() {
    let folder = Folder::new();
    copy_tree(&project().join("themes/lvkk"), &folder.join("lvkk"));
    let (code, said) = check(&folder, "lvkk");
    assert_eq!(code, 0, "{said}");
    assert!(said.ends_with("is klaar om te publiceren\n"), "{said}");
    for word in ["status", "rule"] {
        let text =
            folder.read("lvkk/words/nl.yaml").replace(&format!("\n{word}:\n"), &format!("\n{word}_x:\n"));
        let other = Folder::new();
        copy_tree(&folder.join("lvkk"), &other.join("lvkk"));
        other.write("lvkk/words/nl.yaml", text);
        let (_, said) = check(&other, "lvkk");
        assert!(said.contains(&format!("'{word}_x'")), "{said}");
    }
}

/// A theme with many mistakes, and the theme it builds on.
const FLAWED: &[(&str, &str)] = &[
    (
        "mis/theme.yaml",
        "name: mis\nversion: 1.0.0\napi: 1\nextends: onder\nsettings:\n  rand:\n    kind: text\n    help:\n      nl: De rand.\n",
    ),
    // The theme it builds on is in the folder next to it.
    ("onder/theme.yaml", "name: onder\nversion: 1.0.0\napi: 1\nextends: lvkk\n"),
    ("onder/words/en.yaml", "only_here: Only here\n"),
    (
        "mis/templates/base.html",
        "{% extends \"base.html\" %}\n{% block footer_end %}<div><p>{% if words.mooore %}x{% endif %}</div></p>\n<img src=\"https://teller.example/pixel.gif\" alt=\"\">\n{% if page.is_homme %}{{ site.nme }}{% endif %}{% if settings.rnd %}x{% endif %}<a href=\"/bestaat-niet/\">x</a> <a href=\"#nergens\">y</a><img src=\"/weg.png\" alt=\"\">{% endblock footer_end %}\n",
    ),
    (
        "mis/assets/extra.css",
        "@import \"https://letters.example/a.css\"; @import 'letters.css';\n@media (min-width: 50rem) { :root { --dp-document-color: #eee; } }\n:root { --dp-link-color: #aaa; }\n@media (prefers-color-scheme: dark) { :root { --dp-button-color: color-mix(in srgb, red, blue); } }\n",
    ),
    (
        "mis/templates/venue.html",
        "{% extends \"venue.html\" %}\n{% block text_end %}{% if entry.fields.adress %}x{% endif %}{% endblock text_end %}\n",
    ),
    (
        "mis/templates/news.html",
        "{% extends \"news.html\" %}\n{% block text_end %}\n<style>p { background: url(https://stijl.example/a.png) }</style>\n<meta http-equiv=\"refresh\" content=\"9\">\n<base href=\"/x/\">\n<a href=\"javascript:print()\">druk af</a>{% endblock text_end %}\n",
    ),
    (
        "mis/assets/letters.css",
        ".bleek { background: #fff; color: #bbb; }\n@media (min-width: 40rem) { :root { --dp-document-color: #eee; } }\n",
    ),
    ("mis/assets/vergeten.woff2", "x"),
    ("mis/words/nl.yaml", "only_ours: Alleen wij\n"),
];

/// Checks that each message points to a file that the maker can edit, not to a page that is on no disk.
fn check_places(said: &str) {
    for place in [
        "mis/templates/base.html:3:11",
        "mis/templates/news.html:3:28",
        "mis/templates/news.html:4:1",
        "mis/templates/news.html:5:1",
        "mis/templates/news.html:6:10",
        "mis/assets/extra.css:3:9",
    ] {
        assert!(said.contains(&format!("--> {place}\n")), "{place} is not in:\n{said}");
    }
    for village in ["voorbeeld", "leeg", "tweetalig", "overvol", "portaal"] {
        assert!(!said.contains(&format!("--> {village}")), "{said}");
    }
    assert_eq!(said.matches("https://teller.example/pixel.gif'").count(), 1, "{said}");
    assert!(said.contains("gezien op de pagina / van het voorbeelddorp"), "{said}");
}

#[test]
fn every_mistake_in_a_theme_is_found() {
    let folder = Folder::with(FLAWED);
    let (code, said) = check(&folder, "mis");
    assert_eq!(code, 1, "{said}");
    for found in [
        "op deze pagina sluiten de HTML-blokken niet goed in elkaar",
        "haalt ongemerkt iets op bij een ander: 'https://teller.example/pixel.gif'",
        "haalt ongemerkt iets op bij een ander: 'https://letters.example/a.css'",
        "de link '/bestaat-niet/' leidt nergens heen",
        "er is geen kopje '#nergens' om heen te springen",
        "de link '/weg.png' leidt nergens heen",
        "'page.is_homme' bestaat niet",
        "bedoel je 'page.is_home'?",
        "'site.nme' bestaat niet",
        "'settings.rnd' bestaat niet",
        "bedoel je 'settings.rand'?",
        "'words.mooore' bestaat niet",
        "'entry.fields.adress' bestaat niet",
        "bedoel je 'entry.fields.address'?",
        "deze letters hebben op hun achtergrond een contrast van 1,9",
        "bij @media (min-width: 50rem)",
        "the setting 'rand' has no help text in English",
        "'mis/assets/vergeten.woff2' wordt nergens gebruikt",
        "'only_ours' ontbreekt; er staat dan het Nederlandse 'Alleen wij'",
        "--dp-link-color op --dp-document-background-color heeft een contrast van",
        "of --dp-button-color op --dp-button-background-color te lezen is, valt niet uit te rekenen, in het donker",
        "hier wordt iets gevraagd aan 'stijl.example'",
        "wie deze pagina opent, wordt vanzelf weggestuurd",
        "door '<base>' leiden alle links op de pagina ergens anders heen",
        "'javascript:' is geen adres",
        "kan zo niet worden gepubliceerd",
    ] {
        assert!(said.contains(found), "{found} is not in:\n{said}");
    }
    assert!(!said.contains("'only_here' ontbreekt"), "{said}");
    check_places(&said);
}

/// The command prints only the messages; this looks at the code of each diagnostic.
#[test]
fn mistakes_that_only_themes_can_have_get_their_own_codes() {
    let files_of = |theme: &str| {
        let below = FLAWED.iter().filter_map(|(path, text)| Some((path.strip_prefix(theme)?, text)));
        let held = below.filter_map(|(path, text)| {
            Some(HeldFile { path: SitePath::new(path.strip_prefix('/')?)?, bytes: text.as_bytes().to_vec() })
        });
        held.collect::<Vec<_>>()
    };
    let themes = ["mis", "onder"].map(|name| (name.to_owned(), files_of(name)));
    let tried = TrialTheme { name: "mis", themes: &themes };
    let report = try_theme(&tried, &shipped(), &std::env::temp_dir()).expect("it is tried");
    let found: BTreeSet<Code> = report.found.iter().map(|one| one.code).collect();
    for code in [Code::ProofNesting, Code::ProofRequest, Code::ProofContrast, Code::ProofMissingWord] {
        assert!(found.contains(&code), "{code:?} is not in {found:?}");
    }
}
