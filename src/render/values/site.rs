//! What every page knows about the site: its name, menu, notice and the addresses of its main pages.

use super::basics::{none_or, picture_value};
use super::card::card;
use super::fields::fields_value;
use crate::ground::{Address, days_later, monday_of};
use crate::render::addresses::{
    Section, Sheet, Statement, emergency_address, figures_address, is_written, search_address,
    section_address, subscribe_address, week_address,
};
use crate::render::edition::Edition;
use crate::render::moments::end_of_day;
use crate::render::pictures::site_icons;
use crate::render::templates::{Value, map, safe};
use crate::render::text::{menu_href, prose_html};
use crate::render::wall_clock::wall_clock;
use crate::village::{Choices, Described, Entry, Kind};

/// The values about the site that every page gets.
pub(in crate::render) fn site_value(edition: &Edition) -> Value {
    edition.memo.everywhere.site.get_or_init(|| make_site(edition)).clone()
}

fn make_site(edition: &Edition) -> Value {
    let settings = &edition.village.settings;
    let line = |field: &crate::village::Field<crate::village::Line>| {
        none_or(field.as_ref().map(|line| line.as_str().into()))
    };
    let picture = |field: &crate::village::Field<crate::village::Picture>| {
        none_or(field.as_ref().and_then(|picture| picture_value(edition, None, &picture.value)))
    };
    let site_file = crate::ground::SitePath::new(crate::read::SITE_FILE);
    let welcome = settings
        .welcome
        .as_ref()
        .zip(site_file)
        .map(|(text, file)| safe(&prose_html(edition, &file, &text.value.0)));
    let publisher =
        edition.village.publisher.and_then(|id| edition.shown(id)).map(|entry| card(edition, entry.id));
    let is_portal = settings.is_portal();
    let assets =
        edition.published.assets.addresses().map(|(name, address)| (name.to_owned(), address.to_string()));
    map([
        ("name", settings.village_name().into()),
        ("tagline", line(&settings.tagline)),
        ("description", line(&settings.description)),
        ("language", edition.language().tag().into()),
        (
            "own",
            map([("lang", edition.voice.is_other_language.then(|| settings.page_language().tag()).into())]),
        ),
        ("url", edition.base.url.clone().into()),
        ("crest", picture(&settings.crest)),
        ("icons", icons_value(edition)),
        ("image", picture(&settings.image)),
        ("welcome", none_or(welcome)),
        ("municipality", line(&settings.municipality)),
        (
            "province",
            none_or(settings.province.as_ref().map(|it| edition.label(it.value.0.word().label).into())),
        ),
        ("publisher", none_or(publisher)),
        ("contact", contact_value(edition)),
        ("today", edition.dates().day(edition.almanac.today)),
        ("days_between_builds", settings.days_between_builds().into()),
        ("time_zone", edition.zone_name().into()),
        ("wall_clock", wall_clock(edition).into()),
        ("subscribe", subscribe_address(edition).to_string().into()),
        ("week", this_week(edition).to_string().into()),
        ("week_ends", end_of_day(edition, days_later(monday_of(edition.almanac.today), 6)).into()),
        ("month_ends", end_of_day(edition, edition.almanac.today.last_of_month()).into()),
        ("search", search_address(edition).to_string().into()),
        ("menu", menu(edition)),
        ("pages", pages(edition)),
        ("notice", none_or(notice(edition))),
        ("has_news", Section::Of(Kind::News).is_in_menu(edition).into()),
        ("emergency", emergency_address(edition).map(|address| address.to_string()).into()),
        ("notice_board", none_or((!is_portal).then(|| Sheet::ThisWeek.address(edition).to_string().into()))),
        ("statements", statements(edition)),
        ("sections", sections(edition)),
        ("figures", figures_address(edition).map(|address| address.to_string()).into()),
        ("assets", assets.collect::<std::collections::BTreeMap<_, _>>().into()),
    ])
}

/// The address of this week in the agenda; a portal's agenda has no weeks, so there it is the agenda itself.
fn this_week(edition: &Edition) -> Address {
    match edition.village.settings.is_portal() {
        true => section_address(edition, Section::Of(Kind::Event)),
        false => week_address(edition, edition.almanac.today),
    }
}

/// The statements on accessibility and on what the site keeps about its visitors, except those that the
/// village wrote itself: these are among its pages.
fn statements(edition: &Edition) -> Value {
    let own = Statement::ALL.into_iter().filter(|it| !is_written(edition, &it.address(edition)));
    let links = own.map(|statement| {
        let title = edition.words().text(&format!("statements.{}.title", statement.id())).to_owned();
        map([("title", title.into()), ("href", statement.address(edition).to_string().into())])
    });
    links.collect::<Vec<_>>().into()
}

fn contact_value(edition: &Edition) -> Value {
    let Some(contact) = &edition.village.settings.contact else { return Value::none() };
    fields_value(edition, None, contact.value.facts())
}

/// The addresses of the main pages, by name.
fn sections(edition: &Edition) -> Value {
    let is_there = |section: &Section| *section != Section::Villages || edition.village.settings.is_portal();
    let address = |section| is_there(&section).then(|| section_address(edition, section).to_string());
    map(Section::all().map(|section| (section.id(), address(section).into())))
}

fn menu(edition: &Edition) -> Value {
    let item = |title: String, href: String, section: &str| {
        map([("title", title.into()), ("href", href.into()), ("section", section.into())])
    };
    if let Some(menu) = &edition.village.settings.navigation {
        let items = menu.iter().filter_map(|entry| {
            let (href, id) = menu_href(edition, &entry.value)?;
            // An entry that is not on the site is not in the menu either; it has already been reported.
            if id.is_some_and(|id| edition.shown(id).is_none()) {
                return None;
            }
            let given = entry.value.title.as_ref().map(|title| title.as_str().to_owned());
            let section = Section::all().find(|section| section_address(edition, *section).as_str() == href);
            let named = id.map(|id| edition.village.entry(id).name.clone());
            let title = given.or(named).or_else(|| section.map(|section| section.title(edition)));
            let target = entry.value.to.as_ref().map(|to| to.as_str().to_owned());
            Some(item(title.or(target).unwrap_or_default(), href, section.map_or("", |section| section.id())))
        });
        return items.collect::<Vec<_>>().into();
    }
    let used = Section::all().filter(|section| section.is_in_menu(edition));
    let items = used.map(|section| {
        item(section.title(edition), section_address(edition, section).to_string(), section.id())
    });
    items.collect::<Vec<_>>().into()
}

/// All pages except the home page, by name.
fn pages(edition: &Edition) -> Value {
    let mut pages: Vec<&Entry> = edition
        .village
        .of_kind(Kind::Page)
        .iter()
        .filter(|page| edition.almanac.is_shown(page.id) && page.address != Address::home())
        .collect();
    pages.sort_by_cached_key(|page| crate::ground::sort_key(&page.name));
    pages.into_iter().map(|page| card(edition, page.id)).collect::<Vec<_>>().into()
}

/// The notice, on the days on which it is shown.
fn notice(edition: &Edition) -> Option<Value> {
    let notice = &edition.village.settings.notice.as_ref()?.value;
    let today = edition.almanac.today;
    let started = notice.from.as_ref().is_none_or(|from| from.date <= today);
    let over = notice.until.as_ref().is_some_and(|until| until.date < today);
    if !started || over {
        return None;
    }
    let site = crate::ground::SitePath::new(crate::read::SITE_FILE)?;
    let link = notice.link.as_ref().map(|link| crate::render::text::href(edition, &site, link.as_str()));
    Some(map([
        ("text", notice.text.as_ref()?.as_str().into()),
        ("href", link.into()),
        ("ends", none_or(notice.until.as_ref().map(|until| end_of_day(edition, until.date).into()))),
        ("until", none_or(notice.until.as_ref().map(|until| edition.dates().day(until.date)))),
    ]))
}

/// The addresses of the site's icons.
fn icons_value(edition: &Edition) -> Value {
    let icons = site_icons(edition);
    let address = |address: Option<Address>| none_or(address.map(|address| address.to_string().into()));
    map([("tab", address(icons.tab)), ("drawing", address(icons.drawing)), ("touch", address(icons.touch))])
}
