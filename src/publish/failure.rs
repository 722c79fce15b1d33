//! The failures that stop a site from being published.

use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

use super::messages;
use crate::ground::Both;
use crate::read::{ReadFailure, Refusal};

/// Why nothing was published.
#[derive(Debug)]
pub enum Failure {
    /// The output would be among the source files, or the source files in the output.
    InsideSource {
        /// The output folder.
        output: PathBuf,
        /// The folder it clashes with.
        source: PathBuf,
    },
    /// The output is a whole disk, not a folder on it.
    DiskRoot {
        /// That disk.
        output: PathBuf,
    },
    /// The output folder holds files that Dorpsplein did not write.
    ForeignFiles {
        /// The output folder.
        output: PathBuf,
        /// Some of those files.
        files: Vec<String>,
    },
    /// The manifest of the existing site is damaged, so nobody knows which files are ours.
    DamagedManifest {
        /// The output folder.
        output: PathBuf,
        /// Some of the files in it.
        files: Vec<String>,
    },
    /// The manifest of the existing site cannot be read, so nobody knows which files are ours.
    UnreadableManifest {
        /// The manifest.
        file: PathBuf,
        /// What the operating system reported.
        cause: io::Error,
    },
    /// A folder may not be opened, so its contents are unknown.
    UnreadableFolder {
        /// That folder.
        folder: PathBuf,
    },
    /// An exchange of themes was interrupted, and the file that says what to do cannot be read.
    UnreadablePlan {
        /// That file.
        file: PathBuf,
        /// Why not.
        why: ReadFailure,
    },
    /// An exchange of themes was interrupted, and a newer version of the program wrote the plan.
    NewerPlan {
        /// The file with the plan.
        file: PathBuf,
    },
    /// An exchange of themes was interrupted, and the plan does not have the form that we write.
    BrokenPlan {
        /// The file with the plan.
        file: PathBuf,
    },
    /// A file on which the decision was based has been changed.
    ChangedMeanwhile {
        /// That file.
        file: PathBuf,
    },
    /// There is already a file at the path to be written, and it is not ours.
    ForeignFile {
        /// That file.
        file: PathBuf,
    },
    /// A file would be inside a site that we built.
    InsideSite {
        /// That file.
        file: PathBuf,
        /// The folder with the site.
        site: PathBuf,
    },
    /// A file that we wrote has been filled in or changed.
    EditedByHand {
        /// That file.
        file: PathBuf,
    },
    /// The folder for a new village is not empty.
    NotEmpty {
        /// The folder.
        folder: PathBuf,
        /// The name of something in it.
        found: String,
    },
    /// The old site was put aside for the new one, and then neither could be put in its place.
    PutAside {
        /// The output folder.
        output: PathBuf,
        /// Where the old site is now.
        aside: PathBuf,
        /// What the operating system reported.
        cause: io::Error,
    },
    /// An operation failed halfway, and the part that was done could not be undone.
    NotUndone {
        /// What failed.
        because: Box<Failure>,
    },
    /// A link is in the place of a file or folder to be written: whatever we write or clear away would be
    /// elsewhere.
    LinkInTheWay {
        /// That link.
        link: PathBuf,
    },
    /// A file cannot be read.
    ReadFailure {
        /// That file.
        file: PathBuf,
        /// Why not.
        why: ReadFailure,
    },
    /// An I/O operation failed.
    Io {
        /// The file or folder involved.
        path: PathBuf,
        /// What the operating system reported.
        cause: io::Error,
    },
}

/// Turns an I/O error at a path into a failure, also when it reports a link that was met there.
pub(super) fn failure_at(path: &Path) -> impl FnOnce(io::Error) -> Failure + '_ {
    |cause| match cause.get_ref().and_then(|inner| inner.downcast_ref::<Link>()) {
        Some(Link(link)) => Failure::LinkInTheWay { link: link.clone() },
        None => Failure::Io { path: path.to_owned(), cause },
    }
}

/// Turns the reason why a file cannot be read into a failure.
pub(super) fn unread(file: &Path) -> impl FnOnce(ReadFailure) -> Failure + '_ {
    |why| Failure::ReadFailure { file: file.to_owned(), why }
}

/// A link that was met on the way to a file, carried inside an I/O error.
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
            io::ErrorKind::PermissionDenied => Self::UnreadableFolder { folder: path },
            _ => Self::Io { path, cause },
        }
    }
}

impl Failure {
    /// Returns the message: what is wrong and what to do.
    pub fn message(&self) -> Both {
        match self {
            Self::InsideSource { output, source } => messages::inside_source(output, source),
            Self::DiskRoot { output } => messages::disk_root(output),
            Self::ForeignFiles { output, files } => messages::foreign_files(output, files),
            Self::DamagedManifest { output, files } => messages::damaged_manifest(output, files),
            Self::UnreadableManifest { file, cause } => messages::unreadable_manifest(file, cause),
            Self::UnreadableFolder { folder } => messages::unreadable_folder(folder),
            Self::UnreadablePlan { file, why } => messages::unreadable_plan(file, why),
            Self::NewerPlan { file } => messages::newer_plan(file),
            Self::BrokenPlan { file } => messages::broken_plan(file),
            Self::ChangedMeanwhile { file } => messages::changed_meanwhile(file),
            Self::ForeignFile { file } => messages::foreign_file(file),
            Self::InsideSite { file, site } => messages::inside_site(file, site),
            Self::EditedByHand { file } => messages::edited_by_hand(file),
            Self::NotEmpty { folder, found } => messages::not_empty(folder, found),
            Self::LinkInTheWay { link } => messages::link_in_the_way(link),
            Self::ReadFailure { file, why } => messages::unreadable(file, why),
            Self::Io { path, cause } => messages::io_error(path, cause),
            Self::NotUndone { because } => messages::not_undone(&because.message()),
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
            Self::UnreadableManifest { cause, .. }
            | Self::PutAside { cause, .. }
            | Self::Io { cause, .. } => Some(cause),
            Self::UnreadablePlan { why: ReadFailure::Refused(cause), .. }
            | Self::ReadFailure { why: ReadFailure::Refused(cause), .. } => Some(cause),
            Self::NotUndone { because } => Some(because),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_that_may_not_be_opened_is_reported_as_such() {
        let refused = Refusal { path: "Ee".into(), cause: io::ErrorKind::PermissionDenied.into() };
        let text = Failure::from(refused).message();
        assert!(text.nl.contains("'Ee' niet openen") && !text.nl.contains("schrijven"), "{}", text.nl);
        let gone = Refusal { path: "Ee".into(), cause: io::ErrorKind::NotFound.into() };
        assert!(matches!(Failure::from(gone), Failure::Io { .. }));
    }
}
