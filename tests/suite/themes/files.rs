//! How a site publishes a theme's files: pictures under their published names, drawings with nothing else.

use crate::support::{Folder, VILLAGE, build, check, run, tree};

#[test]
fn every_form_of_css_url_finds_its_picture() {
    let village = Folder::with(VILLAGE);
    let picture =
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\"><path d=\"M0 0h9v9z\"/></svg>";
    for name in ["a.svg", "b.svg", "c.svg", "d.svg", "plaatjes/e.svg", "f.svg"] {
        village.write(&format!("thema/assets/{name}"), picture.replace("M0", &format!("M{}", name.len())));
    }
    village.write(
        "thema/assets/extra.css",
        ".a{background:url('a.svg')}.b{background:url( \"b.svg\" )}.c{background:url(./c.svg)}\
         .d{background:URL(d.svg#x)}.e{background:url(plaatjes/e.svg?v=1)}@import 'stijl/g.css';",
    );
    village.write("thema/assets/stijl/g.css", ".f{background:url(../f.svg)}");
    let output = Folder::new();
    let ran = build(village.path(), &output.join("public"));
    assert_eq!(ran.code, 0, "{}", ran.said());
    assert!(!ran.said().contains("nergens gebruikt"), "{}", ran.said());
    let files = tree(&output.join("public"));
    let text = |start: &str| {
        let is_it = |path: &str| path.starts_with(start) && path.ends_with(".css");
        let (_, bytes) = files.iter().find(|(path, _)| is_it(path)).expect(start);
        String::from_utf8_lossy(bytes).into_owned()
    };
    let style = text("assets/site.");
    for name in ["a", "b", "c", "d", "plaatjes/e"] {
        let start = format!("assets/{name}.");
        let path = files.keys().find(|path| path.starts_with(&start)).expect("it is published");
        let published = path.trim_start_matches("assets/");
        assert!(style.contains(published), "{published} in {style}");
    }
    assert!(style.contains(".svg#x") && style.contains(".svg?v=1"), "{style}");
    let published = files.keys().find(|path| path.starts_with("assets/stijl/g.")).expect("it is published");
    assert!(style.contains(published.trim_start_matches("assets/")), "{style}");
    assert!(text("assets/stijl/g.").contains("url(../f."), "{}", text("assets/stijl/g."));
}

#[test]
fn a_drawing_in_a_theme_contains_nothing_but_the_drawing() {
    let village = Folder::with(VILLAGE);
    village.write("thema/assets/extra.css", ".a{background:url(kerk.svg)}");
    let drawing = |inner: &str| {
        format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\">{inner}<path d=\"M0 0h9v9z\"/></svg>"
        )
    };
    for inner in [
        "<script>alert(1)</script>",
        "<foreignObject><p>x</p></foreignObject>",
        "<image href=\"https://elders.example/a.png\"/>",
        "<g onload=\"alert(1)\"/>",
    ] {
        village.write("thema/assets/kerk.svg", drawing(inner));
        let ran = check(village.path());
        assert!(
            ran.code == 1 && ran.said().contains("de tekening 'thema/assets/kerk.svg'"),
            "{}",
            ran.said()
        );
    }
    village.write("thema/assets/kerk.svg", drawing("<metadata>wie en waar</metadata>"));
    let output = Folder::new();
    let ran = build(village.path(), &output.join("public"));
    assert_eq!(ran.code, 0, "{}", ran.said());
    let files = tree(&output.join("public"));
    let (_, bytes) =
        files.iter().find(|(path, _)| path.starts_with("assets/kerk.")).expect("it is published");
    let text = String::from_utf8_lossy(bytes);
    assert!(text.contains("M0 0h9v9z") && !text.contains("wie en waar"), "{text}");
}

/// A Dutch village gets messages about its theme in Dutch, whatever language the maker uses.
#[test]
fn messages_about_a_theme_are_in_the_language_of_the_village() {
    let village = Folder::with(&[
        ("site.yaml", "naam: Testdorp\nomschrijving: Een dorp.\nthema: zuid\n"),
        ("themas/zuid/theme.yaml", "name: zuid\nversion: one\napi: 1\nextends: lvkk\nlicence: MIT\n"),
    ]);
    let ran = check(village.path());
    assert!(ran.said().contains("'one' is geen versie"), "{}", ran.said());
    // The maker gets messages in the language of the file.
    let said = run(&["theme", "check", village.join("themas/zuid").to_str().expect("a path")]).said();
    assert!(said.contains("'one' is not a version"), "{said}");
}
