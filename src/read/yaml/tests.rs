//! Tests with what people type into a block: what is read, and what is reported if it cannot be read.

use crate::ground::FileText;
use proptest::prelude::*;

use super::*;
use crate::ground::Code;

/// A diagnostic of a text: the code, line, column and corrected line.
type Found = (Code, u32, u32, Option<String>);

fn read(text: &str) -> (Option<Node>, Vec<Found>) {
    let (tree, remarks) = parse_yaml(&FileText::new("a.yaml".into(), text), 0..text.len());
    let reported =
        remarks.into_iter().map(|it| (it.code, it.place.line, it.place.column, it.correction)).collect();
    (tree, reported)
}

/// Returns the values as they were read, with `-` for nothing.
fn values(text: &str) -> String {
    fn show(node: &Node) -> String {
        match &node.value {
            Value::Absent => "-".to_owned(),
            Value::Scalar(text) => text.clone(),
            Value::List(items) => format!("[{}]", items.iter().map(show).collect::<Vec<_>>().join("|")),
            Value::Map(map) => {
                let entries = map.entries.iter().map(|(key, value)| format!("{}={}", key.text, show(value)));
                format!("{{{}}}", entries.collect::<Vec<_>>().join("|"))
            }
        }
    }
    read(text).0.as_ref().map(show).unwrap_or_default()
}

/// Returns the only diagnostic of a text.
fn report(text: &str) -> (Code, u32, u32, String) {
    let (_, reported) = read(text);
    assert_eq!(reported.len(), 1, "{text:?}: {reported:?}");
    let (code, line, column, correction) = reported.into_iter().next().expect("one diagnostic");
    (code, line, column, correction.unwrap_or_default())
}

#[test]
fn values_stay_as_they_were_typed() {
    assert_eq!(
        values("a: 19.30\nb: 0521123456\nc: no\nd: 1_000\ne: .inf\nf: 0x1F\ng: 19:30\nh: 1.10"),
        "{a=19.30|b=0521123456|c=no|d=1_000|e=.inf|f=0x1F|g=19:30|h=1.10}"
    );
    assert_eq!(
        values("a: 'it''s'\nb: \"x\\ty\"\nc: een\n  twee\nd: |\n  regel\n  twee\n"),
        "{a=it's|b=x\ty|c=een twee|d=regel\ntwee\n}"
    );
}

#[test]
fn every_way_to_leave_a_value_empty_is_absent() {
    assert_eq!(
        values("a:\nb: ~\nc: null\nd: \"\"\ne: ''\nf: []\ng: {}\nh: \"  \""),
        "{a=-|b=-|c=-|d=-|e=-|f=-|g=-|h=-}"
    );
    assert_eq!(values(""), "-");
    assert_eq!(values("# alleen een notitie\n"), "-");
}

#[test]
fn every_value_knows_its_place() {
    let text = "titel: Koffie\nzalen:\n  - naam: \"Grote zaal\"\n";
    let (tree, _) = read(text);
    let Some(Value::Map(map)) = tree.map(|node| node.value) else { panic!("a mapping") };
    assert_eq!(&text[map.entries[0].0.span.range()], "titel");
    assert_eq!(&text[map.entries[0].1.span.range()], "Koffie");
    let Value::List(rooms) = &map.entries[1].1.value else { panic!("a list") };
    let Value::Map(room) = &rooms[0].value else { panic!("a mapping") };
    assert_eq!(&text[room.entries[0].1.span.range()], "\"Grote zaal\"");
}

#[test]
fn names_that_begin_with_an_apostrophe_need_no_quotes() {
    assert_eq!(
        values("naam: 't Hoekje\nplaats: 's-Heer\nalt: foto's\n"),
        "{naam='t Hoekje|plaats='s-Heer|alt=foto's}"
    );
    assert_eq!(read("naam: 't Hoekje\nplaats: 's-Heer\n").1, []);
    assert_eq!(values("- 't Zandt\n- 't Harde: mooi"), "['t Zandt|{'t Harde=mooi}]");
}

#[test]
fn a_second_colon_is_explained_and_the_value_kept() {
    assert_eq!(
        report("titel: Koffie: met gebak\n"),
        (Code::YamlColon, 1, 14, "titel: \"Koffie: met gebak\"".into())
    );
    assert_eq!(values("titel: Koffie: met gebak\nsoort: inloop"), "{titel=Koffie: met gebak|soort=inloop}");
}

#[test]
fn mistakes_with_quotation_marks_are_explained() {
    assert_eq!(
        report("titel: \"Koffie\nsoort: inloop\n"),
        (Code::YamlUnclosedQuote, 1, 8, "titel: \"Koffie\"".into())
    );
    assert_eq!(
        report("titel: \"Koffie\" en thee\n"),
        (Code::YamlTextAfterQuote, 1, 8, "titel: '\"Koffie\" en thee'".into())
    );
    assert_eq!(report("titel: 'foto's'\n"), (Code::YamlTextAfterQuote, 1, 8, "titel: \"foto's\"".into()));
    assert_eq!(report("pad: \"C:\\dorp\"\n"), (Code::YamlBackslash, 1, 9, "pad: \"C:/dorp\"".into()));
}

#[test]
fn signs_with_a_meaning_in_yaml_are_explained() {
    for start in ["@dorp", "*Nieuw*", "&co", "!Hoera", "%korting", "`code`"] {
        let (code, line, column, correction) = report(&format!("titel: {start}\n"));
        assert_eq!((code, line, column), (Code::YamlSpecialStart, 1, 8), "{start}");
        assert_eq!(correction, format!("titel: \"{start}\""));
    }
    assert_eq!(report("kleur: #1a7f5a\n"), (Code::YamlHash, 1, 8, "kleur: \"#1a7f5a\"".into()));
    assert_eq!(report("titel: Feest #2\n").0, Code::YamlHash);
    assert_eq!(read("titel: Feest # nog vragen\nb: # later\n").1, []);
}

#[test]
fn lines_without_a_key_and_a_value_are_explained() {
    assert_eq!(report("titel:Koffie\nsoort: inloop\n"), (Code::YamlNoBlank, 1, 1, "titel: Koffie".into()));
    assert_eq!(report("titel: a\nsoort inloop\n"), (Code::YamlMissingColon, 2, 1, "soort: inloop".into()));
    assert_eq!(
        report("titel Koffie\nsoort: inloop\n"),
        (Code::YamlMissingColon, 1, 1, "titel: Koffie".into())
    );
    assert_eq!(report("titel: a\n soort: b\n"), (Code::YamlIndented, 2, 1, "soort: b".into()));
    assert_eq!(report("zalen: - groot\n"), (Code::YamlListOnOneLine, 1, 8, "zalen:\n  - groot".into()));
    assert_eq!(
        report("zalen: [groot, klein\nsoort: b\n"),
        (Code::YamlUnclosedBracket, 1, 8, "zalen: [groot, klein]".into())
    );
    assert_eq!(report("contact:\n\ttelefoon: 06\n"), (Code::YamlTab, 2, 1, "  telefoon: 06".into()));
    assert_eq!(report("titel: a\n---\nsoort: b\n").0, Code::YamlSecondDocument);
}

#[test]
fn all_mistakes_in_a_text_are_reported_at_once() {
    let text = "titel: Koffie: lekker\nkleur: @groen\nzaal \"groot\nprijs: 'drie\nsoort: goed\n";
    let (_, reported) = read(text);
    let lines: Vec<u32> = reported.iter().map(|(_, line, ..)| *line).collect();
    assert_eq!(lines, [1, 2, 3, 4], "{reported:?}");
}

/// Returns a text with every line replaced by its proposed correction, repeated three times.
fn corrected(text: &str) -> String {
    let mut text = text.to_owned();
    for _ in 0..3 {
        let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
        for (_, line, _, correction) in read(&text).1 {
            if let Some(correction) = correction {
                lines[line as usize - 1] = correction;
            }
        }
        text = lines.join("\n");
    }
    text
}

#[test]
fn a_corrected_line_keeps_the_words_and_is_valid() {
    for (typed, right) in [
        ("titel: 's-Heer Arendskerke 'aan zee'", "titel: \"'s-Heer Arendskerke 'aan zee'\""),
        ("titel: \"Bingo\" en \"Kienen\"", "titel: '\"Bingo\" en \"Kienen\"'"),
        ("titel: “Bingo” en “Kienen”: leuk", "titel: \"“Bingo” en “Kienen”: leuk\""),
        ("titel: \"Hij zei 'hoi'\na: b", "titel: \"Hij zei 'hoi'\"\na: b"),
        ("titel: Koffie: vers # nog vragen", "titel: \"Koffie: vers\" # nog vragen"),
        ("pad: \"zeg \\\"hoi\\\" in C:\\dorp\"", "pad: \"zeg \\\"hoi\\\" in C:/dorp\""),
        ("titel; Bingo\nsoort: a", "titel: Bingo\nsoort: a"),
        ("soort: a\ndatum= 20 december 2026", "soort: a\ndatum: 20 december 2026"),
        ("soort: a\ndatum：20 december 2026", "soort: a\ndatum: 20 december 2026"),
        ("**datum:** 20 december 2026\nsoort: a", "datum: 20 december 2026\nsoort: a"),
        ("**datum**: 20 december 2026\nsoort: a", "datum: 20 december 2026\nsoort: a"),
        ("soort: a\nzaal \"groot", "soort: a\nzaal: \"groot\""),
        ("titel: [Bingo] avond\nb: {nieuw} en mooi", "titel: \"[Bingo] avond\"\nb: \"{nieuw} en mooi\""),
        ("samenvatting: - gezellig\nkosten: -", "samenvatting: \"- gezellig\"\nkosten:"),
        ("doelgroep: [jong, \"oud]\nb: c", "doelgroep: [jong, \"oud\"]\nb: c"),
    ] {
        assert_eq!(corrected(typed), right);
        assert_eq!(read(right).1, [], "{right}");
    }
}

#[test]
fn a_continued_line_is_distinguished_from_one_without_a_colon() {
    for (typed, right) in [
        (
            "samenvatting: Een lange zin die\ndoorloopt op de volgende regel\nsoort: a",
            "samenvatting: Een lange zin die\n  doorloopt op de volgende regel\nsoort: a",
        ),
        (
            "samenvatting: Een zin die\nheel lang is en\nhier pas ophoudt",
            "samenvatting: Een zin die\n  heel lang is en\n  hier pas ophoudt",
        ),
        ("samenvatting: Een zin\ndatum 3 mei", "samenvatting: Een zin\ndatum: 3 mei"),
        ("samenvatting: Een zin\nlocatei dorpshuis", "samenvatting: Een zin\nlocatei: dorpshuis"),
        (
            "- samenvatting: Een zin die\n  doorloopt op de regel\n- a: b",
            "- samenvatting: Een zin die\n    doorloopt op de regel\n- a: b",
        ),
        (
            "samenvatting: Kom gezellig\n langs: het is leuk\n en neem mee: koek\nsoort: a",
            "samenvatting: >\n Kom gezellig\n langs: het is leuk\n en neem mee: koek\nsoort: a",
        ),
        ("welkom: |\nWelkom in Ten Boer\nkleur: groen", "welkom: |\n  Welkom in Ten Boer\nkleur: groen"),
        (
            "samenvatting: Een lange zin die\n  tweede regel: van de samenvatting\nsoort: a",
            "samenvatting: >\n  Een lange zin die\n  tweede regel: van de samenvatting\nsoort: a",
        ),
    ] {
        assert_eq!(corrected(typed), right);
    }
}

#[test]
fn a_corrected_line_is_indented_like_its_neighbours() {
    for (typed, right) in [
        (" titel: Bingo\ndatum: 3 mei", "titel: Bingo\ndatum: 3 mei"),
        (" titel: Bingo\n soort: a\ndatum: 3 mei", "titel: Bingo\nsoort: a\ndatum: 3 mei"),
        (
            " - titel: A\n   datum: 3 mei\n- titel: C\n  datum: 4 mei",
            "- titel: A\n  datum: 3 mei\n- titel: C\n  datum: 4 mei",
        ),
        (
            "- titel: A\n  datum: 3 mei\n - titel: C\n   datum: 4 mei",
            "- titel: A\n  datum: 3 mei\n- titel: C\n  datum: 4 mei",
        ),
        ("- titel: A\n   datum: 3 mei", "- titel: A\n  datum: 3 mei"),
        ("contact:\n  email: a\n telefoon: b", "contact:\n  email: a\n  telefoon: b"),
        ("titel: a\nkleur: groen\n\tbegin: 20.00", "titel: a\nkleur: groen\nbegin: 20.00"),
        (
            "titel: a\n\tbegin: 20.00\n\teinde: 21.00\nsoort: b",
            "titel: a\nbegin: 20.00\neinde: 21.00\nsoort: b",
        ),
        (
            "zalen:\n\t- naam: a\n\t\tcapaciteit: 3\n\t- naam: b\nsoort: c",
            "zalen:\n  - naam: a\n    capaciteit: 3\n  - naam: b\nsoort: c",
        ),
        (
            "contact:\n\tadres:\n\t\tstraat: x\n\ttelefoon: y",
            "contact:\n  adres:\n    straat: x\n  telefoon: y",
        ),
        ("tekst: |\n  een\n\ttwee\n  \"drie\n vier\na: b", "tekst: |\n  een\n  twee\n  \"drie\n  vier\na: b"),
        ("- tekst: |\n    een\n  a: b\n- c: |\n\teen", "- tekst: |\n    een\n  a: b\n- c: |\n    een"),
        ("zalen:\n  - naam: a\n\tcapaciteit: 3", "zalen:\n  - naam: a\n    capaciteit: 3"),
    ] {
        assert_eq!(corrected(typed), right);
        assert_eq!(read(right).1, [], "{right}");
        let (changed, reported) =
            (typed.lines().zip(right.lines()).filter(|(a, b)| a != b).count(), read(typed).1.len());
        assert_eq!(reported, changed, "every wrong line once, and no other: {typed:?}");
    }
}

#[test]
fn an_unclosed_quote_is_reported_where_it_opens() {
    let text = "samenvatting: \"regel een\nsoort: \"muziek\"\nbegin: 19.00";
    assert_eq!(report(text), (Code::YamlUnclosedQuote, 1, 15, "samenvatting: \"regel een\"".into()));
    assert_eq!(values(text), "{samenvatting=regel een|soort=muziek|begin=19.00}");
    let (code, line, column, correction) = report("tekst: \"regel een\n  regel twee\nsoort: muziek");
    assert_eq!((code, line, column, &*correction), (Code::YamlUnclosedQuote, 1, 8, ""));
    assert_eq!(
        report("tekst: \"een\n  twee\"\ntitel: \"Bingo\" en thee").1,
        3,
        "a quote may close further down"
    );
}

#[test]
fn the_readable_part_of_a_wrong_line_is_read() {
    assert_eq!(values(" titel: a\nsoort: b"), "{titel=a|soort=b}");
    assert_eq!(
        values("titel: a\n\tbegin: 20.00\n  soort: b\ndatum= 3 mei"),
        "{titel=a|begin=20.00|soort=b|datum=3 mei}"
    );
    assert_eq!(values("**titel:** a\nsoort: b\ndatum：3 mei"), "{titel=a|soort=b|datum=3 mei}");
}

#[test]
fn a_yaml_bomb_ends_in_a_message() {
    let mut bomb = String::from("a0: &a0 [x,x,x,x,x,x,x,x,x]\n");
    for level in 1..30 {
        bomb += &format!("a{level}: &a{level} [{}]\n", vec![format!("*a{}", level - 1); 9].join(","));
    }
    assert!(read(&bomb).1.iter().all(|(code, ..)| *code == Code::YamlSpecialStart));
    assert_eq!(read(&"[".repeat(10_000)).1.len(), 1);
    let deep: String = (0..10_000).map(|level| format!("{}a:\n", " ".repeat(level))).collect();
    assert_eq!(report(&deep).0, Code::YamlTooDeep);
}

#[test]
fn nonsense_never_breaks_the_reader() {
    for text in [
        "\t",
        "-",
        "- -\n-",
        ":",
        "? ",
        "a: |",
        "a: >-\n\tb",
        "%YAML 3\n---",
        "{",
        "[]:",
        "é: ü\nb: x: ü: y",
        "\u{feff}a: b",
        "a: \"\\",
        "- 't\n 's - \"",
        "&a",
        "*",
        "!!",
        "--- a\n... b",
        "é= \"=\na: b",
    ] {
        let _ = read(text);
    }
}

/// Fragments that people and editors put into a block, combined at random.
const PIECES: &str = "(titel|naam|een zin|; |= |：|\\*\\*|- |: |:|\\n|\\n  |\\t|\"|'|'t |#|# |\\[|\\]|\\{|\\}|,|&a|\\*a|!x|\\||>|é|---\\n|~|\\\\|\\?|%|@)";

proptest! {
    #[test]
    fn any_text_gives_a_tree_or_a_message(text in prop::collection::vec(PIECES, 0..40)) {
        let text = text.concat();
        let (tree, remarks) = parse_yaml(&FileText::new("a.yaml".into(), &text), 0..text.len());
        prop_assert!(tree.is_some() || !remarks.is_empty(), "nothing was read and nothing was reported");
        for remark in &remarks {
            let lines = text.split('\n').count();
            prop_assert!((1..=lines).contains(&(remark.place.line as usize)), "{:?}", remark);
            let letters = |line: &str| line.chars().filter(|letter| letter.is_alphanumeric()).collect::<String>();
            if let Some(correction) = &remark.correction {
                prop_assert_eq!(letters(correction), letters(&remark.place.excerpt), "{:?}", remark);
            }
        }
        fn inside(node: &Node, text: &str) -> bool {
            let here = text.get(node.span.range()).is_some();
            here && match &node.value {
                Value::List(items) => items.iter().all(|item| inside(item, text)),
                Value::Map(map) => map.entries.iter().all(|(key, value)| text.get(key.span.range()).is_some() && inside(value, text)),
                _ => true,
            }
        }
        prop_assert!(tree.is_none_or(|tree| inside(&tree, &text)), "every value has a place in the text");
    }
}
