//! Messages about addresses, links and pictures of a site that cannot work as written, in both languages.

use crate::field::{meant_email, meant_web};
use crate::ground::{Address, Both, Code, Diagnostic, Place, SitePath, both, is_device_name};

pub(super) fn template_missing(place: Place, name: &str, near: Option<&str>) -> Diagnostic {
    let remark = Diagnostic::new(
        Code::TemplateMissing,
        place,
        both(format!("het sjabloon '{name}' is er niet"), format!("there is no template '{name}'")),
    );
    if near.is_some() && remark.place.line > 0 {
        return remark.suggest(near);
    }
    remark.hint(both("zet het in de map templates van het thema", "put it in the theme's templates folder"))
}

/// Reports a name in a template that nothing provides.
pub(super) fn unknown_name(place: Place, name: &str, near: Option<&str>) -> Diagnostic {
    let remark = Diagnostic::new(
        Code::TemplateUnknownName,
        place,
        both(format!("'{name}' bestaat niet"), format!("'{name}' does not exist")),
    );
    match near {
        Some(_) => remark.suggest(near),
        None => remark.hint(both(
            "wat een sjabloon krijgt, toont: dorpsplein thema afspraak",
            "to see what a template is given, run: dorpsplein theme contract",
        )),
    }
}

/// How to resolve a conflict over an address.
pub(super) enum Remedy {
    /// Give a file another name on disk.
    Rename,
    /// Choose another address in the file itself.
    Slug,
    /// Remove it from the list of former addresses.
    RemoveAlias,
}

pub(super) fn address_taken(place: Place, address: &Address, other: &str, remedy: Remedy) -> Diagnostic {
    let hint = match remedy {
        Remedy::Rename => {
            both("geef een van de twee bestanden een andere naam", "give one of the two files another name")
        }
        Remedy::Slug => both(
            "kies een ander adres met: slug: een-andere-naam",
            "choose another address with: slug: another-name",
        ),
        Remedy::RemoveAlias => both("haal dit oude adres weg", "remove this former address"),
    };
    Diagnostic::new(
        Code::AddressTaken,
        place,
        both(
            format!("het adres {address} is al van {other}"),
            format!("the address {address} is already taken by {other}"),
        ),
    )
    .hint(hint)
}

pub(super) fn address_impossible(place: Place, address: &Address, part: &str) -> Diagnostic {
    let impossible = |nl: &str, en: &str| {
        both(
            format!("het adres {address} kan niet: {nl}"),
            format!("the address {address} is not possible: {en}"),
        )
    };
    let message = if is_device_name(part) {
        impossible(
            &format!("Windows houdt '{part}' voor zichzelf"),
            &format!("Windows keeps '{part}' for itself"),
        )
    } else {
        impossible(
            &format!("een naam heeft hooguit 255 tekens, en hier zijn het er {}", part.len()),
            &format!("a name can have at most 255 characters, and this one has {}", part.len()),
        )
    };
    Diagnostic::new(Code::ReservedName, place, message)
        .hint(both("kies een andere naam", "choose another name"))
}

pub(super) fn broken_link(place: Place, target: &str, near: Option<&str>) -> Diagnostic {
    let remark = Diagnostic::new(
        Code::BrokenLink,
        place,
        both(format!("de link '{target}' leidt nergens heen"), format!("the link '{target}' leads nowhere")),
    );
    match near {
        Some(near) => suggesting(remark, target, near),
        None => match incomplete_outside_link(target) {
            Some((hint, meant)) => with_target(remark.hint(hint), target, &meant),
            None => remark.hint(both(
                "link naar een bestand, zoals ../agenda/koffie.md, of naar een adres, zoals /agenda/",
                "link to a file, such as ../events/coffee.md, or to an address, such as /events/",
            )),
        },
    }
}

/// Suggests what was probably meant.
pub(super) fn suggesting(remark: Diagnostic, target: &str, meant: &str) -> Diagnostic {
    let hint = both(format!("bedoel je '{meant}'?"), format!("did you mean '{meant}'?"));
    with_target(remark.hint(hint), target, meant)
}

/// Adds the line with another target in it. A target with spaces goes between angle brackets.
fn with_target(remark: Diagnostic, target: &str, meant: &str) -> Diagnostic {
    let place = &remark.place;
    let before = place.column.saturating_sub(place.skipped + 2) as usize;
    let is_bare = place.column > place.skipped + 1 && place.excerpt.chars().nth(before) == Some('(');
    let line = match place.marked() == target {
        true if is_bare && meant.contains(' ') => place.with(&format!("<{meant}>")),
        true => place.with(meant),
        false => place.excerpt.replacen(target, meant, 1),
    };
    let is_other = line != *place.excerpt;
    if is_other { remark.correction(line) } else { remark }
}

/// A target outside the site that lacks its beginning: `www.dorp.nl`, `info@dorp.nl`, `0521-123456`.
fn incomplete_outside_link(target: &str) -> Option<(Both, String)> {
    let digits: String =
        target.chars().filter(|letter| !matches!(letter, ' ' | '-' | '.' | '(' | ')')).collect();
    let is_number =
        digits.len() >= 10 && digits.trim_start_matches('+').bytes().all(|it| it.is_ascii_digit());
    if is_number {
        let hint = both("een telefoonnummer begint met tel:", "a telephone number begins with tel:");
        return Some((hint, format!("tel:{digits}")));
    }
    if target.contains('@') && !target.contains('/') {
        let hint = both("een e-mailadres begint met mailto:", "an e-mail address begins with mailto:");
        let meant = meant_email(target).unwrap_or_else(|| target.to_owned());
        return Some((hint, format!("mailto:{meant}")));
    }
    let hint = both("een webadres begint met https://", "a web address begins with https://");
    if target.starts_with("www.") {
        let meant = meant_web(target).unwrap_or_else(|| target.to_owned());
        return Some((hint, format!("https://{meant}")));
    }
    meant_web(target).filter(|meant| meant.starts_with("http")).map(|meant| (hint, meant))
}

pub(super) fn link_to_list(place: Place, target: &str, example: &Address) -> Diagnostic {
    Diagnostic::new(
        Code::LinkToList,
        place,
        both(
            format!("in '{target}' staan meer onderdelen; welke bedoel je?"),
            format!("'{target}' contains several entries; which one do you mean?"),
        ),
    )
    .hint(both(
        format!("link naar het adres van een ervan, zoals {example}"),
        format!("link to the address of one of them, such as {example}"),
    ))
}

pub(super) fn empty_link(place: Place) -> Diagnostic {
    Diagnostic::new(Code::BrokenLink, place, both("deze link heeft geen adres", "this link has no address"))
        .hint(both(
            "zet het adres tussen de haakjes achter de woorden",
            "put the address between the brackets after the words",
        ))
}

pub(super) fn missing_anchor(place: Place, anchor: &str, near: Option<&str>) -> Diagnostic {
    let remark = Diagnostic::new(
        Code::MissingAnchor,
        place,
        both(
            format!("er is geen kopje '#{anchor}' om heen te springen"),
            format!("there is no heading '#{anchor}' to jump to"),
        ),
    );
    match near {
        Some(near) => {
            let line = remark.place.excerpt.replacen(anchor, near, 1);
            remark
                .hint(both(format!("bedoel je '#{near}'?"), format!("did you mean '#{near}'?")))
                .correction(line)
        }
        None => remark.hint(both(
            "een kopje '## Zaal huren' heet '#zaal-huren'",
            "a heading '## Hire a room' is called '#hire-a-room'",
        )),
    }
}

pub(super) fn missing_picture(place: Place, target: &str, near: Option<&str>) -> Diagnostic {
    let remark = Diagnostic::new(
        Code::MissingPicture,
        place,
        both(format!("de foto '{target}' is er niet"), format!("there is no photo '{target}'")),
    );
    match near {
        Some(near) => suggesting(remark, target, near),
        None => remark.hint(both(
            "zet de foto in de map media en schrijf: media/naam.jpg",
            "put the photo in the media folder and write: media/name.jpg",
        )),
    }
}

pub(super) fn remote_picture(place: Place, target: &str) -> Diagnostic {
    Diagnostic::new(
        Code::RemotePicture,
        place,
        both(format!("de foto '{target}' staat op een andere site"), format!("the photo '{target}' is on another site")),
    )
    .hint(both(
        "zo kijkt een ander mee met je bezoekers; bewaar de foto in media/ (als dat mag) of maak er een link van",
        "this way, another site can see who visits yours; save the photo in media/ (if that is allowed) or make it a link",
    ))
}

pub(super) fn picture_without_alt(place: Place) -> Diagnostic {
    Diagnostic::new(
        Code::PictureWithoutAlt,
        place,
        both("er staat niet bij wat er op deze foto te zien is", "this photo has no description"),
    )
    .hint(both(
        "zet het tussen de rechte haken: ![Kinderen op het ijs](media/ijs.jpg); is hij alleen versiering, gebruik dan een blok ```foto met 'decoratief: ja'",
        "put one between the square brackets: ![Children on the ice](media/ice.jpg); if the photo is only decoration, use a block ```photo with 'decorative: yes'",
    ))
}

pub(super) fn unknown_menu_target(place: Place, target: &str, near: Option<&str>) -> Diagnostic {
    Diagnostic::new(
        Code::BrokenLink,
        place,
        both(
            format!("in het menu leidt '{target}' nergens heen"),
            format!("in the menu, '{target}' leads nowhere"),
        ),
    )
    .hint(both(
        "noem een pagina, een adres als /agenda/, of een webadres",
        "name a page, an address such as /events/, or a web address",
    ))
    .suggest(near)
}

pub(super) fn colour_adjusted(place: Place, used: [u8; 3]) -> Diagnostic {
    let [r, g, b] = used;
    let used = format!("\"#{r:02x}{g:02x}{b:02x}\"");
    Diagnostic::new(
        Code::ColourMended,
        place,
        both(
            format!(
                "witte letters zijn op deze kleur niet te lezen; de site gebruikt een donkerdere tint: {used}"
            ),
            format!("white text cannot be read on this colour; the site uses a darker tone: {used}"),
        ),
    )
    .hint(both(
        "het hoeft niet, maar met deze tint zie je hier wat er op de site staat",
        "you do not have to change it, but with this tone you see here what the site uses",
    ))
    .correction_with(Some(&used))
}

pub(super) fn not_shown_yet(place: Place, name: &str, day: Option<&str>) -> Diagnostic {
    let message = match day {
        Some(day) => both(
            format!("'{name}' staat nog niet op de site; het verschijnt op {day}"),
            format!("'{name}' is not on the site yet; it appears on {day}"),
        ),
        None => both(
            format!("'{name}' staat niet op de site: het is een concept"),
            format!("'{name}' is not on the site: it is a draft"),
        ),
    };
    Diagnostic::new(Code::NotShownYet, place, message)
}

pub(super) fn document_ahead(place: Place, path: &SitePath, name: &str) -> Diagnostic {
    Diagnostic::new(
        Code::DocumentAhead,
        place,
        both(
            format!("'{path}' staat al op de site, ook al staat '{name}' er nog niet op"),
            format!("'{path}' is already on the site, although '{name}' is not yet"),
        ),
    )
    .hint(both(
        "mag nog niemand het zien, haal het dan zolang uit de map",
        "if nobody may see it yet, take it out of the folder for now",
    ))
}

pub(super) fn no_longer_shown(place: Place, name: &str) -> Diagnostic {
    Diagnostic::new(
        Code::NoLongerShown,
        place,
        both(
            format!("'{name}' staat niet meer op de site: de laatste dag is voorbij"),
            format!("'{name}' is no longer on the site: its last day has passed"),
        ),
    )
}

/// Reports that an address is gone. `now` is the entry that most likely replaces it: its name, what to write
/// in it, and whether it already has former addresses.
pub(super) fn address_gone(
    place: Place,
    address: &Address,
    name: &str,
    now: Option<(&str, &str, bool)>,
) -> Diagnostic {
    let remark = Diagnostic::new(
        Code::AddressGone,
        place,
        both(
            format!("{address} ('{name}') stond op de site, en nu niet meer"),
            format!("{address} ('{name}') was on the site, but no longer is"),
        ),
    );
    let (nl, en) = match now {
        Some((now, former, false)) => (
            format!("is dat nu '{now}'? Zet in dit bestand: voorheen: {former}"),
            format!("is it now '{now}'? Put in this file: aliases: {former}"),
        ),
        Some((now, former, true)) => (
            format!("is dat nu '{now}'? Zet in dit bestand bij voorheen ook: {former}"),
            format!("is it now '{now}'? Add to aliases in this file: {former}"),
        ),
        None => (
            format!("heet het nu anders? Zet in het nieuwe bestand: voorheen: {address}"),
            format!("does it have another name now? Put in the new file: aliases: {address}"),
        ),
    };
    remark.hint(both(
        format!("{nl}\nis het er echt niet meer? Zet in site.yaml: vervallen: {address}"),
        format!("{en}\nis it really gone? Put in site.yaml: gone: {address}"),
    ))
}
