//! What comes on the screen: remarks, what was done, what was refused.

use std::io::{ErrorKind, IsTerminal, Write, stderr, stdout};
use std::path::Path;

use super::Ending;
use super::host_messages;
use super::typed::{Form, NoCommand};
use crate::ground::{Both, Locale, Remarks, both};
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
        let can = || anstyle_query::windows::enable_ansi_colors().unwrap_or(true);
        let colours = stderr().is_terminal() && !set("NO_COLOR") && !dumb && can();
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
            Form::Human => beside(&human(&told, self.paint)),
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
    pub(super) fn address(&self, told: Option<&HostAddress>, locale: Locale, form: Form) {
        let Some(told) = told.filter(|_| form != Form::Json) else { return };
        let host = host_messages::name(told.host).in_locale(locale);
        match locale {
            Locale::Dutch => self.say(&format!("adres: {} (van {host})", told.url)),
            Locale::English => self.say(&format!("address: {} (from {host})", told.url)),
        }
    }

    /// How a build ended.
    pub(super) fn built(&self, remarks: &Remarks, published: Option<Published>, output: &Path, form: Form) {
        if form != Form::Human {
            return;
        }
        let counted = summary(remarks);
        let output = output.display();
        match (published, remarks.locale()) {
            (Some(done), Locale::Dutch) => {
                let with = counted.map_or_else(String::new, |counted| format!(", met {counted}"));
                self.say(&format!(
                    "klaar: {} bestanden in {output}, {} daarvan nieuw of veranderd{with}",
                    done.files, done.changed
                ));
            }
            (Some(done), Locale::English) => {
                let with = counted.map_or_else(String::new, |counted| format!(", with {counted}"));
                self.say(&format!(
                    "done: {} files in {output}, {} of them new or changed{with}",
                    done.files, done.changed
                ));
            }
            (None, Locale::Dutch) => self.say(&format!(
                "niets gepubliceerd: {}; wat er stond, staat er nog",
                counted.unwrap_or_default()
            )),
            (None, Locale::English) => self.say(&format!(
                "nothing published: {}; what was there is still there",
                counted.unwrap_or_default()
            )),
        }
    }

    /// How packing ended.
    pub(super) fn packed(&self, remarks: &Remarks, published: Option<Published>, file: &Path, form: Form) {
        let (Some(done), Form::Human) = (published, form) else {
            return self.built(remarks, None, file, form);
        };
        let (file, files) = (file.display(), done.files);
        match remarks.locale() {
            Locale::Dutch => self.say(&format!("klaar: {files} bestanden in {file}; zet dat bestand op de plek waar je site op internet staat")),
            Locale::English => self.say(&format!("done: {files} files in {file}; put that file on the place where your site is on the internet")),
        }
    }

    /// How a check ended.
    pub(super) fn checked(&self, remarks: &Remarks, form: Form) {
        if form != Form::Human {
            return;
        }
        match (summary(remarks), remarks.locale()) {
            (Some(counted), _) => self.say(&counted),
            (None, Locale::Dutch) => self.say("geen opmerkingen: deze site kan gemaakt worden"),
            (None, Locale::English) => self.say("no remarks: this site can be built"),
        }
    }

    /// The command was wrong.
    pub(super) fn usage(&self, message: &NoCommand) -> Ending {
        self.say(message.0.trim_end());
        Ending::CalledWrong
    }

    /// The machine refused.
    pub(super) fn refused(&self, message: &Both, locale: Locale) -> Ending {
        let word = if locale == Locale::Dutch { "het lukt niet" } else { "it cannot be done" };
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
        beside(&format!("{line}\n"));
    }
}

/// Prints remarks from a thread of their own.
pub(super) fn print_error(text: &str) {
    beside(text);
}

/// What is told beside the result; when nobody can be told, the work goes on.
fn beside(text: &str) {
    let _ = stderr().lock().write_all(text.as_bytes());
}
