//! Themes that were compiled: many villages with the same theme share one, and a preview keeps its own.

use std::sync::{Arc, Mutex};

use super::templates::Templates;
use crate::ground::{Fingerprint, Fingerprinting, Remarks};
use crate::theme::Theme;

/// Where templates are compiled, each set of them once. Whoever holds a copy holds the same workshop.
#[derive(Clone, Default)]
pub struct Workshop {
    made: Arc<Mutex<Made>>,
}

#[derive(Default)]
struct Made {
    /// The newest last.
    kept: Vec<(Fingerprint, Arc<Templates>, Remarks)>,
    times: usize,
}

/// More sets than these are not kept at once: a fleet has a few themes, and villages with templates of their own.
const KEPT: usize = 16;

impl Workshop {
    /// The templates of a theme, compiled; what is wrong with them is told every time.
    pub fn compiled(&self, theme: &Theme, remarks: &mut Remarks) -> Arc<Templates> {
        let mark = mark_of(theme);
        // One after the other: two villages with the same theme do not compile it both.
        let mut made = self.made.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        let at = made.kept.iter().position(|(known, ..)| *known == mark);
        let one = match at {
            Some(at) => made.kept.remove(at),
            None => {
                let mut said = Remarks::default();
                made.times += 1;
                (mark, Arc::new(Templates::compile(theme, &mut said)), said)
            }
        };
        remarks.extend(one.2.sorted().into_iter().cloned());
        let templates = Arc::clone(&one.1);
        made.kept.push(one);
        if made.kept.len() > KEPT {
            made.kept.remove(0);
        }
        templates
    }

    /// How often templates had to be compiled.
    pub fn times(&self) -> usize {
        self.made.lock().map_or(0, |made| made.times)
    }
}

/// What tells the templates of one theme from those of another: their layers, names and texts, and the folders that
/// messages name.
fn mark_of(theme: &Theme) -> Fingerprint {
    let mut mark = Fingerprinting::default();
    for layer in &theme.layers {
        mark.add(layer.name.as_bytes());
        mark.add(&[0]);
        mark.add(layer.folder.as_bytes());
        mark.add(&[0]);
    }
    for template in &theme.templates {
        mark.add(&template.layer.to_le_bytes());
        mark.add(template.name.as_str().as_bytes());
        mark.add(&(template.written.len() as u64).to_le_bytes());
        mark.add(template.written.as_bytes());
    }
    mark.done()
}
