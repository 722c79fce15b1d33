//! Reads the school holidays: the open data of the national government, in a file beside `site.yaml`.

use crate::field::choices;
use crate::ground::{Code, Date, Diagnostic, Json, Place, Timestamp, both, dutch_zone, fold, parse_json};
use crate::read::{HeldFile, plain_text_of};

/// The names that the file may have.
pub const SCHOOL_HOLIDAY_FILES: &[&str] = &["schoolvakanties.json", "school-holidays.json"];

/// Where the list is published.
const PUBLISHED_AT: &str =
    "https://opendata.rijksoverheid.nl/v1/sources/rijksoverheid/infotypes/schoolholidays?output=json";

choices! {
    /// The three regions for school holidays.
    pub enum SchoolRegion {
        /// North.
        North = "noord" | "north" ("regio noord");
        /// Central.
        Middle = "midden" | "middle" ("regio midden", "central");
        /// South.
        South = "zuid" | "south" ("regio zuid");
    }
}

/// The school holidays of all regions.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SchoolHolidays {
    /// The file they come from.
    pub file: String,
    periods: Vec<Period>,
}

/// One holiday in one region.
#[derive(Clone, Debug, PartialEq)]
pub struct Period {
    /// Its name, folded: `herfstvakantie`.
    pub name: String,
    /// The region; `None` for the whole country.
    region: Option<SchoolRegion>,
    /// The first day.
    pub first: Date,
    /// The last day.
    pub last: Date,
}

impl SchoolHolidays {
    /// Returns the holidays of a region, in the order of the file.
    pub fn of(&self, region: SchoolRegion) -> impl Iterator<Item = &Period> {
        self.periods.iter().filter(move |period| period.region.is_none_or(|own| own == region))
    }

    /// Returns the last day that the list covers for a region.
    pub fn covers_until(&self, region: SchoolRegion) -> Option<Date> {
        self.of(region).map(|period| period.last).max()
    }
}

/// Reads the national list: one document, or an array of documents for several school years.
pub(super) fn read(file: &HeldFile) -> Result<SchoolHolidays, Box<Diagnostic>> {
    let text = plain_text_of(&file.path, &file.bytes)?;
    let document = parse_json(text.as_bytes()).ok_or_else(|| Box::new(unreadable(file)))?;
    let documents = document.as_array().cloned().unwrap_or_else(|| vec![document]);
    let array_of = |json: &Json, key: &str| json[key].as_array().cloned().unwrap_or_default();
    let mut periods = Vec::new();
    for vacation in
        documents.iter().flat_map(|it| array_of(it, "content")).flat_map(|it| array_of(&it, "vacations"))
    {
        let name = fold(vacation["type"].as_str().unwrap_or(""));
        for region in array_of(&vacation, "regions") {
            periods.push(period_of(&name, &region).ok_or_else(|| Box::new(unreadable(file)))?);
        }
    }
    if periods.is_empty() {
        return Err(Box::new(unreadable(file)));
    }
    Ok(SchoolHolidays { file: file.path.to_string(), periods })
}

/// Reads one holiday in one region.
fn period_of(name: &str, json: &Json) -> Option<Period> {
    let region = match fold(json["region"].as_str()?).as_str() {
        "noord" => Some(SchoolRegion::North),
        "midden" => Some(SchoolRegion::Middle),
        "zuid" => Some(SchoolRegion::South),
        _ => None,
    };
    let first = day_of(json["startdate"].as_str()?)?;
    let last = day_of(json["enddate"].as_str()?)?;
    (first <= last && !name.is_empty()).then(|| Period { name: name.to_owned(), region, first, last })
}

/// Reads a day. The list writes it as midnight in Amsterdam, in UTC: `2026-10-09T22:00:00.000Z` is the 10th.
fn day_of(text: &str) -> Option<Date> {
    let text = text.trim();
    match text.parse::<Timestamp>() {
        Ok(moment) => Some(moment.to_zoned_datetime(dutch_zone()).date()),
        Err(_) => text.parse().ok(),
    }
}

fn unreadable(file: &HeldFile) -> Diagnostic {
    Diagnostic::new(
        Code::BadSchoolHolidays,
        Place::of_file(file.path.shared()),
        both(
            "dit is niet de lijst met schoolvakanties van de Rijksoverheid",
            "this is not the national list of school holidays",
        ),
    )
    .hint(both(
        format!("haal de lijst opnieuw op van {PUBLISHED_AT} en bewaar hem als {}", file.path),
        format!("download the list again from {PUBLISHED_AT} and save it as {}", file.path),
    ))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ground::SitePath;

    fn held(text: &str) -> HeldFile {
        HeldFile {
            path: SitePath::new("schoolvakanties.json").expect("a path"),
            bytes: text.as_bytes().to_vec(),
        }
    }

    #[test]
    fn the_national_list_is_read_by_region() {
        let list = held(
            r#"[{"content":[{"vacations":[
                {"type":"\n Herfstvakantie ","regions":[
                    {"region":"noord","startdate":"2026-10-09T22:00:00.000Z","enddate":"2026-10-17T22:00:00.000Z"},
                    {"region":"zuid","startdate":"2026-10-16T22:00:00.000Z","enddate":"2026-10-24T22:00:00.000Z"}]},
                {"type":"Kerstvakantie","regions":[
                    {"region":"heel Nederland","startdate":"2026-12-18T23:00:00.000Z","enddate":"2027-01-02T23:00:00.000Z"}]}
            ]}]}]"#,
        );
        let holidays = read(&list).expect("a list");
        let north: Vec<String> = holidays
            .of(SchoolRegion::North)
            .map(|period| format!("{} {} {}", period.name, period.first, period.last))
            .collect();
        assert_eq!(north, ["herfstvakantie 2026-10-10 2026-10-18", "kerstvakantie 2026-12-19 2027-01-03"]);
        assert_eq!(holidays.covers_until(SchoolRegion::South), "2027-01-03".parse().ok());
    }

    #[test]
    fn a_list_saved_again_by_notepad_is_read() {
        let list = r#"{"content":[{"vacations":[{"type":"Meivakantie","regions":[
            {"region":"noord","startdate":"2027-04-24","enddate":"2027-05-02"}]}]}]}"#;
        let wide = list.encode_utf16().flat_map(u16::to_le_bytes);
        let plain = read(&held(list)).expect("a list");
        for bytes in
            [[b"\xEF\xBB\xBF", list.as_bytes()].concat(), [0xFF, 0xFE].into_iter().chain(wide).collect()]
        {
            let saved = HeldFile { bytes, ..held("") };
            assert_eq!(read(&saved).as_ref(), Ok(&plain));
        }
    }

    #[test]
    fn an_invalid_list_is_refused() {
        for text in
            ["", "{}", "[]", r#"{"content":[{"vacations":[{"type":"x","regions":[{"region":"noord"}]}]}]}"#]
        {
            assert!(read(&held(text)).is_err(), "{text}");
        }
    }
}
