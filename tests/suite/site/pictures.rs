//! A photo straight from a camera becomes a light, upright one that reveals nothing but what it shows.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use image::codecs::jpeg::JpegEncoder;
use image::{Rgb, RgbImage, RgbaImage};

use crate::support::{Folder, build, check, tree};

/// Words that are only in the metadata of the camera.
const SECRET: &str = "GEHEIME-CAMERA";

const RED: [u8; 3] = [210, 20, 30];
const GREEN: [u8; 3] = [20, 170, 40];
const BLUE: [u8; 3] = [20, 40, 200];
const WHITE: [u8; 3] = [250, 250, 250];

/// Red and green on top, blue and white at the bottom.
fn quarters(width: u32, height: u32) -> RgbImage {
    RgbImage::from_fn(width, height, |x, y| {
        Rgb(match (x < width / 2, y < height / 2) {
            (true, true) => RED,
            (false, true) => GREEN,
            (true, false) => BLUE,
            (false, false) => WHITE,
        })
    })
}

/// Returns the picture as a camera with this orientation stores it: by the table of Exif 3.0, 4.6.5.1.6,
/// which says where the first stored row and the first stored column are seen.
fn stored(upright: &RgbImage, orientation: u16) -> RgbImage {
    let (width, height) = upright.dimensions();
    let turned = orientation >= 5;
    let (stored_width, stored_height) = if turned { (height, width) } else { (width, height) };
    RgbImage::from_fn(stored_width, stored_height, |column, row| {
        let (right, bottom) = (width - 1, height - 1);
        let (x, y) = match orientation {
            1 => (column, row),
            2 => (right - column, row),
            3 => (right - column, bottom - row),
            4 => (column, bottom - row),
            5 => (row, column),
            6 => (right - row, column),
            7 => (right - row, bottom - column),
            8 => (row, bottom - column),
            other => panic!("no orientation {other}"),
        };
        *upright.get_pixel(x, y)
    })
}

/// Returns a JPEG with all that cameras and programs write: orientation, maker, location, XMP, IPTC, a
/// comment.
fn photo(picture: &RgbImage, orientation: u16) -> Vec<u8> {
    let mut bytes = Vec::new();
    JpegEncoder::new_with_quality(&mut bytes, 92).encode_image(picture).expect("a JPEG");
    let xmp = format!("http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>{SECRET}</x:xmpmeta>");
    let iptc = format!("Photoshop 3.0\08BIM\x04\x04{SECRET}");
    let notes = [
        segment(0xe1, &exif(orientation)),
        segment(0xe1, xmp.as_bytes()),
        segment(0xed, iptc.as_bytes()),
        segment(0xfe, SECRET.as_bytes()),
    ];
    [&bytes[..2], &notes.concat(), &bytes[2..]].concat()
}

fn segment(marker: u8, bytes: &[u8]) -> Vec<u8> {
    let length = u16::try_from(bytes.len() + 2).expect("a short segment").to_be_bytes();
    [&[0xff, marker], &length[..], bytes].concat()
}

/// Returns the orientation, the maker and a location (Exif 3.0, 4.6).
fn exif(orientation: u16) -> Vec<u8> {
    let entry = |tag: u16, kind: u16, count: u32, value: u32| {
        [&tag.to_le_bytes()[..], &kind.to_le_bytes(), &count.to_le_bytes(), &value.to_le_bytes()].concat()
    };
    let maker = 8 + 2 + 3 * 12 + 4;
    let place = maker + SECRET.len() as u32 + 1;
    let fields = [
        entry(0x010f, 2, SECRET.len() as u32 + 1, maker),
        entry(0x0112, 3, 1, orientation.into()),
        entry(0x8825, 4, 1, place),
    ];
    let latitude = [&1_u16.to_le_bytes()[..], &entry(0x0001, 2, 2, u32::from(b'N')), &[0; 4]].concat();
    let head = [&b"Exif\0\0II*\0"[..], &8_u32.to_le_bytes(), &3_u16.to_le_bytes()].concat();
    [&head[..], &fields.concat(), &[0; 4], SECRET.as_bytes(), b"\0", &latitude].concat()
}

/// Returns a village with one page that shows these photos.
fn village(photos: &[(&str, Vec<u8>)]) -> Folder {
    let lines = photos.iter().map(|(name, _)| format!("![Een foto](../media/{name})\n\n"));
    let page = format!("---\ntitel: Foto's\n---\n\n{}", lines.collect::<String>());
    let folder = Folder::with(&[
        ("dorp/site.yaml", "naam: Testdorp\nomschrijving: Een dorp.\nwebadres: https://testdorp.example\n"),
        ("dorp/paginas/fotos.md", &page),
    ]);
    for (name, bytes) in photos {
        folder.write(&format!("dorp/media/{name}"), bytes);
    }
    folder
}

/// Returns the pictures of a built site by their names without fingerprints.
fn pictures(output: &Path) -> BTreeMap<String, Vec<u8>> {
    let pictures = tree(output).into_iter().filter(|(name, _)| name.starts_with("media/"));
    pictures
        .map(|(name, bytes)| (name.split('.').next().unwrap_or_default().replace("media/", ""), bytes))
        .collect()
}

fn decoded(bytes: &[u8]) -> RgbaImage {
    image::load_from_memory(bytes).expect("a picture").into_rgba8()
}

fn is_near(picture: &RgbaImage, x: u32, y: u32, wanted: [u8; 3]) -> bool {
    picture.get_pixel(x, y).0.iter().zip(wanted).all(|(part, wanted)| part.abs_diff(wanted) < 14)
}

#[test]
fn a_photo_is_upright_however_the_camera_was_held() {
    let upright = quarters(96, 64);
    let photos: Vec<(String, Vec<u8>)> = (1..=8)
        .map(|orientation| {
            (format!("stand{orientation}.jpg"), photo(&stored(&upright, orientation), orientation))
        })
        .collect();
    let photos: Vec<(&str, Vec<u8>)> =
        photos.iter().map(|(name, bytes)| (name.as_str(), bytes.clone())).collect();
    let folder = village(&photos);
    let ran = build(&folder.join("dorp"), &folder.join("uit"));
    assert_eq!(ran.code, 0, "{}", ran.said());
    let made = pictures(&folder.join("uit"));
    for orientation in 1..=8 {
        let picture = decoded(&made[&format!("stand{orientation}-96")]);
        assert_eq!(picture.dimensions(), (96, 64), "orientation {orientation}");
        for (x, y, colour) in [(20, 14, RED), (76, 14, GREEN), (20, 50, BLUE), (76, 50, WHITE)] {
            assert!(is_near(&picture, x, y, colour), "orientation {orientation} at {x}, {y}");
        }
    }
}

#[test]
fn no_camera_metadata_is_published() {
    let taken = photo(&quarters(1200, 800), 1);
    for note in [SECRET, "Exif", "http://ns.adobe.com/xap"] {
        assert!(contains_words(&taken, note), "the photo of the test contains {note}");
    }
    let folder = village(&[("feest.jpg", taken)]);
    folder.write("dorp/documenten/poster.jpg", photo(&quarters(300, 200), 1));
    assert_eq!(build(&folder.join("dorp"), &folder.join("uit")).code, 0);
    for (name, bytes) in tree(&folder.join("uit")) {
        for note in [SECRET, "Exif", "http://ns.adobe.com/xap", "Photoshop 3.0", "ICCP"] {
            assert!(!contains_words(&bytes, note) || name.ends_with(".html"), "{name} contains {note}");
        }
        assert!(!name.ends_with(".jpg"), "{name}: an unprocessed photo");
    }
}

fn contains_words(bytes: &[u8], words: &str) -> bool {
    bytes.windows(words.len()).any(|some| some == words.as_bytes())
}

#[test]
fn a_page_offers_several_widths_and_reserves_space() {
    let folder = village(&[
        ("breed.jpg", photo(&quarters(2000, 1000), 1)),
        ("klein.jpg", photo(&quarters(300, 200), 1)),
    ]);
    assert_eq!(build(&folder.join("dorp"), &folder.join("uit")).code, 0);
    let made = pictures(&folder.join("uit"));
    let names: Vec<&str> = made.keys().map(String::as_str).collect();
    assert_eq!(names, ["breed-1600", "breed-480", "breed-960", "klein-300"], "never wider than the original");
    assert_eq!(decoded(&made["breed-960"]).dimensions(), (960, 480));
    let page = folder.read("uit/fotos/index.html");
    let img = page.split("<img").find(|tag| tag.contains("breed-960")).expect("the wide one");
    for (said, why) in [
        ("width=\"1600\" height=\"800\"", "its reserved space"),
        ("480w, ", "a small one"),
        ("1600w\" sizes=\"", "a wide one"),
        ("fetchpriority=\"high\"", "the first of a text loads at once"),
        ("class=\"dp-c", "its colour"),
    ] {
        assert!(img.contains(said), "{why}: {img}");
    }
    let small = page.split("<img").find(|tag| tag.contains("klein-300")).expect("the small one");
    assert!(!small.contains("srcset"), "there is nothing to choose: {small}");
    assert!(small.contains("loading=\"lazy\""), "the others load when they come into view: {small}");
    let mut files = tree(&folder.join("uit")).into_iter();
    let style =
        files.find(|(name, _)| name.starts_with("assets/site.") && name.ends_with(".css")).expect("a style");
    let class = img.split("class=\"").nth(1).and_then(|rest| rest.split('"').next()).expect("a class");
    assert!(contains_words(&style.1, &format!(".{class}{{background:#")), "the stylesheet has the colour");
}

#[test]
fn a_photo_is_processed_once() {
    let folder = village(&[("feest.jpg", photo(&quarters(1200, 800), 6))]);
    let (site, output) = (folder.join("dorp"), folder.join("uit"));
    assert_eq!(build(&site, &output).code, 0);
    let first = pictures(&output);
    let kept = tree(&site.join(".dorpsplein"));
    assert!(kept.len() > 3, "{:?}", kept.keys());
    fs::remove_dir_all(&output).expect("the old site");
    assert_eq!(build(&site, &output).code, 0);
    assert_eq!(pictures(&output), first, "from the cache");
    for (name, bytes) in tree(&site.join(".dorpsplein")).iter().filter(|(name, _)| name.ends_with(".webp")) {
        assert_eq!(*bytes, kept[name]);
        folder.write(&format!("dorp/.dorpsplein/{name}"), b"kapot");
    }
    assert_eq!(build(&site, &output).code, 0);
    assert_eq!(pictures(&output), first, "a damaged file is made again");
    fs::remove_dir_all(site.join(".dorpsplein")).expect("the cache");
    assert_eq!(build(&site, &output).code, 0);
    assert_eq!(pictures(&output), first, "the cache may be deleted");
    folder.write("dorp/.dorpsplein/pictures.json", b"{\"dorpsplein\":1,\"files\":{\"media/feest.jpg\":[1]}");
    assert_eq!(build(&site, &output).code, 0);
    assert_eq!(pictures(&output), first, "an unreadable list is ignored");
}

#[test]
fn the_same_photo_under_many_names_is_cached_without_a_message() {
    let same = photo(&quarters(600, 400), 1);
    let names: Vec<String> = (0..12).map(|number| format!("feest{number}.jpg")).collect();
    let photos: Vec<(&str, Vec<u8>)> = names.iter().map(|name| (name.as_str(), same.clone())).collect();
    let folder = village(&photos);
    let ran = build(&folder.join("dorp"), &folder.join("uit"));
    assert!(ran.code == 0 && !ran.said().contains("bewaard"), "{}", ran.said());
    let kept = tree(&folder.join("dorp/.dorpsplein"));
    let names: Vec<&String> = kept.keys().filter(|name| name.contains("dorpsplein-")).collect();
    assert!(names.is_empty(), "left behind: {names:?}");
}

#[test]
fn a_new_photo_under_an_old_name_is_noticed() {
    let folder = village(&[("feest.jpg", photo(&quarters(96, 64), 1))]);
    let (site, output) = (folder.join("dorp"), folder.join("uit"));
    assert_eq!(build(&site, &output).code, 0);
    let first = pictures(&output);
    let other = stored(&quarters(96, 64), 3);
    folder.write("dorp/media/feest.jpg", photo(&other, 1));
    assert_eq!(build(&site, &output).code, 0);
    let picture = decoded(&pictures(&output)["feest-96"]);
    assert!(is_near(&picture, 20, 14, WHITE) && pictures(&output) != first);
}

#[test]
fn cached_pictures_of_deleted_photos_are_removed() {
    let folder =
        village(&[("een.jpg", photo(&quarters(96, 64), 1)), ("twee.jpg", photo(&quarters(90, 60), 1))]);
    let site = folder.join("dorp");
    let kept = || tree(&site.join(".dorpsplein")).keys().filter(|name| name.ends_with(".webp")).count();
    assert_eq!(check(&site).code, 0);
    assert_eq!(kept(), 2);
    fs::remove_file(site.join("media/twee.jpg")).expect("the photo");
    folder.write("dorp/paginas/fotos.md", "---\ntitel: Foto's\n---\n\n![Een foto](../media/een.jpg)\n");
    assert_eq!(check(&site).code, 0);
    assert_eq!(kept(), 1);
}

#[test]
fn a_photo_in_phone_colours_is_converted_to_web_colours() {
    let mut bytes = Vec::new();
    let mut encoder = JpegEncoder::new_with_quality(&mut bytes, 95);
    let profile = moxcms::ColorProfile::new_display_p3().encode().expect("a profile");
    image::ImageEncoder::set_icc_profile(&mut encoder, profile).expect("JPEG has profiles");
    encoder.encode_image(&RgbImage::from_pixel(64, 64, Rgb([200, 60, 60]))).expect("a JPEG");
    let folder = village(&[("rood.jpg", bytes)]);
    assert_eq!(build(&folder.join("dorp"), &folder.join("uit")).code, 0);
    let picture = decoded(&pictures(&folder.join("uit"))["rood-64"]);
    // Display P3 200, 60, 60 in sRGB, by the matrices of CSS Color 4, 10.4: 217, 42, 52.
    assert!(is_near(&picture, 32, 32, [217, 42, 52]), "{:?}", picture.get_pixel(32, 32));
}

#[test]
fn a_picture_damaged_on_the_site_is_repaired() {
    let folder = village(&[("feest.jpg", photo(&quarters(96, 64), 1))]);
    let (site, output) = (folder.join("dorp"), folder.join("uit"));
    assert_eq!(build(&site, &output).code, 0);
    let made = tree(&output);
    let (name, bytes) = made.iter().find(|(name, _)| name.ends_with(".webp")).expect("a picture");
    let inverted: Vec<u8> = bytes.iter().map(|byte| !byte).collect();
    fs::write(output.join(name), inverted).expect("other bytes of the same length");
    assert_eq!(build(&site, &output).code, 0);
    assert_eq!(tree(&output), made);
    let time = || fs::metadata(output.join(name)).and_then(|data| data.modified()).expect("a time");
    let before = time();
    assert_eq!(build(&site, &output).code, 0);
    assert_eq!((tree(&output), time()), (made.clone(), before), "an intact picture stays untouched");
}
