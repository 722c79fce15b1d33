//! What stands in the way of publishing.

use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

use super::messages;
use crate::ground::Both;
use crate::read::{Refusal, Unread};

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
    /// The list of the site that stands there is none any more, so nobody knows which files are ours.
    DamagedList {
        /// The output folder.
        output: PathBuf,
        /// Some of the files in it.
        files: Vec<String>,
    },
    /// The list of the site that stands there cannot be read, so nobody knows which files are ours.
    ClosedList {
        /// That list.
        file: PathBuf,
        /// What the machine said.
        cause: io::Error,
    },
    /// A folder may not be opened, so nobody knows what is in it.
    ClosedFolder {
        /// That folder.
        folder: PathBuf,
    },
    /// An exchange of themes was broken off, and the file that tells what was to be done cannot be read.
    UnreadPlan {
        /// That file.
        file: PathBuf,
        /// Why not.
        why: Unread,
    },
    /// An exchange of themes was broken off, and a newer program wrote down what was to be done.
    NewerPlan {
        /// The file that tells it.
        file: PathBuf,
    },
    /// An exchange of themes was broken off, and what was to be done is not written as we write it.
    BrokenPlan {
        /// The file that tells it.
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
pub(super) fn failure_at(path: &Path) -> impl FnOnce(io::Error) -> Failure + '_ {
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
        match cause.kind() {
            io::ErrorKind::PermissionDenied => Self::ClosedFolder { folder: path },
            _ => Self::Machine { path, cause },
        }
    }
}

impl Failure {
    /// What is wrong and what to do.
    pub fn message(&self) -> Both {
        match self {
            Self::InsideSource { output, source } => messages::inside_source(output, source),
            Self::WholeDisk { output } => messages::whole_disk(output),
            Self::Foreign { output, files } => messages::foreign(output, files),
            Self::DamagedList { output, files } => messages::damaged_list(output, files),
            Self::ClosedList { file, cause } => messages::closed_list(file, cause),
            Self::ClosedFolder { folder } => messages::closed_folder(folder),
            Self::UnreadPlan { file, why } => messages::unread_plan(file, why),
            Self::NewerPlan { file } => messages::newer_plan(file),
            Self::BrokenPlan { file } => messages::broken_plan(file),
            Self::ChangedMeanwhile { file } => messages::changed_meanwhile(file),
            Self::SomebodysFile { file } => messages::somebodys_file(file),
            Self::InsideSite { file, site } => messages::inside_site(file, site),
            Self::FilledIn { file } => messages::filled_in(file),
            Self::NotEmpty { folder, found } => messages::not_empty(folder, found),
            Self::LinkInTheWay { link } => messages::link_in_the_way(link),
            Self::Unread { file, why } => messages::not_read(file, why),
            Self::Machine { path, cause } => messages::machine(path, cause),
            Self::NotTakenBack { because } => messages::not_taken_back(&because.message()),
            Self::PutAside { output, aside, cause } => messages::put_aside(output, aside, cause),
        }
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message().en)
    }
}

impl std::error::Error for Failure {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::ClosedList { cause, .. } | Self::PutAside { cause, .. } | Self::Machine { cause, .. } => {
                Some(cause)
            }
            Self::UnreadPlan { why: Unread::Refused(cause), .. }
            | Self::Unread { why: Unread::Refused(cause), .. } => Some(cause),
            Self::NotTakenBack { because } => Some(because),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_that_may_not_be_opened_is_told_as_such() {
        let refused = Refusal { path: "Ee".into(), cause: io::ErrorKind::PermissionDenied.into() };
        let told = Failure::from(refused).message();
        assert!(told.nl.contains("'Ee' niet openen") && !told.nl.contains("schrijven"), "{}", told.nl);
        let gone = Refusal { path: "Ee".into(), cause: io::ErrorKind::NotFound.into() };
        assert!(matches!(Failure::from(gone), Failure::Machine { .. }));
    }
}
