//! Tests what a region makes of valid villages, and of hostile ones.

use super::*;
use crate::ground::{Code, Diagnostic, Place};

const HOME: &str = "https://testdorp.example/";

fn reading(bytes: &[u8], from: &str) -> Reading {
    read(&Document { bytes, from, name: None, place: Place::of_file("site.yaml") })
}

/// Reads a village with these parts after its name.
fn parsed(parts: &str) -> (RemoteVillage, Vec<Diagnostic>) {
    let text = format!(r#"{{"dorp":1,"village":{{"name":"Testdorp","url":"{HOME}"}}{parts}}}"#);
    let reading = reading(text.as_bytes(), "testdorp/dorp.json");
    (reading.village.unwrap_or_else(|| panic!("{:?}", reading.remarks)), reading.remarks)
}

fn refusal_code(text: &str) -> Code {
    let reading = reading(text.as_bytes(), "testdorp/dorp.json");
    assert!(reading.village.is_none() && reading.remarks.len() == 1, "{text}: {:?}", reading.remarks);
    reading.remarks[0].code
}

#[test]
fn a_sound_village_is_read_in_full_without_a_diagnostic() {
    let (village, remarks) = parsed(
        r#","updated":"2026-11-23",
        "venues":[{"id":"dorpshuis","name":"Dorpshuis","url":"https://testdorp.example/locaties/dorpshuis/",
            "kind":{"id":"dorpshuis","nl":"dorpshuis","en":"village hall"},"location":{"lat":52.5,"lon":6.4},
            "address":{"street":"Brink 1","postcode":"7799 AB","place":"Testdorp"},
            "emergency_point":{"status":{"id":"pilot","nl":"pilot","en":"pilot"},"within_hours":4,
                "functions":[{"id":"warmte","nl":"warmte","en":"warmth"}]}}],
        "events":[{"id":"koffie","title":"Koffie","venue":{"kind":"venue","id":"dorpshuis"},"cost":{"cents":250},
            "kind":{"id":"koffieochtend","nl":"koffieochtend","en":"coffee morning"}},
            {"id":"feest","title":"Feest","venue":{"name":"Feestweide"},"cost":"vrije gift"}],
        "occurrences":[{"event":"feest","start":"2026-12-05","end":"2026-12-06","status":"moved"},
            {"event":"koffie","start":"2026-12-01T10:00","end":"2026-12-01T11:30","status":"scheduled"}],
        "news":[{"title":"Oud","date":"2026-01-01"},{"title":"Nieuw","date":"2026-11-20","summary":"Er is nieuws."}]"#,
    );
    assert!(remarks.is_empty(), "{remarks:?}");
    assert_eq!((&*village.name, &*village.slug, &*village.home), ("Testdorp", "testdorp", HOME));
    assert_eq!(village.point, Some(Point { lat: 52.5, lon: 6.4 }));
    let [koffie, feest] = &*village.occurrences else { panic!("{:?}", village.occurrences) };
    assert!(koffie.start.date() < feest.start.date(), "in chronological order, whatever their order was");
    let event = village.event(koffie).expect("an event");
    assert_eq!((&*event.title, &event.cost), ("Koffie", &RemoteCost::Cents(250)));
    assert_eq!(village.venue(&event.whereabouts).map(|venue| &*venue.name), Some("Dorpshuis"));
    assert_eq!((feest.status, feest.last_day().to_string()), (RemoteStatus::Moved, "2026-12-06".to_owned()));
    let event = village.event(feest).expect("an event");
    assert!(
        matches!(&event.whereabouts, Whereabouts::Elsewhere { name: Some(name), .. } if &**name == "Feestweide")
    );
    assert_eq!(&*event.url, HOME, "an event without a page of its own links to the village");
    assert_eq!(village.news.iter().map(|item| &*item.title).collect::<Vec<_>>(), ["Nieuw", "Oud"]);
    let point = village.emergency_points().next().expect("a noodsteunpunt").1;
    assert_eq!((point.within_hours, &*point.functions[0].id), (Some(4), "warmte"));
}

#[test]
fn a_bad_entry_affects_no_other_entry() {
    let (RemoteVillage { venues, events, occurrences, news, .. }, remarks) = parsed(
        r#","venues":[5,{"name":""},{"name":"<b></b>"},{"name":"Kerk","location":{"lat":99,"lon":6},"kind":7}],
        "events":[{"id":"a","title":"Goed"},{"id":"b"},{"id":"c","title":["x"]},{"title":"x","title":"y"}],
        "occurrences":[{"event":"a","start":"9999-01-01"},{"event":"a","start":"2026-02-31"},
            {"event":"z","start":"2026-12-01"},{"event":"a","start":"2026-12-01T10:00","end":"2026-11-01T10:00"},"x"],
        "news":{"title":"geen lijst"}"#,
    );
    assert_eq!((venues.len(), events.len(), occurrences.len(), news.len()), (1, 1, 1, 0));
    assert_eq!((venues[0].point, &venues[0].kind), (None, &None));
    assert_eq!(occurrences[0].end, None, "an end before the start does not count");
    let [remark] = &*remarks else { panic!("{remarks:?}") };
    assert_eq!(remark.code, Code::SourceLeftOut);
    assert_eq!(
        remark.message.nl,
        "niet alles wat 'Testdorp' bij 'testdorp/dorp.json' vertelt, is te gebruiken: 2 locaties zonder naam, 1 locatie in een vorm die niet klopt, 2 activiteiten zonder naam, 1 activiteit in een vorm die niet klopt, 2 keren in de agenda zonder goede datum, 1 keer in de agenda van een activiteit die er niet bij staat, 1 keer in de agenda in een vorm die niet klopt, alle berichten, want die staan niet in een lijst, 4 gegevens in een vorm die niet klopt"
    );
}

#[test]
fn a_malformed_list_is_reported_and_affects_no_other_list() {
    for (parts, missing) in [
        (r#","events":{}"#, "alle activiteiten, want die staan niet in een lijst"),
        (r#","events":"geen""#, "alle activiteiten, want die staan niet in een lijst"),
        (r#","occurrences":7"#, "alle keren in de agenda, want die staan niet in een lijst"),
        (r#","news":false"#, "alle berichten, want die staan niet in een lijst"),
        (r#","venues":[{"name":"Kerk"},["Zaal"],null]"#, "2 locaties in een vorm die niet klopt"),
        (
            r#","venues":[{"name":"Kerk","emergency_point":{"functions":"alles","bring":["deken",1,{}]}}]"#,
            "3 onderdelen van een noodsteunpunt in een vorm die niet klopt",
        ),
        (r#","venues":[{"name":"Kerk","emergency_point":"ja"}]"#, "1 gegeven in een vorm die niet klopt"),
        (
            r#","updated":7,"events":[{"title":"Koffie","cost":-5,"kind":{"nl":["x"]},"venue":{"address":"Dorpsstraat 1"}}]"#,
            "4 gegevens in een vorm die niet klopt",
        ),
    ] {
        let (_, remarks) = parsed(parts);
        let [remark] = &*remarks else { panic!("{parts}: {remarks:?}") };
        assert_eq!(remark.code, Code::SourceLeftOut);
        assert!(remark.message.nl.ends_with(&format!("te gebruiken: {missing}")), "{}", remark.message.nl);
    }
    let (village, _) = parsed(r#","events":{},"venues":[{"name":"Kerk"},7,{"name":"Zaal"}]"#);
    assert_eq!(village.venues.len(), 2);
    let (_, remarks) = parsed(r#","events":null,"news":[]"#);
    assert!(remarks.is_empty(), "nothing to publish is not a mistake: {remarks:?}");
}

#[test]
fn no_link_leads_away_from_the_village() {
    for url in [
        "javascript:alert(1)",
        "data:text/html,x",
        "https://elders.example/",
        "http://testdorp.example/",
        "//elders.example/",
        "https://testdorp.example@elders.example/",
        "/pad",
    ] {
        let (village, remarks) = parsed(&format!(r#","events":[{{"id":"a","title":"A","url":"{url}"}}]"#));
        assert_eq!(&*village.events[0].url, HOME, "{url}");
        assert_eq!(remarks.len(), 1, "{url}");
    }
    let (village, _) = parsed(r#","events":[{"title":"A","url":"https://testdorp.example/a\"><script>/"}]"#);
    assert!(!village.events[0].url.contains(['"', '<', '>', ' ']), "{}", village.events[0].url);
}

#[test]
fn a_document_without_a_village_is_refused_with_a_reason() {
    for text in [
        "",
        "{",
        "[]",
        "{}",
        "<html>",
        r#"{"dorp":"1","village":{"name":"x"}}"#,
        r#"{"dorp":0,"village":{"name":"x"}}"#,
        r#"{"dorp":1}"#,
        r#"{"dorp":1,"village":{"name":" \u200b","url":"https://x.example/"}}"#,
        r#"{"dorp":1,"village":{"name":"x"}}"#,
        r#"{"dorp":1,"village":{"name":"x","url":"http://192.168.1.1/"}}"#,
        r#"{"dorp":1,"village":{"name":"x","url":"http://localhost/"}}"#,
    ] {
        assert_eq!(refusal_code(text), Code::SourceNoVillage, "{text}");
    }
    let deep = format!(r#"{{"dorp":1,"x":{}{}}}"#, "[".repeat(100_000), "]".repeat(100_000));
    assert_eq!(refusal_code(&deep), Code::SourceNoVillage);
    assert_eq!(refusal_code(r#"{"dorp":7,"village":{}}"#), Code::SourceTooNew);
}

#[test]
fn a_document_is_read_in_any_encoding_that_an_editor_saves() {
    let text = format!(r#"{{"dorp":1,"village":{{"name":"Wâlterswâld","url":"{HOME}"}}}}"#);
    let units =
        |bytes: fn(u16) -> [u8; 2]| format!("\u{feff}{text}\r\n").encode_utf16().flat_map(bytes).collect();
    let kept: [Vec<u8>; 3] =
        [format!("\u{feff}{text}").into_bytes(), units(u16::to_le_bytes), units(u16::to_be_bytes)];
    for bytes in kept {
        let reading = reading(&bytes, "dorpen/walterswald/dorp.json");
        let name = reading.village.as_ref().map(|it| &*it.name);
        assert_eq!((name, reading.remarks.len()), (Some("Wâlterswâld"), 0), "{:?}", reading.remarks);
    }
    for half in [&b"\xEF\xBB\xBF"[..], b"\xFF\xFE{", b"\xFE\xFF\xD8\x00", b"\xEF\xBB\xBF\xFF"] {
        let reading = reading(half, "dorpen/half/dorp.json");
        assert_eq!(reading.remarks.iter().map(|one| one.code).collect::<Vec<_>>(), [Code::SourceNoVillage]);
    }
}

#[test]
fn a_village_without_an_address_takes_that_of_its_document() {
    let text = br#"{"dorp":1,"village":{"name":"x"}}"#;
    let reading = reading(text, "https://dorpen.example/x/dorp.json?a=1");
    assert_eq!(reading.village.map(|it| it.home.to_string()).as_deref(), Some("https://dorpen.example/x/"));
    assert!(reading.is_from_home);
}

#[test]
fn times_in_another_zone_are_converted_to_local_time() {
    let start = |zone: &str| {
        let (village, remarks) = parsed(&format!(
            r#","time_zone":"{zone}","events":[{{"id":"a","title":"A"}}],
            "occurrences":[{{"event":"a","start":"2026-12-01T10:00"}},{{"event":"a","start":"2026-12-02"}}]"#
        ));
        let starts: Vec<String> = village.occurrences.iter().map(|it| it.start.from().to_string()).collect();
        assert_eq!(starts[1], "2026-12-02T00:00:00", "a whole day stays on its date");
        (starts[0].clone(), remarks.len())
    };
    assert_eq!(start("Europe/Amsterdam"), ("2026-12-01T10:00:00".to_owned(), 0));
    assert_eq!(start("UTC"), ("2026-12-01T11:00:00".to_owned(), 0));
    assert_eq!(start("Nergens/Huizen"), ("2026-12-01T10:00:00".to_owned(), 1));
}

#[test]
fn lists_are_bounded_and_the_excess_is_reported() {
    let venues = vec![r#"{"name":"Zaal"}"#; bounds::VENUES + 7].join(",");
    let (village, remarks) = parsed(&format!(r#","venues":[{venues}]"#));
    assert_eq!(village.venues.len(), bounds::VENUES);
    assert!(remarks[0].message.nl.ends_with(": 7 locaties boven de 500"), "{}", remarks[0].message.nl);
}

#[test]
fn emergency_points_are_bounded_and_the_excess_is_reported() {
    let venues = [r#"{"name":"Zaal","emergency_point":{}}"#; bounds::EMERGENCY_POINTS + 2].join(",");
    let (village, found) = parsed(&format!(r#","venues":[{venues}]"#));
    assert_eq!(village.emergency_points().count(), bounds::EMERGENCY_POINTS);
    assert_eq!(village.venues.len(), bounds::EMERGENCY_POINTS + 2, "they remain as venues");
    assert!(found[0].message.nl.ends_with(": 2 noodsteunpunten boven de 10"), "{}", found[0].message.nl);
    assert!(found[0].message.en.ends_with(" points over the limit of 10"), "{}", found[0].message.en);
}

#[test]
fn nobody_can_replace_a_village_that_publishes_its_own_document() {
    let of = |name: &str, from: &str| {
        let text = format!(r#"{{"dorp":1,"village":{{"name":"{name}","url":"{HOME}"}}}}"#);
        reading(text.as_bytes(), from)
    };
    let (false_one, own) =
        (of("Vals", "https://elders.example/dorp.json"), of("Echt", "https://testdorp.example/dorp.json"));
    let unencrypted =
        reading(br#"{"dorp":1,"village":{"name":"Los","url":"http://testdorp.example"}}"#, "los/dorp.json");
    for both in [vec![false_one.clone(), own.clone()], vec![own.clone(), false_one], vec![own, unencrypted]] {
        let (region, remarks) = assemble(both, &[]);
        assert_eq!(region.villages.iter().map(|it| &*it.name).collect::<Vec<_>>(), ["Echt"]);
        let [remark] = &*remarks else { panic!("{remarks:?}") };
        assert_eq!(remark.code, Code::SourceTwice);
        let counts = remark.message.nl.find("https://testdorp.example/dorp.json");
        let other =
            ["https://elders.example/dorp.json", "los/dorp.json"].map(|other| remark.message.nl.find(other));
        assert!(counts.is_some() && counts < other[0].or(other[1]), "both are named: {}", remark.message.nl);
    }
}

#[test]
fn sites_on_a_shared_host_cannot_replace_each_other() {
    let of = |name: &str, url: &str, from: &str| {
        let text = format!(r#"{{"dorp":1,"village":{{"name":"{name}","url":"{url}"}}}}"#);
        reading(text.as_bytes(), from)
    };
    let two = "https://kernen.example/kern-2";
    let own = of("Kern 2", two, "https://kernen.example/kern-2/dorp.json");
    let one = "https://kernen.example/kern-1";
    let other = of("Kern 1", one, "https://kernen.example/kern-1/dorp.json");
    let page =
        of("Kern 3", "https://kernen.example/kern-3/index.html", "https://kernen.example/kern-3/dorp.json");
    let (region, remarks) = assemble(vec![own.clone(), other, page], &[]);
    let homes: Vec<&str> = region.villages.iter().map(|it| &*it.home).collect();
    let three = ["1", "2", "3"].map(|kern| format!("https://kernen.example/kern-{kern}/"));
    assert_eq!(
        (homes, remarks.len()),
        (three.iter().map(String::as_str).collect(), 0),
        "each is a site of its own"
    );
    let beside = of("Vals", two, "https://kernen.example/kern-1/dorp.json");
    let longer = of("Vals", two, "https://kernen.example/kern-22/dorp.json");
    let above = of("Vals", two, "https://kernen.example/dorp.json");
    assert!(own.is_from_home && !beside.is_from_home && !longer.is_from_home && !above.is_from_home);
    for false_one in [beside, longer, above] {
        for both in [[false_one.clone(), own.clone()], [own.clone(), false_one]] {
            let (region, remarks) = assemble(both.into(), &[]);
            assert_eq!(region.villages.iter().map(|it| &*it.name).collect::<Vec<_>>(), ["Kern 2"]);
            assert_eq!(remarks.iter().map(|one| one.code).collect::<Vec<_>>(), [Code::SourceTwice]);
        }
    }
}

#[test]
fn a_document_about_a_site_elsewhere_is_reported() {
    let remarks = |url: &str, from: &str| {
        let text = format!(r#"{{"dorp":1,"village":{{"name":"Testdorp","url":"{url}"}}}}"#);
        assemble(vec![reading(text.as_bytes(), from)], &[]).1
    };
    let elsewhere = ["https://elders.example/dorp.json", "https://testdorp.example/dorp.json"];
    for (url, from) in [(HOME, elsewhere[0]), ("https://testdorp.example/kern/", elsewhere[1])] {
        let remarks = remarks(url, from);
        let [one] = &*remarks else { panic!("{from}: {remarks:?}") };
        assert_eq!(one.code, Code::SourceElsewhere);
        assert!(one.message.nl.contains(from) && one.message.nl.contains(url), "{}", one.message.nl);
    }
    for (url, from) in [
        (HOME, "https://testdorp.example/dorp.json"),
        (HOME, "http://testdorp.example/dorp.json"),
        (HOME, "https://www.testdorp.example/dorp.json"),
        ("https://www.testdorp.example", "https://testdorp.example/dorp.json"),
        (HOME, "testdorp/dorp.json"),
        (HOME, "http://127.0.0.1:8000/dorp.json"),
    ] {
        assert_eq!(remarks(url, from).len(), 0, "{url} of {from}");
    }
}

#[test]
fn a_gone_document_gives_way_silently_but_not_to_an_impostor() {
    let of = |name: &str, from: &str, is_gone: bool| {
        let text = format!(r#"{{"dorp":1,"village":{{"name":"{name}","url":"{HOME}"}}}}"#);
        Reading { is_gone, ..reading(text.as_bytes(), from) }
    };
    let gone = of("Oud", "oud/dorp.json", true);
    let (region, remarks) = assemble(vec![gone, of("Nieuw", "nieuw/dorp.json", false)], &[]);
    assert_eq!((&*region.villages[0].name, region.villages.len(), remarks.len()), ("Nieuw", 1, 0));
    let own = of("Echt", "https://testdorp.example/dorp.json", true);
    let (region, remarks) = assemble(vec![own, of("Vals", "https://elders.example/dorp.json", false)], &[]);
    assert_eq!((&*region.villages[0].name, remarks.len()), ("Echt", 1));
}

#[test]
fn a_portal_does_not_list_itself_as_a_village() {
    let of = |home: &str, from: &str, is_gone: bool| {
        let text = format!(r#"{{"dorp":1,"village":{{"name":"Reestdorpen","url":"{home}"}}}}"#);
        Reading { is_gone, ..reading(text.as_bytes(), from) }
    };
    for own in ["https://reest.example", "http://reest.example/", "https://Reest.example"] {
        let itself = of("https://reest.example", "../portaal/public/dorp.json", false);
        let below = of("https://reest.example/dorp/", "dorp/dorp.json", false);
        let (region, remarks) = assemble(vec![itself, below], &[own]);
        let homes: Vec<&str> = region.villages.iter().map(|it| &*it.home).collect();
        assert_eq!(homes, ["https://reest.example/dorp/"], "a village below it is another site");
        let [remark] = &*remarks else { panic!("{remarks:?}") };
        assert_eq!(remark.code, Code::SourceOwnSite);
        assert!(remark.message.nl.contains("../portaal/public/dorp.json"), "{}", remark.message.nl);
        let itself = of("https://reest.example", "../sites/portaal/dorp.json", false);
        let (region, remarks) = assemble(vec![Reading { is_unnamed: true, ..itself }], &[own]);
        assert_eq!(
            (region.villages.len(), remarks.len()),
            (0, 0),
            "a folder for all sites may contain it too"
        );
    }
}

#[test]
fn villages_with_the_same_name_are_kept_apart_and_reported() {
    let of = |name: &str, municipality: &str, at: usize| {
        let text = format!(
            r#"{{"dorp":1,"village":{{"name":"{name}","municipality":"{municipality}","url":"https://d{at}.example"}}}}"#
        );
        reading(text.as_bytes(), "x.json")
    };
    let villages = vec![
        of("Beers", "Súdwest-Fryslân", 1),
        of("Beers", "Land van Cuijk", 2),
        of("Ee", "", 3),
        of("Beers", "Land van Cuijk", 4),
        of("中村", "", 5),
        of("'t Zand", "Schagen", 6),
        of("’t Zand", "Schagen", 7),
        of("Beers Súdwest-Fryslân", "", 8),
    ];
    let (region, remarks) = assemble(villages, &[]);
    let slugs: std::collections::BTreeSet<&str> = region.villages.iter().map(|it| &*it.slug).collect();
    assert_eq!(slugs.len(), 8);
    for slug in ["beers-sudwest-fryslan", "beers-land-van-cuijk", "beers-land-van-cuijk-2", "ee"] {
        assert!(slugs.contains(slug), "{slug}: {slugs:?}");
    }
    let remarks: Vec<&str> = remarks
        .iter()
        .inspect(|one| assert_eq!(one.code, Code::SourceSameName))
        .map(|one| &*one.message.nl)
        .collect();
    assert_eq!(
        remarks,
        [
            "'Beers' (https://d2.example/) en 'Beers' (https://d4.example/) (en nog 1) zouden op het portaal hetzelfde adres krijgen",
            "''t Zand' (https://d6.example/) en '’t Zand' (https://d7.example/) zouden op het portaal hetzelfde adres krijgen",
            "'Beers' (https://d1.example/) en 'Beers Súdwest-Fryslân' (https://d8.example/) zouden op het portaal hetzelfde adres krijgen",
        ],
        "each name with interdependent addresses is reported once"
    );
}

#[test]
fn changes_to_one_occurrence_are_bounded_and_plain_text() {
    let rooms = (0..40).map(|room| format!(r#""Zaal {room} <b>x</b>""#)).collect::<Vec<_>>().join(",");
    let long = "lang ".repeat(200);
    let (village, remarks) = parsed(&format!(
        r#","venues":[{{"id":"kerk","name":"Kerk"}}],
        "events":[{{"id":"a","title":"A","venue":{{"name":"Veld"}},"revised":"gisteren"}},
            {{"id":"b","title":"B","revised":"2026-11-23T19:30:00Z"}},{{"id":"c","title":"C","revised":"9999-01-01T00:00:00Z"}}],
        "occurrences":[
            {{"event":"a","start":"2026-12-01T10:00","title":"<script>x</script>{long}","text":"{long}","room":[{rooms}],
                "venue":{{"id":"kerk"}},"announced":"2026-12-01"}},
            {{"event":"a","start":"2026-12-02T10:00","title":"","text":5,"room":"Zaal","venue":{{"id":"weg"}},"announced":"ooit"}},
            {{"event":"a","start":"2026-12-03T10:00","announced":"2026-12-03T10:00"}},
            {{"event":"a","start":"2026-12-04T09:00","announced":"2026-12-03T20:00"}}]"#
    ));
    let [one, odd, same, moved] = &*village.occurrences else { panic!("{:?}", village.occurrences) };
    let event = village.event(one).expect("an event");
    assert!(one.title(event).chars().count() <= bounds::TITLE + 1 && !one.title(event).contains("<script>"));
    assert!(one.note().is_some_and(|note| note.chars().count() <= bounds::SUMMARY + 1));
    assert_eq!(one.rooms().len(), bounds::ROOMS);
    assert_eq!(village.venue(one.whereabouts(event)).map(|venue| &*venue.name), Some("Kerk"));
    assert_eq!(odd.change, None, "unusable values fall back to those of the event");
    assert!(matches!(odd.whereabouts(event), Whereabouts::Elsewhere { .. }), "{odd:?}");
    assert_eq!(same.change, None, "repeating the same value changes nothing");
    assert_eq!((moved.announced_day().to_string().as_str(), moved.nth, same.nth), ("2026-12-03", 1, 0));
    let revised: Vec<Option<String>> =
        village.events.iter().map(|event| event.revised.map(|moment| moment.to_string())).collect();
    assert_eq!(revised, [None, Some("2026-11-23T19:30:00Z".to_owned()), None]);
    let [remark] = &*remarks else { panic!("{remarks:?}") };
    assert!(remark.message.nl.contains("gegevens"), "{}", remark.message.nl);
}
