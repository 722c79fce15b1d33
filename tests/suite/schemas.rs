//! The schemas for editors come from the same description as the reader: what one takes, the other takes.

use std::collections::BTreeSet;

use crate::support::run;

fn schema(kind: &str) -> serde_json::Value {
    let ran = run(&["schema", kind]);
    assert_eq!(ran.code, 0, "{}", ran.said());
    serde_json::from_str(&ran.out).expect("JSON")
}

#[test]
fn every_kind_has_a_schema_with_both_names_of_every_field() {
    for kind in dorpsplein::village::Kind::ALL {
        let document = schema(kind.info().id);
        assert_eq!(document["$schema"], "https://json-schema.org/draft/2020-12/schema");
        let properties = document["anyOf"][0]["properties"].as_object().expect("fields");
        for field in kind.fields() {
            for name in [field.en, field.nl] {
                let help = properties[name]["description"].as_str().expect("help");
                assert!(help.contains(field.help.nl) && help.contains(field.help.en), "{name}");
            }
        }
    }
    assert!(schema("site")["properties"]["naam"].is_object());
}

#[test]
fn dutch_names_of_kinds_work_as_well() {
    assert_eq!(schema("agenda"), schema("event"));
    assert_eq!(schema("site.yaml"), schema("site"));
}

#[test]
fn no_two_fields_of_a_kind_share_a_name() {
    for kind in dorpsplein::village::Kind::ALL {
        let mut taken = BTreeSet::new();
        for field in kind.fields() {
            // `status` and the like are the same in both languages.
            let names: BTreeSet<&str> = field.names().collect();
            for name in names {
                assert!(taken.insert(name), "{name} of {} stands for two fields", kind.info().id);
            }
        }
    }
}

#[test]
fn help_is_a_whole_sentence_in_both_languages() {
    for kind in dorpsplein::village::Kind::ALL {
        for field in kind.fields() {
            for help in [field.help.nl, field.help.en] {
                assert!(
                    help.ends_with('.') && help.chars().next().is_some_and(char::is_uppercase),
                    "{}: {help}",
                    field.en
                );
            }
        }
    }
}
