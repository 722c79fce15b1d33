//! The page on which the site can be searched, and the index that its script fetches once somebody searches. The page
//! itself lists everything from A to Z, which is where a visitor without the script looks, and from where the script
//! takes what it shows: titles, addresses and days are told once.
//!
//! How `search.js` searches: words are folded as here, and those that stand nearly everywhere (`de`, `van`) or only ask
//! (`wanneer is`, the theme's `search.left_out`) are left out as long as there is another. A word of the site fits one that was typed when it is the same but for its ending,
//! when it begins with it, or when a part of it does; on a site with many words such a part is one that the site uses by
//! itself. A word that was typed is also two that a name has by themselves (`oudpapier`), and two are also one. What a
//! page says by itself of a field (`Openingstijden`) counts as said in short, and so do the other words for it that the
//! theme has under `search.also`. Only when nothing fits, a letter may be wrong, in words of five letters or more: such
//! words are looked up by their length. Every word that was typed must fit; when nothing has them
//! all, what has most of them is shown, and the page says so. Where the index cannot be had, as from a USB stick, the
//! titles on the page are searched. A day (`woensdagavond`, `9 december`, `morgen`, `weekend`) fits what takes place then,
//! whatever it says, and what has no days when its words say so.
//!
//! What comes first: a name before what is said in short before a text; in one of these the same word before a
//! beginning before a part; of what scores the same, what comes soonest, then what has no day, then what was last.

mod folding;
mod compounds;
mod labels;
mod own_pages;
mod list;
mod gather;
mod index;

use std::sync::{Arc, OnceLock};

use self::folding::{each_word, fold};
use self::gather::words;
use self::index::{Index, Size};
use self::list::{Group, Item, count, groups, groups_value, version};
use crate::ground::{Address, Pair, compact_json, json};
use crate::render::addresses::{Section, is_written, search_address};
use crate::render::edition::Edition;
use crate::render::pages::Page;
use crate::render::plan::{Made, Planner};
use crate::render::templates::{Value, map};

/// What the page and the files share; made when the first of them is asked for.
#[derive(Default)]
struct Search(OnceLock<(Vec<Group>, Index)>);

impl Search {
    fn get(&self, edition: &Edition) -> &(Vec<Group>, Index) {
        self.0.get_or_init(|| {
            let groups = groups(edition);
            let items: Vec<&Item> = groups.iter().flat_map(|group| &group.items).collect();
            let index = Index::of(&words(edition, &items), items.len(), version(edition, &items));
            (groups, index)
        })
    }
}

pub(super) fn plan(edition: &Edition, planner: &mut Planner<'_>) {
    // A page that somebody wrote here was there before ours.
    if is_written(edition, &search_address(edition)) {
        return;
    }
    let size = Size::of(count(edition));
    let search = Arc::new(Search::default());
    let page = Arc::clone(&search);
    planner.add_slow(search_address(edition), edition.words().text("search.title"), move |edition| {
        make(edition, &page)
    });
    for number in 0..size.files {
        let search = Arc::clone(&search);
        let address = file(edition, "index", number);
        planner.add_file_of_page(address, move |edition| Ok(search.get(edition).1.files[number].clone()));
    }
    for number in 0..size.lengths {
        let search = Arc::clone(&search);
        let address = file(edition, "typo", number);
        planner.add_file_of_page(address, move |edition| Ok(search.get(edition).1.lengths[number].clone()));
    }
}

/// `/zoeken/index-0.json`
fn file(edition: &Edition, name: &str, number: usize) -> Address {
    search_address(edition).beside(&format!("{name}-{number}.json"))
}

fn make(edition: &Edition, search: &Search) -> Made {
    let (groups, index) = search.get(edition);
    let title = edition.words().text("search.title").to_owned();
    let mut page = Page::new("search.html", search_address(edition), title, Section::Home);
    page.description = Some(edition.words().text("search.about").to_owned());
    page.with("groups", groups_value(edition, groups))
        .with("index", script_data(edition, index))
        .with("keys", keys(edition))
        .make(edition)
}

/// What the script must know: the version `v` of the index, the first letters `p` of its files, the number `t` of the file
/// with words of each length, the words `o` that say little, the names of days `d` and months `m`, of today, tomorrow and the
/// weekend `s`, of the parts of a day `q`, and the words `w` in the order in which it knows them.
fn script_data(edition: &Edition, index: &Index) -> String {
    let words = ["one", "other", "none", "nearly", "titles_only", "too_short", "partly"];
    let words = words.map(|key| format!("{} ", edition.words().text(&format!("search.{key}"))));
    let folded = |key: &str| {
        let mut all = Vec::new();
        each_word(labels::word(edition, key).unwrap_or_default(), |word| all.push(fold(word)));
        all
    };
    let mut left_out = index.fillers.clone();
    left_out.extend(folded("search.left_out"));
    left_out.sort_unstable();
    left_out.dedup();
    let soon = [
        &["dates.today", "search.today_too"][..],
        &["dates.tomorrow", "search.tomorrow_too"],
        &["search.weekend"],
    ];
    let soon = soon.map(|keys| keys.iter().flat_map(|key| folded(key)).collect::<Vec<_>>());
    // Long names, and then the short ones.
    let names = |long, short, count: usize| -> Vec<&str> {
        [long, short]
            .into_iter()
            .flat_map(|list| (0..count).map(move |nth| edition.words().nth(list, nth)))
            .collect()
    };
    compact_json(&json!({
        "v": index.version,
        "p": index.starts,
        "t": index.file_of_length,
        "o": left_out,
        "d": names("dates.weekdays", "dates.weekdays_short", 7),
        "m": names("dates.months", "dates.months_short", 12),
        "s": soon,
        "q": folded("search.parts_of_day"),
        "w": words,
    }))
}

/// What the fields of the form are called in an address: `/zoeken/?q=koffie&soort=agenda&wanneer=week`.
fn keys(edition: &Edition) -> Value {
    let key = |nl, en| Value::from(Pair::new(nl, en).in_locale(edition.locale()));
    map([
        ("kind", key("soort", "kind")),
        ("when", key("wanneer", "when")),
        ("coming", key("komt", "coming")),
        ("week", key("week", "week")),
        ("month", key("maand", "month")),
        ("past", key("geweest", "past")),
    ])
}
