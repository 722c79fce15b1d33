//! Small values: files with their size in words, pictures, telephone numbers, amounts.

use crate::ground::{Address, Language};
use crate::pictures::{Cut, PhotoVersion};
use crate::read::Span;
use crate::render::edition::Edition;
use crate::render::numbers::Numbers;
use crate::render::pictures::{page_versions, shown_picture, versions_of_cut};
use crate::render::templates::{Value, map};
use crate::render::withdrawn::is_withdrawn;
use crate::village::{Entry, Picture};

/// The value, or `none`.
pub(in crate::render) fn none_or(value: Option<Value>) -> Value {
    value.unwrap_or_else(Value::none)
}

/// A link to a page of the site, with its title.
pub(in crate::render) fn titled_link(title: String, address: &Address) -> Value {
    map([("title", title.into()), ("href", address.as_str().into())])
}

/// A file: its address, and its kind and size in words ("pdf, 340 kB").
pub(super) fn file_value(edition: &Edition, number: usize, title: Option<&str>) -> Value {
    let file = &edition.village.files[number];
    let published = page_versions(edition, number).last();
    let (address, bytes) = published.map_or_else(
        || (edition.published.address(number).clone(), file.bytes),
        |(address, version)| (address, version.bytes),
    );
    let kind = address.as_str().rsplit_once('.').map_or_else(String::new, |(_, ending)| ending.to_owned());
    let size = size_in_words(bytes, edition.language());
    map([
        ("href", address.to_string().into()),
        ("title", title.unwrap_or(file.path.stem()).into()),
        ("type", kind.as_str().into()),
        ("size", size.as_str().into()),
        ("bytes", bytes.into()),
        ("about", format!("{kind}, {size}").into()),
    ])
}

/// A text of the village in place of a file, under the same keys but without a size.
pub(super) fn text_as_file_value(text: &Entry, title: Option<&str>) -> Value {
    map([
        ("href", text.address.to_string().into()),
        ("title", title.unwrap_or(&text.name).into()),
        ("about", Value::none()),
    ])
}

/// The file that a field of an entry refers to, or the text, if that is on the site.
pub(super) fn paper_value(
    edition: &Edition,
    entry: &Entry,
    span: Span,
    title: Option<&str>,
) -> Option<Value> {
    match entry.file(span) {
        Some(number) if is_withdrawn(edition, number) => None,
        Some(number) => {
            let known = edition.village.document_of_file(number);
            let title = title.or(known.map(|document| document.title.as_str()));
            Some(file_value(edition, number, title))
        }
        None => Some(text_as_file_value(edition.shown(entry.target(span)?)?, title)),
    }
}

/// Kilobytes and megabytes, as a file manager shows them.
fn size_in_words(bytes: u64, language: Language) -> String {
    match bytes {
        0..1000 => format!("{bytes} B"),
        1000..1_000_000 => format!("{} kB", (bytes + 500) / 1000),
        _ => {
            let tenths = (bytes + 50_000) / 100_000;
            let point = language.decimal_mark();
            format!("{}{point}{} MB", tenths / 10, tenths % 10)
        }
    }
}

/// A picture of an entry, or of the settings when there is no entry.
pub(in crate::render) fn picture_value(
    edition: &Edition,
    entry: Option<&Entry>,
    picture: &Picture,
) -> Option<Value> {
    let number = edition.village.file_of_picture(entry, picture)?;
    if is_withdrawn(edition, number) {
        return None;
    }
    let shown = shown_picture(edition, number, picture.focus());
    let moving = picture.moves().then(|| versions_of_cut(edition, number, Cut::Moving).next()).flatten();
    let sharing = versions_of_cut(edition, number, Cut::Sharing(picture.focus())).next();
    let line = |field: &crate::village::Field<crate::village::Line>| {
        none_or(field.as_ref().map(|line| line.as_str().into()))
    };
    Some(map([
        ("src", shown.src.into()),
        ("srcset", none_or(shown.srcset.map(Value::from))),
        ("classes", none_or(shown.classes.map(Value::from))),
        ("moving", none_or(moving.map(|(address, _)| address.to_string().into()))),
        ("sharing", none_or(sharing.map(|shared| sharing_value(edition, shared)))),
        ("alt", picture.alt().into()),
        ("width", none_or(shown.size.map(|(width, _)| width.into()))),
        ("height", none_or(shown.size.map(|(_, height)| height.into()))),
        ("caption", line(&picture.0.caption)),
        ("credit", line(&picture.0.credit)),
    ]))
}

/// The picture that others see when someone shares a page.
fn sharing_value(edition: &Edition, (address, version): (Address, &PhotoVersion)) -> Value {
    map([
        ("url", none_or(edition.base.absolute(&address).map(Value::from))),
        ("width", version.width.into()),
        ("height", version.height.into()),
    ])
}

/// The link that dials a number: `tel:` and digits only, a Dutch number with its country code.
pub(super) fn tel_href(number: &str) -> String {
    let digits: String = number.chars().filter(|c| c.is_ascii_digit() || *c == '+').collect();
    match digits.strip_prefix('0') {
        Some(rest) if !rest.starts_with('0') && digits.len() == 10 => format!("tel:+31{rest}"),
        _ => format!("tel:{digits}"),
    }
}

/// `€ 3,50`, or `€ 3` for whole euros; in German `3,50 €`.
pub(in crate::render) fn euros(cents: u32, language: Language) -> String {
    let number = Numbers::of(language).amount(cents.into());
    match language {
        Language::German => format!("{number}\u{a0}€"),
        _ => format!("€\u{a0}{number}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_amounts_and_phone_numbers_are_formatted_for_readers() {
        assert_eq!(size_in_words(340_400, Language::Dutch), "340 kB");
        assert_eq!(size_in_words(2_450_000, Language::Dutch), "2,5 MB");
        assert_eq!(euros(350, Language::Dutch), "€\u{a0}3,50");
        assert_eq!(euros(2500, Language::English), "€\u{a0}25");
        assert_eq!(euros(350, Language::German), "3,50\u{a0}€");
        assert_eq!(euros(350, Language::Frisian), "€\u{a0}3,50");
        assert_eq!(euros(124_000, Language::Dutch), "€\u{a0}1.240");
        assert_eq!(euros(124_050, Language::LowSaxon), "€\u{a0}1.240,50");
        assert_eq!(euros(124_050, Language::English), "€\u{a0}1,240.50");
        assert_eq!(euros(124_000, Language::German), "1.240\u{a0}€");
        assert_eq!(tel_href("0529 01 23 45"), "tel:+31529012345");
        assert_eq!(tel_href("112"), "tel:112");
        assert_eq!(tel_href("+32 3 123 45 67"), "tel:+3231234567");
    }
}
