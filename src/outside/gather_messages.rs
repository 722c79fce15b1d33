//! The messages, in Dutch and English, for a source of a portal that gives nothing, or nothing new.

use crate::ground::{Both, Date, Diagnostic, both, day_in_words};
use crate::read::ReadFailure;

pub(super) fn no_address(typed: &str) -> Both {
    both(
        format!("'{typed}' is geen webadres\neen webadres begint met https://"),
        format!("'{typed}' is not a web address\na web address begins with https://"),
    )
}

/// A password in a list of sources would be on every machine that builds the site.
pub(super) fn has_login(typed: &str) -> Both {
    both(
        format!(
            "in '{typed}' staat een naam of wachtwoord om in te loggen\nwat een portaal ophaalt, is voor iedereen; schrijf het webadres zonder wat voor de @ staat, en verander het wachtwoord als anderen dit bestand hebben gezien"
        ),
        format!(
            "'{typed}' contains a name or password for logging in\nwhat a portal fetches is public; write the web address without the part before the @, and change the password if others have seen this file"
        ),
    )
}

pub(super) fn not_in_list(typed: &str) -> Both {
    both(
        format!(
            "'{typed}' is er niet\nkijk of het klopt; een webadres begint met https://, en een map of bestand begint bij de map van deze lijst"
        ),
        format!(
            "'{typed}' does not exist\ncheck the spelling; a web address begins with https://, and the path of a folder or file begins at the folder of this list"
        ),
    )
}

pub(super) fn no_document(typed: &str) -> Both {
    both(
        format!(
            "'{typed}' is geen dorp.json en geen map met sites\nzet op elke regel het webadres van een dorp"
        ),
        format!(
            "'{typed}' is neither a dorp.json nor a folder with sites\nput the web address of a village on every line"
        ),
    )
}

/// Reports a list whose text cannot be decoded.
pub(super) fn no_text(typed: &str, remark: &Diagnostic) -> Both {
    let Both { nl, en } = unfit(remark);
    let (line, column) = (remark.place.line, remark.place.column);
    both(
        format!("het bestand '{typed}' is niet te lezen (regel {line}, teken {column}): {nl}"),
        format!("the file '{typed}' cannot be read (line {line}, character {column}): {en}"),
    )
}

pub(super) fn not_there(typed: &str) -> Both {
    both(
        format!(
            "'{typed}' is er niet\nkijk of het klopt; een webadres begint met https://, en een map of bestand begint bij de dorpsmap"
        ),
        format!(
            "'{typed}' does not exist\ncheck the spelling; a web address begins with https://, and the path of a folder or file begins at the village folder"
        ),
    )
}

pub(super) fn empty_folder(typed: &str) -> Both {
    both(
        format!("in de map '{typed}' is geen dorp.json te vinden\nzet er gemaakte sites in, elk in een map"),
        format!(
            "there is no dorp.json in the folder '{typed}'\nput finished sites in it, each in its own folder"
        ),
    )
}

pub(super) fn no_list(typed: &str) -> Both {
    both(
        format!("in het bestand '{typed}' staan geen bronnen\nzet op elke regel het webadres van een dorp"),
        format!("there are no sources in the file '{typed}'\nput the web address of a village on every line"),
    )
}

pub(super) fn another_machine(typed: &str) -> Both {
    both(
        format!(
            "'{typed}' ligt op een andere computer of een andere schijf, en daar zoekt een portaal niet\nzet de bestanden in een map naast de site, of noem het webadres van het dorp"
        ),
        format!(
            "'{typed}' is on another computer or another disk, and a portal does not look there\nput the files in a folder beside the site, or use the web address of the village"
        ),
    )
}

pub(super) fn no_own_list(typed: &str) -> Both {
    both(
        format!(
            "'{typed}' ligt buiten de dorpsmap, en is geen lijst met bronnen\nzet de lijst in de dorpsmap, of laat de naam eindigen op .txt of .lijst"
        ),
        format!(
            "'{typed}' is outside the village folder, and is not a list of sources\nput the list in the village folder, or give it a name that ends in .txt or .lijst"
        ),
    )
}

pub(super) fn no_source(typed: &str, line: u32) -> Both {
    both(
        format!("op regel {line} van '{typed}' staat geen bron die er is\nkijk in die lijst of het klopt"),
        format!("line {line} of '{typed}' is not an existing source\ncheck that line of the list"),
    )
}

pub(super) fn unreadable(typed: &str, why: ReadFailure) -> Both {
    match why {
        ReadFailure::TooBig => both(
            format!("het bestand '{typed}' is groter dan 4 MB\nkijk of dit het goede bestand is"),
            format!("the file '{typed}' is larger than 4 MB\ncheck that this is the right file"),
        ),
        ReadFailure::Gone => not_there(typed),
        ReadFailure::NotAFile => both(
            format!("'{typed}' is geen gewoon bestand\nzet er het bestand zelf neer"),
            format!("'{typed}' is not an ordinary file\nput the file itself there"),
        ),
        ReadFailure::Refused(_) => both(
            format!("het bestand '{typed}' is niet te lezen\nkijk of je het mag lezen"),
            format!("the file '{typed}' cannot be read\ncheck that you are allowed to read it"),
        ),
    }
}

pub(super) fn gone(from: &str, expires: Date) -> Both {
    let day = day_in_words(expires);
    both(
        format!(
            "'{from}' is er niet meer, of is niet te lezen\nzet het terug, of laat het zo: op {} gaat dit dorp van het portaal",
            day.nl
        ),
        format!(
            "'{from}' no longer exists, or cannot be read\nput it back, or leave it: on {} this village disappears from the portal",
            day.en
        ),
    )
}

pub(super) fn too_many(typed: &str, most: usize) -> Both {
    both(
        format!(
            "met '{typed}' zijn er meer dan {most} dorpen\nde rest is weggelaten; verdeel ze over meer portalen"
        ),
        format!(
            "with '{typed}' there are more than {most} villages\nthe rest are left out; divide them among several portals"
        ),
    )
}

pub(super) fn no_time(from: &str) -> Both {
    both(
        format!("er was geen tijd meer om '{from}' op te halen\nprobeer het later nog eens"),
        format!("there was no time left to fetch '{from}'\ntry again later"),
    )
}

/// Returns why a fetched document is refused.
pub(super) fn unfit(remark: &Diagnostic) -> Both {
    let whole = |message: &str, hint: Option<&str>| match hint {
        Some(hint) => format!("{message}\n{hint}"),
        None => message.to_owned(),
    };
    let hint = remark.hint.as_ref();
    both(
        whole(&remark.message.nl, hint.map(|hint| &*hint.nl)),
        whole(&remark.message.en, hint.map(|hint| &*hint.en)),
    )
}
