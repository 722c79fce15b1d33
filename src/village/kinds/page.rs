//! Pages: everything that is not a venue, event, news item or organisation.

use super::content::Content;
use crate::field::{Field, KindInfo, Line, Many, describe};
use crate::ground::Pair;
use crate::village::parts::Attachment;

describe! {
    /// A page.
    pub struct Page {
        required title / titel ("naam", "name"): Line,
            "Hoe de pagina heet." | "What the page is called.";
        optional attachments / bijlagen ("documenten"): Many<Attachment>,
            "Documenten die erbij horen." | "Documents that belong to it.";
    }
}

impl Content for Page {
    const INFO: &'static KindInfo = &KindInfo {
        id: "page",
        folder: Pair::new("paginas", "pages"),
        one: Pair::new("de pagina", "the page"),
        many: Pair::new("pagina’s", "pages"),
        // Pages are at the root of the site: /historie/.
        address: Pair::new("", ""),
    };

    fn name(&self) -> &Field<Line> {
        &self.title
    }

    fn attachments(&self) -> Option<&Many<Attachment>> {
        self.attachments.as_ref().map(|list| &list.value)
    }
}
