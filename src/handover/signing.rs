//! What the next webmaster must know about the keys that sign themes: the maker's, and the village's own.

use crate::ground::{Both, both};
use crate::package::read_lock;
use crate::read::Surroundings;

/// Returns the words after the name of the theme, when its maker signs it.
pub(super) fn signed_by_maker(named: &str, lock: Option<&[u8]>) -> Option<Both> {
    let lock = lock.and_then(read_lock)?;
    let key = lock.themes.get(named)?.key.as_ref()?;
    Some(both(
        format!(
            ". De maker ondertekent het met de sleutel `{key}`; die staat in `themes.lock`. Zegt het bijwerken dat de sleutel anders is, bel dan eerst de maker"
        ),
        format!(
            ". Its maker signs it with the key `{key}`, which is in `themes.lock`. If an update says that the key has changed, call the maker first"
        ),
    ))
}

/// The parts of the sheet for a village that signs themes, as far as the folder shows that.
pub(super) struct OwnSigning {
    /// A row of the table, with its newline.
    pub(super) row: Both,
    /// A section of its own, with the blank line after it.
    pub(super) part: Both,
}

/// Returns the parts about signing; empty where nobody signs.
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
                " **Warning: {secret} must stay secret, but is in the folder now. Move it out; if the folder has already been online, make a new key.**"
            ),
        ),
    };
    OwnSigning {
        row: both(
            "| Geheime sleutel voor thema's (`.key`) | nooit in de map, nooit in een mail | Ligt bij: `____` Kopie ligt bij: `____` Wachtwoord weet: `____` |\n",
            "| Secret key for themes (`.key`) | never in the folder, never in an e-mail | Kept by: `____` Copy kept by: `____` Password known by: `____` |\n",
        ),
        part: both(
            format!(
                "## Thema's ondertekenen\n\nAan {list} is te zien dat jullie zelf thema's ondertekenen.{} Vraag wie nu ondertekent om de geheime sleutel op een usb-stick, en apart om het wachtwoord. Zonder die sleutel nemen dorpen geen nieuwe versie van jullie thema aan.\n\nIs de sleutel kwijt, of heeft iemand anders hem? Maak een nieuwe met `dorpsplein thema sleutel NAAM`, onderteken de pakketten opnieuw en zet ze met de nieuwe `.pub` op internet. Bel daarna de dorpen: zij halen het thema weg (`dorpsplein thema verwijder`) en voegen het opnieuw toe. Zo weten ze dat de nieuwe sleutel van jullie is.\n\n",
                exposed.nl
            ),
            format!(
                "## Signing themes\n\nThe folder holds {list}, so you sign themes yourselves.{} Ask whoever signs now for the secret key on a USB stick, and separately for the password. Without that key, villages do not accept a new version of your theme.\n\nIs the key lost, or does somebody else have it? Make a new one with `dorpsplein theme key NAME`, sign the packages again and put them online with the new `.pub`. Then call the villages: they remove the theme (`dorpsplein theme remove`) and add it again. That way they know that the new key is yours.\n\n",
                exposed.en
            ),
        ),
    }
}
