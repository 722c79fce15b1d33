//! `dorpsplein theme key`: makes a pair of keys for publishers of themes.

use std::path::Path;

use super::messages;
use crate::cli::ExitStatus;
use crate::cli::show::Screen;
use crate::ground::{Both, with_ending};
use crate::package::{KEY_ENDING, Key, make_keys};
use crate::publish::write_new_file;

/// The environment variable with the password of a key, for machines without a user to type it.
const PASSWORD: &str = "DORPSPLEIN_PASSWORD";

/// Writes the two key files.
pub(super) fn make(name: &Path, has_password: bool, screen: &Screen) -> ExitStatus {
    let locale = screen.locale();
    let (secret, public) = (with_ending(name, ".key"), with_ending(name, KEY_ENDING));
    for file in [&secret, &public] {
        if crate::read::stamp(file).is_some() {
            return screen.refused(&messages::key_exists(file), locale);
        }
    }
    let password = if has_password {
        match new_password(screen) {
            Ok(password) => Some(password),
            Err(message) => return screen.refused(&message, locale),
        }
    } else {
        None
    };
    let Some(keys) = make_keys(password.as_deref()) else {
        return screen.refused(&messages::no_randomness(), locale);
    };
    for (file, text, is_secret) in [(&secret, &keys.secret, true), (&public, &keys.public, false)] {
        if let Err(failure) = write_new_file(file, text.as_bytes(), is_secret) {
            return screen.refused(&failure.message(), locale);
        }
    }
    let public_key = Key::parse(&keys.public).map(|key| key.to_string()).unwrap_or_default();
    screen.say(messages::keys_made(&secret, &public, &public_key, has_password).in_locale(locale));
    ExitStatus::Done
}

/// Returns a new password, from the environment or typed twice.
fn new_password(screen: &Screen) -> Result<String, Both> {
    if let Some(password) = password_of_environment() {
        return Ok(password);
    }
    let locale = screen.locale();
    let ask = |question: Both| rpassword::prompt_password(question.in_locale(locale));
    let first = ask(messages::ask_new_password()).map_err(|_| messages::no_password())?;
    let again = ask(messages::ask_again()).map_err(|_| messages::no_password())?;
    if first.is_empty() {
        return Err(messages::empty_password());
    }
    if first == again { Ok(first) } else { Err(messages::passwords_differ()) }
}

/// Returns the password of an existing key.
pub(super) fn password(screen: &Screen) -> Result<String, Both> {
    if let Some(password) = password_of_environment() {
        return Ok(password);
    }
    let question = messages::ask_password();
    rpassword::prompt_password(question.in_locale(screen.locale())).map_err(|_| messages::no_password())
}

fn password_of_environment() -> Option<String> {
    std::env::var(PASSWORD).ok().filter(|password| !password.is_empty())
}
