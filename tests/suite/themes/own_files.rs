//! A village's own files over those of its theme: where each comes from, and what happens when the theme moves on.

use dorpsplein::theme::shipped;

use crate::support::{Folder, Ran, VILLAGE, build, run, tree};

/// A village with the standard theme beside it, so that it can move on.
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

/// The theme gets another version, with one line changed in a template.
fn moves_on(site: &Folder, version: &str, from: &str, to: &str) {
    let manifest = site.read("themas/lvkk/theme.yaml");
    let line = manifest.lines().find(|line| line.starts_with("version:")).expect("a version").to_owned();
    site.write("themas/lvkk/theme.yaml", manifest.replace(&line, &format!("version: {version}")));
    let template = site.read("themas/lvkk/templates/news.html");
    assert!(template.contains(from), "{template}");
    site.write("themas/lvkk/templates/news.html", template.replace(from, to));
}

#[test]
fn an_adopted_file_counts_and_its_drift_is_told_until_somebody_looked() {
    let site = village();
    let adopted = theme(&site, &["neem-over", "news.html"]);
    assert_eq!(adopted.code, 0, "{}", adopted.said());
    let original = site.read("themas/lvkk/templates/news.html");
    assert_eq!(site.read("thema/templates/news.html"), original, "the same bytes, to be changed");
    assert!(theme(&site, &["verschil"]).said().contains("news.html: het origineel is hetzelfde gebleven"));
    site.write("thema/templates/news.html", original.replace("<article", "<article data-ours"));
    let ran = build(site.path(), &site.join("public"));
    assert_eq!(ran.code, 0, "{}", ran.said());

    moves_on(&site, "9.1.0", "<article", "<article data-theirs");
    let said = theme(&site, &["verschil"]).said();
    assert!(
        said.contains("thema/templates/news.html: het origineel is veranderd, van versie 0.2.0 naar 9.1.0"),
        "{said}"
    );
    assert!(
        said.contains("\n-<article") && said.contains("\n+<article data-theirs"),
        "what changed stands beside it: {said}"
    );
    assert!(said.contains("1 om naar te kijken"), "{said}");

    let ours = site.read("thema/templates/news.html");
    let seen = theme(&site, &["neem-over", "thema/templates/news.html"]);
    assert!(seen.code == 0 && seen.said().contains("bleef zoals het is"), "{}", seen.said());
    assert_eq!(site.read("thema/templates/news.html"), ours, "nothing of ours is written over");
    assert!(theme(&site, &["verschil"]).said().contains("alles is bij"));
}

#[test]
fn a_copy_of_which_nothing_is_known_and_one_that_the_theme_lost_are_told() {
    let site = village();
    let original = site.read("themas/lvkk/templates/event.html");
    site.write("thema/templates/event.html", &original);
    site.write("thema/templates/venue.html", "{% extends \"venue.html\" %}\n");
    let said = theme(&site, &["verschil"]).said();
    assert!(said.contains("event.html: waar dit van is overgenomen, is niet bekend"), "{said}");
    assert!(!said.contains("venue.html"), "what builds on the one below is no copy: {said}");
    assert_eq!(theme(&site, &["neem-over", "event.html"]).code, 0);
    std::fs::remove_file(site.join("themas/lvkk/templates/event.html")).expect("it was there");
    assert!(theme(&site, &["verschil"]).said().contains("event.html: het thema heeft dit bestand niet meer"));
}

#[test]
fn where_a_file_comes_from_is_told_layer_by_layer() {
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

/// A copy of what a theme adds to the style can lose rules as well: it comes in the place of the original.
#[test]
fn an_adopted_extra_style_takes_the_place_of_the_one_it_was_copied_from() {
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
    assert_eq!(style.matches("#123456").count(), 1, "once, and not behind itself");
    assert!(!style.contains("#654321"), "what is deleted in the copy is gone");
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
fn nothing_is_adopted_that_no_theme_has() {
    let site = village();
    site.write("thema/templates/eigen.html", "<p></p>\n");
    let before = tree(site.path());
    for (word, why) in [("eigen.html", "van het dorp zelf"), ("weg.html", "heeft een bestand 'weg.html'")] {
        let ran = theme(&site, &["neem-over", word]);
        assert!(ran.code == 2 && ran.said().contains(why), "{}", ran.said());
    }
    assert_eq!(tree(site.path()), before);
}
