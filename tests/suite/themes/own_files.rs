//! A village's own files on top of its theme: where each comes from, and what happens when the theme changes.

use dorpsplein::theme::shipped;

use crate::support::{Folder, Ran, VILLAGE, build, run, tree};

/// Returns a village with a copy of the standard theme beside it, which a test can change.
fn village() -> Folder {
    let site = Folder::with(VILLAGE);
    for (path, bytes) in &shipped().themes[0].files {
        site.write(&format!("themas/lvkk/{path}"), bytes);
    }
    site
}

fn theme(site: &Folder, words: &[&str]) -> Ran {
    let mut arguments = vec!["thema"];
    arguments.extend(words);
    let folder = site.path().to_str().expect("a path").to_owned();
    arguments.push(&folder);
    run(&arguments)
}

/// Gives the theme another version, with one change in a template.
fn update_theme(site: &Folder, version: &str, from: &str, to: &str) {
    let manifest = site.read("themas/lvkk/theme.yaml");
    let line = manifest.lines().find(|line| line.starts_with("version:")).expect("a version").to_owned();
    site.write("themas/lvkk/theme.yaml", manifest.replace(&line, &format!("version: {version}")));
    let template = site.read("themas/lvkk/templates/news.html");
    assert!(template.contains(from), "{template}");
    site.write("themas/lvkk/templates/news.html", template.replace(from, to));
}

#[test]
fn an_adopted_file_is_used_and_its_drift_is_reported_until_reviewed() {
    let site = village();
    let adopted = theme(&site, &["neem-over", "news.html"]);
    assert_eq!(adopted.code, 0, "{}", adopted.said());
    let original = site.read("themas/lvkk/templates/news.html");
    assert_eq!(site.read("thema/templates/news.html"), original, "adopted byte for byte");
    assert!(theme(&site, &["verschil"]).said().contains("news.html: het origineel is hetzelfde gebleven"));
    site.write("thema/templates/news.html", original.replace("<article", "<article data-ours"));
    let ran = build(site.path(), &site.join("public"));
    assert_eq!(ran.code, 0, "{}", ran.said());

    update_theme(&site, "9.1.0", "<article", "<article data-theirs");
    let said = theme(&site, &["verschil"]).said();
    assert!(
        said.contains("thema/templates/news.html: het origineel is veranderd, van versie 0.2.0 naar 9.1.0"),
        "{said}"
    );
    assert!(
        said.contains("\n-<article") && said.contains("\n+<article data-theirs"),
        "the diff shows what changed: {said}"
    );
    assert!(said.contains("1 om naar te kijken"), "{said}");

    let ours = site.read("thema/templates/news.html");
    let seen = theme(&site, &["neem-over", "thema/templates/news.html"]);
    assert!(seen.code == 0 && seen.said().contains("bleef zoals het is"), "{}", seen.said());
    assert_eq!(site.read("thema/templates/news.html"), ours, "the village's copy is not overwritten");
    assert!(theme(&site, &["verschil"]).said().contains("alles is bij"));
}

#[test]
fn copies_of_unknown_origin_and_of_dropped_templates_are_reported() {
    let site = village();
    let original = site.read("themas/lvkk/templates/event.html");
    site.write("thema/templates/event.html", &original);
    site.write("thema/templates/venue.html", "{% extends \"venue.html\" %}\n");
    let said = theme(&site, &["verschil"]).said();
    assert!(said.contains("event.html: waar dit van is overgenomen, is niet bekend"), "{said}");
    assert!(!said.contains("venue.html"), "a template that extends the one below is not a copy: {said}");
    assert_eq!(theme(&site, &["neem-over", "event.html"]).code, 0);
    std::fs::remove_file(site.join("themas/lvkk/templates/event.html")).expect("the template exists");
    assert!(theme(&site, &["verschil"]).said().contains("event.html: het thema heeft dit bestand niet meer"));
}

#[test]
fn the_origin_of_a_file_is_shown_layer_by_layer() {
    let site = village();
    site.write("thema/templates/base.html", "{% extends \"base.html\" %}\n");
    site.write("thema/assets/site.css", "p { margin: 0 }\n");
    let base = theme(&site, &["waar", "base.html"]).out;
    assert_eq!(
        base,
        "templates/base.html\n  thema (van het dorp zelf): verandert een deel van wat eronder staat\n  themas/lvkk (versie 0.2.0): deze telt\n"
    );
    let style = theme(&site, &["waar", "thema/assets/site.css"]).out;
    assert_eq!(
        style,
        "assets/site.css\n  thema (van het dorp zelf): deze telt\n  themas/lvkk (versie 0.2.0): verborgen\n"
    );
    let wrong = theme(&site, &["waar", "bas.html"]);
    assert!(wrong.code == 2 && wrong.said().contains("bedoel je: base.html?"), "{}", wrong.said());
}

/// A copy of a theme's extra style can also drop rules, because it replaces the original.
#[test]
fn an_adopted_extra_style_replaces_its_original() {
    let site = Folder::with(VILLAGE);
    site.write("themas/hei/theme.yaml", "name: hei\nversion: 1.0.0\napi: 1\nextends: lvkk\n");
    site.write("themas/hei/assets/extra.css", ".hei { color: #123456 }\n.weg { color: #654321 }\n");
    site.write("themas/hei/templates/base.html", "{% extends \"base.html\" %}\n");
    site.write("site.yaml", format!("{}thema: hei\n", site.read("site.yaml")));
    assert_eq!(theme(&site, &["neem-over", "extra.css"]).code, 0);
    let copy = site.read("thema/assets/extra.css");
    assert!(copy.starts_with("/* komt in de plaats van hei/assets/extra.css */\n.hei"), "{copy}");
    site.write("thema/assets/extra.css", copy.replace(".weg { color: #654321 }\n", ""));
    let ran = build(site.path(), &site.join("public"));
    assert_eq!(ran.code, 0, "{}", ran.said());
    let is_style = |name: &str| name.starts_with("assets/site.") && name.ends_with(".css");
    let style = tree(&site.join("public")).into_iter().find(|(name, _)| is_style(name));
    let style = String::from_utf8(style.expect("a style").1).expect("text");
    assert_eq!(style.matches("#123456").count(), 1, "once: it is not also appended to itself");
    assert!(!style.contains("#654321"), "a rule deleted from the copy is gone");
    assert_eq!(
        theme(&site, &["waar", "extra.css"]).out,
        "assets/extra.css\n  thema (van het dorp zelf): komt in de plaats van die in themas/hei\n  themas/hei (versie 1.0.0): verborgen\n"
    );
    assert_eq!(theme(&site, &["neem-over", "base.html"]).code, 0);
    let said = theme(&site, &["waar", "base.html"]).out;
    assert!(
        said.contains("thema (van het dorp zelf): komt in de plaats van die in themas/hei, en verandert een deel van die in lvkk\n")
            && said.contains("themas/hei (versie 1.0.0): verborgen\n"),
        "{said}"
    );
}

#[test]
fn a_file_that_no_theme_has_cannot_be_adopted() {
    let site = village();
    site.write("thema/templates/eigen.html", "<p></p>\n");
    let before = tree(site.path());
    for (word, why) in [("eigen.html", "van het dorp zelf"), ("weg.html", "heeft een bestand 'weg.html'")] {
        let ran = theme(&site, &["neem-over", word]);
        assert!(ran.code == 2 && ran.said().contains(why), "{}", ran.said());
    }
    assert_eq!(tree(site.path()), before);
}

#[test]
fn a_copy_by_hand_is_listed_and_a_change_of_origin_is_told() {
    let site = village();
    site.write(
        "themas/zuid/theme.yaml",
        "name: zuid\ntitle: Zuid\nversion: 1.0.0\napi: 1\nextends: lvkk\nlicence: MIT\n",
    );
    let top = "{% extends \"base.html\" %}\n{% block footer_end %}<p>Zuid</p>{% endblock footer_end %}\n";
    site.write("themas/zuid/templates/base.html", top);
    let chosen = format!("{}\nthema: zuid\n", site.read("site.yaml"));
    site.write("site.yaml", chosen);
    site.write("thema/templates/base.html", top);
    let said = theme(&site, &["verschil"]).said();
    assert!(said.contains("base.html: waar dit van is overgenomen, is niet bekend"), "{said}");

    std::fs::remove_file(site.join("thema/templates/base.html")).expect("the copy exists");
    let adopted = theme(&site, &["neem-over", "base.html"]);
    assert!(adopted.code == 0 && adopted.said().contains("is nu van jullie"), "{}", adopted.said());
    let switched = theme(&site, &["neem-over", "lvkk/templates/base.html"]).said();
    assert!(switched.contains("nu bij 'lvkk' hoort, en niet meer bij 'zuid'"), "{switched}");
    let seen = theme(&site, &["neem-over", "lvkk/templates/base.html"]).said();
    assert!(seen.contains("past bij het origineel van nu"), "{seen}");
}
