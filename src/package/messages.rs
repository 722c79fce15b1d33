//! The messages, in Dutch and English, for packages and indexes that are refused.

use super::head::NoList;
use super::names::Misnamed;
use super::unfit::Unfit;
use crate::archive::UnpackError;
use crate::ground::{Both, both};

impl Unfit {
    /// Returns what is wrong and what to do.
    pub fn message(&self) -> Both {
        let Both { nl, en } = reason(self);
        let (nl_do, en_do) = match self {
            Self::OtherFormat(_) => (
                "haal de nieuwste versie van Dorpsplein en probeer het opnieuw",
                "get the newest version of Dorpsplein and try again",
            ),
            Self::BadThemeName(_) => (
                "gebruik kleine letters, cijfers en streepjes, zoals 'mijn-provincie'",
                "use lower-case letters, digits and hyphens, such as 'my-province'",
            ),
            _ => (
                "gebruik dit pakket niet; vraag de maker om een nieuw, gemaakt met 'dorpsplein thema pak'",
                "do not use this package; ask its maker for a new one, created with 'dorpsplein theme pack'",
            ),
        };
        both(format!("{nl}\n{nl_do}"), format!("{en}\n{en_do}"))
    }

    /// Returns the same message for the person who makes the package, who can change the theme.
    pub fn message_for_author(&self) -> Both {
        let Both { nl, en } = reason(self);
        both(
            format!("{nl}\npas het thema aan en maak het pakket opnieuw"),
            format!("{en}\nchange the theme and create the package again"),
        )
    }
}

fn reason(unfit: &Unfit) -> Both {
    match unfit {
        Unfit::FileTooLarge => both("het pakket is groter dan 16 MB", "the package is larger than 16 MB"),
        Unfit::Archive(unsound) => of_archive(unsound),
        Unfit::Name(path, Misnamed::Unsafe) => both(
            format!("in het pakket staat een bestand met een naam die niet veilig is: '{path}'"),
            format!("the package contains a file with an unsafe name: '{path}'"),
        ),
        Unfit::Name(path, Misnamed::NotInTheme) => both(
            format!(
                "in het pakket staat een bestand dat niet bij een thema hoort: '{path}'; een thema heeft theme.yaml, README.md, LICENSE en de mappen templates, assets en words"
            ),
            format!(
                "the package contains a file that does not belong in a theme: '{path}'; a theme has theme.yaml, README.md, LICENSE and the folders templates, assets and words"
            ),
        ),
        Unfit::SameName(one, other) => both(
            format!("in het pakket zijn '{one}' en '{other}' op veel computers hetzelfde bestand"),
            format!("in the package '{one}' and '{other}' are the same file on many computers"),
        ),
        Unfit::FileAndFolder(path) => both(
            format!("in het pakket is '{path}' een bestand en ook een map"),
            format!("in the package '{path}' is both a file and a folder"),
        ),
        Unfit::NoList => both(
            "het pakket begint niet met een package.json die te lezen is",
            "the package does not begin with a readable package.json",
        ),
        Unfit::OtherFormat(form) => both(
            format!(
                "het pakket is van een nieuwere soort ({form}), die deze versie van Dorpsplein niet kent"
            ),
            format!(
                "the package has a newer format ({form}), which this version of Dorpsplein does not know"
            ),
        ),
        Unfit::NotListed(path) => both(
            format!("in het pakket staat '{path}', en dat staat niet op de lijst in package.json"),
            format!("the package contains '{path}', which is not listed in package.json"),
        ),
        Unfit::Missing(path) => both(
            format!("in het pakket ontbreekt '{path}', dat wel op de lijst in package.json staat"),
            format!("the package lacks '{path}', which is listed in package.json"),
        ),
        Unfit::OtherBytes(path) => both(
            format!("in het pakket is '{path}' anders dan de lijst in package.json zegt"),
            format!("in the package '{path}' differs from the list in package.json"),
        ),
        Unfit::NoTheme => both("in het pakket staat geen theme.yaml", "the package contains no theme.yaml"),
        Unfit::BadThemeName(name) => {
            both(format!("een thema kan niet '{name}' heten"), format!("a theme cannot be called '{name}'"))
        }
    }
}

fn of_archive(unsound: &UnpackError) -> Both {
    match unsound {
        UnpackError::Broken => both(
            "het bestand is geen pakket van een thema, of het is stuk",
            "the file is not a theme package, or it is damaged",
        ),
        UnpackError::StrayBytes => both(
            "in het pakket zit iets verborgen dat er niet in hoort",
            "the package contains something hidden that does not belong in it",
        ),
        UnpackError::TooMany(count) => both(
            format!("in het pakket zitten {count} bestanden; 2000 is het meeste"),
            format!("the package contains {count} files; the maximum is 2,000"),
        ),
        UnpackError::FileTooLarge(path) => both(
            format!("in het pakket is '{path}' uitgepakt groter dan 8 MB"),
            format!("in the package '{path}' is larger than 8 MB when unpacked"),
        ),
        UnpackError::AllTooLarge => both(
            "alle bestanden van het pakket samen zijn uitgepakt groter dan 32 MB",
            "together the files of the package are larger than 32 MB when unpacked",
        ),
        UnpackError::NotAFile(path) => both(
            format!("in het pakket is '{path}' geen gewoon bestand"),
            format!("in the package '{path}' is not an ordinary file"),
        ),
        UnpackError::Unsupported(path) => both(
            format!("in het pakket is '{path}' op slot, of ingepakt op een manier die Dorpsplein niet leest"),
            format!(
                "in the package '{path}' is encrypted, or compressed in a way that Dorpsplein cannot read"
            ),
        ),
        UnpackError::Damaged(path) => both(
            format!("in het pakket is '{path}' beschadigd"),
            format!("in the package '{path}' is damaged"),
        ),
        UnpackError::BadName => both(
            "in het pakket staat een bestand waarvan de naam niet te lezen is",
            "the package contains a file whose name cannot be read",
        ),
    }
}

/// Reports that a file is not an index.
pub(super) fn no_index() -> Both {
    both(
        "dit is geen lijst van thema's (themes.json) die Dorpsplein kan lezen\nkijk of het adres klopt, of vraag de maker ernaar",
        "this is not a list of themes (themes.json) that Dorpsplein can read\ncheck that the address is right, or ask its maker",
    )
}

/// Reports that a file is not an index, or one in another format.
pub(super) fn no_index_because(no_list: NoList) -> Both {
    match no_list {
        NoList::Unreadable => no_index(),
        NoList::OtherFormat(form) => both(
            format!(
                "deze lijst van thema's is van een nieuwere soort ({form})\nhaal de nieuwste versie van Dorpsplein en probeer het opnieuw"
            ),
            format!(
                "this list of themes has a newer format ({form})\nget the newest version of Dorpsplein and try again"
            ),
        ),
    }
}
