//! A village with too much of everything: names of 300 letters, words of 80, right-to-left text, emoji
//! instead of words, twenty venues and hundreds of events in one week.

/// Returns the files of the village.
pub(super) fn files() -> Vec<(String, String)> {
    let mut files = vec![("site.yaml".to_owned(), site())];
    for (number, title) in titles().iter().enumerate() {
        files.extend(files_for_title(number, title));
    }
    for number in 0..20 {
        files.push((format!("locaties/zaal-{number}.md"), format!("---\nnaam: Zaal {number}\n---\n")));
    }
    let events = (0..150).map(|number| {
        let (day, hour, minute) = (23 + number % 7, 8 + number % 12, number % 60);
        format!(
            "- titel: Avond {number}\n  slug: avond-{number}\n  datum: {day} november 2026\n  begin: {hour}.{minute:02}\n  locatie: zaal-{}\n",
            number % 20
        )
    });
    files.push(("agenda/veel.yaml".to_owned(), events.collect()));
    files
}

const WORD: &str = "Dorpshuisvrijwilligersverenigingsbestuursvergaderingsnotulenarchiveringscommissie";
const RIGHT_TO_LEFT: &str = "لقاء القرية في البيت المشترك مساء يوم الأربعاء";

fn long() -> String {
    "Een avond over alles wat er in het dorp speelt en nog veel meer "
        .repeat(5)
        .chars()
        .take(299)
        .collect::<String>()
        .trim()
        .to_owned()
}

fn titles() -> [String; 4] {
    let signs = format!("🎉🎄 Feest 👩‍👩‍👧‍👦🏳️‍🌈 {}", "🥁".repeat(60));
    [long(), WORD.to_owned(), RIGHT_TO_LEFT.to_owned(), signs]
}

fn address() -> String {
    format!("https://example.org/{}?q={}", "een-heel-lang-adres-zonder-eind/".repeat(8), "x".repeat(120))
}

fn site() -> String {
    format!(
        "naam: {WORD}\nondertitel: \"{long}\"\nomschrijving: Een dorp van te veel.\nwebadres: https://overvol.example\nmededeling: {{tekst: \"{WORD} {RIGHT_TO_LEFT} {long}\", link: /agenda/}}\nwelkom: {WORD}\ncontact: {{naam: {WORD}, website: \"{}\"}}\nthema:\n  instellingen:\n    voettekst: \"{long}\"\n",
        address(),
        long = long(),
    )
}

fn files_for_title(number: usize, title: &str) -> Vec<(String, String)> {
    let head = format!("titel: \"{title}\"\nsamenvatting: \"{title}\"");
    let named = format!("naam: \"{title}\"\nsamenvatting: \"{title}\"");
    let (url, long) = (address(), long());
    let file = |path: String, fields: String| (path, format!("---\n{fields}\n---\n\n{}", text()));
    vec![
        file(
            format!("agenda/eenmaal-{number}.md"),
            format!(
                "{head}\ndatum: 25 november 2026\nlocatie: plek-{number}\norganisator: club-{number}\nsoort: {WORD}\nkosten: \"{WORD}\"\naanmelden: {{hoe: \"{title}\", link: \"{url}\"}}\ndoelgroep: [{WORD}, \"{title}\"]"
            ),
        ),
        file(
            format!("agenda/telkens-{number}.md"),
            format!(
                "{head}\nherhaling: elke dag\nvanaf: 20 november 2026\ntot: 5 december 2026\nbegin: 9.00\nlocatie: \"{title}\"\nwijzigingen:\n  26 november 2026: \"{title}\"\n  27 november 2026: vervalt\n  28 november 2026: naar 30 november 2026"
            ),
        ),
        file(
            format!("nieuws/2026-11-0{}-bericht-{number}.md", number + 1),
            format!("{head}\ndatum: {} november 2026\nauteur: {WORD}\nonderwerpen: [{WORD}]", number + 1),
        ),
        file(
            format!("locaties/plek-{number}.md"),
            format!(
                "{named}\n{}{}",
                venue(&url, &long),
                if number == 0 { emergency(&long) } else { String::new() }
            ),
        ),
        file(
            format!("organisaties/club-{number}.md"),
            format!(
                "{named}\nsoort: {WORD}\nlocatie: plek-{number}\nbestuur:\n  - {{naam: {WORD}, functie: {WORD}}}\ncontact: {{naam: {WORD}, website: \"{url}\"}}"
            ),
        ),
        file(format!("paginas/pagina-{number}.md"), format!("titel: \"{title}\"")),
    ]
}

fn venue(url: &str, long: &str) -> String {
    format!(
        "soort: {WORD}\nadres:\n  straat: {WORD} 1234\n  plaats: {WORD}\nopeningstijden:\n  maandag: 9.00-10.00, 11.00-12.00, 13.00-14.00, 15.00-16.00 en 17.00-23.30\n  toelichting: {WORD}\nzalen:\n  - naam: {WORD}\n    oppervlakte: 99999\n    omschrijving: \"{long}\"\n    tarieven:\n      - {{huurder: {WORD}, dagdeel: {WORD}, prijs: \"123456,00\"}}\nvoorzieningen: [keuken, {WORD}]\ntoegankelijkheid: {{rolstoel: ja, toelichting: {WORD}}}\ncontact: {{naam: {WORD}, website: \"{url}\"}}\nhuisregels: [{WORD}, \"{long}\"]"
    )
}

fn emergency(long: &str) -> String {
    format!(
        "\nnoodsteunpunt:\n  status: pilot\n  organisator: {WORD}\n  opent_bij: [stroomuitval, {WORD}]\n  functies: [informatie, {WORD}]\n  niet_aanwezig: [drinkwater, {WORD}en]\n  meenemen: [{WORD}, \"{long}\"]\n  bemensing: {WORD}\n  toelichting: {WORD}"
    )
}

fn text() -> String {
    let (long, url) = (long(), address());
    let columns: Vec<String> = (0..12).map(|number| format!("Kolom{number}")).collect();
    let row = |number: usize| {
        let cells: Vec<String> = columns.iter().map(|name| format!("{name}-{number}")).collect();
        format!("| {} |\n", cells.join(" | "))
    };
    let rows: String = (0..20).map(row).collect();
    format!(
        "{long} {WORD} <{url}>\n\n## {WORD}\n\n## {RIGHT_TO_LEFT}\n\n### {long}\n\n| {} |\n|{}|\n{rows}\n- {WORD}\n  - {WORD}\n    - {WORD}\n\n> {WORD}\n> > {WORD}\n\n`{WORD}{WORD}`\n\n{RIGHT_TO_LEFT}\n",
        columns.join(" | "),
        "---|".repeat(columns.len()).trim_end_matches('|'),
    )
}
