//! The schemas for editors come from the same description as the reader: what one accepts, the other accepts.

use std::collections::BTreeSet;

use crate::support::{Folder, VILLAGE, run};

fn schema(kind: &str) -> serde_json::Value {
    let ran = run(&["schema", kind]);
    assert_eq!(ran.code, 0, "{}", ran.said());
    serde_json::from_str(&ran.out).expect("JSON")
}

/// Follows a reference in a schema to the part that it refers to.
fn resolved<'d>(document: &'d serde_json::Value, part: &'d serde_json::Value) -> &'d serde_json::Value {
    match part["$ref"].as_str() {
        Some(place) => {
            resolved(document, document.pointer(place.trim_start_matches('#')).expect("a part of it"))
        }
        None => part,
    }
}

/// An editor loads a schema before it can help.
#[test]
fn schemas_stay_small() {
    for kind in dorpsplein::village::Kind::ALL {
        let ran = run(&["schema", kind.info().id]);
        assert!(ran.out.len() < 400_000, "{}: {} bytes", kind.info().id, ran.out.len());
    }
}

#[test]
fn every_kind_has_a_schema_with_both_names_of_every_field() {
    for kind in dorpsplein::village::Kind::ALL {
        let document = schema(kind.info().id);
        assert_eq!(document["$schema"], "https://json-schema.org/draft/2020-12/schema");
        let properties =
            resolved(&document, &document["anyOf"][0])["properties"].as_object().expect("fields");
        for field in kind.fields() {
            for name in [field.en, field.nl] {
                let help = resolved(&document, &properties[name])["description"].as_str().expect("help");
                assert!(help.contains(field.help.nl) && help.contains(field.help.en), "{name}");
            }
        }
    }
    assert!(schema("site")["properties"]["naam"].is_object());
}

#[test]
fn a_kind_has_the_same_schema_under_all_its_names() {
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
                assert!(taken.insert(name), "{name} of {} names two fields", kind.info().id);
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

/// An editor knows the settings of the village's own theme.
#[test]
fn the_settings_of_a_theme_are_in_the_schema_for_its_village() {
    let site = Folder::with(VILLAGE);
    site.write("site.yaml", "naam: Testdorp\nthema: oost\n");
    site.write(
        "themas/oost/theme.yaml",
        "name: oost\nversion: 1.0\napi: 1\nextends: lvkk\nsettings:\n  band:\n    name: rand\n    kind: number\n    most: 9\n    help: {nl: Hoe breed., en: How wide.}\n",
    );
    let ran = run(&["schema", "site", site.path().to_str().expect("a path")]);
    let document: serde_json::Value = serde_json::from_str(&ran.out).expect("JSON");
    let inner = |part| resolved(&document, &resolved(&document, part)["anyOf"][0]);
    let theme = &inner(inner(&document["properties"]["thema"]))["properties"];
    let settings = &inner(&theme["instellingen"])["properties"];
    for name in ["rand", "band"] {
        assert_eq!(inner(&settings[name])["maximum"], 9, "{theme}");
        assert_eq!(resolved(&document, &settings[name])["description"], "Hoe breed.\nHow wide.");
    }
    let corners = inner(&settings["hoeken"])["enum"].as_array().expect("words");
    assert!(corners.contains(&"recht".into()) && corners.contains(&"square".into()), "{settings}");
}

/// The schema of `dorp.json` requires what a portal cannot do without.
#[test]
fn the_schema_of_dorp_json_requires_what_a_portal_requires() {
    let document = schema("dorp.json");
    assert_eq!(document, schema("dorp"));
    let required = |path: &[&str]| {
        let mut at = &document;
        for key in path {
            at = &at["properties"][key];
        }
        let at = if at["type"] == "array" { &at["items"] } else { at };
        at["required"].as_array().expect("a list").iter().map(ToString::to_string).collect::<Vec<_>>()
    };
    assert_eq!(required(&[]), ["\"dorp\"", "\"village\""]);
    assert_eq!(required(&["village"]), ["\"name\""]);
    assert_eq!(required(&["news"]), ["\"title\"", "\"date\""]);
    assert_eq!(document["properties"]["dorp"]["const"], 1);
    assert_eq!(document["properties"]["venues"]["maxItems"], 500);
    let read = |text: &str| {
        let place = dorpsplein::ground::Place::of_file("site.yaml");
        let from = "https://dorp.example/dorp.json";
        dorpsplein::region::read(&dorpsplein::region::Document {
            bytes: text.as_bytes(),
            from,
            name: None,
            place,
        })
    };
    let whole = r#"{"dorp":1,"village":{"name":"Dorp"},"venues":[{"name":"Zaal"}],"events":[{"id":"a","title":"Koffie"}],"occurrences":[{"event":"a","start":"2026-12-01"}],"news":[{"title":"Nieuws","date":"2026-11-01"}]}"#;
    assert!(read(whole).remarks.is_empty());
    for needed in [
        r#""dorp":1,"#,
        r#""name":"Dorp""#,
        r#""name":"Zaal""#,
        r#","title":"Koffie""#,
        r#""event":"a","#,
        r#","start":"2026-12-01""#,
        r#""title":"Nieuws","#,
        r#","date":"2026-11-01""#,
    ] {
        assert!(whole.contains(needed), "{needed}");
        assert_eq!(read(&whole.replace(needed, "")).remarks.len(), 1, "{needed}");
    }
}
