//! Turns answers into diagnostics: one for every place with a link that needs fixing.

use super::answer::Answer;
use super::links::OutsideLink;
use super::messages;
use super::rounds::AskedLinks;
use crate::ground::{Both, Diagnostic, Severity};

/// How many names must be unknown, with no other known, before we conclude that there is no network.
const NAMES: usize = 3;

/// The outcome of a link check.
#[derive(Debug)]
pub struct Verdict {
    /// A diagnostic for every link that needs fixing, in the order of the links.
    pub remarks: Vec<Diagnostic>,
    /// A one-line summary.
    pub summary: Both,
}

/// Returns the diagnostics about the links. If `strict`, a link that leads nowhere is an error.
pub fn told_of(links: &[OutsideLink], asked: &AskedLinks, strict: bool) -> Verdict {
    if has_no_network(asked) {
        return Verdict { remarks: Vec::new(), summary: messages::no_network() };
    }
    let remark = |link: &OutsideLink| {
        let answer = asked.answers.get(&link.address)?;
        let mut remark = messages::link_remark(link, answer)?;
        if strict && answer.is_dead() {
            remark.severity = Severity::Error;
        }
        Some(remark)
    };
    let count = |is: fn(&Answer) -> bool| asked.answers.values().filter(|answer| is(answer)).count();
    let closed = count(|answer| matches!(answer, Answer::Closed(_)));
    let nowhere = count(|answer| *answer == Answer::SentNowhere);
    let not_asked = count(|answer| *answer == Answer::NotAsked);
    let asked_now = asked.answers.len() - asked.known - not_asked;
    Verdict {
        remarks: links.iter().filter_map(remark).collect(),
        summary: messages::summary(asked_now, asked.known, closed, nowhere, not_asked),
    }
}

/// Whether there is no network: when not a single name is known, the names are not the problem.
fn has_no_network(asked: &AskedLinks) -> bool {
    let named = asked.answers.iter().filter(|(address, _)| address.is_named());
    let (unknown, others): (Vec<_>, Vec<_>) = named.partition(|(_, answer)| **answer == Answer::NoSite);
    unknown.len() >= NAMES && others.is_empty()
}
