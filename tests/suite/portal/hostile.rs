//! Tests a portal of many villages, some of which stall, lie, send far too much or mean harm: it is built,
//! each of them is reported, and the last good copies stay.

use std::time::{Duration, Instant};

use dorpsplein::ground::Severity;
use dorpsplein::pipeline::{BuildCache, read_and_plan_cached};
use dorpsplein::report::shown_remarks;
use dorpsplein::theme::shipped;

use crate::portal::villages::{
    HEAD, Server, command, document, gather_on, gather_within, names, portal, publish, region, request,
};
use crate::support::{Folder, TODAY, build, copy_tree, tree, within};

#[test]
fn a_portal_of_a_hundred_sources_is_built_whatever_they_send() {
    let server = Server::start();
    let bad = ["stil", "telang", "tekort", "groot", "eindeloos", "kapot", "elders", "weg"];
    let odd = ["gemeen", "verwijzer", "jaar"];
    let mut all: Vec<String> =
        bad.iter().chain(&odd).flat_map(|name| (0..3).map(move |at| format!("{name}{at}"))).collect();
    let good = 100 - all.len();
    all.extend((0..good).map(|at| format!("goed{at}")));
    // Mixes the sources that behave with those that do not.
    all.sort_by_key(|name| name.chars().rev().collect::<String>());
    assert_eq!(all.len(), 100);
    let portal = portal(&all.iter().map(|name| server.url(name)).collect::<Vec<_>>());
    let started = Instant::now();
    gather_on(&portal, TODAY);
    assert!(started.elapsed() < within(20), "{:?}", started.elapsed());

    let said = shown_remarks(&publish(&portal));
    assert!(said.iter().all(|one| one.severity == Severity::Warning), "{said:?}");
    for name in all.iter().filter(|name| bad.contains(&name.trim_end_matches(char::is_numeric))) {
        let of = said.iter().filter(|one| one.excerpt.contains(&format!("/{name}/"))).count();
        assert_eq!(of, 1, "{name} is reported once: {said:?}");
    }
    let quiet = |name: &&String| name.starts_with("goed") || name.starts_with("gemeen");
    for name in all.iter().filter(quiet) {
        assert!(said.iter().all(|one| !one.excerpt.contains(&format!("/{name}/"))), "{name}");
    }

    let (region, _) = region(&portal, TODAY);
    assert_eq!(region.region.villages.len(), good + odd.len() * 3);
    assert_eq!(region.upcoming().count(), good + 6, "the year 9999 is not on the agenda");
    for happens in region.upcoming() {
        let title = &happens.event.title;
        assert!(title.chars().all(|letter| letter.is_alphanumeric() || " ()".contains(letter)), "{title}");
        assert!(happens.event.url.starts_with(&*happens.village.home), "{}", happens.event.url);
    }
    for (path, bytes) in tree(&portal.join("public")) {
        let text = String::from_utf8_lossy(&bytes);
        for harm in ["<script>kwaad", "javascript:kwaad", "elders.invalid", "\u{202e}", "9999-12"] {
            assert!(!text.contains(harm), "{path} contains {harm}");
        }
    }
}

#[test]
fn the_last_good_copy_stays_until_a_new_good_one_comes() {
    let server = Server::start();
    let all: Vec<String> = ["weg", "kapot", "stil", "telang", "elders", "ongewijzigd", "dorp"]
        .map(|does| format!("x-{does}"))
        .into();
    let portal = portal(&all.iter().map(|name| server.url(name)).collect::<Vec<_>>());
    gather_on(&portal, "2026-11-20");
    let (before, said) = region(&portal, TODAY);
    assert!(said.is_empty() && before.region.villages.len() == 7, "{said:?}");

    for name in &all {
        server.set_behaviour(name, name.trim_start_matches("x-").to_owned().leak());
    }
    server.heard.lock().expect("no panic").clear();
    gather_on(&portal, "2026-11-22");
    assert!(
        server.heard.lock().expect("no panic").iter().all(|asked| asked.contains("if-none-match: \"een\""))
    );
    let (after, said) = region(&portal, TODAY);
    assert_eq!(after.region, before.region, "every village stays");
    assert_eq!(said.len(), 5, "nothing about the unchanged one, nor about the one that came again: {said:?}");
    for one in &said {
        let hint = one.hint.as_deref().unwrap_or_default();
        assert!(hint.contains("wat er staat, is van vrijdag 20 november 2026"), "{hint}");
    }

    // Much later nothing answers: the hints give the date of each copy.
    for name in &all {
        server.set_behaviour(name, "weg");
    }
    gather_on(&portal, "2026-12-24");
    let (later, said) = region(&portal, TODAY);
    assert_eq!((later.region.villages.len(), said.len()), (7, 7));
    let unchanged = said.iter().find(|one| one.excerpt.contains("x-ongewijzigd")).expect("a message");
    let hint = unchanged.hint.as_deref().unwrap_or_default();
    assert!(
        hint.contains("zondag 22 november 2026"),
        "the answer that it had not changed is the last good one: {hint}"
    );
}

#[test]
fn when_time_runs_out_earlier_copies_stay_and_the_rest_is_reported() {
    let server = Server::start();
    let both = portal(&[server.url("aa")]);
    gather_on(&both, TODAY);
    both.write("site.yaml", format!("{HEAD}  - {}\n  - {}\n", server.url("aa"), server.url("bee")));
    server.heard.lock().expect("no panic").clear();
    gather_within(&both, TODAY, Duration::ZERO);
    let (region, said) = region(&both, TODAY);
    assert_eq!(names(&region), ["Dorp aa"]);
    assert_eq!(said.len(), 2);
    assert!(said.iter().all(|one| one.message.starts_with("er was geen tijd meer om")), "{said:?}");
    assert!(server.heard.lock().expect("no panic").is_empty(), "no more requests are made");
}

#[test]
fn a_bad_document_is_reported_and_a_good_one_replaces_it() {
    let server = Server::start();
    let portal = portal(&[server.url("kapot")]);
    gather_on(&portal, TODAY);
    let (region_now, said) = region(&portal, TODAY);
    assert!(region_now.is_empty());
    assert_eq!(said.iter().map(|one| one.code).collect::<Vec<_>>(), ["source-no-village"]);
    let [one] = &*said else { panic!("{said:?}") };
    assert!(one.message.contains("geen goede JSON (regel 1, teken 7)"), "{one:?}");
    let hint = one.hint.as_deref().unwrap_or_default();
    assert!(hint.starts_with("elke site van Dorpsplein heeft een dorp.json"), "{hint}");
    let store = portal.join(".dorpsplein/bronnen");
    assert_eq!(
        std::fs::read_dir(&store).expect("a store").count(),
        1,
        "only the list: the document is not kept"
    );
    // When the source then fails altogether, the hint does not claim that anything of it is still shown.
    server.set_behaviour("kapot", "weg");
    gather_on(&portal, "2026-11-24");
    let (_, said) = region(&portal, "2026-11-24");
    let [one] = &*said else { panic!("{said:?}") };
    let hint = one.hint.as_deref().unwrap_or_default();
    assert!(hint.contains("staat er niets van op het portaal"), "{one:?}");
    server.set_behaviour("kapot", "goed");
    gather_on(&portal, TODAY);
    let (region_now, said) = region(&portal, TODAY);
    assert_eq!((names(&region_now), said.len()), (vec!["Dorp kapot"], 0));
}

#[test]
fn without_the_internet_the_same_store_gives_the_same_bytes() {
    let server = Server::start();
    let portal = portal(&[server.url("aa"), server.url("bee")]);
    gather_on(&portal, TODAY);
    publish(&portal);
    let before = tree(&portal.join("public"));
    let copy = Folder::new();
    copy_tree(portal.path(), copy.path());
    drop(server);
    publish(&copy);
    assert_eq!(tree(&copy.join("public")), before);
    let store = portal.join(".dorpsplein/bronnen");
    assert_eq!(std::fs::read_dir(&store).expect("a store").count(), 3, "two documents and the list");
    assert_eq!(portal.read(".dorpsplein/.gitignore"), "*\n");
}

#[test]
fn a_preview_notices_that_a_stored_copy_is_back() {
    let server = Server::start();
    let portal = portal(&[server.url("aa"), server.url("bee")]);
    gather_on(&portal, TODAY);
    let mut memory = BuildCache::default();
    let mut update = || {
        let updated = read_and_plan_cached(&request(&portal, TODAY), &shipped(), &mut memory);
        let planned = updated.expect("a folder").0;
        let names: Vec<String> = names(&planned.edition.region).into_iter().map(str::to_owned).collect();
        (names, shown_remarks(&planned.remarks).len())
    };
    let store = portal.join(".dorpsplein/bronnen");
    let is_copy = |path: &&String| path.as_str() != "lijst.json";
    let copies = tree(&store);
    let copy = store.join(copies.keys().find(is_copy).expect("a copy"));
    let aside = portal.join(".elders.json");
    std::fs::rename(&copy, &aside).expect("moved away");
    let (names, said) = update();
    assert_eq!((names.len(), said), (1, 1));
    std::fs::rename(&aside, &copy).expect("put back");
    assert_eq!(update(), (vec!["Dorp aa".to_owned(), "Dorp bee".to_owned()], 0));
}

/// Each redirect is fast enough, but all of them together are not.
#[test]
fn redirects_do_not_extend_the_time_limit_of_a_document() {
    let server = Server::start();
    let portal = portal(&[server.url("traag")]);
    gather_on(&portal, TODAY);
    let (_, said) = region(&portal, TODAY);
    let [one] = &*said else { panic!("{said:?}") };
    assert!(one.message.contains("was niet op tijd binnen"), "{one:?}");
}

#[test]
fn copies_that_no_source_needs_are_removed_from_the_store() {
    let server = Server::start();
    let portal = portal(&[server.url("aa"), server.url("bee")]);
    gather_on(&portal, TODAY);
    portal.write("site.yaml", format!("{HEAD}  - {}\n", server.url("bee")));
    gather_on(&portal, TODAY);
    // Two days later no reader still uses the list that names it.
    gather_on(&portal, "2026-11-25");
    assert_eq!(tree(&portal.join(".dorpsplein/bronnen")).len(), 2, "one document and the list");
    assert_eq!(names(&region(&portal, TODAY).0), ["Dorp bee"]);
}

#[test]
fn a_portal_requests_nothing_from_a_private_network() {
    let server = Server::start();
    let portal = portal(&[server.url("aa"), "dorpen".to_owned()]);
    portal.write("dorpen/bee/dorp.json", document("bee", "Thee", "2026-12-01T10:00"));
    let ran = build(portal.path(), &portal.join("public"));
    assert_eq!(ran.code, 0, "{}", ran.said());
    assert!(ran.err.contains("begint niet met https://"), "{}", ran.err);
    assert!(server.heard.lock().expect("no panic").is_empty());
}

#[test]
fn a_folder_of_sites_and_a_list_of_sites_can_be_sources() {
    let portal = portal(&["dorpen".to_owned(), "lijst.txt".to_owned()]);
    for name in ["aa", "bee", "cee"] {
        portal.write(
            &format!("dorpen/gemeente/{name}/dorp.json"),
            document(name, "Koffie", "2026-12-01T10:00"),
        );
        portal.write(&format!("dorpen/gemeente/{name}/diep/dorp.json"), "geen dorp");
    }
    portal.write("dorpen/een/twee/drie/vier/vijf/dorp.json", "te diep");
    portal.write(".elders/dee/dorp.json", document("dee", "Thee", "2026-12-01T10:00"));
    portal.write("lijst.txt", "\u{feff}# nog een dorp\r\n\r\n.elders/dee\r\n");
    let ran = command(&["build", "--no-gathering"], &portal);
    assert!(ran.err.contains("is nog niets opgehaald"), "{}", ran.err);
    let ran = command(&["check"], &portal);
    assert_eq!(ran.err, "geen opmerkingen: deze site kan gemaakt worden\n");
    let (region, _) = region(&portal, TODAY);
    assert_eq!(names(&region), ["Dorp aa", "Dorp bee", "Dorp cee", "Dorp dee"]);
}

/// Whoever builds many villages, or builds where others read the log, has files that must stay private.
#[cfg(unix)]
#[test]
fn the_contents_of_a_file_outside_the_village_folder_are_never_shown() {
    let all = Folder::new();
    let sources = ["../geheim", "../geheim.conf", "link.txt", "../lijst.txt", "eigen"];
    let sources: String = sources.iter().map(|source| format!("  - {source}\n")).collect();
    all.write("portaal/site.yaml", format!("{HEAD}{sources}"));
    let secret = "root:x:0:0\nsleutel=verborgen\nverborgen.example\nftp://verborgen.example\n";
    all.write("geheim", secret);
    all.write("geheim.conf", secret);
    std::os::unix::fs::symlink("../geheim", all.join("portaal/link.txt")).expect("a link");
    all.write("lijst.txt", "# van de vereniging\ndorpen/aa\n\nsleutel=verborgen\nftp://verborgen.invalid\n");
    all.write("dorpen/aa/dorp.json", document("aa", "Koffie", "2026-12-01T10:00"));
    all.write("portaal/eigen", "eigen regel\n");
    let place = all.join("portaal");
    let ran = crate::support::run(&["check", place.to_str().expect("a path"), "--today", TODAY]);
    for shown_remarks in [
        "'../geheim' ligt buiten de dorpsmap, en is geen lijst",
        "'../geheim.conf' ligt buiten",
        "'link.txt' ligt buiten",
        "op regel 4 van '../lijst.txt' staat geen bron",
        "op regel 5 van '../lijst.txt' staat geen bron",
        "'eigen regel' is er niet",
    ] {
        assert!(ran.said().contains(shown_remarks), "{shown_remarks}: {}", ran.said());
    }
    assert!(!ran.said().contains("verborgen") && !ran.said().contains("root"), "{}", ran.said());
    let kept = tree(&place.join(".dorpsplein"));
    assert!(!kept.is_empty());
    for (path, bytes) in kept {
        assert!(!String::from_utf8_lossy(&bytes).contains("verborgen"), "{path}");
    }
    let portal = Folder::new();
    copy_tree(&place, portal.path());
    assert_eq!(names(&region(&portal, TODAY).0), ["Dorp aa"], "the village in the list is there");
}

#[test]
fn a_region_is_totalled_by_municipality_and_province() {
    let portal = portal(&["dorpen".to_owned()]);
    let village = |name: &str, municipality: &str, lat: f64| {
        format!(
            r#"{{"dorp":1,"village":{{"name":"{name}","municipality":"{municipality}","province":"Fryslân","url":"https://{name}.example"}},"venues":[{{"id":"zaal","name":"Zaal","location":{{"lat":{lat},"lon":6.0}}}}],"events":[{{"id":"a","title":"A","kind":{{"id":"muziek","nl":"muziek"}},"venue":{{"id":"zaal"}}}},{{"id":"b","title":"B"}}],"occurrences":[{{"event":"a","start":"2026-11-01T10:00"}},{{"event":"a","start":"2026-12-01T10:00","end":"2026-12-01T12:00"}},{{"event":"b","start":"2026-12-02","end":"2026-12-03"}},{{"event":"b","start":"2026-12-04T20:00","status":"cancelled"}},{{"event":"b","start":"2028-12-04T20:00"}}],"news":[{{"title":"Morgen","date":"2026-11-24"}},{{"title":"Vandaag","date":"2026-11-23"}}]}}"#
        )
    };
    portal.write("dorpen/aa/dorp.json", village("Aa", "Noord", 53.0));
    portal.write("dorpen/bee/dorp.json", village("Bee", "Noord", 53.05));
    portal.write("dorpen/cee/dorp.json", village("Cee", "Zuid", 53.2));
    assert_eq!(command(&["check"], &portal).code, 0);
    let (region, said) = region(&portal, TODAY);
    assert!(said.is_empty(), "{said:?}");
    let agenda: Vec<String> = region
        .upcoming()
        .map(|it| format!("{} {} {}", it.occurrence.start.date(), it.village.name, it.event.title))
        .collect();
    assert_eq!(agenda.len(), 9, "past events and those over a year ahead are left out: {agenda:?}");
    assert_eq!(agenda[..4], ["2026-12-01 Aa A", "2026-12-01 Bee A", "2026-12-01 Cee A", "2026-12-02 Aa B"]);
    let north = &region.municipalities[0];
    assert_eq!(
        (north.name.as_deref(), north.province, north.villages.len()),
        (Some("Noord"), Some("Friesland"), 2)
    );
    // In each of two villages: two hours, and two whole days of six hours; what is cancelled does not count.
    assert_eq!(
        (north.totals.tally.minutes, north.totals.tally.meetings, north.totals.places),
        (2 * 14 * 60, 4, 2)
    );
    assert_eq!((region.provinces.len(), region.provinces[0].totals.tally.meetings), (1, 6));
    assert_eq!(
        region.kinds.iter().map(|kind| (&*kind.id, kind.agenda.len())).collect::<Vec<_>>(),
        [("muziek", 3)]
    );
    assert!(region.kinds[0].known.is_some_and(|word| word.label.en == "music"));
    let news: Vec<_> = region.news.iter().filter_map(|item| region.news_item(*item)).collect();
    assert_eq!(news.iter().map(|(_, item)| &*item.title).collect::<Vec<_>>(), ["Vandaag"; 3]);
    let here = region.village(0).and_then(|shown_remarks| shown_remarks.point).expect("a place");
    let near: Vec<(u32, f64)> = region.near(here, 10.0, 0);
    assert_eq!(near.iter().map(|(at, _)| *at).collect::<Vec<_>>(), [1]);
    assert!((5.0..6.0).contains(&near[0].1), "{near:?}");
}
