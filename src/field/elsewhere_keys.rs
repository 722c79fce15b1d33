//! Unknown keys of which the value belongs in another file, or is a file itself.

use super::messages::{self, Instead};
use super::pairs::is_picture_file;
use super::shape::{FieldInfo, Shape};
use super::strange_keys::StrangeKey;
use crate::ground::{Diagnostic, both, fold};

impl StrangeKey<'_> {
    /// Reports old addresses in the settings: they belong in the file of the page to which they lead now.
    pub(super) fn redirect_remark(&self) -> Option<Diagnostic> {
        const OLD: [&str; 8] = [
            "doorsturen",
            "doorverwijzing",
            "doorverwijzingen",
            "omleidingen",
            "redirect",
            "redirects",
            "oude adressen",
            "voorheen",
        ];
        if !self.is_settings() || !OLD.contains(&fold(&self.key.text).as_str()) {
            return None;
        }
        let remark = messages::unknown_key(self.place.clone(), &self.key.text, None, Instead::Page);
        Some(remark.hint(both(
            "zet een oud adres in het bestand van de pagina waar het nu heen gaat, zoals: voorheen: oude-pagina",
            "put an old address in the file of the page it now leads to, for example: aliases: old-page",
        )))
    }

    /// Reports `menu: 3` and `volgorde: 2` on a page: what is in the menu is one list, in the settings.
    pub(super) fn menu_remark(&self) -> Option<Diagnostic> {
        const OF_MENU: [&str; 12] = [
            "menu",
            "in menu",
            "menuvolgorde",
            "menupositie",
            "navigatie",
            "volgorde",
            "positie",
            "gewicht",
            "navigation",
            "order",
            "weight",
            "position",
        ];
        let is_of_entry = self.field("publish_from").is_some();
        if !is_of_entry || self.is_settings() || !OF_MENU.contains(&fold(&self.key.text).as_str()) {
            return None;
        }
        let remark = messages::unknown_key(self.place.clone(), &self.key.text, None, Instead::Text);
        Some(remark.hint(both(
            "wat er in het menu staat en in welke volgorde, schrijf je in site.yaml onder 'navigatie'; haal deze regel weg",
            "what is in the menu, and in which order, goes in site.yaml under 'navigation'; remove this line",
        )))
    }

    /// Reports `naam: brink.jpg` in a photo without a file.
    pub(super) fn file_remark(&self) -> Option<Diagnostic> {
        let file = self.file_field()?;
        let remark = messages::unknown_key(self.place.clone(), &self.key.text, None, Instead::Text);
        Some(remark.suggest(Some(file.name(self.locale.unwrap_or_default()))))
    }

    /// Returns the field for a file, if that is still empty and the value is the name of a picture.
    pub(super) fn file_field(&self) -> Option<&'static FieldInfo> {
        let file = self.fields().next().filter(|first| matches!(first.shape, Shape::File))?;
        let is_picture = self.line().is_some_and(is_picture_file);
        (is_picture && self.node_of(file).is_none()).then_some(file)
    }

    fn is_settings(&self) -> bool {
        self.field("time_zone").is_some()
    }
}
