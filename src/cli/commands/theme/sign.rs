//! `dorpsplein theme sign`: writes a signature beside a package, which shows who made it.

use std::path::{Path, PathBuf};

use super::key::password;
use super::messages;
use crate::cli::ExitStatus;
use crate::cli::show::Screen;
use crate::ground::{Both, with_ending};
use crate::package::{
    LARGEST_KEY_FILE, LARGEST_PACKAGE, SIGNATURE_ENDING, needs_password, open, sign as signed,
};
use crate::publish::replace;
use crate::read::{bytes_of, bytes_of_found};

/// Signs a package.
pub(super) fn sign(file: &Path, key: &Path, screen: &Screen) -> ExitStatus {
    match write_signature(file, key, screen) {
        Ok(place) => {
            screen.say(messages::signed(&place).in_locale(screen.locale()));
            ExitStatus::Done
        }
        Err(message) => screen.refused(&message, screen.locale()),
    }
}

/// Writes the signature beside the package, and returns its path.
fn write_signature(file: &Path, key: &Path, screen: &Screen) -> Result<PathBuf, Both> {
    let bytes = bytes_of(file, LARGEST_PACKAGE).map_err(|_| messages::no_package_file(file))?;
    let package = open(&bytes).map_err(|unfit| unfit.message())?;
    let secret = bytes_of_found(key, LARGEST_KEY_FILE).ok().and_then(|bytes| String::from_utf8(bytes).ok());
    let secret = secret.ok_or_else(|| messages::no_secret_key(key))?;
    let is_locked = needs_password(&secret).ok_or_else(|| messages::no_secret_key(key))?;
    let password = if is_locked { Some(password(screen)?) } else { None };
    let remark = format!("{} {}", package.head.name, package.head.version);
    let text = signed(&secret, password.as_deref(), &bytes, &remark);
    let text = text.ok_or_else(messages::wrong_password)?;
    let place = with_ending(file, SIGNATURE_ENDING);
    replace(&place, text.as_bytes()).map_err(|failure| failure.message())?;
    Ok(place)
}
