//! Words that users type for a command with a different name.

use crate::ground::Pair;

const SYNONYMS: [(&[&str], Pair); 6] = [
    (
        &["maak", "maken", "bouwen", "genereer", "make", "generate", "compile", "run"],
        Pair::new("dorpsplein bouw", "dorpsplein build"),
    ),
    (
        &[
            "start",
            "open",
            "toon",
            "kijk",
            "voorbeeld",
            "voorvertoning",
            "preview",
            "server",
            "show",
            "view",
            "watch",
        ],
        Pair::new("dorpsplein bekijk --open", "dorpsplein serve --open"),
    ),
    (
        &["test", "controle", "valideer", "validate", "lint"],
        Pair::new("dorpsplein controleer", "dorpsplein check"),
    ),
    (
        &["publiceer", "publiceren", "upload", "online", "publish", "deploy"],
        Pair::new("dorpsplein host", "dorpsplein host"),
    ),
    (&["hulp", "help", "/?", "-?", "?", "/help", "/h"], Pair::new("dorpsplein --help", "dorpsplein --help")),
    (&["versie", "version"], Pair::new("dorpsplein --version", "dorpsplein --version")),
];

/// Returns the command that an unknown word stands for.
pub(super) fn command_for(word: &str) -> Option<Pair> {
    let word = word.to_lowercase();
    SYNONYMS.iter().find(|(words, _)| words.contains(&word.as_str())).map(|(_, command)| *command)
}
