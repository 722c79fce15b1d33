//! A provincial theme and a village's own layer on top of it: what each changes, and what it leaves alone.

use std::collections::BTreeMap;
use std::io::Cursor;
use std::sync::LazyLock;

use image::{ImageFormat, RgbImage};

use crate::support::{Folder, TODAY, VILLAGE, build, check, copy_tree, project, run, tree};

const ASSOCIATION: &str = "Overijsselse Vereniging van Krachtige Kernen";

/// Copies the theme into a site and selects it with these settings.
fn choose(site: &Folder, settings: &str) {
    copy_tree(&project().join("themes/overijssel"), &site.join("themas/overijssel"));
    let told = site.read("site.yaml");
    let group = if settings.is_empty() { String::new() } else { format!("  instellingen:\n{settings}") };
    site.write("site.yaml", format!("{told}\nthema:\n  naam: overijssel\n{group}"));
}

/// Returns the small village with the theme and these settings, built without any diagnostic.
fn small(settings: &str) -> Folder {
    let site = Folder::with(VILLAGE);
    choose(&site, settings);
    make(&site);
    site
}

fn make(site: &Folder) {
    let ran = build(site.path(), &site.join("public"));
    let said = ran.said();
    assert_eq!(ran.code, 0, "{said}");
    assert!(said.starts_with("klaar: ") && said.lines().count() == 1, "there are no diagnostics: {said}");
}

fn photo() -> Vec<u8> {
    let mut photo = Cursor::new(Vec::new());
    RgbImage::new(40, 30).write_to(&mut photo, ImageFormat::Jpeg).expect("a JPEG");
    photo.into_inner()
}

/// Returns the small village with more for a theme to show: a photo, a tagline, and a phone number for one of
/// its two venues.
fn village() -> Folder {
    let site = Folder::with(VILLAGE);
    site.write("media/dorp.jpg", photo());
    let told = site.read("site.yaml");
    site.write(
        "site.yaml",
        format!("{told}ondertitel: Aan de Vecht\nafbeelding: {{bestand: media/dorp.jpg, beschrijving: Het dorp}}\n"),
    );
    let venue = site.read("locaties/dorpshuis.md");
    let venue = venue.replace("soort: dorpshuis", "soort: dorpshuis\ncontact: {telefoon: 0529 01 20 20}");
    site.write("locaties/dorpshuis.md", venue);
    site.write("locaties/brink.md", "---\nnaam: De Brink\nsoort: plein\nadres: Brink, Testdorp\n---\n");
    // The agenda is now longer than the home page shows, so the home page links to it.
    site.write("agenda/soos.md", "---\ntitel: Soos\nherhaling: elke maand\nvanaf: 4 december 2026\n---\n");
    site
}

/// That village in the standard theme, in the provincial theme, and in the latter with its own layer on top.
struct Three {
    standard: BTreeMap<String, Vec<u8>>,
    province: BTreeMap<String, Vec<u8>>,
    own: BTreeMap<String, Vec<u8>>,
}

static THREE: LazyLock<Three> = LazyLock::new(|| {
    let site = village();
    let made = || {
        make(&site);
        tree(&site.join("public"))
    };
    let standard = made();
    choose(&site, "");
    let province = made();
    copy_tree(&project().join("themes/dorpslaag"), &site.join("thema"));
    let own = made();
    Three { standard, province, own }
});

fn pages(made: &BTreeMap<String, Vec<u8>>) -> impl Iterator<Item = (&String, String)> {
    let pages = made.iter().filter(|(path, _)| path.ends_with(".html"));
    let pages = pages.map(|(path, bytes)| (path, String::from_utf8_lossy(bytes).into_owned()));
    pages.filter(|(_, html)| !html.contains("http-equiv=\"refresh\""))
}

fn page(made: &BTreeMap<String, Vec<u8>>, path: &str) -> String {
    String::from_utf8_lossy(made.get(path).unwrap_or_else(|| panic!("{path} was not rendered"))).into_owned()
}

fn style(made: &BTreeMap<String, Vec<u8>>) -> String {
    let mut styles = made.keys().filter(|path| path.starts_with("assets/site.") && path.ends_with(".css"));
    page(made, styles.next().expect("a style"))
}

#[test]
fn the_association_is_named_in_the_footer_of_every_page() {
    let mut seen = 0;
    for (path, html) in pages(&THREE.province) {
        let foot = html.split_once("<footer").unwrap_or_else(|| panic!("{path} has no footer")).1;
        assert!(foot.contains(ASSOCIATION) && foot.contains("Testdorp werkt samen"), "{path}: {foot}");
        seen += 1;
    }
    assert!(seen > 20, "{seen} pages");
    assert!(pages(&THREE.standard).all(|(_, html)| !html.contains(ASSOCIATION)));
}

/// Feeds, calendars and the data for portals are the same to the last byte: a province changes how a village
/// looks, not what it says.
#[test]
fn a_provincial_theme_does_not_change_feeds_calendars_or_portal_data() {
    let told = |made: &BTreeMap<String, Vec<u8>>| -> BTreeMap<String, Vec<u8>> {
        let endings = [".ics", ".xml", "feed.json", "dorp.json", ".txt", ".csv"];
        let kept = made.iter().filter(|(path, _)| endings.iter().any(|ending| path.ends_with(ending)));
        kept.map(|(path, bytes)| (path.clone(), bytes.clone())).collect()
    };
    let standard = told(&THREE.standard);
    assert!(standard.len() > 8, "{:?}", standard.keys());
    assert_eq!(standard, told(&THREE.province));
    let addresses = |made| pages(made).map(|(path, _)| path.clone()).collect::<Vec<_>>();
    assert_eq!(addresses(&THREE.standard), addresses(&THREE.province));
}

/// A printed sheet for the notice board or the emergency box is the same in every province.
#[test]
fn a_provincial_theme_does_not_change_printed_pages() {
    let style =
        std::fs::read_to_string(project().join("themes/overijssel/assets/extra.css")).expect("a style");
    let mut depth = 0_usize;
    let mut outside = String::new();
    for part in style.split_inclusive(['{', '}']) {
        if depth == 0 {
            outside.push_str(part);
        }
        depth = if part.ends_with('{') { depth + 1 } else { depth.saturating_sub(1) };
    }
    let outside: Vec<&str> =
        outside.split(['{', '}']).map(str::trim).filter(|rule| !rule.is_empty()).collect();
    assert!(outside.len() > 2, "{outside:?}");
    for rule in outside {
        let rule = rule.rsplit("*/").next().unwrap_or(rule).trim();
        assert!(rule.starts_with("@media screen"), "{rule} would also apply in print");
    }
}

#[test]
fn a_village_can_choose_its_band_its_landscape_and_its_membership() {
    let plain = tree(&small("").join("public"));
    let html = page(&plain, "index.html");
    assert!(
        html.contains(" data-landscape=\"river\">") && html.contains("data-headings=\"plain\""),
        "{html}"
    );
    assert!(style(&plain).contains("--dp-setting-band:#0d4f6e;--dp-setting-band-contrast:#ffffff;"));

    let other =
        "    band: \"#ffd84d\"\n    landschap: polder\n    vereniging: nee\n    letters_met_schreef: ja\n";
    let other = tree(&small(other).join("public"));
    let html = page(&other, "index.html");
    assert!(html.contains(" data-landscape=\"polder\">") && !html.contains("data-headings"), "{html}");
    assert!(!html.contains(ASSOCIATION));
    assert!(style(&other).contains("--dp-setting-band:#ffd84d;--dp-setting-band-contrast:#000000;"));
}

#[test]
fn an_unknown_landscape_is_reported_with_the_known_ones() {
    let site = Folder::with(VILLAGE);
    choose(&site, "    landschap: riveir\n");
    let said = check(site.path()).said();
    assert!(said.contains("riveir") && said.contains("rivier"), "{said}");
}

/// Every landscape that a village can choose has a drawing, and the style refers to its published name.
#[test]
fn every_landscape_has_a_drawing() {
    let style = style(&THREE.province);
    for name in ["river", "hills", "polder"] {
        let (_, rule) = style.split_once(&format!("[data-landscape=\"{name}\"]")).expect("a rule");
        let (drawing, _) =
            rule.split_once("url(").and_then(|(_, rest)| rest.split_once(')')).expect("a drawing");
        assert!(drawing.starts_with(&format!("{name}.")), "{name} leads to {drawing}");
        let bytes = THREE.province.get(&format!("assets/{drawing}")).expect("it is published");
        assert!(bytes.len() < 1500, "{name} is {} bytes", bytes.len());
    }
}

#[test]
fn the_photo_fills_the_width_unless_the_village_turns_that_off() {
    assert!(page(&THREE.province, "index.html").contains("<div class=\"dp-hero ov-hero\">"));
    let site = village();
    choose(&site, "    brede_foto: nee\n");
    make(&site);
    let html = site.read("public/index.html");
    assert!(
        html.contains("<div class=\"dp-hero dp-hero-picture\">") && !html.contains("ov-hero"),
        "{html:.6000}"
    );
    assert_eq!(html.matches("<h1").count(), 1);
}

#[test]
fn a_village_without_a_photo_still_shows_its_name() {
    let site = small("");
    let html = site.read("public/index.html");
    assert!(html.contains("<div class=\"dp-hero\">") && html.matches("<h1").count() == 1, "{html}");
}

#[test]
fn the_theme_is_translated_into_all_five_languages() {
    let mut said = Vec::new();
    for language in ["nl", "fy", "nds", "en", "de"] {
        let site = Folder::with(VILLAGE);
        let told = site.read("site.yaml");
        site.write("site.yaml", format!("{told}taal: {language}\n"));
        choose(&site, "");
        make(&site);
        let html = site.read("public/index.html");
        let (_, rest) = html.split_once("<p class=\"ov-together\">").expect("a line of the theme");
        let (words, rest) = rest.split_once("</p>").expect("its end");
        assert!(words.starts_with("Testdorp "), "{words}");
        assert!(!said.contains(&words.to_owned()), "{language} repeats another language: {words}");
        said.push(words.to_owned());
        let name = rest.lines().nth(1).expect("the name");
        assert_eq!(name.contains("lang=\"nl\">Overijsselse"), language != "nl", "{name}");
    }
}

#[test]
fn a_village_can_change_one_block_one_word_and_one_style_and_keep_its_province() {
    let venue = "locaties/dorpshuis/index.html";
    assert!(page(&THREE.own, venue).contains("<h2 id=\"ons-sleutel\">Deur dicht?</h2>"));
    assert!(!page(&THREE.province, venue).contains("ons-sleutel"));
    let without = page(&THREE.own, "locaties/brink/index.html");
    assert!(!without.contains("ons-sleutel"), "this venue has nobody to call");

    let home = page(&THREE.own, "index.html");
    assert!(home.contains(">Alles wat er te doen is</a>") && !home.contains(">Hele agenda</a>"));
    assert!(page(&THREE.province, "index.html").contains(">Hele agenda</a>"));
    assert!(home.contains(ASSOCIATION) && home.contains("data-landscape=\"river\""), "the province stays");

    let style = style(&THREE.own);
    let (province, own) =
        (style.find("--ov-band").expect("the province"), style.find("1.1875rem").expect("ours"));
    assert!(province < own, "the top layer comes last");

    let changed = pages(&THREE.own).filter(|(path, html)| {
        let strip = |html: &str| {
            html.lines().filter(|line| !line.contains("/assets/")).collect::<Vec<_>>().join("\n")
        };
        strip(html) != strip(&page(&THREE.province, path))
    });
    let changed: Vec<_> = changed.map(|(path, _)| path.clone()).collect();
    // The accessibility statement says that the village changed something.
    let statement = "toegankelijkheid/index.html";
    assert!(page(&THREE.own, statement).contains("heeft zelf iets veranderd"));
    assert!(page(&THREE.province, statement).contains("De site heeft een eigen uiterlijk"));
    assert!(
        changed.iter().all(|path| ["index.html", "404.html", statement].contains(&path.as_str())
            || path.starts_with("locaties/")),
        "{changed:?}"
    );
}

/// The files are examples to read: each begins by saying, in Dutch, what it does.
#[test]
fn every_file_of_the_example_layer_explains_itself() {
    let files = tree(&project().join("themes/dorpslaag"));
    assert_eq!(files.len(), 3, "{:?}", files.keys());
    for (path, bytes) in files {
        let text = String::from_utf8_lossy(&bytes).into_owned();
        let first = text.lines().next().expect("a line");
        assert!(first.contains("Met dit bestand verander je één"), "{path}: {first}");
    }
}

/// The blocks let a province or a village add something: after the facts, after the text, on the home page.
#[test]
fn every_block_of_the_standard_theme_shows_what_a_layer_adds() {
    let added = [
        ("home.html", "hero", "index.html"),
        ("home.html", "home_end", "index.html"),
        ("venue.html", "facts_end", "locaties/dorpshuis/index.html"),
        ("venue.html", "text_end", "locaties/dorpshuis/index.html"),
        ("event.html", "facts_end", "agenda/koffie/index.html"),
        ("event.html", "text_end", "agenda/koffie/index.html"),
        ("organisation.html", "facts_end", "organisaties/dorpsraad/index.html"),
        ("organisation.html", "text_end", "organisaties/dorpsraad/index.html"),
        ("news.html", "text_end", "nieuws/stoelen/index.html"),
    ];
    let plain = Folder::with(VILLAGE);
    make(&plain);
    let site = Folder::with(VILLAGE);
    for (template, ..) in added {
        let blocks = added.iter().filter(|(other, ..)| *other == template).map(|(_, block, _)| {
            format!("{{% block {block} %}}{{{{ super() }}}}<!--{block}-->{{% endblock {block} %}}\n")
        });
        let blocks: String = blocks.collect();
        site.write(
            &format!("thema/templates/{template}"),
            format!("{{% extends \"{template}\" %}}\n{blocks}"),
        );
    }
    make(&site);
    for (_, block, path) in added {
        let html = site.read(&format!("public/{path}"));
        let mark = format!("<!--{block}-->");
        assert_eq!(html.matches(&mark).count(), 1, "{block} in {path}");
    }
    for (_, _, path) in added {
        let html = site.read(&format!("public/{path}"));
        let bare =
            added.iter().fold(html, |html, (_, block, _)| html.replace(&format!("<!--{block}-->"), ""));
        assert_eq!(bare, plain.read(&format!("public/{path}")), "{path}: a block changes nothing else");
    }
}

/// Text in the band, in boxes and on calendar leaves is legible in light and in dark mode, whatever colours a
/// village chooses (WCAG 2.2, 1.4.3).
#[test]
fn text_is_legible_in_every_colour_that_a_village_chooses() {
    let colours = ["#ffe600", "#000000", "#ffffff", "#777777", "#c2185b", "#00b7ff", "#35c728"];
    // Which text colour appears on which background in the theme's style.
    let pairs = [
        ("action-color", "document-background-color"),
        ("action-color", "band-background-color"),
        ("action-color", "card-background-color"),
        ("action-contrast-color", "action-color"),
        ("document-color", "band-background-color"),
        ("document-color", "card-background-color"),
        ("document-subtle-color", "band-background-color"),
        ("document-subtle-color", "card-background-color"),
        ("setting-band-contrast", "setting-band"),
    ];
    for (village, band) in colours.iter().zip(colours.iter().rev()) {
        let site = Folder::with(VILLAGE);
        let told = site.read("site.yaml");
        site.write("site.yaml", format!("{told}kleur: \"{village}\"\n"));
        choose(&site, &format!("    band: \"{band}\"\n"));
        let out = site.join("public");
        let (from, to) = (site.path().to_str().expect("a path"), out.to_str().expect("a path"));
        assert_eq!(run(&["build", from, "--output", to, "--today", TODAY]).code, 0);
        let style = style(&tree(&out));
        let (light, rest) = style.split_once("@media (prefers-color-scheme:dark)").expect("light");
        let (dark, rest) = rest.split_once("}}").expect("dark");
        let (settings, _) = rest.split_once('}').expect("settings");
        for tones in [format!("{light}{settings}"), format!("{dark};{settings}")] {
            for (text, ground) in pairs {
                let ratio = contrast(tone(&tones, text), tone(&tones, ground));
                assert!(ratio >= 4.5, "{text} on {ground}: {ratio:.2}, village {village}, band {band}");
            }
        }
    }
}

fn tone(style: &str, token: &str) -> [f64; 3] {
    let (_, rest) =
        style.split_once(&format!("--dp-{token}:#")).unwrap_or_else(|| panic!("no {token} in {style}"));
    [0, 2, 4].map(|at| f64::from(u8::from_str_radix(&rest[at..at + 2], 16).expect("a colour")) / 255.0)
}

fn contrast(one: [f64; 3], other: [f64; 3]) -> f64 {
    let light = |[r, g, b]: [f64; 3]| {
        let part =
            |part: f64| if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) };
        0.2126 * part(r) + 0.7152 * part(g) + 0.0722 * part(b) + 0.05
    };
    let (one, other) = (light(one), light(other));
    one.max(other) / one.min(other)
}
