//! What templates are given, held by a snapshot: a field may come, but none goes without another number of the contract.
//!
//! `BLESS=1 cargo test --test suite contract` writes the snapshot anew; read the difference before you commit it.

use std::fs;
use std::sync::Arc;

use dorpsplein::ground::pretty_json;
use dorpsplein::pipeline::{Request, Today, prepare};
use dorpsplein::proof::proof_villages;
use dorpsplein::render::Record;
use dorpsplein::theme::{API, PAGES, shipped};

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
        let planned = prepare(&request, &shipped()).expect("a village");
        assert!(planned.remarks.publishable(), "{}: {:#?}", village.id, planned.remarks.sorted());
        planned.edition.note_in(&record);
        let trial = planned.plan.trial(&planned.edition);
        assert!(trial.is_whole, "{}: {:#?}", village.id, trial.said);
        drop(planned);
    }
    Arc::into_inner(record).expect("nobody else holds it")
}

#[test]
fn templates_are_given_what_the_contract_says() {
    let record = record();
    assert_eq!(record.templates(), PAGES, "every template that the program fills, and no other");
    let told = pretty_json(&record.as_json(API));
    let snapshot = project().join("themes/contract.json");
    if std::env::var_os("BLESS").is_some() {
        fs::write(&snapshot, &told).expect("blessed");
    }
    let known = fs::read_to_string(&snapshot).unwrap_or_default();
    let first = told.lines().zip(known.lines()).find(|(now, before)| now != before);
    assert!(told == known, "the contract is another now, first here: {first:?}");
}
