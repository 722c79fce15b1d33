//! What comes on the screen: remarks, what was done, what was refused.

use std::io::{ErrorKind, IsTerminal, Write, stderr, stdout};
use std::path::Path;

use super::Ending;
use super::host_messages;
use super::typed::{Form, NoCommand};
use crate::ground::{Both, Locale, Pair, Remarks, both};
use crate::pipeline::HostAddress;
use crate::publish::Published;
use crate::report::{Paint, github, human, json_report, summary, told};

/// A terminal, or whatever stands in its place.
#[derive(Clone, Copy)]
pub(super) struct Screen {
    locale: Locale,
    paint: Paint,
}

impl Screen {
    /// Colours only on a terminal, and not when `NO_COLOR` is set (no-color.org). A console of Windows must be asked for
    /// them: one that was not prints the codes as signs.
    pub(super) fn of_environment(locale: Locale) -> Self {
        let set = |name: &str| std::env::var_os(name).is_some_and(|value| !value.is_empty());
        let dumb = std::env::var_os("TERM").is_some_and(|term| term == "dumb");
        let shows_colours = || anstyle_query::windows::enable_ansi_colors().unwrap_or(true);
        let colours = stderr().is_terminal() && !set("NO_COLOR") && !dumb && shows_colours();
        Self { locale, paint: if colours { Paint::Colours } else { Paint::Plain } }
    }

    pub(super) fn paint(&self) -> Paint {
        self.paint
    }

    pub(super) fn locale(&self) -> Locale {
        self.locale
    }

    /// The remarks: for people beside the result, for programs as the result.
    pub(super) fn remarks(&self, remarks: &Remarks, form: Form, folder: &Path) {
        let told = told(remarks);
        match form {
            Form::Human => print_beside(&human(&told, self.paint)),
            Form::Json => self.print(&json_report(&told)),
            Form::Github => self.print(&github(&told, folder)),
        }
    }

    /// The errors beside a result that is printed all the same.
    pub(super) fn errors(&self, remarks: &Remarks, folder: &Path) {
        if !remarks.publishable() {
            self.remarks(remarks, Form::Human, folder);
        }
    }

    /// The address that was not written down, but told by the host.
    pub(super) fn address(&self, host_address: Option<&HostAddress>, locale: Locale, form: Form) {
        let Some(host_address) = host_address.filter(|_| form != Form::Json) else { return };
        let host = host_messages::host_name(host_address.host).in_locale(locale);
        let url = &host_address.url;
        let line = both(format!("adres: {url} (van {host})"), format!("address: {url} (from {host})"));
        self.say(line.in_locale(locale));
    }

    /// How a build ended.
    pub(super) fn built(&self, remarks: &Remarks, published: Option<Published>, output: &Path, form: Form) {
        if form != Form::Human {
            return;
        }
        let counted = summary(remarks).unwrap_or_default();
        let output = output.display();
        let line = match published {
            Some(Published { files, changed, .. }) => {
                let with_counts = |word: &str| match counted.as_str() {
                    "" => String::new(),
                    counted => format!(", {word} {counted}"),
                };
                both(
                    format!(
                        "klaar: {files} bestanden in {output}, {changed} daarvan nieuw of veranderd{}",
                        with_counts("met")
                    ),
                    format!(
                        "done: {files} files in {output}, {changed} of them new or changed{}",
                        with_counts("with")
                    ),
                )
            }
            None => both(
                format!("niets gepubliceerd: {counted}; wat er stond, staat er nog"),
                format!("nothing published: {counted}; what was there is still there"),
            ),
        };
        self.say(line.in_locale(remarks.locale()));
    }

    /// How packing ended.
    pub(super) fn packed(&self, remarks: &Remarks, published: Option<Published>, file: &Path, form: Form) {
        let (Some(published), Form::Human) = (published, form) else {
            return self.built(remarks, None, file, form);
        };
        let (file, files) = (file.display(), published.files);
        let line = both(
            format!(
                "klaar: {files} bestanden in {file}; zet dat bestand op de plek waar je site op internet staat"
            ),
            format!(
                "done: {files} files in {file}; put that file on the place where your site is on the internet"
            ),
        );
        self.say(line.in_locale(remarks.locale()));
    }

    /// How a check ended.
    pub(super) fn checked(&self, remarks: &Remarks, form: Form) {
        if form != Form::Human {
            return;
        }
        let nothing =
            both("geen opmerkingen: deze site kan gemaakt worden", "no remarks: this site can be built");
        let counted = summary(remarks);
        self.say(counted.as_deref().unwrap_or_else(|| nothing.in_locale(remarks.locale())));
    }

    /// The command was wrong.
    pub(super) fn usage(&self, message: &NoCommand) -> Ending {
        self.say(message.0.trim_end());
        Ending::CalledWrong
    }

    /// The machine refused.
    pub(super) fn refused(&self, message: &Both, locale: Locale) -> Ending {
        let word = Pair::new("het lukt niet", "it cannot be done").in_locale(locale);
        self.say(&format!("{word}: {}", message.in_locale(locale)));
        Ending::Refused
    }

    /// A text as the result, for whoever or whatever reads it. A reader that has seen enough (`| head`) is no mistake; a
    /// disk that is full is one, and ends the program, for the result is not there.
    pub(super) fn print(&self, text: &str) {
        let mut out = stdout().lock();
        match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
            Err(error) if error.kind() != ErrorKind::BrokenPipe => {
                let message = both(
                    format!("de uitkomst kan niet worden weggeschreven ({error})"),
                    format!("the result could not be written ({error})"),
                );
                std::process::exit(self.refused(&message, self.locale) as i32);
            }
            _ => {}
        }
    }

    /// A line beside the result.
    pub(super) fn say(&self, line: &str) {
        print_beside(&format!("{line}\n"));
    }
}

/// Prints remarks from a thread of their own.
pub(super) fn print_error(text: &str) {
    print_beside(text);
}

/// What is told beside the result; when nobody can be told, the work goes on.
fn print_beside(text: &str) {
    let _ = stderr().lock().write_all(text.as_bytes());
}
