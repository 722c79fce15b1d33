//! `dorpsplein theme pack`: a theme becomes one file.

use std::path::{Path, PathBuf};

use super::super::Ending;
use super::super::arguments::Form;
use super::super::refusals::no_folder;
use super::super::show::Screen;
use super::messages;
use crate::ground::Remarks;
use crate::package::{Head, pack as packed};
use crate::publish::{Failure, write_bytes};
use crate::read::{stamp, theme_files};
use crate::shop::is_package;
use crate::theme::{Layer, read_manifest};

/// Packs the theme in a folder.
pub(super) fn pack(folder: &Path, output: Option<PathBuf>, screen: &Screen) -> Ending {
    let speech = screen.speech();
    let (files, troubles) = match theme_files(folder) {
        Ok(found) => found,
        Err(refusal) => return screen.refused(&no_folder(&refusal), speech),
    };
    let mut remarks = Remarks::default();
    remarks.site_speaks(speech);
    remarks.extend(troubles);
    let name = folder.file_name().map_or_else(|| "thema".into(), |name| name.to_string_lossy());
    let manifest = read_manifest(&Layer::new(name.clone(), name, files.iter().cloned()), &mut remarks);
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
