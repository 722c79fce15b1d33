//! The schemas for editors come from the same description as the reader: what one takes, the other takes.

use std::collections::BTreeSet;

use crate::support::{Folder, VILLAGE, run};

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

/// A village's editor knows the settings of its own theme.
#[test]
fn the_settings_of_a_theme_are_in_the_schema_of_its_village() {
    let site = Folder::with(VILLAGE);
    site.write("site.yaml", "naam: Testdorp\nthema: oost\n");
    site.write(
        "themas/oost/theme.yaml",
        "name: oost\nversion: 1.0\napi: 1\nextends: lvkk\nsettings:\n  band:\n    name: rand\n    kind: number\n    most: 9\n    help: {nl: Hoe breed., en: How wide.}\n",
    );
    let ran = run(&["schema", "site", site.path().to_str().expect("a path")]);
    let document: serde_json::Value = serde_json::from_str(&ran.out).expect("JSON");
    let theme = &document["properties"]["thema"]["anyOf"][0]["anyOf"][0]["properties"];
    let settings = &theme["instellingen"]["anyOf"][0]["properties"];
    for name in ["rand", "band"] {
        assert_eq!(settings[name]["anyOf"][0]["maximum"], 9, "{theme}");
        assert_eq!(settings[name]["description"], "Hoe breed.\nHow wide.");
    }
    let corners = settings["hoeken"]["anyOf"][0]["enum"].as_array().expect("words");
    assert!(corners.contains(&"recht".into()) && corners.contains(&"square".into()), "{settings}");
}
