//! `dorpsplein completions`: lets a shell complete commands and options when the user presses Tab.

use clap::Command;
use clap_complete::{Shell, generate};

use crate::cli::typed::program;
use crate::ground::Locale;

/// Returns the script for a shell, with help in one language. It knows both names of everything: a machine
/// has one such script, and its users may speak either language.
pub(super) fn script(shell: Shell, locale: Locale) -> String {
    let mut script = Vec::new();
    generate(shell, &mut with_both_names(program(locale)), "dorpsplein", &mut script);
    String::from_utf8_lossy(&script).into_owned()
}

fn with_both_names(command: Command) -> Command {
    let names: Vec<String> = command.get_all_aliases().map(str::to_owned).collect();
    command
        .alias(None::<&str>)
        .visible_aliases(names)
        .mut_args(|argument| {
            let names: Vec<String> =
                argument.get_all_aliases().unwrap_or_default().into_iter().map(str::to_owned).collect();
            argument.alias(None::<&str>).visible_aliases(names)
        })
        .mut_subcommands(with_both_names)
}
