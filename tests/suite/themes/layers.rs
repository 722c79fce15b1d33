//! Theme layers (the program's, a province's, the village's own): what each changes and what it leaves alone.

use dorpsplein::ground::Code;
use dorpsplein::pipeline::{BuildCache, Circumstances, Request, Today, check, read_and_plan_cached};
use dorpsplein::render::ThemeCache;
use dorpsplein::theme::{Contract, FormerContract, Renamed, Shipped, shipped};

use crate::support::{self, Folder, TODAY, VILLAGE, build, copy_tree, project, tree};

const PROVINCE: &[(&str, &str)] = &[
    (
        "themas/oost/theme.yaml",
        "name: oost\nversion: 1.0.0\napi: 1\nextends: lvkk\nsettings:\n  corners:\n    default: square\n  band:\n    name: band\n    kind: colour\n    default: blauw\n    help: {nl: De band., en: The band.}\n",
    ),
    (
        "themas/oost/templates/base.html",
        "{% extends \"base.html\" %}\n{% block footer_end %}<p>Oost {{ settings.band }}</p>{% endblock footer_end %}\n",
    ),
    (
        "themas/oost/templates/oost.html",
        "{% component venue_card(it, level: integer = 3, @words) -%}<li class=\"oost-venue\">{{ it.name }}</li>{%- endcomponent venue_card %}\n",
    ),
    ("themas/oost/assets/extra.css", ".oost { border: 0 }\n"),
    ("themas/oost/words/nl.yaml", "skip: Naar de tekst\n"),
];

/// Returns a village that uses the provincial theme, with one event.
fn village() -> Folder {
    let site = Folder::with(VILLAGE);
    for (path, text) in PROVINCE {
        site.write(path, text);
    }
    let settings = site.read("site.yaml");
    site.write("site.yaml", format!("{settings}thema:\n  naam: oost\n  instellingen:\n    band: rood\n"));
    site.write(
        "agenda/koffie.md",
        "---\ntitel: Koffie\ndatum: 2026-11-25\nbegin: 10.00\nlocatie: dorpshuis\n---\n",
    );
    site
}

fn home(site: &Folder) -> String {
    let ran = build(site.path(), &site.join("public"));
    assert_eq!(ran.code, 0, "{}", ran.said());
    site.read("public/index.html")
}

fn style(site: &Folder) -> String {
    let files = tree(&site.join("public"));
    let style = files.iter().find(|(name, _)| name.starts_with("assets/site.") && name.ends_with(".css"));
    String::from_utf8_lossy(style.expect("a style").1).into_owned()
}

/// The menu, the footer and the like are rendered once per place in the menu; the pages there share them.
#[test]
fn a_village_can_override_a_part_that_pages_share() {
    let site = village();
    site.write(
        "thema/templates/shared/footer.html",
        "<p class=\"ons\">{{ site.name }}, {{ page.section }}{% if page.is_home %}, thuis{% endif %}, {{ page.href or \"ergens\" }}</p>\n",
    );
    let home = home(&site);
    assert_eq!(home.matches("<p class=\"ons\">Testdorp, home, thuis, /</p>").count(), 1, "{home}");
    assert!(home.contains("<p>Oost "), "what the province adds to the footer stays");
    let event = site.read("public/agenda/koffie/index.html");
    assert!(event.contains("<p class=\"ons\">Testdorp, event, ergens</p>"), "{event}");
    let agenda = site.read("public/agenda/index.html");
    assert!(agenda.contains("<p class=\"ons\">Testdorp, event, /agenda/</p>"), "{agenda}");
    let here = |html: &str| html.matches("aria-current=\"page\">Agenda</a>").count();
    assert_eq!((here(&home), here(&event), here(&agenda)), (0, 0, 1), "the menu marks the current page");
    assert!(event.contains("aria-current=\"true\">Agenda</a>"), "{event}");
}

#[test]
fn a_mistake_in_a_shared_part_is_reported_once_and_at_its_place() {
    let site = village();
    site.write("thema/templates/shared/footer.html", "<p>Ons dorp</p>\n<p>{{ page.title }}</p>\n");
    let ran = build(site.path(), &site.join("public"));
    assert_eq!(ran.code, 1);
    assert_eq!(ran.said().matches("thema/templates/shared/footer.html:2:").count(), 1, "{}", ran.said());
    site.write("thema/templates/shared/footer.html", "<p>Ons dorp</p>\n");
    site.write("thema/templates/shared/voet.html", "<p>Dit ziet niemand</p>\n");
    let ran = build(site.path(), &site.join("public"));
    assert_eq!(ran.code, 0);
    assert!(
        ran.said().contains("thema/templates/shared/voet.html"),
        "a part that no page shows is reported: {}",
        ran.said()
    );
}

#[test]
fn a_village_changes_one_block_and_keeps_everything_else() {
    let site = village();
    site.write(
        "thema/templates/base.html",
        "{% extends \"base.html\" %}\n{% block footer_end %}{{ super() }}<p>Van ons</p>{% endblock footer_end %}\n",
    );
    site.write("thema/assets/extra.css", ".ons { border: 0 }\n");
    let html = home(&site);
    assert!(html.contains("<p>Oost #b32d2a</p><p>Van ons</p>"), "{html}");
    assert!(
        html.contains("data-corners=\"square\""),
        "the province's default for a setting of the standard theme"
    );
    assert!(html.contains("class=\"oost-venue\""), "the province's component replaces the one below");
    assert!(html.contains(">Naar de tekst</a>"), "a word that the province defines");
    assert!(html.contains("<ul class=\"dp-menu\">"), "the rest comes from the standard theme");
    let style = style(&site);
    let (province, own) = (style.find(".oost {").expect("the province"), style.find(".ons {").expect("ours"));
    assert!(style.find("--dp-card-border-radius").expect("the standard style") < province && province < own);
    assert!(style.contains("--dp-setting-band:#b32d2a;--dp-setting-band-contrast:#ffffff;"), "{style:.900}");
}

#[test]
fn a_theme_beside_the_site_overrides_the_built_in_one() {
    let site = Folder::with(VILLAGE);
    for layer in &shipped().themes {
        for (path, bytes) in &layer.files {
            site.write(&format!("themas/lvkk/{path}"), bytes);
        }
    }
    let skipped = site.read("themas/lvkk/templates/base.html").replace("<body>", "<body data-newer>");
    site.write("themas/lvkk/templates/base.html", skipped);
    assert!(home(&site).contains("<body data-newer>"));
}

#[test]
fn a_theme_in_a_folder_renders_the_same_bytes_as_the_built_in_one() {
    let (built_in, beside) = (Folder::with(VILLAGE), Folder::with(VILLAGE));
    for (path, bytes) in &shipped().themes[0].files {
        beside.write(&format!("themes/lvkk/{path}"), bytes);
    }
    home(&built_in);
    home(&beside);
    assert_eq!(tree(&built_in.join("public")), tree(&beside.join("public")));
}

const NEXT: Contract = Contract {
    api: 2,
    former: Some(FormerContract {
        api: 1,
        until: dorpsplein::ground::Date::constant(2027, 11, 26),
        renamed: &[
            Renamed { old_path: "site.motto", new_path: "site.tagline" },
            Renamed { old_path: "oud.naam", new_path: "site.name" },
            Renamed { old_path: "dorp", new_path: "site" },
        ],
    }),
};

fn codes(site: &Folder, contract: Contract) -> Vec<Code> {
    let request = Request {
        site: site.path().to_owned(),
        today: Today::Fixed(TODAY.parse().expect("a day")),
        base_url: None,
        host_address: None,
    };
    let shipped = Shipped { contract, ..shipped() };
    let (planned, _) =
        check(&request, &shipped, &site.join("public"), &Circumstances::default()).expect("a folder");
    planned.remarks.sorted().into_iter().map(|remark| remark.code).collect()
}

/// The next contract is invented: it renames some values, and themes written for the current one still work.
#[test]
fn themes_for_the_former_contract_work_for_a_year() {
    let site = Folder::with(VILLAGE);
    let settings = site.read("site.yaml");
    site.write("site.yaml", format!("{settings}ondertitel: Aan het water\n"));
    site.write(
        "thema/templates/home.html",
        "{% extends \"home.html\" %}{% block content %}{{ site.motto }} {{ oud.naam }} {{ dorp.name }} {{ site.name }}{% endblock %}",
    );
    assert_eq!(codes(&site, NEXT), [Code::FormerContract]);
    assert_eq!(
        codes(&site, Contract::OURS),
        [Code::TemplateUnknownName; 3],
        "the current contract has no such names"
    );
    let later = Contract { api: 3, former: NEXT.former.map(|former| FormerContract { api: 2, ..former }) };
    assert_eq!(codes(&site, later), [Code::ThemeTooOld]);
}

#[test]
fn a_theme_that_extends_no_other_must_have_every_template() {
    let site = Folder::with(VILLAGE);
    let settings = site.read("site.yaml");
    site.write("site.yaml", format!("{settings}thema: kaal\n"));
    site.write("themas/kaal/theme.yaml", "name: kaal\nversion: 1.0\napi: 1\n");
    site.write("themas/kaal/templates/home.html", "<!doctype html><p>{{ site.name }}</p>");
    let ran = build(site.path(), &site.join("public"));
    assert_eq!(ran.code, 1);
    assert!(ran.said().contains("20 sjablonen: agenda-days.html, agenda-month.html"), "{}", ran.said());
    assert!(!ran.said().contains("home.html"), "{}", ran.said());
}

/// `cargo bench --bench themes` measures how much a fleet saves; this test promises that it shares at all.
#[test]
fn villages_with_the_same_theme_compile_it_once() {
    let theme_cache = ThemeCache::default();
    let prepared = |site: &Folder| {
        let request = Request {
            site: site.path().to_owned(),
            today: Today::Fixed(TODAY.parse().expect("a day")),
            base_url: None,
            host_address: None,
        };
        read_and_plan_cached(&request, &shipped(), &mut BuildCache::sharing(&theme_cache))
            .expect("a folder")
            .0
    };
    for _ in 0..5 {
        assert!(prepared(&village()).remarks.is_publishable());
    }
    assert_eq!(theme_cache.make_count(), 1);
    let other = village();
    other.write("thema/templates/news.html", "{% extends \"news.html\" %}{% block nowhere %}{% endblock %}");
    for _ in 0..2 {
        assert!(!prepared(&other).remarks.is_publishable(), "the mistake is reported each time");
    }
    assert_eq!(theme_cache.make_count(), 2, "a village with its own template gets its own compiled theme");
}

#[test]
fn a_picture_in_a_theme_setting_is_treated_like_any_other() {
    let site = Folder::with(VILLAGE);
    site.write(
        "media/beeldmerk.svg",
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 8 4\"><path d=\"M0 0h8v4z\"/></svg>",
    );
    let settings = site.read("site.yaml");
    let with = |picture: &str| {
        site.write("site.yaml", format!("{settings}thema:\n  instellingen:\n    beeldmerk:{picture}\n    voettekst: Met steun van de provincie\n"));
    };
    with(" media/beeldmerk.svg");
    let ran = build(site.path(), &site.join("public"));
    assert!(ran.code == 1 && ran.said().contains("wat er op deze foto te zien is"), "{}", ran.said());
    with("\n      bestand: beeldmerk.svg\n      beschrijving: Provincie Drenthe");
    let html = home(&site);
    let end = &html[html.find("dp-footer-end").expect("the end of the footer")..];
    assert!(end.contains("alt=\"Provincie Drenthe\"") && end.contains("Met steun van de provincie"), "{end}");
}

/// Otherwise a page would show the key of a word, and a word that a later program adds would break a site.
#[test]
fn a_theme_that_extends_no_other_falls_back_on_the_built_in_words() {
    let village = Folder::with(VILLAGE);
    village.write("site.yaml", format!("{}thema: kaal\n", village.read("site.yaml")));
    copy_tree(&project().join("themes/lvkk"), &village.join("themas/kaal"));
    let (manifest, words) = ("themas/kaal/theme.yaml", "themas/kaal/words/nl.yaml");
    village.write(manifest, village.read(manifest).replace("name: lvkk", "name: kaal"));
    let ran = support::check(village.path());
    assert!(ran.code == 0 && !ran.said().contains("mist woorden"), "{}", ran.said());
    let all = village.read(words);
    let fewer = all.replace("\nstatus:\n", "\nstatus_x:\n").replace("\nand: ", "\nand_x: ");
    village.write(words, &fewer);
    let ran = support::check(village.path());
    assert_eq!(ran.code, 0, "{}", ran.said());
    let lacking = "zelf op pagina's zet, en daar staan nu die van het standaardthema: and, status\n";
    assert!(ran.said().contains(lacking), "{}", ran.said());
    village.write("agenda/koffie.md", "---\ntitel: Koffie\ndatum: 2026-12-01\nstatus: afgelast\n---\n");
    assert_eq!(build(village.path(), &village.join("uit")).code, 0);
    assert!(village.read("uit/agenda/koffie/index.html").contains("Afgelast"));
    assert!(ran.said().contains("zet ze in 'themas/kaal/words/nl.yaml'"), "{}", ran.said());
    // Words that the village itself defines count too.
    village.write("thema/words/nl.yaml", "and: en\nstatus:\n  cancelled: Afgelast\n");
    let said = support::check(village.path()).said();
    assert!(said.contains("standaardthema: status.") && !said.contains("standaardthema: and"), "{said}");
}

#[test]
fn the_accessibility_statement_says_who_changed_the_look_of_the_site() {
    let said = |files: &[(&str, &str)]| {
        let site = Folder::with(VILLAGE);
        for (path, text) in files {
            site.write(path, *text);
        }
        assert_eq!(build(site.path(), &site.join("uit")).code, 0, "{files:?}");
        let page = site.read("uit/toegankelijkheid/index.html");
        let words =
            ["heeft zelf iets veranderd aan hoe de site eruitziet", "De site heeft een eigen uiterlijk"];
        let said = words.map(|words| page.contains(words));
        let claim = "De site volgt de richtlijnen WCAG 2.2, niveau AA";
        assert_eq!(page.contains(claim), said == [false, false], "the conformance claim: {files:?}");
        said
    };
    assert_eq!(said(&[]), [false, false]);
    let own_words: (&str, &str) = ("thema/words/nl.yaml", "skip: Naar de tekst\n");
    assert_eq!(said(&[own_words]), [false, false], "words do not change how the site looks");
    let same = include_str!("../../../themes/lvkk/templates/page.html");
    assert_eq!(said(&[("thema/templates/page.html", same)]), [false, false], "an exact copy is not a change");
    assert_eq!(said(&[("thema/assets/extra.css", "body { color: #333 }\n")]), [true, false]);
    assert_eq!(said(&[("thema/templates/page.html", &format!("{same}{{# Van ons #}}\n"))]), [true, false]);
    let site = village();
    assert_eq!(build(site.path(), &site.join("uit")).code, 0);
    assert!(site.read("uit/toegankelijkheid/index.html").contains("De site heeft een eigen uiterlijk"));
}
