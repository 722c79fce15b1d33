//! The values that templates receive, kept in a snapshot: removing a field takes a new contract number.
//!
//! `BLESS=1 cargo test --test suite contract` rewrites the snapshot; read the diff before you commit it.

use std::collections::BTreeSet;
use std::fs;
use std::sync::Arc;

use dorpsplein::ground::{Json, pretty_json};
use dorpsplein::pipeline::{Request, Today, read_and_plan};
use dorpsplein::proof::proof_villages;
use dorpsplein::render::{Record, contract_page, meanings};
use dorpsplein::theme::{API, PAGES, PORTAL_PAGES, shipped};

use crate::support::{Folder, TODAY, project};

/// Renders every page of every village that themes are tried on, and records what templates receive.
fn record() -> Record {
    let record = Arc::new(Record::default());
    for village in proof_villages() {
        let site = Folder::new();
        for (path, bytes) in &village.files {
            site.write(path, bytes);
        }
        let request = Request {
            site: site.path().to_owned(),
            today: Today::Fixed(TODAY.parse().expect("a day")),
            base_url: None,
            host_address: None,
        };
        let planned = read_and_plan(&request, &shipped()).expect("a village");
        assert!(planned.remarks.is_publishable(), "{}: {:#?}", village.id, planned.remarks.sorted());
        planned.edition.record_into(&record);
        let trial = planned.plan.trial(&planned.edition);
        assert!(trial.is_complete, "{}: {:#?}", village.id, trial.remarks);
        drop(planned);
    }
    Arc::into_inner(record).expect("nobody else holds it")
}

#[test]
fn templates_receive_what_the_contract_says() {
    let record = record();
    let mut known = [PAGES, PORTAL_PAGES].concat();
    known.sort_unstable();
    assert_eq!(record.templates(), known, "every template that the program renders, and no other");
    let contract = record.as_json(API);
    assert_every_value_is_explained(&contract);
    assert_as_kept("themes/contract.json", &pretty_json(&contract));
    assert_as_kept("themes/CONTRACT.md", &contract_page(&contract));
}

fn assert_as_kept(file: &str, told: &str) {
    let kept = project().join(file);
    if std::env::var_os("BLESS").is_some() {
        fs::write(&kept, told).expect("blessed");
    }
    let known = fs::read_to_string(&kept).unwrap_or_default();
    let first = told.lines().zip(known.lines()).find(|(now, before)| now != before);
    assert!(told == known, "{file} has changed; the first difference: {first:?}");
}

/// Checks that each value passed to templates has an explanation, and that there are no other explanations.
fn assert_every_value_is_explained(contract: &Json) {
    let mut given: BTreeSet<String> = BTreeSet::new();
    for (key, value) in contract["everywhere"].as_object().expect("values") {
        given.insert(key.clone());
        let fields = value["fields"].as_object().into_iter().flatten();
        given.extend(fields.map(|(field, _)| format!("{key}.{field}")));
    }
    for (template, values) in contract["templates"].as_object().expect("templates") {
        given.extend(values.as_object().expect("values").keys().map(|key| format!("{template} {key}")));
    }
    let explained: BTreeSet<String> = meanings().map(str::to_owned).collect();
    assert_eq!(given, explained);
}
