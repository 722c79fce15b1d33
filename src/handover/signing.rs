//! What a successor must know of the keys with which themes are signed: of the maker of the theme, and of one's own.

use crate::ground::{Both, both};
use crate::package::read_lock;
use crate::read::Surroundings;

/// What is said behind the name of the theme, when its maker signs it.
pub(super) fn signed_by_maker(named: &str, lock: Option<&[u8]>) -> Option<Both> {
    let lock = lock.and_then(read_lock)?;
    let key = lock.themes.get(named)?.key.as_ref()?;
    Some(both(
        format!(
            ". De maker ondertekent het met de sleutel `{key}`; die staat in `themes.lock`. Zegt het bijwerken dat de sleutel anders is, bel dan eerst de maker"
        ),
        format!(
            ". Its maker signs it with the key `{key}`, which is in `themes.lock`. When an update says that the key is another one, call the maker first"
        ),
    ))
}

/// The row and the part of the sheet for who signs themes here, as far as the folder shows that somebody does.
pub(super) struct OwnSigning {
    /// A row of the table, with its line end.
    pub(super) row: Both,
    /// A part of its own, with the blank line behind it.
    pub(super) part: Both,
}

/// What is said of signing; nothing where nobody signs.
pub(super) fn own_signing(around: &Surroundings) -> OwnSigning {
    if around.signing.is_empty() {
        return OwnSigning { row: both("", ""), part: both("", "") };
    }
    let list = around.signing.iter().map(|file| format!("`{file}`")).collect::<Vec<_>>().join(", ");
    let secret: Vec<String> =
        around.signing.iter().filter(|file| file.ends_with(".key")).map(|file| format!("`{file}`")).collect();
    let secret = secret.join(", ");
    let exposed = match secret.is_empty() {
        true => both("", ""),
        false => both(
            format!(
                " **Let op: {secret} is geheim en staat nu in de map. Haal het daar weg; stond de map al op internet, maak dan een nieuwe sleutel.**"
            ),
            format!(
                " **Mind: {secret} is secret and stands in the folder now. Take it out; when the folder was on the internet already, make a new key.**"
            ),
        ),
    };
    OwnSigning {
        row: both(
            "| Geheime sleutel voor thema's (`.key`) | nooit in de map, nooit in een mail | Ligt bij: `____` Kopie ligt bij: `____` Wachtwoord weet: `____` |\n",
            "| Secret key for themes (`.key`) | never in the folder, never in a mail | Is kept by: `____` Copy is kept by: `____` Password is known by: `____` |\n",
        ),
        part: both(
            format!(
                "## Thema's ondertekenen\n\nAan {list} is te zien dat jullie zelf thema's ondertekenen.{} Vraag wie nu ondertekent om de geheime sleutel op een usb-stick, en apart om het wachtwoord. Zonder die sleutel nemen dorpen geen nieuwe versie van jullie thema aan.\n\nIs de sleutel kwijt, of heeft iemand anders hem? Maak een nieuwe met `dorpsplein thema sleutel NAAM`, onderteken de pakketten opnieuw en zet ze met de nieuwe `.pub` op internet. Bel daarna de dorpen: zij halen het thema weg (`dorpsplein thema verwijder`) en voegen het opnieuw toe. Zo weten ze dat de nieuwe sleutel van jullie is.\n\n",
                exposed.nl
            ),
            format!(
                "## Signing themes\n\n{list} show that you sign themes yourselves.{} Get the secret key on a USB stick from who signs now, and the password apart from it. Without that key villages take no new version of your theme.\n\nIs the key lost, or does somebody else have it? Make a new one with `dorpsplein theme key NAME`, sign the packages again and put them on the internet with the new `.pub`. Then call the villages: they take the theme away (`dorpsplein theme remove`) and add it again. So they know that the new key is yours.\n\n",
                exposed.en
            ),
        ),
    }
}
