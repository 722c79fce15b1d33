//! `dorpsplein theme check`: what somebody who makes a theme should know before others get it.

use std::path::Path;
use std::sync::Arc;

use super::super::Ending;
use super::super::arguments::Form;
use super::super::refusals::no_folder;
use super::super::show::Screen;
use crate::ground::{Both, Language, Remarks, both};
use crate::read::theme_files;
use crate::theme::{Layer, MissingWord, missing_words, shipped};

/// Shows the words that a theme, laid over the standard one, lacks.
pub(super) fn check(folder: &Path, screen: &Screen) -> Ending {
    let (files, troubles) = match theme_files(folder) {
        Ok(found) => found,
        Err(refusal) => return screen.refused(&no_folder(&refusal), screen.speech()),
    };
    let mut remarks = Remarks::default();
    remarks.site_speaks(screen.speech());
    remarks.extend(troubles);
    let name = folder.file_name().map_or_else(|| "thema".into(), |name| name.to_string_lossy());
    let mut layers = shipped().themes;
    layers.push(Arc::new(Layer::new(name.clone(), name, files)));
    let missing = missing_words(&layers, &mut remarks);
    screen.remarks(&remarks, Form::Human, folder);
    for word in &missing {
        screen.print(&format!("{}\n", line(word).in_speech(screen.speech())));
    }
    screen.say(conclusion(missing.len()).in_speech(screen.speech()));
    if remarks.publishable() { Ending::Done } else { Ending::WrittenWrong }
}

/// `words/fy.yaml: search.title ontbreekt; er staat dan het Nederlandse 'Zoeken'`
fn line(word: &MissingWord) -> Both {
    let file = format!("words/{}.yaml", word.language.tag());
    let key = &word.key;
    match &word.instead {
        Some((language, instead)) => {
            let Both { nl, en } = adjective(*language);
            both(
                format!("{file}: {key} ontbreekt; er staat dan het {nl} '{instead}'"),
                format!("{file}: {key} is missing; the {en} '{instead}' stands there instead"),
            )
        }
        None => both(
            format!("{file}: {key} ontbreekt; er staat dan '{key}'"),
            format!("{file}: {key} is missing; '{key}' stands there instead"),
        ),
    }
}

/// `Nederlandse`
fn adjective(language: Language) -> Both {
    let nl = match language {
        Language::Dutch => "Nederlandse",
        Language::Frisian => "Friese",
        Language::LowSaxon => "Nedersaksische",
        Language::English => "Engelse",
        Language::German => "Duitse",
    };
    both(nl, language.name().en)
}

fn conclusion(count: usize) -> Both {
    match count {
        0 => both("er ontbreekt geen woord", "no word is missing"),
        1 => both("er ontbreekt 1 woord", "1 word is missing"),
        count => both(format!("er ontbreken {count} woorden"), format!("{count} words are missing")),
    }
}
