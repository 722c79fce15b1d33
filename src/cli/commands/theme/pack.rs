//! `dorpsplein theme pack`: a theme becomes one file.

use std::path::{Path, PathBuf};

use super::folder::theme_in;
use super::messages;
use crate::cli::Ending;
use crate::cli::refusals::no_folder;
use crate::cli::show::Screen;
use crate::cli::typed::Form;
use crate::ground::Remarks;
use crate::package::{Head, pack as packed};
use crate::publish::{Failure, write_bytes};
use crate::read::stamp;
use crate::shop::is_package;

/// Packs the theme in a folder.
pub(super) fn pack(folder: &Path, output: Option<PathBuf>, screen: &Screen) -> Ending {
    let speech = screen.speech();
    let mut remarks = Remarks::default();
    remarks.site_speaks(speech);
    let (files, manifest) = match theme_in(folder, &mut remarks) {
        Ok(found) => found,
        Err(refusal) => return screen.refused(&no_folder(&refusal), speech),
    };
    screen.remarks(&remarks, Form::Human, folder);
    let Some(manifest) = manifest.filter(|_| remarks.publishable()) else { return Ending::WrittenWrong };
    let head =
        Head { name: manifest.name, version: manifest.version, api: manifest.api, extends: manifest.extends };
    let bytes = match packed(&files, &head) {
        Ok(bytes) => bytes,
        Err(unfit) => return screen.refused(&unfit.message_to_maker(), speech),
    };
    let file = output.unwrap_or_else(|| head.file_name().into());
    if stamp(&file).is_some() && !is_package(&file) {
        return screen.refused(&Failure::SomebodysFile { file }.message(), speech);
    }
    if let Err(failure) = write_bytes(&file, &bytes) {
        return screen.refused(&failure.message(), speech);
    }
    screen.say(messages::packed(&file, files.len(), bytes.len()).in_speech(speech));
    Ending::Done
}
