//! A theme package is the same whoever makes it, and is opened only when nothing about it is suspicious.

use crate::support::raw_package::{
    Raw, THEME, head, held, list_of, package_of, package_with, refused, theme, zip_of,
};
use dorpsplein::archive::UnpackError;
use dorpsplein::ground::{Version, checksum};
use dorpsplein::package::{
    Misnamed, Offer, PackageHead, Unfit, changed_files, make_index, open, pack, read_index, write_index,
};
use dorpsplein::read::HeldFile;

#[test]
fn the_same_theme_always_gives_the_same_package() {
    let packed = pack(&theme(), &head()).expect("a package");
    let mut turned = theme();
    turned.reverse();
    assert_eq!(pack(&turned, &head()).expect("a package"), packed);
    let opened = open(&packed).expect("our own package");
    assert_eq!((opened.head.clone(), opened.hash), (head(), checksum(&packed)));
    let mut files = theme();
    files.sort_by(|one, other| one.path.cmp(&other.path));
    assert_eq!(opened.files, files);
    assert_eq!(pack(&opened.files, &opened.head).expect("a package"), packed);
    assert!(packed[30..].starts_with(b"package.json"), "the list comes first");
}

#[test]
fn a_theme_that_others_cannot_unpack_is_not_packed() {
    let with = |file: HeldFile| pack(&[theme(), vec![file]].concat(), &head()).expect_err("refused");
    assert_eq!(with(held("notities.txt", "")), Unfit::Name("notities.txt".to_owned(), Misnamed::NotInTheme));
    assert_eq!(with(held("assets/con.css", "")), Unfit::Name("assets/con.css".to_owned(), Misnamed::Unsafe));
    assert!(matches!(with(held("assets/Kleur.css", "")), Unfit::SameName(..)));
    assert_eq!(pack(&[held("words/nl.yaml", "")], &head()), Err(Unfit::NoTheme));
    let nameless = PackageHead { name: "../lvkk".to_owned(), ..head() };
    assert_eq!(pack(&theme(), &nameless), Err(Unfit::BadThemeName("../lvkk".to_owned())));
}

#[test]
fn a_sound_package_is_opened() {
    assert!(open(&package_of(&[("assets/a.css", b"a")])).is_ok());
    assert!(open(&package_of(&[("LICENSE-MIT", b"a"), ("README.md", b"b")])).is_ok());
}

#[test]
fn no_path_leads_out_of_the_folder_or_to_a_device() {
    for path in [
        "../buiten.css",
        "assets/../../buiten.css",
        "/etc/passwd",
        "C:\\Windows\\a.dll",
        "C:/a",
        "assets\\a.css",
        "assets/..",
        "assets/./a.css",
        "assets//a.css",
        "assets/CON",
        "assets/nul.css",
        "assets/LPT1.css",
        "assets/a.css.",
        "assets/a.css ",
        "assets/a:b",
        "assets/.htaccess",
        "assets/a\u{0}b",
        "assets/a\u{202e}b",
    ] {
        let unfit = refused(&package_of(&[(path, b"a")]));
        assert!(matches!(&unfit, Unfit::Name(_, Misnamed::Unsafe)), "{path}: {unfit:?}");
    }
    for path in ["site.yaml", "agenda/koffie.md", ".packages", "themes.lock", "package.json5"] {
        let unfit = refused(&package_of(&[(path, b"a")]));
        assert!(matches!(&unfit, Unfit::Name(..)), "{path}: {unfit:?}");
    }
    let odd = package_with(&[("assets/a.css", b"a")], |raw| Raw { path: b"assets/\xff".to_vec(), ..raw });
    assert_eq!(refused(&odd), Unfit::Archive(UnpackError::BadName));
}

#[test]
fn only_plain_files_are_accepted() {
    let with_mode =
        |mode| refused(&package_with(&[("assets/a.css", b"/etc/passwd")], |raw| Raw { mode, ..raw }));
    let not_a_file = Unfit::Archive(UnpackError::NotAFile("assets/a.css".to_owned()));
    for mode in [0o120_777, 0o020_644, 0o060_644, 0o010_644, 0o140_644, 0o040_755] {
        assert_eq!(with_mode(mode), not_a_file, "{mode:o}");
    }
    let folder = package_with(&[("assets/a.css", b"")], |raw| Raw { path: b"assets/".to_vec(), ..raw });
    assert_eq!(refused(&folder), Unfit::Archive(UnpackError::NotAFile("assets/".to_owned())));
}

#[test]
fn encrypted_and_unusually_compressed_files_are_refused() {
    let sealed = Unfit::Archive(UnpackError::Unsupported("assets/a.css".to_owned()));
    let with = |flags, method| {
        refused(&package_with(&[("assets/a.css", b"0123456789abcdef")], |raw| Raw { flags, method, ..raw }))
    };
    assert_eq!(with(1, 0), sealed);
    for method in [1, 9, 12, 14, 93, 95, 99] {
        assert!(
            matches!(with(0, method), Unfit::Archive(UnpackError::Unsupported(_) | UnpackError::Broken)),
            "{method}: {:?}",
            with(0, method)
        );
    }
}

#[test]
fn unpacked_bytes_are_counted_whatever_the_package_claims() {
    let zeros = deflated(&vec![0; 9 * 1024 * 1024]);
    assert!(zeros.len() < 20_000, "a small file");
    let bomb = |told: u32, paths: &[&str]| {
        let mut raw = vec![Raw::new("package.json", list_of(&[THEME]).as_bytes())];
        raw.extend(paths.iter().map(|path| Raw { told, method: 8, ..Raw::new(path, &zeros) }));
        refused(&zip_of(&raw))
    };
    let too_large = Unfit::Archive(UnpackError::FileTooLarge("assets/a.css".to_owned()));
    for told in [9 * 1024 * 1024, 1, 0, u32::MAX - 1] {
        assert_eq!(bomb(told, &["assets/a.css"]), too_large, "{told}");
    }
    let most = vec![0; 8 * 1024 * 1024 - 1];
    let (packed, told) = (deflated(&most), u32::try_from(most.len()).expect("small"));
    let crc = crc32fast::hash(&most);
    let mut raw = vec![Raw::new("package.json", list_of(&[THEME]).as_bytes())];
    let names: Vec<String> = (0..5).map(|number| format!("assets/{number}.css")).collect();
    raw.extend(names.iter().map(|path| Raw { told, method: 8, ..Raw::new(path, &packed) }));
    let mut zip = zip_of(&raw);
    // Write the checksum of the unpacked bytes instead of the packed ones, as an honest packer would.
    replace_all(&mut zip, &crc32fast::hash(&packed).to_le_bytes(), &crc.to_le_bytes());
    assert_eq!(refused(&zip), Unfit::Archive(UnpackError::AllTooLarge));
    assert_eq!(refused(&vec![b'P'; 16 * 1024 * 1024 + 1]), Unfit::FileTooLarge);
}

fn deflated(bytes: &[u8]) -> Vec<u8> {
    use std::io::{Cursor, Write};
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    zip.start_file("a", zip::write::SimpleFileOptions::default()).expect("a file");
    zip.write_all(bytes).expect("bytes");
    let zip = zip.finish().expect("a zip").into_inner();
    let mut read = zip::ZipArchive::new(Cursor::new(&zip)).expect("a zip");
    let file = read.by_index_raw(0).expect("a file");
    let start = usize::try_from(file.data_start().expect("a place")).expect("small");
    zip[start..start + usize::try_from(file.compressed_size()).expect("small")].to_vec()
}

fn replace_all(bytes: &mut [u8], old: &[u8], new: &[u8]) {
    let mut at = 0;
    while at + old.len() <= bytes.len() {
        if bytes[at..].starts_with(old) {
            bytes[at..at + new.len()].copy_from_slice(new);
        }
        at += 1;
    }
}

#[test]
fn a_hundred_thousand_files_are_refused_unread() {
    let many: Vec<Raw> = (0..2_001).map(|number| Raw::new(&format!("assets/{number}"), b"")).collect();
    assert_eq!(refused(&zip_of(&many)), Unfit::Archive(UnpackError::TooMany(2_001)));
    let more: Vec<Raw> = (0..100_000).map(|number| Raw::new(&format!("assets/{number}"), b"")).collect();
    assert_eq!(refused(&zip_of(&more)), Unfit::Archive(UnpackError::TooMany(65_535)));
    // An end record that claims fewer files than there are.
    let mut lying = zip_of(&more[..3_000]);
    let end = lying.len() - 22;
    lying[end + 8..end + 12].copy_from_slice(&[1, 0, 1, 0]);
    assert!(matches!(refused(&lying), Unfit::Archive(_)));
}

#[test]
fn each_name_stands_for_one_file() {
    let twice = package_of(&[("assets/a.css", b"a"), ("assets/a.css", b"a")]);
    assert_eq!(refused(&twice), Unfit::Archive(UnpackError::StrayBytes));
    let capitals = package_of(&[("assets/a.css", b"a"), ("assets/A.css", b"a")]);
    assert_eq!(refused(&capitals), Unfit::SameName("assets/a.css".to_owned(), "assets/A.css".to_owned()));
    let folders = package_of(&[("assets/a/b.css", b"a"), ("assets/A/c.css", b"a")]);
    assert_eq!(refused(&folders), Unfit::SameName("assets/a".to_owned(), "assets/A".to_owned()));
    let both = package_of(&[("assets/a", b"a"), ("assets/a/b.css", b"a")]);
    assert_eq!(refused(&both), Unfit::FileAndFolder("assets/a".to_owned()));
}

#[test]
fn the_list_and_the_files_must_agree() {
    let css: (&str, &[u8]) = ("assets/a.css", b"a");
    let listed = |listed: &[(&str, &[u8])], there: &[(&str, &[u8])]| {
        let mut raw = vec![Raw::new("package.json", list_of(listed).as_bytes())];
        raw.extend(there.iter().map(|(path, bytes)| Raw::new(path, bytes)));
        refused(&zip_of(&raw))
    };
    assert_eq!(listed(&[THEME, ("assets/a.css", b"b")], &[THEME, css]), Unfit::OtherBytes(css.0.to_owned()));
    assert_eq!(listed(&[THEME], &[THEME, css]), Unfit::NotListed(css.0.to_owned()));
    assert_eq!(listed(&[THEME, css], &[THEME]), Unfit::Missing(css.0.to_owned()));
    assert_eq!(listed(&[css], &[css]), Unfit::NoTheme);
}

#[test]
fn the_list_itself_must_be_sound() {
    let with = |list: &str| {
        refused(&zip_of(&[Raw::new("package.json", list.as_bytes()), Raw::new(THEME.0, THEME.1)]))
    };
    let good = list_of(&[THEME]);
    assert_eq!(with(&good.replace("\"form\": 1", "\"form\": 2")), Unfit::OtherFormat(2));
    for bad in [
        String::new(),
        "{".to_owned(),
        "[]".to_owned(),
        "{\"form\": 1}".to_owned(),
        "[".repeat(100_000),
        good.replace("hei", "../hei"),
        good.replace("hei", "Hei"),
        good.replace("1.0.0", "een"),
        good.replace("\"api\": 1", "\"api\": 99999999"),
        good.replace("null", "\"../lvkk\""),
        good.replace("\"theme.yaml\": \"", "\"theme.yaml\": \"Z"),
        good.replace("\"form\": 1", "\"form\": \"1\""),
    ] {
        assert_eq!(with(&bad), Unfit::NoList, "{}", &bad[..bad.len().min(80)]);
    }
    assert_eq!(refused(&zip_of(&[Raw::new(THEME.0, THEME.1)])), Unfit::NoList);
    let later = zip_of(&[Raw::new(THEME.0, THEME.1), Raw::new("package.json", good.as_bytes())]);
    assert_eq!(refused(&later), Unfit::NoList);
    assert_eq!(refused(&zip_of(&[])), Unfit::NoList);
}

#[test]
fn nothing_hides_around_or_between_the_files() {
    let good = package_of(&[("assets/a.css", b"a")]);
    let loose = Unfit::Archive(UnpackError::StrayBytes);
    assert_eq!(refused(&[b"MZ program".as_slice(), &good].concat()), loose);
    assert_eq!(refused(&[b"PK".as_slice(), &good].concat()), loose);
    assert_eq!(refused(&[good.as_slice(), b"and more"].concat()), loose);
    assert_eq!(refused(&[good.as_slice(), &good].concat()), loose);
    let mut remark = good.clone();
    let end = remark.len();
    remark[end - 2..].copy_from_slice(&[4, 0]);
    remark.extend(b"hoi!");
    assert_eq!(refused(&remark), loose);
    let list = good.windows(4).position(|four| four == b"PK\x01\x02").expect("the list");
    let mut between = good.clone();
    between.splice(list..list, *b"hidden");
    let end = between.len() - 22;
    let start = u32::try_from(list + 6).expect("small");
    between[end + 16..end + 20].copy_from_slice(&start.to_le_bytes());
    assert_eq!(refused(&between), loose);
    for cut in [1, 10, 22, 40, good.len() - 4, good.len()] {
        assert!(open(&good[..good.len() - cut]).is_err(), "{cut} bytes less");
    }
}

#[test]
fn changes_made_by_hand_are_reported_file_by_file() {
    let opened = open(&pack(&theme(), &head()).expect("a package")).expect("our own");
    let list = checksum(&opened.list);
    let mut there: Vec<(String, Vec<u8>)> =
        opened.files.iter().map(|file| (file.path.as_str().to_owned(), file.bytes.clone())).collect();
    let changed = |there: &[(String, Vec<u8>)], told: Vec<u8>| {
        let told = [("package.json".to_owned(), told)];
        let all = there.iter().chain(&told);
        changed_files(all.map(|(path, bytes)| (path.as_str(), bytes.as_slice())), list)
    };
    assert_eq!(changed(&there, opened.list.clone()), Some(Vec::new()));
    let windows = |bytes: &[u8]| String::from_utf8_lossy(bytes).replace('\n', "\r\n").into_bytes();
    let on_windows: Vec<_> = there.iter().map(|(path, bytes)| (path.clone(), windows(bytes))).collect();
    assert_eq!(
        changed(&on_windows, windows(&opened.list)),
        Some(Vec::new()),
        "git on Windows changes line ends"
    );
    there[0].1.push(b'!');
    there.remove(1);
    there.push(("assets/nieuw.css".to_owned(), Vec::new()));
    let names = ["assets/kleur.css", "assets/nieuw.css", "templates/home.html"];
    assert_eq!(changed(&there, opened.list.clone()), Some(names.map(str::to_owned).to_vec()));
    assert_eq!(changed(&there, b"{}".to_vec()), None, "the list itself was changed");
}

#[test]
fn an_index_puts_the_newest_first_and_is_refused_when_unsound() {
    let offer = |version: &str| {
        let head = PackageHead { version: Version::parse(version).expect("a version"), ..head() };
        let file = head.file_name();
        let signature = Some(format!("{file}.minisig"));
        Offer { head, hash: checksum(version.as_bytes()), size: 10, signature, file }
    };
    let index = make_index(vec![offer("1.2"), offer("1.10"), offer("1.9")], None);
    let versions: Vec<String> =
        index.themes["overijssel"].iter().map(|offer| offer.head.version.to_string()).collect();
    assert_eq!(versions, ["1.10.0", "1.9.0", "1.2.0"]);
    let text = write_index(&index);
    assert_eq!(read_index(text.as_bytes()).as_ref(), Ok(&index));
    assert_eq!(
        index.newest("overijssel", |_| true).map(|offer| offer.file.as_str()),
        Some("overijssel-1.10.0.zip")
    );
    for (old, new) in [
        ("overijssel-1.9.0.zip", "../overijssel.zip"),
        ("overijssel-1.9.0.zip", "https://elders.example/a.zip"),
        ("overijssel-1.9.0.zip", "a/b.zip"),
        ("\"overijssel\": [", "\"../overijssel\": ["),
        ("\"1.9.0\"", "\"1.9.0-beta\""),
        ("\"size\": 10", "\"size\": 99999999999"),
        ("\"size\": 10", "\"size\": -1"),
        ("\"key\": null", "\"key\": \"geen sleutel\""),
        ("\"form\": 1", "\"form\": 2"),
        ("{", "["),
    ] {
        assert_ne!(text.replacen(old, new, 1), text, "{old} is there");
        assert!(read_index(text.replacen(old, new, 1).as_bytes()).is_err(), "{new}");
    }
    let mut padded = text.into_bytes();
    padded.resize(1024 * 1024, b' ');
    assert_eq!(read_index(&padded).as_ref(), Ok(&index), "a megabyte may be read");
    padded.push(b' ');
    assert!(read_index(&padded).is_err(), "one byte more may not");
    assert!(read_index("[".repeat(100_000).as_bytes()).is_err());
}
