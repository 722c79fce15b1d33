//! Generates a village of any size, the same every time: 5 % venues, 55 % events, 35 % news of 150 to 600 words with
//! headings, lists and a table, 3 % organisations, 2 % pages.

use std::fmt::Write;
use std::fs;
use std::path::Path;

/// Pseudorandom numbers that are the same in every run (xorshift64*, Vigna 2016).
pub struct Dice(u64);

impl Dice {
    pub fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1)
    }

    pub fn below(&mut self, bound: usize) -> usize {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        let number = self.0.wrapping_mul(0x2545_F491_4F6C_DD1D) >> 33;
        usize::try_from(number).expect("31 bits") % bound
    }

    fn of<'w>(&mut self, words: &[&'w str]) -> &'w str {
        words[self.below(words.len())]
    }
}

const WORDS: &[&str] = &[
    "het",
    "dorp",
    "de",
    "dorpsraad",
    "vergadert",
    "iedere",
    "maand",
    "in",
    "grote",
    "zaal",
    "van",
    "dorpshuis",
    "en",
    "nodigt",
    "alle",
    "bewoners",
    "uit",
    "om",
    "mee",
    "te",
    "praten",
    "over",
    "wonen",
    "verkeer",
    "groen",
    "jeugd",
    "zorg",
    "een",
    "nieuw",
    "plan",
    "voor",
    "speeltuin",
    "bij",
    "school",
    "koffie",
    "staat",
    "klaar",
    "vrijwilligers",
    "zijn",
    "welkom",
    "langs",
    "beek",
    "fietspad",
    "wordt",
    "vernieuwd",
    "vanaf",
    "volgende",
    "week",
    "samen",
    "buren",
];

const KINDS: &[&str] = &[
    "open inloop",
    "koffieochtend",
    "eetpunt",
    "spreekuur",
    "repaircafé",
    "muziek",
    "toneel",
    "vergadering",
    "wandeling",
    "cursus",
];

const SUBJECTS: &[&str] = &["dorpsraad", "zorg", "verkeer", "natuur", "wonen", "energie", "jeugd", "cultuur"];

/// Writes a village of this many entries.
pub fn write(folder: &Path, entries: usize) {
    let venues = (entries / 20).max(1);
    let organisations = (entries * 3 / 100).max(1);
    let pages = (entries / 50).max(1);
    let events = entries * 55 / 100;
    let news = entries - venues - organisations - pages - events;
    for name in ["locaties", "agenda", "nieuws", "organisaties", "paginas"] {
        fs::create_dir_all(folder.join(name)).expect("a folder");
    }
    let put = |path: String, text: String| fs::write(folder.join(path), text).expect("a file");
    put("site.yaml".into(), "naam: Meetdorp\nomschrijving: Een dorp om mee te meten.\nwebadres: https://meetdorp.example\nkleur: groen\norganisatie: organisatie-0\n".into());
    for number in 0..venues {
        put(format!("locaties/locatie-{number}.md"), venue(number, organisations));
    }
    for number in 0..organisations {
        put(format!("organisaties/organisatie-{number}.md"), organisation(number, venues));
    }
    for number in 0..events {
        put(format!("agenda/activiteit-{number}.md"), event(number, venues, organisations));
    }
    for number in 0..news {
        put(format!("nieuws/bericht-{number}.md"), news_item(number, venues, organisations));
    }
    for number in 0..pages {
        put(
            format!("paginas/pagina-{number}.md"),
            format!("---\ntitel: Pagina {number}\n---\n\n{}", text(&mut Dice::new(number as u64 + 7), 300)),
        );
    }
}

fn venue(number: usize, organisations: usize) -> String {
    let mut dice = Dice::new(number as u64 + 1);
    format!(
        "---\nnaam: Locatie {number}\nsoort: dorpshuis\nadres: Dorpsstraat {}, 7799 AA Meetdorp\nopeningstijden:\n  maandag t/m vrijdag: 9.00-22.00\nvoorzieningen: keuken, bar, wifi, AED\ntoegankelijkheid:\n  rolstoel: ja\n  ringleiding: ja\nzalen:\n  - naam: Grote zaal\n    capaciteit: {}\n  - naam: Kleine zaal\n    capaciteit: 20\nbeheerder: organisatie-{}\n---\n\n{}",
        number + 1,
        50 + dice.below(200),
        dice.below(organisations),
        text(&mut dice, 80),
    )
}

fn organisation(number: usize, venues: usize) -> String {
    let mut dice = Dice::new(number as u64 + 3);
    format!(
        "---\nnaam: Organisatie {number}\nsoort: sportvereniging\nrechtsvorm: vereniging\nlocatie: locatie-{}\ncontact:\n  email: info{number}@meetdorp.example\n---\n\n{}",
        dice.below(venues),
        text(&mut dice, 60),
    )
}

/// Returns an event on a day in 2026 or 2027.
pub fn event(number: usize, venues: usize, organisations: usize) -> String {
    let mut dice = Dice::new(number as u64 + 11);
    let year = 2026 + dice.below(2);
    let hour = 9 + dice.below(11);
    format!(
        "---\ntitel: Activiteit {number}\ndatum: {year}-{:02}-{:02}\nbegin: {hour}.30\neinde: {}.00\nlocatie: locatie-{}\norganisator: organisatie-{}\nsoort: {}\nkosten: gratis\n---\n\n{}",
        1 + dice.below(12),
        1 + dice.below(28),
        hour + 2,
        dice.below(venues),
        dice.below(organisations),
        dice.of(KINDS),
        text(&mut dice, 60),
    )
}

fn news_item(number: usize, venues: usize, organisations: usize) -> String {
    let mut dice = Dice::new(number as u64 + 13);
    let length = 150 + dice.below(450);
    format!(
        "---\ntitel: Bericht {number}\ndatum: {}-{:02}-{:02}\nonderwerpen: {}\norganisatie: organisatie-{}\n---\n\n{}\n## Wat gaan we doen?\n\n{}\n- eerst meten\n- dan praten\n- dan beslissen\n\n### De kosten\n\n| Wat | Wanneer | Bedrag |\n|---|---|--:|\n| Plan | voorjaar | € 250 |\n| Werk | zomer | € 1.400 |\n| Feest | herfst | € 300 |\n\n{}\nKijk ook bij [de locatie](../locaties/locatie-{}.md).\n",
        2023 + dice.below(4),
        1 + dice.below(11),
        1 + dice.below(28),
        dice.of(SUBJECTS),
        dice.below(organisations),
        text(&mut dice, length / 3),
        text(&mut dice, length / 3),
        text(&mut dice, length / 3),
        dice.below(venues),
    )
}

/// Returns at least this many words, in sentences and paragraphs.
pub fn text(dice: &mut Dice, words: usize) -> String {
    let mut out = String::new();
    let mut written = 0;
    while written < words {
        let length = 6 + dice.below(10);
        let mut sentence = String::new();
        for _ in 0..length {
            let _ = write!(sentence, "{} ", dice.of(WORDS));
        }
        let sentence = sentence.trim_end();
        let (first, rest) = sentence.split_at(1);
        let _ = write!(out, "{}{rest}.", first.to_uppercase());
        written += length;
        out.push_str(if dice.below(4) == 0 { "\n\n" } else { " " });
    }
    out.push('\n');
    out
}
