//! Writes to the screen: diagnostics, results and refusals.

use std::io::{ErrorKind, IsTerminal, Write, stderr, stdout};
use std::path::Path;

use super::ExitStatus;
use super::host_messages;
use super::typed::{OutputFormat, UsageMessage};
use crate::ground::{Both, Locale, Pair, Remarks, both};
use crate::pipeline::HostAddress;
use crate::publish::Published;
use crate::report::{Paint, github, human, json_report, shown_remarks, summary};

/// A terminal, or whatever replaces it.
#[derive(Clone, Copy)]
pub(super) struct Screen {
    locale: Locale,
    paint: Paint,
}

impl Screen {
    /// Uses colours only on a terminal, and not if `NO_COLOR` is set (no-color.org). A Windows console must
    /// be asked to interpret colour codes first; otherwise it prints them as characters.
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

    /// Shows the diagnostics: for people beside the result, for programs as the result.
    pub(super) fn remarks(&self, remarks: &Remarks, format: OutputFormat, folder: &Path) {
        let shown_remarks = shown_remarks(remarks);
        match format {
            OutputFormat::Human => print_beside(&human(&shown_remarks, self.paint)),
            OutputFormat::Json => self.print(&json_report(&shown_remarks)),
            OutputFormat::Github => self.print(&github(&shown_remarks, folder)),
        }
    }

    /// Shows the errors beside a result that is printed all the same.
    pub(super) fn errors(&self, remarks: &Remarks, folder: &Path) {
        if !remarks.is_publishable() {
            self.remarks(remarks, OutputFormat::Human, folder);
        }
    }

    /// Shows the web address if it came from the host and not from `site.yaml`.
    pub(super) fn address(&self, host_address: Option<&HostAddress>, locale: Locale, format: OutputFormat) {
        let Some(host_address) = host_address.filter(|_| format != OutputFormat::Json) else { return };
        let host = host_messages::host_name(host_address.host).in_locale(locale);
        let url = &host_address.url;
        let line = both(format!("adres: {url} (van {host})"), format!("address: {url} (from {host})"));
        self.say(line.in_locale(locale));
    }

    /// Reports how a build ended.
    pub(super) fn built(
        &self,
        remarks: &Remarks,
        published: Option<Published>,
        output: &Path,
        format: OutputFormat,
    ) {
        if format != OutputFormat::Human {
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

    /// Reports how packing ended.
    pub(super) fn packed(
        &self,
        remarks: &Remarks,
        published: Option<Published>,
        file: &Path,
        format: OutputFormat,
    ) {
        let (Some(published), OutputFormat::Human) = (published, format) else {
            return self.built(remarks, None, file, format);
        };
        let (file, files) = (file.display(), published.files);
        let line = both(
            format!(
                "klaar: {files} bestanden in {file}; zet dat bestand op de plek waar je site op internet staat"
            ),
            format!("done: {files} files in {file}; upload that file to the place where your site is hosted"),
        );
        self.say(line.in_locale(remarks.locale()));
    }

    /// Reports how a check ended.
    pub(super) fn checked(&self, remarks: &Remarks, format: OutputFormat) {
        if format != OutputFormat::Human {
            return;
        }
        let nothing = both(
            "geen opmerkingen: deze site kan gemaakt worden",
            "no problems found: this site can be built",
        );
        let counted = summary(remarks);
        self.say(counted.as_deref().unwrap_or_else(|| nothing.in_locale(remarks.locale())));
    }

    /// Reports that the command was wrong.
    pub(super) fn usage(&self, message: &UsageMessage) -> ExitStatus {
        self.say(message.0.trim_end());
        ExitStatus::UsageError
    }

    /// Reports that the system refused.
    pub(super) fn refused(&self, message: &Both, locale: Locale) -> ExitStatus {
        let word = Pair::new("het lukt niet", "failed").in_locale(locale);
        self.say(&format!("{word}: {}", message.in_locale(locale)));
        ExitStatus::Refused
    }

    /// Prints a text as the result. A reader that has seen enough (`| head`) is not an error. A full disk is,
    /// and it ends the program, because the result is lost.
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

    /// Prints a line beside the result.
    pub(super) fn say(&self, line: &str) {
        print_beside(&format!("{line}\n"));
    }
}

/// Prints diagnostics from a background thread.
pub(super) fn print_error(text: &str) {
    print_beside(text);
}

/// Prints a text beside the result; if that fails, the work continues.
fn print_beside(text: &str) {
    let _ = stderr().lock().write_all(text.as_bytes());
}
