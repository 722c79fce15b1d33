//! What templates are given, held by a snapshot: a field may come, but none goes without another number of the contract.
//!
//! `BLESS=1 cargo test --test suite contract` writes the snapshot anew; read the difference before you commit it.

use std::collections::BTreeSet;
use std::fs;
use std::sync::Arc;

use dorpsplein::ground::{Json, pretty_json};
use dorpsplein::pipeline::{Request, Today, read_and_plan};
use dorpsplein::proof::proof_villages;
use dorpsplein::render::{Record, contract_page, meanings};
use dorpsplein::theme::{API, PAGES, PORTAL_PAGES, shipped};

use crate::support::{Folder, TODAY, project};

/// Makes every page of every village that themes are tried on, and notes what templates are given.
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
            told_by_host: None,
        };
        let planned = read_and_plan(&request, &shipped()).expect("a village");
        assert!(planned.remarks.publishable(), "{}: {:#?}", village.id, planned.remarks.sorted());
        planned.edition.note_in(&record);
        let trial = planned.plan.trial(&planned.edition);
        assert!(trial.is_whole, "{}: {:#?}", village.id, trial.remarks);
        drop(planned);
    }
    Arc::into_inner(record).expect("nobody else holds it")
}

#[test]
fn templates_are_given_what_the_contract_says() {
    let record = record();
    let mut known = [PAGES, PORTAL_PAGES].concat();
    known.sort_unstable();
    assert_eq!(record.templates(), known, "every template that the program fills, and no other");
    let contract = record.as_json(API);
    every_value_is_explained(&contract);
    same_as_kept("themes/contract.json", &pretty_json(&contract));
    same_as_kept("themes/CONTRACT.md", &contract_page(&contract));
}

fn same_as_kept(file: &str, told: &str) {
    let kept = project().join(file);
    if std::env::var_os("BLESS").is_some() {
        fs::write(&kept, told).expect("blessed");
    }
    let known = fs::read_to_string(&kept).unwrap_or_default();
    let first = told.lines().zip(known.lines()).find(|(now, before)| now != before);
    assert!(told == known, "{file} is another now, first here: {first:?}");
}

/// What templates are given at their own door has a sentence each, and there is no sentence for what is not given.
fn every_value_is_explained(contract: &Json) {
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
