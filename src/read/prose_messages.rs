//! What is said of Markdown that was nearly written right, in Dutch and English.

use crate::ground::{Code, Diagnostic, Place, both, slug};

/// A word behind a fence that is nearly one that is known.
pub(super) fn unknown_insert(place: Place, word: &str, near: &str) -> Diagnostic {
    let correction = place.marked().replacen(word, near, 1);
    no_insert(place, word)
        .hint(both(format!("bedoel je '{near}'?"), format!("do you mean '{near}'?")))
        .correction_with(Some(&correction))
}

/// A word behind a fence for something that no block shows.
pub(super) fn no_such_insert(place: Place, word: &str) -> Diagnostic {
    no_insert(place, word).hint(both(
        "er zijn blokken voor een foto, een album en een film; zet voor de rest een link neer, zoals: [de agenda](/agenda/)",
        "there are blocks for a photo, an album and a film; put a link for the rest, such as: [the agenda](/agenda/)",
    ))
}

fn no_insert(place: Place, word: &str) -> Diagnostic {
    Diagnostic::new(
        Code::UnknownInsert,
        place,
        both(
            format!("een blok '{word}' is niet bekend; het staat nu als programmatekst op de site"),
            format!("a block '{word}' is not known; it is on the site as program text now"),
        ),
    )
}

/// `´´´foto`: other signs than those that open a block.
pub(super) fn odd_fence(place: Place, word: &str) -> Diagnostic {
    let correction = format!("```{word}");
    Diagnostic::new(
        Code::UnknownInsert,
        place,
        both(
            format!("dit is nog geen blok met een {word}: de tekens staan nu gewoon op de site"),
            format!("this is no block with a {word} yet: the signs are on the site as they are"),
        ),
    )
    .hint(both(
        "neem drie keer het teken ` (het staat links van de 1), hier en op de laatste regel van het blok",
        "take the sign ` three times (it is left of the 1), here and on the last line of the block",
    ))
    .correction_with(Some(&correction))
}

/// A block for something to show that is not closed.
pub(super) fn fence_not_closed(place: Place) -> Diagnostic {
    let typed = place.marked();
    let mark = if typed.starts_with('~') { "~~~" } else { "```" };
    Diagnostic::new(
        Code::FenceNotClosed,
        place,
        both(
            "dit blok wordt niet afgesloten; de tekst erna hoort er nu ook bij",
            "this block is not closed; the text behind it belongs to it now",
        ),
    )
    .hint(both(
        format!("zet na de laatste regel van het blok een regel met alleen {mark}"),
        format!("put a line with only {mark} behind the last line of the block"),
    ))
}

/// `line` begins with so many `#`, and right behind them a word.
pub(super) fn heading_without_blank(place: Place, line: &str, marks: usize) -> Diagnostic {
    let (signs, words) = line.split_at(marks);
    Diagnostic::new(
        Code::HeadingWithoutBlank,
        place,
        both(
            format!("dit is nog geen kop: de '{signs}' staat nu gewoon op de site"),
            format!("this is no heading yet: the '{signs}' is on the site as it is"),
        ),
    )
    .hint(both(format!("zet een spatie achter '{signs}'"), format!("put a blank behind '{signs}'")))
    .correction_with(Some(&format!("{signs} {words}")))
}

/// `[words] (target)`.
pub(super) fn link_with_blank(place: Place, typed: &str) -> Diagnostic {
    loose_brackets(place)
        .hint(both("haal de spatie tussen '] (' weg", "take away the blank in '] ('"))
        .correction_with(Some(&typed.replacen("] (", "](", 1)))
}

/// `[words](an address.pdf)`: an address ends at a blank.
pub(super) fn blank_in_address(place: Place, typed: &str, address: &str) -> Diagnostic {
    let is_number = address.starts_with("tel:") || address.starts_with("mailto:");
    let is_on_web = ["http://", "https://", "www."].iter().any(|start| address.starts_with(start));
    let (mended, hint) = if is_number {
        (
            address.replace(' ', ""),
            both("haal de spaties in het adres weg", "take the blanks in the address away"),
        )
    } else if address.contains('@') && !address.contains('/') {
        (
            format!("mailto:{}", address.replace(' ', "")),
            both(
                "haal de spatie weg; een e-mailadres begint met mailto:",
                "take the blank away; an e-mail address begins with mailto:",
            ),
        )
    } else if let Some(rest) = address.strip_prefix("www ") {
        (
            format!("https://www.{}", rest.replace(' ', "")),
            both("zet er een punt voor in de plaats", "put a dot instead"),
        )
    } else if is_on_web || address.contains(['<', '>']) {
        let hint = both("schrijf %20 in plaats van een spatie", "write %20 instead of a blank");
        (address.replace(' ', "%20"), hint)
    } else if let Some((page, heading)) = address.split_once('#').filter(|(page, _)| !page.contains(' ')) {
        let hint = both(
            "een kopje heet in een adres met streepjes in plaats van spaties",
            "in an address, a heading has dashes instead of blanks",
        );
        (format!("{page}#{}", slug(heading)), hint)
    } else {
        (format!("<{address}>"), both("zet < en > om het adres", "put < and > around the address"))
    };
    let message = if typed.starts_with('!') {
        both(
            format!("deze foto komt zo niet op de site: in '{address}' staat een spatie"),
            format!("this picture does not get on the site: there is a blank in '{address}'"),
        )
    } else {
        both(
            format!("dit is nog geen link: in '{address}' staat een spatie"),
            format!("this is no link yet: there is a blank in '{address}'"),
        )
    };
    let correction = typed.replacen(address, &mended, 1);
    Diagnostic::new(Code::LinkWithBlank, place, message).hint(hint).correction_with(Some(&correction))
}

/// `[words](address` without its end.
pub(super) fn link_not_closed(place: Place, typed: &str) -> Diagnostic {
    Diagnostic::new(
        Code::LinkWithBlank,
        place,
        both(
            "dit is nog geen link: het haakje achter het adres ontbreekt",
            "this is no link yet: the bracket behind the address is missing",
        ),
    )
    .hint(both("zet een ) achter het adres", "put a ) behind the address"))
    .correction_with(Some(&format!("{typed})")))
}

/// Brackets in another order than those of a link, or some of them missing.
pub(super) fn odd_brackets(place: Place, meant: &str) -> Diagnostic {
    loose_brackets(place)
        .hint(both(
            "zet de woorden tussen [ en ], en het adres daar direct achter tussen ( en )",
            "put the words between [ and ], and right behind that the address between ( and )",
        ))
        .correction_with(Some(meant))
}

fn loose_brackets(place: Place) -> Diagnostic {
    Diagnostic::new(
        Code::LinkWithBlank,
        place,
        both(
            "dit is nog geen link: de haken staan nu gewoon op de site",
            "this is no link yet: the brackets are on the site as they are",
        ),
    )
}

/// Two stars that make nothing bold.
pub(super) fn loose_stars(place: Place) -> Diagnostic {
    Diagnostic::new(
        Code::LooseStars,
        place,
        both(
            "deze sterretjes maken niets vet: ze staan nu gewoon op de site",
            "these stars make nothing bold: they are on the site as they are",
        ),
    )
    .hint(both(
        "zet er twee vlak vóór de woorden en twee vlak erachter: **let op**",
        "put two right before the words and two right behind them: **take care**",
    ))
}

/// `<!--` without `-->`. A text inside YAML has no lines of its own to correct.
pub(super) fn comment_not_closed(place: Place, has_own_lines: bool) -> Diagnostic {
    let line = format!("{} -->", place.excerpt.trim_end());
    let remark = Diagnostic::new(
        Code::HtmlLeftOut,
        place,
        both(
            "deze notitie (<!--) houdt nergens op: alles wat erna komt, is weggelaten",
            "this note (<!--) ends nowhere: everything behind it was left out",
        ),
    )
    .hint(both("zet --> aan het eind van de notitie", "put --> at the end of the note"));
    if has_own_lines { remark.correction(line) } else { remark }
}

/// Why words are not on the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum WhyLost {
    /// `[Let op]: afgelast!`: they look like the definition of a link, to which nothing refers.
    Definition,
    /// `[^1]: Neem een stoel mee.`: they are a note to which nothing refers.
    Note,
    /// They stand beyond the head of a table.
    Cells,
    /// `## Programma {feest}`: they stand in braces behind a heading.
    Braces,
}

/// Words that Markdown leaves out.
pub(super) fn words_lost(place: Place, why: WhyLost) -> Diagnostic {
    let typed = place.marked();
    let (message, hint, correction) = match why {
        WhyLost::Definition => (
            both(
                "deze regel komt niet op de site: haken met een dubbele punt erachter zijn een adres voor een link",
                "this line is not on the site: brackets with a colon behind them are an address for a link",
            ),
            both("laat de haken weg", "leave out the brackets"),
            Some(typed.replacen('[', "", 1).replacen("]:", ":", 1)),
        ),
        WhyLost::Note => (
            both(
                "deze voetnoot komt niet op de site: nergens in de tekst staat het teken dat ernaar verwijst",
                "this footnote is not on the site: nowhere in the text is the sign that refers to it",
            ),
            both(
                "zet hetzelfde teken, zoals [^1], achter het woord waar de noot bij hoort",
                "put the same sign, such as [^1], behind the word that the note belongs to",
            ),
            None,
        ),
        WhyLost::Cells => (
            both(
                "deze rij heeft meer vakken dan de bovenste rij; wat te veel is, komt niet op de site",
                "this row has more cells than the top row; what is too much is not on the site",
            ),
            both(
                "geef de bovenste rij en de streepjes eronder ook een vak erbij",
                "give the top row and the dashes below it one more cell as well",
            ),
            None,
        ),
        WhyLost::Braces => (
            both(
                format!(
                    "'{typed}' achter een kop komt niet op de site: tussen accolades staat wat niet te lezen is"
                ),
                format!(
                    "'{typed}' behind a heading is not on the site: what stands in braces is not to be read"
                ),
            ),
            both("gebruik ronde haken", "use round brackets"),
            Some(typed.replace('{', "(").replace('}', ")")),
        ),
    };
    Diagnostic::new(Code::WordsLost, place, message).hint(hint).correction_with(correction.as_deref())
}

/// An element of which nothing but text is taken, and that has no end.
pub(super) fn element_not_closed(place: Place, name: &str) -> Diagnostic {
    Diagnostic::new(
        Code::HtmlLeftOut,
        place,
        both(
            format!("<{name}> houdt nergens op: alles wat erna komt, is weggelaten"),
            format!("<{name}> ends nowhere: everything behind it was left out"),
        ),
    )
    .hint(both("haal het weg", "take it away"))
}

/// `<Jan de Vries>`. A text inside YAML has no lines of its own to correct.
pub(super) fn words_in_angles(place: Place, has_own_lines: bool) -> Diagnostic {
    let typed = place.marked();
    let in_round_brackets = typed.replace('<', "(").replace('>', ")");
    let remark = Diagnostic::new(
        Code::WordsInAngles,
        place,
        both(
            format!("'{typed}' staat nu met < en > op de site; dat zijn tekens van HTML"),
            format!("'{typed}' is on the site with < and > now; those are signs of HTML"),
        ),
    )
    .hint(both("gebruik ronde haakjes", "use round brackets"));
    // What goes on over more lines is marked on the first only.
    let is_whole = has_own_lines && typed.ends_with('>');
    remark.correction_with(is_whole.then_some(in_round_brackets.as_str()))
}

/// `<img src="ijs.jpg">`, without words on what it shows.
pub(super) fn mute_picture(place: Place) -> Diagnostic {
    Diagnostic::new(
        Code::PictureWithoutAlt,
        place,
        both("er staat niet bij wat er op deze foto te zien is", "it is not said what is on this photo"),
    )
    .hint(both(
        "zet het erbij: <img src=\"media/ijs.jpg\" alt=\"Kinderen op het ijs\">, of schrijf: ![Kinderen op het ijs](media/ijs.jpg)",
        "add it: <img src=\"media/ice.jpg\" alt=\"Children on the ice\">, or write: ![Children on the ice](media/ice.jpg)",
    ))
}

/// `<img alt="De brink">`: which picture?
pub(super) fn picture_without_file(place: Place) -> Diagnostic {
    Diagnostic::new(
        Code::MissingPicture,
        place,
        both("er staat niet bij welke foto dit is", "it is not said which photo this is"),
    )
    .hint(both(
        "zet de foto in de map media, en schrijf: ![Kinderen op het ijs](media/ijs.jpg)",
        "put the photo into the folder media, and write: ![Children on the ice](media/ice.jpg)",
    ))
}

/// `<a href="">agenda</a>`
pub(super) fn link_without_address(place: Place) -> Diagnostic {
    Diagnostic::new(Code::BrokenLink, place, both("deze link heeft geen adres", "this link has no address"))
        .hint(both(
            "zet het adres tussen de aanhalingstekens achter href=, of schrijf: [de agenda](/agenda/)",
            "put the address between the quotes behind href=, or write: [the agenda](/agenda/)",
        ))
}

/// `## ` with nothing behind it.
pub(super) fn heading_without_words(place: Place) -> Diagnostic {
    Diagnostic::new(
        Code::EmptyInText,
        place,
        both("op deze regel staat een kopje zonder woorden", "this line is a heading without words"),
    )
    .hint(both(
        "zet er woorden achter, of haal de hekjes weg",
        "put words behind it, or take the number signs away",
    ))
}

/// `[](/agenda/)`: nobody sees it, and a screen reader says "link".
pub(super) fn link_without_words(place: Place, target: &str) -> Diagnostic {
    Diagnostic::new(
        Code::EmptyInText,
        place,
        both(
            format!("de link naar '{target}' heeft geen woorden: niemand ziet hem"),
            format!("the link to '{target}' has no words: nobody sees it"),
        ),
    )
    .hint(both(
        format!("zet tussen de rechte haken waar hij heen leidt: [lees meer over de optocht]({target})"),
        format!("put between the square brackets where it leads: [read more on the parade]({target})"),
    ))
}
