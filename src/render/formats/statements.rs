//! What a site says about itself: how accessible it is, and what it stores about its visitors. A page that
//! the village wrote itself takes precedence.

use crate::render::addresses::{Section, Statement, is_written};
use crate::render::edition::Edition;
use crate::render::pages::Page;
use crate::render::plan::{Planner, Rendered};
use crate::theme::ChangedBy;

pub(super) fn plan(edition: &Edition, planner: &mut Planner<'_>) {
    for statement in Statement::ALL {
        let address = statement.address(edition);
        if !is_written(edition, &address) {
            planner.add(address, &title(edition, statement), move |edition| make(edition, statement));
        }
    }
}

fn title(edition: &Edition, statement: Statement) -> String {
    edition.words().text(&format!("statements.{}.title", statement.id())).to_owned()
}

fn make(edition: &Edition, statement: Statement) -> Rendered {
    let address = statement.address(edition);
    let mut page = Page::new("statement.html", address, title(edition, statement), Section::Home)
        .with("statement", statement.id())
        .with("changed_by", changed_by(edition));
    page.description = Some(edition.words().text(&format!("statements.{}.lead", statement.id())).to_owned());
    page.make(edition)
}

/// Returns who changed the look of the site, which limits what can be promised about it; empty when nobody
/// did.
fn changed_by(edition: &Edition) -> &'static str {
    match edition.look.changed_by {
        Some(ChangedBy::Village) => "village",
        Some(ChangedBy::Theme) => "theme",
        None => "",
    }
}
