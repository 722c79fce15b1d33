//! What stands in the way of publishing, told in Dutch and English.

use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

use crate::ground::{Both, both};
use crate::read::{Refusal, Unread, is_held};

/// Why nothing was published.
#[derive(Debug)]
pub enum Failure {
    /// The output would lie among the texts, or the texts in the output.
    InsideSource {
        /// The output folder.
        output: PathBuf,
        /// The folder it clashes with.
        source: PathBuf,
    },
    /// The output is a whole disk, and no folder on it.
    WholeDisk {
        /// That disk.
        output: PathBuf,
    },
    /// The output folder holds files that Dorpsplein did not write.
    Foreign {
        /// The output folder.
        output: PathBuf,
        /// Some of those files.
        files: Vec<String>,
    },
    /// The list of the site that stands there cannot be read, so nobody knows which files are ours.
    ClosedList {
        /// That list.
        file: PathBuf,
    },
    /// An exchange of themes was broken off, and what was to be done cannot be read.
    UnknownPlan {
        /// The file that tells what was to be done.
        file: PathBuf,
    },
    /// Somebody changed a file by which it was decided what is to be done.
    ChangedMeanwhile {
        /// That file.
        file: PathBuf,
    },
    /// Where a file is to be written stands another, which is not ours.
    SomebodysFile {
        /// That file.
        file: PathBuf,
    },
    /// A file would lie in a site that we made.
    InsideSite {
        /// That file.
        file: PathBuf,
        /// The folder with the site.
        site: PathBuf,
    },
    /// In a file that we wrote, people filled something in.
    FilledIn {
        /// That file.
        file: PathBuf,
    },
    /// The folder for a new village is not empty.
    NotEmpty {
        /// The folder.
        folder: PathBuf,
        /// Something that is in it.
        found: String,
    },
    /// The old site was put aside for the new one, and then the machine let neither stand in its place.
    PutAside {
        /// The output folder.
        output: PathBuf,
        /// Where the old site is now.
        aside: PathBuf,
        /// What the machine said.
        cause: io::Error,
    },
    /// Something failed when only a part was done, and that part could not be taken back.
    NotTakenBack {
        /// What failed.
        because: Box<Failure>,
    },
    /// A link stands where something is to be written: what we make and clear away would lie somewhere else.
    LinkInTheWay {
        /// That link.
        link: PathBuf,
    },
    /// A file cannot be read.
    Unread {
        /// That file.
        file: PathBuf,
        /// Why not.
        why: Unread,
    },
    /// The machine refused.
    Machine {
        /// The file or folder it was about.
        path: PathBuf,
        /// What it said.
        cause: io::Error,
    },
}

/// Makes a failure of what the machine said about a path, or of a link that was met there.
pub(super) fn at(path: &Path) -> impl FnOnce(io::Error) -> Failure + '_ {
    |cause| match cause.get_ref().and_then(|inner| inner.downcast_ref::<Link>()) {
        Some(Link(link)) => Failure::LinkInTheWay { link: link.clone() },
        None => Failure::Machine { path: path.to_owned(), cause },
    }
}

/// Makes a failure of a file that cannot be read.
pub(super) fn unread(file: &Path) -> impl FnOnce(Unread) -> Failure + '_ {
    |why| Failure::Unread { file: file.to_owned(), why }
}

/// A link that was met on the way to a file, as an error of the machine among others.
#[derive(Debug)]
pub(super) struct Link(pub(super) PathBuf);

impl fmt::Display for Link {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.display().fmt(f)
    }
}

impl std::error::Error for Link {}

impl From<Refusal> for Failure {
    fn from(Refusal { path, cause }: Refusal) -> Self {
        Self::Machine { path, cause }
    }
}

impl Failure {
    /// What is wrong and what to do.
    pub fn message(&self) -> Both {
        match self {
            Self::InsideSource { output, source } => inside_source(output, source),
            Self::WholeDisk { output } => whole_disk(output),
            Self::Foreign { output, files } => foreign(output, files),
            Self::ClosedList { file } => closed_list(file),
            Self::UnknownPlan { file } => unknown_plan(file),
            Self::ChangedMeanwhile { file } => changed_meanwhile(file),
            Self::SomebodysFile { file } => somebodys_file(file),
            Self::InsideSite { file, site } => inside_site(file, site),
            Self::FilledIn { file } => filled_in(file),
            Self::NotEmpty { folder, found } => not_empty(folder, found),
            Self::LinkInTheWay { link } => link_in_the_way(link),
            Self::Unread { file, why } => not_read(file, why),
            Self::Machine { path, cause } => machine(path, cause),
            Self::NotTakenBack { because } => not_taken_back(&because.message()),
            Self::PutAside { output, aside, cause } => put_aside(output, aside, cause),
        }
    }
}

fn inside_source(output: &Path, source: &Path) -> Both {
    both(
        format!(
            "de site kan niet in '{}' komen: daar staan de bronbestanden ({})\nkies een andere plek met --uitvoer",
            output.display(),
            source.display()
        ),
        format!(
            "the site cannot be put in '{}': the source files are there ({})\nchoose another place with --output",
            output.display(),
            source.display()
        ),
    )
}

fn whole_disk(output: &Path) -> Both {
    let (disk, folder) = (output.display(), output.join("site"));
    both(
        format!("de site kan niet los op '{disk}' komen\nnoem een map, zoals '{}'", folder.display()),
        format!("the site cannot be put on '{disk}' just so\nname a folder, such as '{}'", folder.display()),
    )
}

fn foreign(output: &Path, files: &[String]) -> Both {
    both(
        format!(
            "in '{}' staan bestanden die niet van Dorpsplein zijn: {}\ner is niets veranderd; haal ze weg of kies een andere map met --uitvoer",
            output.display(),
            files.join(", ")
        ),
        format!(
            "'{}' holds files that are not Dorpsplein's: {}\nnothing was changed; take them away or choose another folder with --output",
            output.display(),
            files.join(", ")
        ),
    )
}

fn closed_list(file: &Path) -> Both {
    let file = file.display();
    both(
        format!(
            "de lijst van de bestanden van de site kan niet gelezen worden ('{file}'): je mag hem niet lezen, of een ander programma heeft hem open\ner is niets veranderd; sluit dat programma en probeer het nog een keer"
        ),
        format!(
            "the list of the files of the site cannot be read ('{file}'): you are not allowed to, or another program has it open\nnothing was changed; close that program and try again"
        ),
    )
}

fn unknown_plan(file: &Path) -> Both {
    let folder = file.parent().unwrap_or(file).display();
    let file = file.display();
    both(
        format!(
            "een verandering aan de thema's is afgebroken, en hoe die afgemaakt moet worden is niet te lezen ('{file}')\ner is niets veranderd; is dat gedaan met een nieuwere Dorpsplein, gebruik dan die; heeft een ander programma het bestand open, sluit dat\nhelpt dat niet, zet dan de map '{folder}' ergens anders neer en bewaar die: wat er van het oude en het nieuwe thema is, staat daarin"
        ),
        format!(
            "a change of the themes was broken off, and how to finish it cannot be read ('{file}')\nnothing was changed; if it was made with a newer Dorpsplein, use that one; if another program has the file open, close it\nif that does not help, move the folder '{folder}' somewhere else and keep it: what there is of the old and the new theme is in it"
        ),
    )
}

fn changed_meanwhile(file: &Path) -> Both {
    let file = file.display();
    both(
        format!(
            "'{file}' is intussen door een ander veranderd; er is niets gedaan\ngeef de opdracht nog een keer"
        ),
        format!(
            "somebody else changed '{file}' in the meantime; nothing was done\ngive the command once more"
        ),
    )
}

fn somebodys_file(file: &Path) -> Both {
    both(
        format!(
            "er staat al een '{}' en die is niet van Dorpsplein; er is niets veranderd\nhaal het weg of kies een andere naam met --uitvoer",
            file.display()
        ),
        format!(
            "there is a '{}' already, and it is not Dorpsplein's; nothing was changed\ntake it away or choose another name with --output",
            file.display()
        ),
    )
}

fn inside_site(file: &Path, site: &Path) -> Both {
    both(
        format!(
            "'{}' kan niet in '{}' komen: in die map staat alleen de gemaakte site\nkies een andere plek met --uitvoer",
            file.display(),
            site.display()
        ),
        format!(
            "'{}' cannot be put in '{}': that folder is only for the site that was made\nchoose another place with --output",
            file.display(),
            site.display()
        ),
    )
}

fn filled_in(file: &Path) -> Both {
    both(
        format!(
            "in '{}' heeft iemand iets ingevuld of veranderd; het blijft zoals het is\nkies een andere naam met --uitvoer, en neem over wat erin staat",
            file.display()
        ),
        format!(
            "somebody filled in or changed something in '{}'; it stays as it is\nchoose another name with --output, and copy what is in it",
            file.display()
        ),
    )
}

fn not_empty(folder: &Path, found: &str) -> Both {
    both(
        format!(
            "de map '{}' is niet leeg: '{found}' staat er al; er is niets veranderd\nkies een nieuwe naam",
            folder.display()
        ),
        format!(
            "the folder '{}' is not empty: '{found}' is in it; nothing was changed\nchoose a new name",
            folder.display()
        ),
    )
}

fn machine(path: &Path, cause: &io::Error) -> Both {
    told_of(path, &reason(cause))
}

fn told_of(path: &Path, why: &Both) -> Both {
    let (Both { nl, en }, path) = (why, path.display());
    both(
        format!("{nl} ('{path}')\ner is niets veranderd; wat er stond, staat er nog"),
        format!("{en} ('{path}')\nnothing was changed; what was there is still there"),
    )
}

fn link_in_the_way(link: &Path) -> Both {
    let link = link.display();
    both(
        format!(
            "'{link}' is een snelkoppeling naar een andere plek, en daar schrijft Dorpsplein niet\ner is niets veranderd; haal de snelkoppeling weg, of zet er een gewone map of een gewoon bestand neer"
        ),
        format!(
            "'{link}' is a link to another place, and Dorpsplein does not write there\nnothing was changed; take the link away, or put an ordinary folder or file there"
        ),
    )
}

fn not_read(file: &Path, why: &Unread) -> Both {
    let why = match why {
        Unread::Gone => both("dit bestand is er niet (meer)", "this file is not there (any more)"),
        Unread::NotAFile => {
            both("hier staat iets anders dan een bestand", "there is something else than a file here")
        }
        Unread::TooBig => both("dit bestand is te groot", "this file is too large"),
        Unread::Refused(cause) if cause.kind() == io::ErrorKind::PermissionDenied => both(
            "je mag dit bestand niet lezen, of een ander programma heeft het open",
            "you are not allowed to read this file, or another program has it open",
        ),
        Unread::Refused(cause) => reason(cause),
    };
    told_of(file, &why)
}

/// In place of what else would be said behind it: that nothing was changed.
fn not_taken_back(because: &Both) -> Both {
    let why = |text: &str| text.lines().next().unwrap_or_default().to_owned();
    both(
        format!(
            "{}\neen deel is al veranderd; geef dezelfde opdracht nog een keer, dan komt de rest",
            why(&because.nl)
        ),
        format!("{}\na part was changed already; give the same command again for the rest", why(&because.en)),
    )
}

fn put_aside(output: &Path, aside: &Path, cause: &io::Error) -> Both {
    let (why, output, aside) = (reason(cause), output.display(), aside.display());
    both(
        format!(
            "{} ('{output}')\nde oude site staat nu in '{aside}'; maak de site nog een keer, dan komt hij terug",
            why.nl
        ),
        format!("{} ('{output}')\nthe old site is in '{aside}' now; build again and it comes back", why.en),
    )
}

/// What the machine said, in plain words where we know them.
pub(super) fn reason(cause: &io::Error) -> Both {
    match cause.kind() {
        _ if is_held(cause) => both(
            "een ander programma heeft hier iets open; sluit dat en probeer het nog een keer",
            "another program has something open here; close it and try again",
        ),
        // Windows says the same of a folder in which something is open.
        io::ErrorKind::PermissionDenied if cfg!(windows) => both(
            "je mag hier niet schrijven, of een ander programma heeft hier nog iets open",
            "you are not allowed to write here, or another program still has something open here",
        ),
        io::ErrorKind::PermissionDenied => {
            both("je mag hier niet schrijven", "you are not allowed to write here")
        }
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => {
            both("de schijf is vol", "the disk is full")
        }
        io::ErrorKind::ReadOnlyFilesystem => {
            both("deze schijf kan alleen gelezen worden", "this disk can only be read")
        }
        io::ErrorKind::NotFound => {
            both("dit bestand of deze map is er niet (meer)", "this file or folder is not there (any more)")
        }
        io::ErrorKind::NotADirectory | io::ErrorKind::AlreadyExists => {
            both("hier staat al een bestand met die naam", "there is a file of that name here")
        }
        io::ErrorKind::InvalidFilename => both(
            "deze naam is te lang of kan op deze schijf niet",
            "this name is too long, or not possible on this disk",
        ),
        io::ErrorKind::ResourceBusy => both(
            "deze map is in gebruik door een ander programma",
            "this folder is in use by another program",
        ),
        _ => both(format!("de computer weigert: {cause}"), format!("the computer refuses: {cause}")),
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message().en)
    }
}

impl std::error::Error for Failure {}
