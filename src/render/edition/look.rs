//! The look of the pages: what rendering takes from the theme, the same in every language.

use std::sync::Arc;

use crate::render::templates::Templates;
use crate::theme::{ChangedBy, ChosenSetting, FormerContract, Theme};

/// The look of the pages.
pub(in crate::render) struct Look {
    pub(in crate::render) templates: Arc<Templates>,
    /// The values of the theme's settings on this site.
    pub(in crate::render) settings: Vec<ChosenSetting>,
    /// The earlier contract that the theme was written for.
    pub(in crate::render) former: Option<FormerContract>,
    /// Who changed the look of the theme that comes with the program.
    pub(in crate::render) changed_by: Option<ChangedBy>,
}

impl Look {
    /// The look of a theme, with the templates compiled from it.
    pub(super) fn of(theme: &Theme, templates: Arc<Templates>) -> Self {
        Self {
            templates,
            settings: theme.settings.clone(),
            former: theme.former,
            changed_by: theme.changed_by,
        }
    }
}
