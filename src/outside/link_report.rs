//! Turns answers into diagnostics: one for every place with a link that needs fixing.

use super::answer::Answer;
use super::links::OutsideLink;
use super::messages;
use super::rounds::CheckedLinks;
use crate::ground::{Both, Diagnostic, Severity};

/// How many names must be unknown, with no other known, before we conclude that there is no network.
const NAMES: usize = 3;

/// The outcome of a link check.
#[derive(Debug)]
pub struct LinkReport {
    /// A diagnostic for every link that needs fixing, in the order of the links.
    pub remarks: Vec<Diagnostic>,
    /// A one-line summary.
    pub summary: Both,
}

/// Returns the diagnostics about the links. If `strict`, a link that leads nowhere is an error.
pub fn link_report(links: &[OutsideLink], checked: &CheckedLinks, strict: bool) -> LinkReport {
    if has_no_network(checked) {
        return LinkReport { remarks: Vec::new(), summary: messages::no_network() };
    }
    let remark = |link: &OutsideLink| {
        let answer = checked.answers.get(&link.address)?;
        let mut remark = messages::link_remark(link, answer)?;
        if strict && answer.is_dead() {
            remark.severity = Severity::Error;
        }
        Some(remark)
    };
    let count = |is: fn(&Answer) -> bool| checked.answers.values().filter(|answer| is(answer)).count();
    let closed = count(|answer| matches!(answer, Answer::Closed(_)));
    let bad_redirects = count(|answer| *answer == Answer::BadRedirect);
    let not_checked = count(|answer| *answer == Answer::NotChecked);
    let checked_now = checked.answers.len() - checked.known - not_checked;
    LinkReport {
        remarks: links.iter().filter_map(remark).collect(),
        summary: messages::summary(checked_now, checked.known, closed, bad_redirects, not_checked),
    }
}

/// Whether there is no network: when not a single name is known, the names are not the problem.
fn has_no_network(checked: &CheckedLinks) -> bool {
    let named = checked.answers.iter().filter(|(address, _)| address.is_named());
    let (unknown, others): (Vec<_>, Vec<_>) = named.partition(|(_, answer)| **answer == Answer::UnknownHost);
    unknown.len() >= NAMES && others.is_empty()
}
