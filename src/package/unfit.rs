//! The reasons why a package is refused.

use super::head::NoList;
use super::names::Misnamed;
use crate::archive::UnpackError;

/// What makes a package unfit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unfit {
    /// The file itself is larger than is accepted.
    FileTooLarge,
    /// It is not a sound zip.
    Archive(UnpackError),
    /// A file in it has a name that is not allowed.
    Name(String, Misnamed),
    /// Two names differ only in case, so that some disks can store only one of them.
    SameName(String, String),
    /// A file has the name of another file's folder.
    FileAndFolder(String),
    /// It does not begin with `package.json`, or that cannot be read.
    NoList,
    /// It has a format that this program does not know.
    OtherFormat(u64),
    /// A file is not in the list.
    NotListed(String),
    /// A file in the list is missing.
    Missing(String),
    /// A file differs from the list.
    OtherBytes(String),
    /// There is no `theme.yaml`.
    NoTheme,
    /// The name of the theme is not allowed.
    BadThemeName(String),
}

impl From<UnpackError> for Unfit {
    fn from(unsound: UnpackError) -> Self {
        Self::Archive(unsound)
    }
}

impl From<NoList> for Unfit {
    fn from(no_list: NoList) -> Self {
        match no_list {
            NoList::Unreadable => Self::NoList,
            NoList::OtherFormat(form) => Self::OtherFormat(form),
        }
    }
}
