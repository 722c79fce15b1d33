//! What pages look like: everything of the theme that a page is filled with, the same in every language.

use std::sync::Arc;

use crate::render::templates::Templates;
use crate::theme::{ChangedBy, ChosenSetting, FormerContract, Theme};

/// What pages look like.
pub(in crate::render) struct Look {
    pub(in crate::render) templates: Arc<Templates>,
    /// What the settings of the theme are on this site.
    pub(in crate::render) settings: Vec<ChosenSetting>,
    /// The contract of the past that the theme keeps.
    pub(in crate::render) former: Option<FormerContract>,
    /// Who made the site look otherwise than the theme that comes with the program.
    pub(in crate::render) changed_by: Option<ChangedBy>,
}

impl Look {
    /// The look that a theme gives with these templates, which were made of it.
    pub(super) fn of(theme: &Theme, templates: Arc<Templates>) -> Self {
        Self {
            templates,
            settings: theme.settings.clone(),
            former: theme.former,
            changed_by: theme.changed_by,
        }
    }
}
