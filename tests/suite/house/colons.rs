//! Every field is recognised when its colon was forgotten, and keeps a list that begins on its line.

use dorpsplein::field::Shape;
use dorpsplein::ground::FileText;
use dorpsplein::read::parse_yaml;
use dorpsplein::village::Kind;

/// Fields whose names are also among the most common words.
const SMALL: &[&str] = &["from", "until", "tot", "extra", "times", "gone", "host", "type"];

fn corrected(text: &str) -> Vec<String> {
    let (_, remarks) = parse_yaml(&FileText::new("a.yaml".into(), text), 0..text.len());
    remarks.into_iter().filter_map(|remark| remark.correction).collect()
}

#[test]
fn every_field_is_recognised_without_its_colon() {
    for field in Kind::ALL.iter().flat_map(|kind| kind.fields()) {
        for name in [field.nl, field.en].into_iter().filter(|name| !SMALL.contains(name)) {
            let typed = format!("intro: Een lange zin die\n{name} iets\n");
            assert_eq!(corrected(&typed), [format!("{name}: iets")], "{name}");
        }
    }
}

#[test]
fn a_field_with_several_values_keeps_a_list_on_its_line() {
    for field in Kind::ALL.iter().flat_map(|kind| kind.fields()) {
        for name in [field.nl, field.en].into_iter().filter(|_| matches!(field.shape, Shape::Many(_))) {
            assert_eq!(corrected(&format!("{name}: - iets")), [format!("{name}:\n  - iets")], "{name}");
        }
    }
}
