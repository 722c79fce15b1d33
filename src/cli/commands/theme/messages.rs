//! Messages about packing, signing, listing and installing themes, in Dutch and English.

use std::path::Path;

use crate::ground::{Both, as_argument, both};
use crate::shop::InstalledTheme;

/// A theme was packed into one file.
pub(super) fn packed(file: &Path, files: usize, bytes: usize) -> Both {
    let typed = as_argument(&file.display().to_string());
    let (file, kilobytes) = (file.display(), bytes.div_ceil(1000));
    both(
        format!(
            "klaar: {files} bestanden in {file} ({kilobytes} kB)\nonderteken het met: dorpsplein thema onderteken {typed} --sleutel NAAM.key"
        ),
        format!(
            "done: {files} files in {file} ({kilobytes} kB)\nsign it with: dorpsplein theme sign {typed} --key NAME.key"
        ),
    )
}

/// Packages were found among the files of a theme.
pub(super) fn left_out(files: &[String]) -> Both {
    let list = files.join(", ");
    both(
        format!(
            "niet ingepakt, want dit is zelf een pakket of hoort bij een pakket: {list}\nzet pakketten liever buiten de map van het thema, met: --uitvoer"
        ),
        format!(
            "not packed, because these files are packages or belong to one: {list}\nit is better to put packages outside the folder of the theme, with: --output"
        ),
    )
}

/// A key of that name already exists.
pub(super) fn key_exists(file: &Path) -> Both {
    let file = file.display();
    both(
        format!(
            "er is al een '{file}'; er is niets veranderd\nkies een andere naam; wie een sleutel kwijtraakt, kan er niets meer mee ondertekenen"
        ),
        format!(
            "'{file}' already exists; nothing was changed\nchoose another name; a lost key cannot be used for signing any more"
        ),
    )
}

/// A pair of keys was made.
pub(super) fn keys_made(secret: &Path, public: &Path, shown: &str, has_password: bool) -> Both {
    let (secret, public) = (secret.display(), public.display());
    let mut message = both(
        format!(
            "klaar: houd {secret} geheim en bewaar het goed; {public} mag iedereen hebben\nje sleutel voor iedereen: {shown}"
        ),
        format!(
            "done: keep {secret} secret and safe; you can give {public} to everybody\nyour public key: {shown}"
        ),
    );
    if !has_password {
        message.nl.push_str(&format!(
            "\nop {secret} staat geen wachtwoord: wie het bestand heeft, kan ondertekenen alsof jij het bent"
        ));
        message
            .en
            .push_str(&format!("\n{secret} has no password: anyone who has the file can sign in your name"));
    }
    message
}

/// The system provides no random numbers.
pub(super) fn no_randomness() -> Both {
    both(
        "de computer geeft geen toevalsgetallen, dus er kan geen sleutel worden gemaakt\nprobeer het op een andere computer",
        "the computer provides no random numbers, so no key can be made\ntry it on another computer",
    )
}

/// Asks for the password of a new key.
pub(super) fn ask_new_password() -> Both {
    both("kies een wachtwoord voor de geheime sleutel: ", "choose a password for the secret key: ")
}

/// Asks for the same password again.
pub(super) fn ask_again() -> Both {
    both("nog een keer hetzelfde wachtwoord: ", "the same password again: ")
}

/// Asks for the password of an existing key.
pub(super) fn ask_password() -> Both {
    both("het wachtwoord van de geheime sleutel: ", "the password of the secret key: ")
}

/// There is no terminal to ask for a password.
pub(super) fn no_password() -> Both {
    both(
        "hier kan niemand een wachtwoord typen\nzet het in de variabele DORPSPLEIN_PASSWORD",
        "a password cannot be typed here\nput it in the environment variable DORPSPLEIN_PASSWORD",
    )
}

/// No password was typed.
pub(super) fn empty_password() -> Both {
    both(
        "je typte geen wachtwoord; er is geen sleutel gemaakt\nwil je er echt geen, gebruik dan --zonder-wachtwoord",
        "you did not type a password; no key was made\nif you really want none, use --no-password",
    )
}

/// Two different passwords were typed.
pub(super) fn passwords_differ() -> Both {
    both(
        "je typte twee verschillende wachtwoorden; er is geen sleutel gemaakt\nprobeer het nog eens",
        "you typed two different passwords; no key was made\ntry again",
    )
}

/// The password does not fit the key.
pub(super) fn wrong_password() -> Both {
    both(
        "dit is niet het wachtwoord van deze sleutel; er is niets ondertekend\nprobeer het nog eens",
        "this is not the password of this key; nothing was signed\ntry again",
    )
}

/// The file to sign is not a readable package.
pub(super) fn no_package_file(file: &Path) -> Both {
    let file = file.display();
    both(
        format!(
            "'{file}' kan niet worden gelezen als pakket\nkijk of de naam klopt; een pakket maak je met 'dorpsplein thema pak'"
        ),
        format!(
            "'{file}' cannot be read as a package\ncheck that the name is right; make a package with 'dorpsplein theme pack'"
        ),
    )
}

/// The file does not contain a secret key.
pub(super) fn no_secret_key(file: &Path) -> Both {
    let file = file.display();
    both(
        format!(
            "in '{file}' staat geen geheime sleutel\nhet moet het bestand zijn dat op .key eindigt; je maakt het met 'dorpsplein thema sleutel'; van het programma minisign kan alleen een sleutel met een wachtwoord"
        ),
        format!(
            "'{file}' does not contain a secret key\ngive the file whose name ends in .key, which 'dorpsplein theme key' makes; a key made with minisign must have a password"
        ),
    )
}

/// The file does not contain a public key.
pub(super) fn no_public_key(file: &Path) -> Both {
    let file = file.display();
    both(
        format!(
            "in '{file}' staat geen sleutel voor iedereen\nhet moet het bestand zijn dat op .pub eindigt"
        ),
        format!("'{file}' does not contain a public key\ngive the file whose name ends in .pub"),
    )
}

/// A package was signed.
pub(super) fn signed(place: &Path) -> Both {
    let place = place.display();
    both(
        format!("ondertekend: zet {place} naast het pakket"),
        format!("signed: keep {place} beside the package"),
    )
}

/// A list was written.
pub(super) fn listed(file: &Path, packages: usize, has_key: bool) -> Both {
    let file = file.display();
    let packages = match packages {
        1 => both("1 pakket", "1 package"),
        many => both(format!("{many} pakketten"), format!("{many} packages")),
    };
    let mut message = both(
        format!("klaar: {} in {file}; zet de hele map op internet", packages.nl),
        format!("done: {} in {file}; put the whole folder on the internet", packages.en),
    );
    if !has_key {
        message
            .nl
            .push_str("\nlet op: zonder --sleutel kunnen dorpen niet nagaan dat de pakketten van jou zijn");
        message.en.push_str("\nnote: without --key, villages cannot check that the packages are yours");
    }
    message
}

/// Zip files that are not packages were skipped.
pub(super) fn skipped(files: &[String]) -> Both {
    let list = files.join(", ");
    both(
        format!(
            "niet in de lijst, want dit is geen pakket van een thema dat te lezen is: {list}\nkijk of er iets mis mee is; een pakket maak je met: dorpsplein thema pak"
        ),
        format!(
            "not in the list, because these are not readable theme packages: {list}\ncheck whether something is wrong with them; make a package with: dorpsplein theme pack"
        ),
    )
}

/// There is a different file in the place of the list.
pub(super) fn not_our_index(file: &Path) -> Both {
    let file = file.display();
    both(
        format!(
            "er staat al een '{file}', en dat is geen lijst van thema's die Dorpsplein maakte; er is niets veranderd\ngeef dat bestand een andere naam, of haal het weg"
        ),
        format!(
            "'{file}' already exists, and it is not a list of themes that Dorpsplein made; nothing was changed\ngive that file another name, or delete it"
        ),
    )
}

/// A signed package would be overwritten with other contents; of the same version, which is behind this key.
pub(super) fn signed_already(file: &Path, version_key: Option<&str>) -> Both {
    let file = file.display();
    let (nl, en) = if let Some(key) = version_key {
        (
            format!("verhoog '{key}' in theme.yaml: een nieuwe inhoud hoort een nieuw nummer te krijgen"),
            format!("raise '{key}' in theme.yaml: new contents should have a new number"),
        )
    } else {
        ("kies een andere naam met --uitvoer".to_owned(), "choose another name with --output".to_owned())
    };
    both(
        format!("'{file}' is al ondertekend, en er zit iets anders in; er is niets veranderd\n{nl}"),
        format!("'{file}' is already signed, and its contents are different; nothing was changed\n{en}"),
    )
}

/// There are no packages to list.
pub(super) fn no_packages(folder: &Path) -> Both {
    let folder = folder.display();
    both(
        format!("in '{folder}' staan geen pakketten van thema's\nmaak ze met: dorpsplein thema pak"),
        format!("'{folder}' contains no theme packages\nmake them with: dorpsplein theme pack"),
    )
}

/// One of the packages is unfit.
pub(super) fn unfit_among(file: &str, why: &Both) -> Both {
    both(format!("'{file}': {}", why.nl), format!("'{file}': {}", why.en))
}

/// One of the packages is not signed with the key of the list.
pub(super) fn not_signed(file: &str) -> Both {
    both(
        format!(
            "'{file}' is niet ondertekend met de sleutel van deze lijst, en dorpen zouden het weigeren; er is niets veranderd\nonderteken het met: dorpsplein thema onderteken {file} --sleutel GEHEIM.key"
        ),
        format!(
            "'{file}' is not signed with the key of this list, and villages would refuse it; nothing was changed\nsign it with: dorpsplein theme sign {file} --key SECRET.key"
        ),
    )
}

/// Two packages have the same version.
pub(super) fn same_version(one: &str, other: &str) -> Both {
    both(
        format!(
            "'{one}' en '{other}' zijn hetzelfde thema in dezelfde versie; er is niets veranderd\nhaal een van de twee weg"
        ),
        format!(
            "'{one}' and '{other}' are the same theme in the same version; nothing was changed\ndelete one of the two"
        ),
    )
}

/// An interrupted command was completed.
pub(super) fn change_completed() -> Both {
    both(
        "een vorige opdracht was halverwege afgebroken; die is nu eerst afgemaakt",
        "an earlier command was interrupted; it was completed first",
    )
}

/// The site has no themes of its own.
pub(super) fn no_themes() -> Both {
    both("deze site heeft het standaardthema", "this site has the standard theme")
}

/// Describes an installed theme, on one or more lines.
pub(super) fn installed_theme(theme: &InstalledTheme<'_>) -> Both {
    let name = theme.name;
    let mut message = match theme.added {
        Some(added) => both(format!("{name} {}", added.version), format!("{name} {}", added.version)),
        None => both(
            format!("{name}: niet toegevoegd met Dorpsplein"),
            format!("{name}: not added with Dorpsplein"),
        ),
    };
    let mut add = |nl: String, en: String| {
        message.nl.push_str(&nl);
        message.en.push_str(&en);
    };
    if theme.is_named {
        add(", het thema van deze site".to_owned(), ", the theme of this site".to_owned());
    }
    if !theme.is_there {
        add("; de map is weg".to_owned(), "; its folder is gone".to_owned());
    }
    if let Some(added) = theme.added {
        if let Some(from) = &added.from {
            add(format!("\n  van {from}"), format!("\n  from {from}"));
        }
        match &added.key {
            Some(key) => add(format!("\n  ondertekend met {key}"), format!("\n  signed with {key}")),
            // Everything added by the program has an origin: without one, its lock was lost.
            None if added.from.is_none() => add(
                "\n  van wie het kwam, is niet meer bekend; voeg het nog een keer toe met het adres van de maker"
                    .to_owned(),
                "\n  who made it is no longer known; add it again from its maker's address"
                    .to_owned(),
            ),
            None => add("\n  niet ondertekend".to_owned(), "\n  not signed".to_owned()),
        }
        if let Some(former) = added.former {
            let version = former.version;
            add(format!("\n  hiervoor {version}"), format!("\n  previous version {version}"));
        }
        if let Some(replaced) = &added.replaced {
            add(format!("\n  in de plaats van {replaced}"), format!("\n  replaced {replaced}"));
        }
    }
    for file in &theme.changed {
        add(format!("\n  met de hand veranderd: {file}"), format!("\n  changed by hand: {file}"));
    }
    for file in &theme.missing {
        add(
            format!("\n  weg: {file} (komt terug met: dorpsplein thema werk-bij)"),
            format!("\n  missing: {file} (get it back with: dorpsplein theme update)"),
        );
    }
    if !theme.unexpected.is_empty() {
        let (first, count) = (&theme.unexpected[0], theme.unexpected.len());
        add(
            format!("\n  kwam niet met het thema mee: {first} ({count} in totaal)"),
            format!("\n  did not come with the theme: {first} ({count} in all)"),
        );
    }
    message
}
