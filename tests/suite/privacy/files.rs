//! Hidden details in a village's own files are reported to the village, and removed on request.

use std::fs::{self, File};
use std::path::Path;
use std::sync::LazyLock;
use std::time::{Duration, SystemTime};

use image::{Rgb, RgbImage};
use proptest::prelude::*;

use crate::privacy::documents::creator;
use crate::support::noted::{
    DATE, Noted, PLACED, SECRET, gif, pdf, plain_jpeg, plain_png, program, seen, segment,
};
use crate::support::{Folder, Ran, build, check, run, tree};

pub fn picture() -> RgbImage {
    RgbImage::from_fn(48, 32, |x, y| Rgb([(x * 5) as u8, (y * 7) as u8, ((x + y) * 3) as u8]))
}

/// Returns a village with these files, which no page shows.
pub fn village(files: &[(&str, Vec<u8>)]) -> Folder {
    let folder = Folder::with(&[("site.yaml", "naam: Testdorp\nomschrijving: Een dorp.\n")]);
    for (name, bytes) in files {
        folder.write(&format!("media/{name}"), bytes);
    }
    folder
}

fn clean(site: &Path, options: &[&str]) -> Ran {
    let site = site.to_str().expect("a path");
    run(&[&["schoon", site], options].concat())
}

fn bytes(folder: &Folder, name: &str) -> Vec<u8> {
    fs::read(folder.join("media").join(name)).expect("the photo")
}

fn holds(bytes: &[u8], words: &str) -> bool {
    bytes.windows(words.len()).any(|some| some == words.as_bytes())
}

/// Returns a photo of each format with all the metadata it can hold.
fn noted() -> Vec<(&'static str, Vec<u8>)> {
    static NOTED: LazyLock<Vec<(&'static str, Vec<u8>)>> = LazyLock::new(|| {
        let picture = picture();
        vec![
            ("a.jpg", PLACED.jpeg(&picture)),
            ("b.png", PLACED.png(&picture)),
            ("c.webp", PLACED.webp(&picture)),
            ("d.gif", gif(&picture)),
        ]
    });
    NOTED.clone()
}

#[test]
fn a_photo_that_reveals_where_it_was_taken_is_reported() {
    let plain = plain_jpeg(&picture());
    let with = |notes: &[u8]| [&plain[..2], &segment(0xe1, notes), &plain[2..]].concat();
    let program =
        |is_element| with(&[b"http://ns.adobe.com/xap/1.0/\0", program(is_element).as_bytes()].concat());
    let [(_, jpeg), (_, png), (_, webp), _] = noted().try_into().expect("four");
    for (name, photo) in [
        ("camera.jpg", with(&[b"Exif\0\0", &PLACED.camera()[..]].concat())),
        ("programma.jpg", program(false)),
        ("element.jpg", program(true)),
        ("alles.jpg", jpeg.clone()),
        ("half.jpg", jpeg[..jpeg.len() / 2].to_vec()),
        ("plaat.png", png),
        ("plaat.webp", webp),
        ("telefoon.heic", PLACED.heic()),
        ("scan.tif", PLACED.camera()),
    ] {
        let folder = village(&[(name, photo)]);
        for ran in [check(folder.path()), build(folder.path(), &folder.join("public"))] {
            let said = ran.said();
            let told = format!("in de foto 'media/{name}' staat waar hij is genomen");
            assert!(
                ran.code == 0 && said.contains(&told) && said.contains("dorpsplein schoon"),
                "{name}: {said}"
            );
        }
    }
}

#[test]
fn a_photo_without_a_location_is_not_reported() {
    let nowhere = |parts| Noted { orientation: 1, place: Some(parts) }.jpeg(&picture());
    let placed = nowhere([(52, 1); 3]);
    let without_program = |bytes: Vec<u8>| {
        let at = bytes.windows(11).position(|some| some == b"GPSLatitude").expect("XMP");
        [&bytes[..at], b"Lettertype", &bytes[at + 10..]].concat()
    };
    let said = check(village(&[("wel.jpg", without_program(placed))]).path()).said();
    assert!(said.contains("waar hij is genomen"), "the location in the camera's metadata is enough: {said}");
    for (name, photo) in [
        ("kaal.jpg", plain_jpeg(&picture())),
        ("kaal.png", plain_png(&picture())),
        ("plaatje.gif", gif(&picture())),
        ("nullen.jpg", without_program(nowhere([(0, 1); 3]))),
        ("leeg.jpg", without_program(nowhere([(0, 0); 3]))),
        ("leeg.webp", Vec::new()),
        ("rommel.png", b"rommel".to_vec()),
    ] {
        let said = check(village(&[(name, photo)]).path()).said();
        assert!(!said.contains("genomen"), "{name}: {said}");
    }
}

#[test]
fn only_the_first_of_many_photos_are_named() {
    let photo = PLACED.jpeg(&picture());
    let names: Vec<String> = (1..=9).map(|number| format!("feest{number}.jpg")).collect();
    let photos: Vec<(&str, Vec<u8>)> = names.iter().map(|name| (name.as_str(), photo.clone())).collect();
    let five = check(village(&photos[..5]).path()).said();
    assert_eq!(five.matches("waar hij is genomen").count(), 5, "{five}");
    let nine = check(village(&photos).path()).said();
    let told = "in 9 foto's staat waar ze zijn genomen: 'media/feest1.jpg', 'media/feest2.jpg', 'media/feest3.jpg' en nog 6";
    assert!(nine.contains(told) && nine.matches("genomen").count() == 1, "{nine}");
}

/// Sets the modification time of a file.
fn set_written_at(path: &Path, when: SystemTime) {
    File::options().write(true).open(path).and_then(|file| file.set_modified(when)).expect("a date");
}

#[test]
fn an_unchanged_photo_is_read_only_once() {
    let photo = PLACED.jpeg(&picture());
    let other = vec![b'-'; photo.len()];
    let folder = village(&[("feest.jpg", photo)]);
    let (path, before) = (folder.join("media/feest.jpg"), SystemTime::now() - Duration::from_secs(3600));
    set_written_at(&path, before);
    assert!(check(folder.path()).said().contains("waar hij is genomen"));
    folder.write("media/feest.jpg", &other);
    set_written_at(&path, before);
    assert!(
        check(folder.path()).said().contains("waar hij is genomen"),
        "it seems unchanged, so it is not read again"
    );
    set_written_at(&path, before + Duration::from_secs(60));
    assert!(!check(folder.path()).said().contains("genomen"), "it was written since, so it is read again");
}

#[test]
fn cleaning_removes_all_metadata_and_keeps_the_look() {
    let folder = village(&noted());
    let ran = clean(folder.path(), &[]);
    assert!(ran.code == 0 && ran.said().contains("4 foto's schoongemaakt, 0 al schoon"), "{}", ran.said());
    for (name, before) in noted() {
        let after = bytes(&folder, name);
        assert!(ran.said().contains(&format!("schoongemaakt: media/{name}")), "{name}: {}", ran.said());
        for note in
            [SECRET, "http://ns.adobe.com", "Photoshop", "MPF", "GPS", "2026:07:04", "tIME", "eXIf\0\0\x02"]
        {
            assert!(!holds(&after, note), "{name} still holds {note}");
        }
        assert!(seen(&after) == seen(&before), "{name} looks different");
        let (_, orientation, profile) = seen(&after).expect("a picture");
        let has_notes = name != "d.gif";
        assert_eq!(orientation.to_exif(), if has_notes { 6 } else { 1 }, "{name}");
        assert_eq!(profile.is_some(), has_notes, "{name} keeps its colour profile");
    }
    let said = check(folder.path()).said();
    assert!(!said.contains("genomen"), "{said}");
}

#[test]
fn cleaning_keeps_the_picture_data_to_the_last_byte() {
    let folder = village(&noted());
    clean(folder.path(), &[]);
    for (name, plain, begins) in
        [("a.jpg", plain_jpeg(&picture()), &[0xff, 0xdb][..]), ("b.png", plain_png(&picture()), b"IDAT")]
    {
        let from = plain.windows(begins.len()).position(|some| some == begins).expect("a picture");
        let after = bytes(&folder, name);
        assert!(after.ends_with(&plain[from..]), "{name}");
        assert!(after.len() < plain.len() + 64, "{name} has {} bytes, was {}", after.len(), plain.len());
    }
}

#[test]
fn cleaning_keeps_the_date_on_request() {
    let folder = village(&noted());
    assert_eq!(clean(folder.path(), &["--bewaar-datum"]).code, 0);
    for name in ["a.jpg", "b.png", "c.webp"] {
        let after = bytes(&folder, name);
        assert!(holds(&after, DATE) && !holds(&after, SECRET), "{name}");
        assert_eq!(seen(&after).map(|(_, orientation, _)| orientation.to_exif()), Some(6), "{name}");
    }
    assert!(clean(folder.path(), &["--keep-date"]).said().contains("0 foto's schoongemaakt, 4 al schoon"));
    assert!(clean(folder.path(), &[]).said().contains("3 foto's schoongemaakt, 1 al schoon"));
}

#[test]
fn a_clean_photo_is_not_written_again() {
    let folder = village(&noted());
    clean(folder.path(), &[]);
    let dates = || {
        let dates = noted().into_iter().map(|(name, _)| {
            fs::metadata(folder.join("media").join(name)).and_then(|data| data.modified()).expect("a date")
        });
        dates.collect::<Vec<_>>()
    };
    let (files, before) = (tree(folder.path()), dates());
    let ran = clean(folder.path(), &[]);
    assert!(ran.code == 0 && ran.said().contains("0 foto's schoongemaakt, 4 al schoon"), "{}", ran.said());
    assert_eq!((tree(folder.path()), dates()), (files, before));
}

#[test]
fn a_dry_run_changes_no_files() {
    let folder = village(&noted());
    let files = tree(folder.path());
    let ran = clean(folder.path(), &["--proef"]);
    assert!(ran.code == 0 && ran.said().contains("4 foto's kunnen schoner worden gemaakt"), "{}", ran.said());
    assert!(ran.said().contains("kan schoner: media/a.jpg"), "{}", ran.said());
    assert_eq!(tree(folder.path()), files);
}

#[test]
fn damaged_photos_are_left_alone_and_named() {
    let [(_, jpeg), (_, png), (_, webp), (_, gif)] = noted().try_into().expect("four");
    let half = |bytes: &[u8]| bytes[..bytes.len() * 2 / 3].to_vec();
    let mut wrong = png.clone();
    let data = wrong.windows(4).position(|kind| kind == b"IDAT").expect("a picture") + 8;
    wrong[data] ^= 0xff;
    let damaged = [
        ("half.jpg", jpeg[..jpeg.len() / 3].to_vec()),
        ("half.png", half(&png)),
        ("half.webp", half(&webp)),
        ("half.gif", half(&gif)),
        ("fout.png", wrong),
        ("leeg.jpg", Vec::new()),
        ("rommel.webp", b"RIFF\xff\xff\xff\xffWEBPrommel".to_vec()),
        ("tekst.png", b"geen foto".to_vec()),
        ("telefoon.heic", PLACED.heic()),
    ];
    let folder = village(&damaged);
    folder.write("media/goed.jpg", &jpeg);
    let ran = clean(folder.path(), &[]);
    for (name, before) in &damaged {
        assert_eq!(bytes(&folder, name), *before, "{name}");
        assert!(
            ran.said().contains(&format!("gelaten zoals het was: media/{name}")),
            "{name}: {}",
            ran.said()
        );
    }
    assert!(
        ran.code == 1 && ran.said().contains("1 foto schoongemaakt, 0 al schoon, 9 gelaten"),
        "{}",
        ran.said()
    );
    assert_ne!(bytes(&folder, "goed.jpg"), jpeg);
}

#[cfg(unix)]
#[test]
fn a_symbolic_link_out_of_the_village_is_not_followed() {
    let folder = Folder::new();
    let photo = PLACED.jpeg(&picture());
    folder.write("elders/prive.jpg", &photo);
    folder.write("dorp/site.yaml", "naam: Testdorp\n");
    folder.write("dorp/media/eigen.jpg", &photo);
    let link = |from: &str, to: std::path::PathBuf| {
        std::os::unix::fs::symlink(to, folder.join(from)).expect("a link")
    };
    link("dorp/media/link.jpg", folder.join("elders/prive.jpg"));
    link("dorp/media/map", folder.join("elders"));
    link("dorp/documenten", folder.join("elders"));
    let ran = clean(&folder.join("dorp"), &[]);
    assert!(ran.said().contains("1 foto schoongemaakt"), "{}", ran.said());
    assert_eq!(fs::read(folder.join("elders/prive.jpg")).expect("the photo"), photo);
    assert!(folder.join("dorp/media/link.jpg").is_symlink());
}

#[test]
fn other_files_are_not_touched() {
    let folder = village(&noted());
    folder.write("media/brief.pdf", b"%PDF-1.4 GEHEIM");
    folder.write("media/tekening.svg", b"<svg xmlns='http://www.w3.org/2000/svg'><!-- GEHEIM --></svg>");
    folder.write("foto.jpg", PLACED.jpeg(&picture()));
    folder.write("elders/foto.jpg", PLACED.jpeg(&picture()));
    let mut before = tree(folder.path());
    clean(folder.path(), &[]);
    let mut after = tree(folder.path());
    for (name, _) in noted() {
        assert_ne!(before.remove(&format!("media/{name}")), after.remove(&format!("media/{name}")), "{name}");
    }
    assert_eq!(after, before);
}

/// Gives photos and documents with some of their bytes changed, removed or inserted.
fn mutated() -> impl Strategy<Value = (usize, Vec<u8>)> {
    let change = (any::<prop::sample::Index>(), any::<u8>(), 0_u8..4);
    (0_usize..5, prop::collection::vec(change, 0..6)).prop_map(|(which, changes)| {
        let document = || pdf(b"Jan", &creator("Mieke"), &noted().swap_remove(0).1);
        let mut bytes = noted().get(which).map_or_else(document, |(_, bytes)| bytes.clone());
        for (at, byte, how) in changes {
            let at = at.index(bytes.len());
            match how {
                0 => bytes.truncate(at.max(1)),
                1 => bytes.insert(at, byte),
                2 if bytes.len() > 1 => drop(bytes.remove(at)),
                _ => bytes[at] = byte,
            }
        }
        (which, bytes)
    })
}

fn any_file() -> impl Strategy<Value = (usize, Vec<u8>)> {
    let starts = [
        &b"\xff\xd8\xff"[..],
        b"\x89PNG\r\n\x1a\n",
        b"RIFF\x40\0\0\0WEBP",
        b"GIF89a",
        b"",
        b"II*\0",
        b"\0\0\0\x18ftypheic",
    ];
    let random = (prop::sample::select(starts.to_vec()), prop::collection::vec(any::<u8>(), 0..300));
    let random = random.prop_map(|(start, rest)| (0, [start, &rest].concat()));
    prop_oneof![4 => mutated(), 1 => random]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, max_shrink_iters: 32, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn cleaning_never_changes_how_a_photo_looks(files in prop::collection::vec(any_file(), 40)) {
        let names: Vec<String> = files.iter().enumerate().map(|(number, (which, _))| {
            format!("foto{number}.{}", ["jpg", "png", "webp", "gif", "pdf"][*which])
        }).collect();
        let photos: Vec<(&str, Vec<u8>)> =
            names.iter().zip(&files).map(|(name, (_, bytes))| (name.as_str(), bytes.clone())).collect();
        let folder = village(&photos);
        let looked = check(folder.path());
        prop_assert!(looked.code == 0, "{}", looked.said());
        let ran = clean(folder.path(), &[]);
        prop_assert!(ran.code == 0 || ran.code == 1, "{}", ran.said());
        for (name, before) in &photos {
            let after = bytes(&folder, name);
            if after != *before {
                prop_assert!(seen(before).is_some() && seen(&after) == seen(before), "{}", name);
            }
        }
        let once = tree(folder.path());
        clean(folder.path(), &[]);
        prop_assert!(tree(folder.path()) == once, "cleaning once is enough");
    }
}
