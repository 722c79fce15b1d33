//! Why a package is not taken.

use super::head::NoList;
use super::names::Misnamed;
use crate::archive::Unsound;

/// What makes a package unfit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unfit {
    /// The file itself is larger than is taken.
    FileTooLarge,
    /// It is no sound zip.
    Archive(Unsound),
    /// A file in it has a name that cannot be.
    Name(String, Misnamed),
    /// Two names differ in capitals only, so that some disks hold but one of them.
    SameName(String, String),
    /// A file stands where another has a folder of that name.
    FileAndFolder(String),
    /// It does not begin with `package.json`, or that cannot be read.
    NoList,
    /// It is written in a form that this program does not know.
    OtherForm(u64),
    /// A file is not in the list.
    NotListed(String),
    /// A file of the list is not there.
    Missing(String),
    /// A file is not as the list says.
    OtherBytes(String),
    /// There is no `theme.yaml`.
    NoTheme,
    /// The name of the theme cannot be one.
    BadThemeName(String),
}

impl From<Unsound> for Unfit {
    fn from(unsound: Unsound) -> Self {
        Self::Archive(unsound)
    }
}

impl From<NoList> for Unfit {
    fn from(no_list: NoList) -> Self {
        match no_list {
            NoList::Unreadable => Self::NoList,
            NoList::OtherForm(form) => Self::OtherForm(form),
        }
    }
}
