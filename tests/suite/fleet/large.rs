//! Tests a fleet of many villages: exactly the broken ones are reported, a power cut leaves each village
//! whole, and several machines can share the work.

#[cfg(unix)]
use std::fs;

use crate::fleet::{fleet, run_on_fleet};
#[cfg(unix)]
use crate::support::TODAY;
use crate::support::{Folder, VILLAGE, run, tree};

/// Different mistakes: a date that does not exist, a broken link, a missing theme, no usable settings at all.
const BROKEN: [(&str, &str); 4] = [
    ("agenda/koffie.md", "---\ntitel: Koffie\ndatum: 31 februari 2026\n---\n"),
    ("paginas/weg.md", "---\ntitel: Weg\n---\n\n[Weg](/er-is-niets/)\n"),
    ("site.yaml", "naam: Kapot\nthema: er-is-er-geen\n"),
    ("site.yaml", ": : :\n"),
];

#[test]
fn exactly_the_villages_with_mistakes_are_reported() {
    let fleet = Folder::new();
    for number in 0..24 {
        let name = format!("dorp-{number:02}");
        for (path, text) in VILLAGE {
            fleet.write(&format!("{name}/{path}"), text);
        }
        if let Some((path, text)) = BROKEN.get(number / 6).filter(|_| number % 6 == 0) {
            fleet.write(&format!("{name}/{path}"), text);
        }
    }
    let ran = run_on_fleet(&fleet, &["bouw"]);
    assert_eq!(ran.code, 1, "{}", ran.said());
    assert!(ran.out.ends_with("24 dorpen: 20 gemaakt, 0 ongewijzigd, 4 waar iets mis is\n"), "{}", ran.out);
    for number in 0..24 {
        let name = format!("dorp-{number:02}");
        let is_broken = number % 6 == 0;
        assert_eq!(ran.out.contains(&format!("{name}  FOUT")), is_broken, "{name}: {}", ran.out);
        assert_eq!(fleet.join(&format!("{name}/public/index.html")).exists(), !is_broken, "{name}");
    }
}

/// When a shared theme fails everywhere, the village with another mistake must still stand out in the table.
#[test]
fn mistakes_that_many_villages_share_are_reported_once() {
    let fleet = Folder::new();
    for number in 0..12 {
        fleet.write(
            &format!("dorp-{number:02}/site.yaml"),
            "naam: Dorp\nomschrijving: Een dorp.\nthema: provincie\n",
        );
    }
    fleet.write("dorp-07/agenda/koffie.md", "---\ntitel: Koffie\ndatum: 31 februari 2026\n---\n");
    let ran = run_on_fleet(&fleet, &["controleer"]);
    assert_eq!(ran.code, 1, "{}", ran.said());
    let lines: Vec<&str> = ran.out.lines().collect();
    assert_eq!(lines.iter().filter(|line| line.contains("provincie")).count(), 2, "{}", ran.out);
    let says = "    dezelfde fouten staan in nog 10 dorpen: dorp-01, dorp-02, dorp-03, dorp-04, dorp-05, …; met --vorm json";
    assert!(lines[0].starts_with("dorp-00  FOUT") && ran.out.contains(says), "{}", ran.out);
    assert!(
        ran.out.contains("\ndorp-07  FOUT  2 fouten") && ran.out.contains("12 waar iets mis is"),
        "{}",
        ran.out
    );
    let told: serde_json::Value =
        serde_json::from_str(&run_on_fleet(&fleet, &["controleer", "--vorm", "json"]).out).expect("JSON");
    assert_eq!(told["villages"].as_array().map(Vec::len), Some(12), "programs get all of them");
}

/// After a kill halfway, as in a power cut, every village has its old site or its new one.
#[cfg(unix)]
#[test]
fn a_killed_run_leaves_every_village_whole() {
    let names: Vec<String> = (0..12).map(|number| format!("dorp-{number:02}")).collect();
    let fleet = Folder::new();
    for name in &names {
        for (path, text) in VILLAGE {
            fleet.write(&format!("{name}/{path}"), text);
        }
    }
    assert_eq!(run_on_fleet(&fleet, &["bouw"]).code, 0);
    let old: Vec<_> = names.iter().map(|name| tree(&fleet.join(&format!("{name}/public")))).collect();
    for name in &names {
        fleet.write(&format!("{name}/site.yaml"), "naam: Nieuwdorp\nomschrijving: Een nieuw dorp.\n");
    }
    let fresh = Folder::new();
    assert_eq!(run_on_fleet(&fleet, &["bouw", "--uitvoer", fresh.path().to_str().expect("a path")]).code, 0);
    let place = fleet.path().to_str().expect("a path");
    let mut child = crate::support::program()
        .args(["dorpen", "bouw", place, "--vandaag", TODAY])
        .spawn()
        .expect("it runs");
    let is_new = |name: &str| {
        fs::read_to_string(fleet.join(&format!("{name}/public/index.html")))
            .is_ok_and(|page| page.contains("Nieuwdorp"))
    };
    let started = std::time::Instant::now();
    while !names.iter().any(|name| is_new(name)) && started.elapsed().as_secs() < 60 {
        std::thread::sleep(std::time::Duration::from_millis(2));
    }
    child.kill().expect("it is killed");
    child.wait().expect("it has ended");
    let mut new = 0;
    for (name, old) in names.iter().zip(&old) {
        let now = tree(&fleet.join(&format!("{name}/public")));
        let is_whole_and_new = now == tree(&fresh.join(name));
        assert!(now == *old || is_whole_and_new, "{name} is neither old nor new");
        new += usize::from(is_whole_and_new);
    }
    assert!(new > 0, "some new sites were already there");
    assert_eq!(run_on_fleet(&fleet, &["bouw"]).code, 0, "nothing is in the way of the next run");
    assert!(names.iter().all(|name| is_new(name)));
}

#[test]
fn the_workflow_shares_the_work_and_keeps_edits() {
    let fleet = fleet();
    let place = fleet.path().to_str().expect("a path");
    let file = ".github/workflows/dorpen.yml";
    let ran = run(&["dorpen", "verdeel", place, "--over", "3"]);
    assert_eq!(ran.code, 0, "{}", ran.said());
    assert!(ran.err.contains(&format!("gemaakt: {file}")), "{}", ran.err);
    let text = fleet.read(file);
    assert!(text.contains("part: [1, 2, 3]") && text.contains("--deel \"$PART/3\""), "{text}");
    assert!(!text.contains("{nl:") && !text.contains("{machines}") && !text.contains("{fetch}"), "{text}");
    // A job that fails because of one village saves no cache at its end, so the cache is saved before that.
    assert!(!text.contains("actions/cache@"), "that action saves only after success: {text}");
    assert!(
        text.contains("::warning::De sites zijn samen $((size / 1000)) MB"),
        "it warns above the limit of the host: {text}"
    );
    let jobs: Vec<&str> = text.split("\n  publish:\n").collect();
    assert_eq!(jobs.len(), 2, "{text}");
    for job in jobs {
        let at = |words: &str| job.find(words).unwrap_or_else(|| panic!("no {words}: {job}"));
        let (back, made) = (at("actions/cache/restore@"), at("\"$program\" dorpen bouw"));
        let (kept, fails) = (at("actions/cache/save@"), at("exit \"$(cat outcome.txt)\""));
        assert!(back < made && made < kept && kept < fails, "{job}");
    }
    fleet.write(file, text.replace("timeout-minutes: 60", "timeout-minutes: 90"));
    let ran = run(&["dorpen", "verdeel", place, "--over", "4"]);
    assert_eq!(ran.code, 1, "{}", ran.said());
    assert!(fleet.read(file).contains("timeout-minutes: 90"), "edits stay");
    assert_eq!(run(&["dorpen", "verdeel", place, "--over", "4", "--toch"]).code, 0);
    assert!(fleet.read(file).contains("part: [1, 2, 3, 4]"));
    for number in ["0", "65", "veel"] {
        let ran = run(&["dorpen", "verdeel", place, "--over", number]);
        assert_eq!(ran.code, 64, "{}", ran.said());
        assert!(ran.err.contains(&format!("'{number}' is geen aantal machines")), "{}", ran.err);
    }
    let empty = Folder::new();
    let ran = run(&["dorpen", "verdeel", empty.path().to_str().expect("a path")]);
    assert_eq!((ran.code, tree(empty.path()).len()), (2, 0), "no villages: {}", ran.said());
}
