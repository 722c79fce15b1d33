//! The news for feed readers: Atom (RFC 4287) and JSON Feed 1.1.

use super::region::{NewsItem, news_items};
use super::xml::Xml;
use crate::ground::{Address, Date, Json, UniqueNames, escape_html, json, pretty_json};
use crate::region::{RemoteNews, RemoteVillage, remote_slug};
use crate::render::edition::Edition;
use crate::render::html::{LinkBase, relink};
use crate::render::moments::with_offset;
use crate::render::plan::{Planner, Rendered};
use crate::render::text::entry_html;
use crate::render::uid::first_address;
use crate::village::{Details, Entry};

/// How many news items a feed holds.
const LENGTH: usize = 30;

/// The addresses of the feeds: beside each other at the root of the site.
const ATOM: &str = "feed.xml";
const JSON: &str = "feed.json";

pub(super) fn plan(_: &Edition, planner: &mut Planner<'_>) {
    planner.add(Address::file(ATOM), "Atom", make_atom);
    planner.add(Address::file(JSON), "JSON Feed", make_json);
}

/// What a feed says about one news item.
struct Item {
    id: String,
    title: String,
    /// The address of its page: absolute when the address of its site is known, otherwise relative to the
    /// feed.
    link: String,
    published: String,
    updated: String,
    author: Option<String>,
    html: String,
    summary: Option<String>,
}

/// Returns the newest items; on a portal, those of its villages together with its own.
fn items(edition: &Edition) -> Vec<Item> {
    let item_of = |news_item: NewsItem<'_>| match news_item {
        NewsItem::Own(entry, _) => own_item(edition, entry),
        NewsItem::Remote(village, news) => Some(item_of_village(edition, village, news)),
    };
    let mut items: Vec<Item> = news_items(edition, LENGTH).into_iter().filter_map(item_of).collect();
    let mut given = UniqueNames::default();
    for item in &mut items {
        item.id = given.give(std::mem::take(&mut item.id));
    }
    items
}

/// Returns a stable id for a news item of a village: the address of its page, with date and title added when
/// more items share that page.
fn lasting_id_of_remote(village: &RemoteVillage, news: &RemoteNews) -> String {
    let is_shared =
        news.url == village.home || village.news.iter().filter(|one| one.url == news.url).nth(1).is_some();
    match is_shared {
        true => format!("{}#{}-{}", news.url, news.date, remote_slug(&news.title)),
        false => news.url.to_string(),
    }
}

/// Returns a news item of a village, which has the full text on its own page.
fn item_of_village(edition: &Edition, village: &RemoteVillage, news: &RemoteNews) -> Item {
    let summary = news.summary.as_deref().unwrap_or_default();
    Item {
        id: lasting_id_of_remote(village, news),
        title: news.title.to_string(),
        link: news.url.to_string(),
        published: midnight(edition, news.date),
        updated: midnight(edition, news.date),
        author: Some(village.full_name().into_owned()),
        html: format!("<p>{}</p>", escape_html(summary)),
        summary: news.summary.as_deref().map(str::to_owned),
    }
}

/// Returns a news item of the site itself.
fn own_item(edition: &Edition, entry: &Entry) -> Option<Item> {
    let Details::News(news) = &entry.details else { return None };
    let published = news.date.as_ref()?.date;
    let updated = entry.head.modified.as_ref().map_or(published, |day| day.date.max(published));
    // Without a site address, links are relative to the feed: the site may be in a folder.
    let feed = Address::file(ATOM);
    let from = match &edition.base.url {
        Some(prefix) => LinkBase::Prefix(prefix),
        None => LinkBase::Page { page: &feed, folder: None },
    };
    Some(Item {
        id: lasting_id(edition, &first_address(entry)),
        title: entry.name.clone(),
        link: link(edition, &entry.address),
        published: midnight(edition, published),
        updated: midnight(edition, updated),
        author: news.author.as_ref().map(|author| author.as_str().to_owned()),
        html: relink(&entry_html(edition, entry), from),
        summary: entry.head.summary.as_ref().map(|summary| summary.as_str().to_owned()),
    })
}

/// Returns the absolute address, or without a site address one relative to the feed (RFC 4287 §4.2.7.1 allows
/// a reference).
fn link(edition: &Edition, address: &Address) -> String {
    edition.base.absolute(address).unwrap_or_else(|| address.relative_to(&Address::file(ATOM)))
}

/// Returns a stable id: the first address, or without a site address a tag (RFC 4151) of the village.
fn lasting_id(edition: &Edition, address: &Address) -> String {
    let village = crate::ground::slug(edition.village.settings.village_name());
    edition.base.absolute(address).unwrap_or_else(|| format!("tag:{village}.invalid,2026:{address}"))
}

/// Returns midnight at the start of a day in the village, with its offset (RFC 3339).
fn midnight(edition: &Edition, day: Date) -> String {
    match day.to_zoned_datetime(edition.zone().clone()) {
        Ok(zoned) => with_offset(&zoned),
        Err(_) => format!("{day}T00:00:00Z"),
    }
}

/// Returns when the latest change to an item was made; a village without news gets a fixed date.
fn last_updated(edition: &Edition, items: &[Item]) -> String {
    let latest = items.iter().map(|item| item.updated.clone()).max();
    latest.unwrap_or_else(|| midnight(edition, Date::constant(2000, 1, 1)))
}

fn make_atom(edition: &Edition) -> Rendered {
    let settings = &edition.village.settings;
    let items = items(edition);
    let language = edition.language().tag();
    let link = |address: &Address| link(edition, address);
    let attributes = [("xmlns", "http://www.w3.org/2005/Atom"), ("xml:lang", language)];
    Ok(Xml::document("feed", &attributes, |xml| {
        xml.text("title", &[], settings.village_name());
        if let Some(description) = &settings.description {
            xml.text("subtitle", &[], description.as_str());
        }
        xml.text("id", &[], &lasting_id(edition, &Address::home()));
        xml.text("updated", &[], &last_updated(edition, &items));
        xml.empty(
            "link",
            &[("rel", "self"), ("type", "application/atom+xml"), ("href", &link(&Address::file(ATOM)))],
        );
        xml.empty("link", &[("rel", "alternate"), ("type", "text/html"), ("href", &link(&Address::home()))]);
        xml.element("author", &[], |xml| xml.text("name", &[], settings.village_name()));
        for item in &items {
            xml.element("entry", &[], |xml| {
                xml.text("title", &[], &item.title);
                xml.text("id", &[], &item.id);
                xml.empty("link", &[("rel", "alternate"), ("type", "text/html"), ("href", &item.link)]);
                xml.text("published", &[], &item.published);
                xml.text("updated", &[], &item.updated);
                if let Some(author) = &item.author {
                    xml.element("author", &[], |xml| xml.text("name", &[], author));
                }
                if let Some(summary) = &item.summary {
                    xml.text("summary", &[], summary);
                }
                xml.text("content", &[("type", "html")], &item.html);
            });
        }
    }))
}

fn make_json(edition: &Edition) -> Rendered {
    let settings = &edition.village.settings;
    let list: Vec<Json> = items(edition).into_iter().map(json_item).collect();
    let mut feed = json!({ "version": "https://jsonfeed.org/version/1.1", "title": settings.village_name() });
    for (key, address) in [("home_page_url", Address::home()), ("feed_url", Address::file(JSON))] {
        if let Some(whole) = edition.base.absolute(&address) {
            feed[key] = whole.into();
        }
    }
    feed["language"] = edition.language().tag().into();
    feed["items"] = list.into();
    if let Some(description) = &settings.description {
        feed["description"] = description.as_str().into();
    }
    Ok(pretty_json(&feed).into_bytes())
}

/// Turns an item into one for JSON Feed.
fn json_item(item: Item) -> Json {
    let mut value = json!({ "id": item.id });
    // JSON Feed readers accept only absolute addresses.
    if item.link.contains("://") {
        value["url"] = item.link.into();
    }
    value["title"] = item.title.into();
    value["content_html"] = item.html.into();
    value["date_published"] = item.published.into();
    value["date_modified"] = item.updated.into();
    if let Some(summary) = item.summary {
        value["summary"] = summary.into();
    }
    if let Some(author) = item.author {
        value["authors"] = json!([{ "name": author }]);
    }
    value
}
