//! The messages about Markdown that is nearly right, in Dutch and English.

use crate::ground::{Code, Diagnostic, Place, both, slug};

/// A word after a fence that is nearly a known one.
pub(super) fn unknown_insert(place: Place, word: &str, near: &str) -> Diagnostic {
    let correction = place.marked().replacen(word, near, 1);
    no_insert(place, word)
        .hint(both(format!("bedoel je '{near}'?"), format!("did you mean '{near}'?")))
        .correction_with(Some(&correction))
}

/// A word after a fence for something that no block can show.
pub(super) fn no_such_insert(place: Place, word: &str) -> Diagnostic {
    no_insert(place, word).hint(both(
        "er zijn blokken voor een foto, een album en een film; zet voor de rest een link neer, zoals: [de agenda](/agenda/)",
        "there are blocks for a photo, an album and a film; for anything else use a link, such as: [the agenda](/agenda/)",
    ))
}

fn no_insert(place: Place, word: &str) -> Diagnostic {
    Diagnostic::new(
        Code::UnknownInsert,
        place,
        both(
            format!("een blok '{word}' is niet bekend; het staat nu als programmatekst op de site"),
            format!("there is no '{word}' block; it now appears on the site as program code"),
        ),
    )
}

/// `´´´foto`: other characters than those that open a block.
pub(super) fn odd_fence(place: Place, word: &str) -> Diagnostic {
    let correction = format!("```{word}");
    Diagnostic::new(
        Code::UnknownInsert,
        place,
        both(
            format!("dit is nog geen blok met een {word}: de tekens staan nu gewoon op de site"),
            format!("this is not a {word} block yet: the characters appear on the site as typed"),
        ),
    )
    .hint(both(
        "neem drie keer het teken ` (het staat links van de 1), hier en op de laatste regel van het blok",
        "type the character ` three times (the key left of the 1), here and on the last line of the block",
    ))
    .correction_with(Some(&correction))
}

/// An insert that is not closed.
pub(super) fn fence_not_closed(place: Place) -> Diagnostic {
    let typed = place.marked();
    let mark = if typed.starts_with('~') { "~~~" } else { "```" };
    Diagnostic::new(
        Code::FenceNotClosed,
        place,
        both(
            "dit blok wordt niet afgesloten; de tekst erna hoort er nu ook bij",
            "this block is not closed, so the text after it is now part of it",
        ),
    )
    .hint(both(
        format!("zet na de laatste regel van het blok een regel met alleen {mark}"),
        format!("put a line with only {mark} after the last line of the block"),
    ))
}

/// `line` begins with this many `#`, directly followed by a word.
pub(super) fn heading_without_space(place: Place, line: &str, marks: usize) -> Diagnostic {
    let (signs, words) = line.split_at(marks);
    Diagnostic::new(
        Code::HeadingWithoutBlank,
        place,
        both(
            format!("dit is nog geen kop: de '{signs}' staat nu gewoon op de site"),
            format!("this is not a heading yet: the '{signs}' appears on the site as typed"),
        ),
    )
    .hint(both(format!("zet een spatie achter '{signs}'"), format!("put a space after '{signs}'")))
    .correction_with(Some(&format!("{signs} {words}")))
}

/// `[words] (target)`, or the same for a picture.
pub(super) fn link_with_space(place: Place, typed: &str, is_picture: bool) -> Diagnostic {
    let remark = if is_picture { loose_picture(place) } else { loose_brackets(place) };
    remark
        .hint(both("haal de spatie tussen '] (' weg", "remove the space between ] and ("))
        .correction_with(Some(&typed.replacen("] (", "](", 1)))
}

/// `[words](an address.pdf)`: an address ends at a space.
pub(super) fn space_in_address(place: Place, typed: &str, address: &str) -> Diagnostic {
    let is_number = address.starts_with("tel:") || address.starts_with("mailto:");
    let is_on_web = ["http://", "https://", "www."].iter().any(|start| address.starts_with(start));
    let (corrected, hint) = if is_number {
        (
            address.replace(' ', ""),
            both("haal de spaties in het adres weg", "remove the spaces from the address"),
        )
    } else if address.contains('@') && !address.contains('/') {
        (
            format!("mailto:{}", address.replace(' ', "")),
            both(
                "haal de spatie weg; een e-mailadres begint met mailto:",
                "remove the space; a link to an e-mail address starts with mailto:",
            ),
        )
    } else if let Some(rest) = address.strip_prefix("www ") {
        (
            format!("https://www.{}", rest.replace(' ', "")),
            both("zet er een punt voor in de plaats", "put a dot in its place"),
        )
    } else if is_on_web || address.contains(['<', '>']) {
        let hint = both("schrijf %20 in plaats van een spatie", "write %20 instead of a space");
        (address.replace(' ', "%20"), hint)
    } else if let Some((page, heading)) = address.split_once('#').filter(|(page, _)| !page.contains(' ')) {
        let hint = both(
            "een kopje heet in een adres met streepjes in plaats van spaties",
            "in an address, a heading is written with dashes instead of spaces",
        );
        (format!("{page}#{}", slug(heading)), hint)
    } else {
        (format!("<{address}>"), both("zet < en > om het adres", "put < and > around the address"))
    };
    let message = if typed.starts_with('!') {
        both(
            format!("deze foto komt zo niet op de site: in '{address}' staat een spatie"),
            format!("this picture does not appear on the site: there is a space in '{address}'"),
        )
    } else {
        both(
            format!("dit is nog geen link: in '{address}' staat een spatie"),
            format!("this is not a link yet: there is a space in '{address}'"),
        )
    };
    let correction = typed.replacen(address, &corrected, 1);
    Diagnostic::new(Code::LinkWithBlank, place, message).hint(hint).correction_with(Some(&correction))
}

/// `[words](address` without the closing bracket.
pub(super) fn link_not_closed(place: Place, typed: &str) -> Diagnostic {
    Diagnostic::new(
        Code::LinkWithBlank,
        place,
        both(
            "dit is nog geen link: het haakje achter het adres ontbreekt",
            "this is not a link yet: the bracket after the address is missing",
        ),
    )
    .hint(both("zet een ) achter het adres", "put a ) after the address"))
    .correction_with(Some(&format!("{typed})")))
}

/// Brackets in a different order from those of a link, or with some missing.
pub(super) fn odd_brackets(place: Place, meant: &str) -> Diagnostic {
    if meant.starts_with('!') && !place.marked().starts_with('!') {
        let message = both(
            "dit is nog geen foto: de haken staan nu gewoon op de site",
            "this is not a photo yet: the brackets appear on the site as typed",
        );
        return Diagnostic::new(Code::LinkWithBlank, place, message)
            .hint(both(
                "begin met een uitroepteken, zet tussen [ en ] wat er op de foto te zien is, en het bestand daarachter tussen ( en )",
                "start with an exclamation mark, put what is in the photo between [ and ], and then the file between ( and )",
            ))
            .correction_with(Some(meant));
    }
    loose_brackets(place)
        .hint(both(
            "zet de woorden tussen [ en ], en het adres daar direct achter tussen ( en )",
            "put the words between [ and ], directly followed by the address between ( and )",
        ))
        .correction_with(Some(meant))
}

/// `! [words](picture)`.
pub(super) fn picture_with_space_before(place: Place) -> Diagnostic {
    let picture = place.marked().replacen("! ", "!", 1);
    loose_picture(place)
        .hint(both("haal de spatie tussen '! [' weg", "remove the space between ! and ["))
        .correction_with(Some(&picture))
}

fn loose_picture(place: Place) -> Diagnostic {
    Diagnostic::new(
        Code::LinkWithBlank,
        place,
        both(
            "dit is nog geen foto: de tekens staan nu gewoon op de site",
            "this is not a picture yet: the signs appear on the site as typed",
        ),
    )
}

fn loose_brackets(place: Place) -> Diagnostic {
    Diagnostic::new(
        Code::LinkWithBlank,
        place,
        both(
            "dit is nog geen link: de haken staan nu gewoon op de site",
            "this is not a link yet: the brackets appear on the site as typed",
        ),
    )
}

/// Two asterisks that make nothing bold.
pub(super) fn loose_stars(place: Place) -> Diagnostic {
    Diagnostic::new(
        Code::LooseStars,
        place,
        both(
            "deze sterretjes maken niets vet: ze staan nu gewoon op de site",
            "these asterisks make nothing bold: they appear on the site as typed",
        ),
    )
    .hint(both(
        "zet er twee vlak vóór de woorden en twee vlak erachter: **let op**",
        "put two directly before the words and two directly after them: **take care**",
    ))
}

/// `<!--` without `-->`. A text inside YAML has no lines of its own that can be corrected.
pub(super) fn comment_not_closed(place: Place, has_own_lines: bool) -> Diagnostic {
    let line = format!("{} -->", place.excerpt.trim_end());
    let remark = Diagnostic::new(
        Code::HtmlLeftOut,
        place,
        both(
            "deze notitie (<!--) houdt nergens op: alles wat erna komt, is weggelaten",
            "this note (<!--) is not closed: everything after it was left out",
        ),
    )
    .hint(both("zet --> aan het eind van de notitie", "put --> at the end of the note"));
    if has_own_lines { remark.correction(line) } else { remark }
}

/// Why words do not appear on the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum WhyLost {
    /// `[Let op]: afgelast!`: they look like a link definition, to which nothing refers.
    Definition,
    /// `[^1]: Neem een stoel mee.`: they are a footnote to which nothing refers.
    Note,
    /// They are in more cells than the head of the table has.
    Cells,
    /// `## Programma {feest}`: they are in braces after a heading.
    Braces,
}

/// Words that Markdown drops.
pub(super) fn words_lost(place: Place, why: WhyLost) -> Diagnostic {
    let typed = place.marked();
    let (message, hint, correction) = match why {
        WhyLost::Definition => (
            both(
                "deze regel komt niet op de site: haken met een dubbele punt erachter zijn een adres voor een link",
                "this line does not appear on the site: brackets followed by a colon define the address of a link",
            ),
            both("laat de haken weg", "leave out the brackets"),
            Some(typed.replacen('[', "", 1).replacen("]:", ":", 1)),
        ),
        WhyLost::Note => (
            both(
                "deze voetnoot komt niet op de site: nergens in de tekst staat het teken dat ernaar verwijst",
                "this footnote does not appear on the site: nothing in the text refers to it",
            ),
            both(
                "zet hetzelfde teken, zoals [^1], achter het woord waar de noot bij hoort",
                "put the same mark, such as [^1], after the word that the note belongs to",
            ),
            None,
        ),
        WhyLost::Cells => (
            both(
                "deze rij heeft meer vakken dan de bovenste rij; wat te veel is, komt niet op de site",
                "this row has more cells than the top row; the extra cells do not appear on the site",
            ),
            both(
                "geef de bovenste rij en de streepjes eronder ook een vak erbij",
                "add a cell to the top row and to the dashes below it",
            ),
            None,
        ),
        WhyLost::Braces => (
            both(
                format!(
                    "'{typed}' achter een kop komt niet op de site: tussen accolades staat wat niet te lezen is"
                ),
                format!("'{typed}' after a heading does not appear on the site: text in braces is not shown"),
            ),
            both("gebruik ronde haken", "use round brackets"),
            Some(typed.replace('{', "(").replace('}', ")")),
        ),
    };
    Diagnostic::new(Code::WordsLost, place, message).hint(hint).correction_with(correction.as_deref())
}

/// An element that holds only text and is not closed.
pub(super) fn element_not_closed(place: Place, name: &str) -> Diagnostic {
    Diagnostic::new(
        Code::HtmlLeftOut,
        place,
        both(
            format!("<{name}> houdt nergens op: alles wat erna komt, is weggelaten"),
            format!("<{name}> is not closed: everything after it was left out"),
        ),
    )
    .hint(both("haal het weg", "remove it"))
}

/// `<Jan de Vries>`. A text inside YAML has no lines of its own that can be corrected.
pub(super) fn words_in_angles(place: Place, has_own_lines: bool) -> Diagnostic {
    let typed = place.marked();
    let in_round_brackets = typed.replace('<', "(").replace('>', ")");
    let remark = Diagnostic::new(
        Code::WordsInAngles,
        place,
        both(
            format!("'{typed}' staat nu met < en > op de site; dat zijn tekens van HTML"),
            format!("'{typed}' now appears on the site with < and >, which are HTML characters"),
        ),
    )
    .hint(both("gebruik ronde haakjes", "use round brackets"));
    // If it spans several lines, only the first is marked.
    let is_whole = has_own_lines && typed.ends_with('>');
    remark.correction_with(is_whole.then_some(in_round_brackets.as_str()))
}

/// `<img src="ijs.jpg">`, without a description.
pub(super) fn missing_alt(place: Place) -> Diagnostic {
    Diagnostic::new(
        Code::PictureWithoutAlt,
        place,
        both("er staat niet bij wat er op deze foto te zien is", "this photo has no description"),
    )
    .hint(both(
        "zet het erbij: <img src=\"media/ijs.jpg\" alt=\"Kinderen op het ijs\">, of schrijf: ![Kinderen op het ijs](media/ijs.jpg)",
        "add it: <img src=\"media/ice.jpg\" alt=\"Children on the ice\">, or write: ![Children on the ice](media/ice.jpg)",
    ))
}

/// `<img alt="De brink">`, without a file.
pub(super) fn picture_without_file(place: Place) -> Diagnostic {
    Diagnostic::new(
        Code::MissingPicture,
        place,
        both("er staat niet bij welke foto dit is", "it does not say which photo this is"),
    )
    .hint(both(
        "zet de foto in de map media, en schrijf: ![Kinderen op het ijs](media/ijs.jpg)",
        "put the photo in the folder media, and write: ![Children on the ice](media/ice.jpg)",
    ))
}

/// `<a href="">agenda</a>`.
pub(super) fn link_without_address(place: Place) -> Diagnostic {
    Diagnostic::new(Code::BrokenLink, place, both("deze link heeft geen adres", "this link has no address"))
        .hint(both(
            "zet het adres tussen de aanhalingstekens achter href=, of schrijf: [de agenda](/agenda/)",
            "put the address between the quotation marks after href=, or write: [the agenda](/agenda/)",
        ))
}

/// `## ` with nothing after it.
pub(super) fn heading_without_words(place: Place) -> Diagnostic {
    Diagnostic::new(
        Code::EmptyInText,
        place,
        both("op deze regel staat een kopje zonder woorden", "this line is a heading without any words"),
    )
    .hint(both(
        "zet er woorden achter, of haal de hekjes weg",
        "add words after it, or remove the # characters",
    ))
}

/// `[](/agenda/)`: nobody sees it, but a screen reader says "link".
pub(super) fn link_without_words(place: Place, target: &str) -> Diagnostic {
    Diagnostic::new(
        Code::EmptyInText,
        place,
        both(
            format!("de link naar '{target}' heeft geen woorden: niemand ziet hem"),
            format!("the link to '{target}' has no words, so nobody can see it"),
        ),
    )
    .hint(both(
        format!("zet tussen de rechte haken waar hij heen leidt: [lees meer over de optocht]({target})"),
        format!("put words between the square brackets that say where it leads: [read more about the parade]({target})"),
    ))
}
