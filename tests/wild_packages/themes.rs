//! Tries the files that theme makers write by hand: `theme.yaml` and templates.

use dorpsplein::ground::{Code, Language, Place, Remarks, Severity, SitePath, TimeZone};
use dorpsplein::read::{HeldFile, Source};
use dorpsplein::render::ThemeCache;
use dorpsplein::theme::{Choice, Contract, LayerCache, NamedTheme, Shipped, Theme};

const MANIFEST: &str = "name: hei\nversion: 1.0.0\napi: 1\n";

/// Whether a `theme.yaml` has no mistakes.
pub fn is_manifest(bytes: &[u8]) -> bool {
    loaded(&[("theme.yaml", bytes)]).1
}

/// Whether a template compiles, under the name that most others extend.
pub fn is_template(bytes: &[u8]) -> bool {
    let part = b"{% component lang(of) -%}{{ of }}{%- endcomponent lang %}";
    let files: [(&str, &[u8]); 3] =
        [("theme.yaml", MANIFEST.as_bytes()), ("templates/base.html", bytes), ("templates/deel.html", part)];
    let (theme, is_valid) = loaded(&files);
    let mut remarks = Remarks::default();
    ThemeCache::default().fitted(&theme, &mut remarks);
    for remark in remarks.sorted() {
        assert!(!remark.message.nl.is_empty() && !remark.place.file.is_empty(), "refused without a message");
    }
    is_valid && remarks.is_publishable()
}

/// Loads a theme of these files alone; also returns whether missing templates are its only errors.
fn loaded(files: &[(&str, &[u8])]) -> (Theme, bool) {
    let held = files.iter().filter_map(|(path, bytes)| {
        Some(HeldFile { path: SitePath::new(&format!("themas/hei/{path}"))?, bytes: bytes.to_vec() })
    });
    let source = Source { packages: held.collect(), ..Source::default() };
    let named = NamedTheme { name: "hei".to_owned(), place: Place::of_file("site.yaml") };
    let choice = Choice {
        named: Some(&named),
        settings: None,
        language: Language::Dutch,
        others: &[],
        zone: &TimeZone::UTC,
    };
    let shipped = Shipped { themes: Vec::new(), contract: Contract::OURS };
    let mut remarks = Remarks::default();
    let theme = Theme::load(&shipped, &source, choice, &LayerCache::default(), &mut remarks);
    let remarks = remarks.sorted();
    let errors = remarks.iter().filter(|remark| remark.severity == Severity::Error);
    (theme, errors.clone().all(|error| error.code == Code::TemplateMissing))
}
