//! The search page of the site, and the index that its script fetches once somebody searches. The page itself
//! lists everything from A to Z: a visitor without the script looks there, and the script takes the titles,
//! addresses and days it shows from there, so that they are stored once.
//!
//! How `search.js` searches: words are folded as here. Words that occur nearly everywhere (`de`, `van`) or
//! only ask (`wanneer is`, the theme's `search.left_out`) are left out as long as another word remains. A
//! word of the site matches a typed word when it is the same apart from its ending, or when it or one of its
//! parts begins with it; on a site with many words, such a part must be a word that the site also uses on its
//! own. A typed word also matches two separate words of a name (`oudpapier`), and two typed words match one.
//! The labels a page shows for fields (`Openingstijden`), and the synonyms that the theme has under
//! `search.also`, count as the short description. Only when nothing matches may one letter be wrong, in words
//! of five letters or more: such words are looked up by length. Every typed word must match; when no item has
//! them all, those with most of them are shown, and the page says so. When the index cannot be fetched, as
//! from a USB stick, the titles on the page are searched. A day (`woensdagavond`, `9 december`, `morgen`,
//! `weekend`) matches whatever takes place then, and an item without days when its words match.
//!
//! The order of the results: a name before a short description before a text, and within each of these the
//! same word before a beginning before a part. Of equal scores, the soonest comes first, then items without
//! days, then the most recent past.

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
use crate::render::plan::{Planner, Rendered};
use crate::render::templates::{Value, map};

/// What the page and the files share; built when the first of them is requested.
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
    // A page that the village wrote at this address takes precedence.
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

/// Returns `/zoeken/index-0.json`.
fn file(edition: &Edition, name: &str, number: usize) -> Address {
    search_address(edition).sibling(&format!("{name}-{number}.json"))
}

fn make(edition: &Edition, search: &Search) -> Rendered {
    let (groups, index) = search.get(edition);
    let title = edition.words().text("search.title").to_owned();
    let mut page = Page::new("search.html", search_address(edition), title, Section::Home);
    page.description = Some(edition.words().text("search.about").to_owned());
    page.with("groups", groups_value(edition, groups))
        .with("index", script_data(edition, index))
        .with("keys", keys(edition))
        .make(edition)
}

/// Returns what the script must know: the version `v` of the index, the first letters `p` of its files, the
/// number `t` of the file with words of each length, the words `o` to leave out, the names of days `d` and
/// months `m`, of today, tomorrow and the weekend `s`, of the parts of a day `q`, and the texts `w` in the
/// order the script expects.
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
    // Long names, then the short ones.
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

/// Returns what the fields of the form are called in an address:
/// `/zoeken/?q=koffie&soort=agenda&wanneer=week`.
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
