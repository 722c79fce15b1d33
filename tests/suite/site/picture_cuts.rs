//! What is made from pictures besides their widths: pictures for sharing, icons, moving GIFs, drawings.

use std::collections::BTreeMap;

use image::codecs::gif::GifEncoder;
use image::{Delay, DynamicImage, Frame, ImageFormat, Rgb, RgbImage, Rgba, RgbaImage};

use crate::support::{Folder, Ran, build, tree, within};

const SITE: &str = "naam: Testdorp\nomschrijving: Een dorp.\nwebadres: https://testdorp.example/dorp\n";

const CREST: &str = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 40 60\">\
    <path d=\"M0 0h40v60H0z\" fill=\"#c81e1e\"/></svg>";

fn png(picture: impl Into<DynamicImage>) -> Vec<u8> {
    let mut bytes = std::io::Cursor::new(Vec::new());
    picture.into().write_to(&mut bytes, ImageFormat::Png).expect("a PNG");
    bytes.into_inner()
}

/// Red on top, green in the middle, blue at the bottom.
fn flag(width: u32, height: u32) -> RgbImage {
    RgbImage::from_fn(width, height, |_, y| {
        Rgb(match y * 3 / height {
            0 => [200, 20, 20],
            1 => [20, 200, 20],
            _ => [20, 20, 200],
        })
    })
}

fn built(site: &str, files: &[(&str, Vec<u8>)]) -> (Folder, Ran) {
    let folder = Folder::with(&[("dorp/site.yaml", site)]);
    for (name, bytes) in files {
        folder.write(&format!("dorp/{name}"), bytes);
    }
    let ran = build(&folder.join("dorp"), &folder.join("uit"));
    (folder, ran)
}

fn page(head: &str) -> Vec<u8> {
    format!("---\ntitel: Het koor\n{head}---\n\nWij zingen.\n").into_bytes()
}

fn picture_of(head: &str) -> Vec<u8> {
    page(&format!("afbeelding:\n  bestand: media/koor.png\n  beschrijving: Het koor\n{head}"))
}

/// Returns the files of `media/` by their names without fingerprints: `koor-480.webp`.
fn media(folder: &Folder) -> BTreeMap<String, Vec<u8>> {
    let files = tree(&folder.join("uit")).into_iter().filter(|(name, _)| name.starts_with("media/"));
    files
        .map(|(name, bytes)| {
            let mut parts = name.trim_start_matches("media/").split('.');
            let (stem, ending) = (parts.next().unwrap_or_default(), parts.next_back().unwrap_or_default());
            (format!("{stem}.{ending}"), bytes)
        })
        .collect()
}

fn meta<'p>(html: &'p str, property: &str) -> Option<&'p str> {
    let start = format!("<meta property=\"{property}\" content=\"");
    html.split(&start).nth(1)?.split('"').next()
}

fn middle(bytes: &[u8]) -> [u8; 3] {
    let picture = image::load_from_memory(bytes).expect("a picture").into_rgb8();
    picture.get_pixel(picture.width() / 2, picture.height() / 2).0
}

#[test]
fn the_picture_for_sharing_is_cropped_around_its_focal_point() {
    let upright = png(flag(900, 1500));
    for (focus, wanted) in [("midden", 1), ("boven", 0), ("50% 90%", 2)] {
        let head = format!("  focuspunt: {focus}\n");
        let files = [("media/koor.png", upright.clone()), ("paginas/koor.md", picture_of(&head))];
        let (folder, ran) = built(SITE, &files);
        assert_eq!(ran.code, 0, "{}", ran.said());
        let shared = &media(&folder)["koor-sharing.jpg"];
        let picture = image::load_from_memory(shared).expect("a JPEG").into_rgb8();
        assert_eq!(picture.dimensions(), (900, 472), "never enlarged");
        let colour = middle(shared);
        assert!(
            colour[wanted] > 150 && colour.iter().filter(|part| **part > 150).count() == 1,
            "{focus}: {colour:?}"
        );
        let html = folder.read("uit/koor/index.html");
        let url = meta(&html, "og:image").expect("a picture for sharing");
        let path = url.strip_prefix("https://testdorp.example/dorp/").expect("a whole address");
        assert_eq!(&tree(&folder.join("uit"))[path], shared);
        assert_eq!(meta(&html, "og:image:width"), Some("900"));
        assert_eq!(meta(&html, "og:image:height"), Some("472"));
        assert_eq!(meta(&html, "og:image:alt"), Some("Het koor"));
    }
}

#[test]
fn a_page_without_a_picture_shares_that_of_the_site_or_the_whole_crest() {
    let crest = format!("{SITE}wapen: media/wapen.svg\n");
    let files = [("media/wapen.svg", CREST.into()), ("paginas/koor.md", page(""))];
    let (folder, ran) = built(&crest, &files);
    assert_eq!(ran.code, 0, "{}", ran.said());
    let shared = &media(&folder)["wapen-sharing.jpg"];
    let picture = image::load_from_memory(shared).expect("a JPEG").into_rgb8();
    assert_eq!(picture.dimensions(), (1200, 630));
    assert!(
        middle(shared)[0] > 180 && picture.get_pixel(10, 10).0.iter().all(|part| *part > 250),
        "on white"
    );
    assert!(
        meta(&folder.read("uit/koor/index.html"), "og:image")
            .is_some_and(|url| url.contains("wapen-sharing"))
    );

    let photo = format!("{crest}afbeelding:\n  bestand: media/koor.png\n  beschrijving: Het dorp\n");
    let files = [files[0].clone(), files[1].clone(), ("media/koor.png", png(flag(600, 400)))];
    let (folder, _) = built(&photo, &files);
    assert!(
        meta(&folder.read("uit/koor/index.html"), "og:image").is_some_and(|url| url.contains("koor-sharing"))
    );
    assert!(!media(&folder).contains_key("wapen-sharing.jpg"), "nothing is made that no page requests");
}

#[test]
fn a_site_without_an_address_has_no_pictures_for_sharing() {
    let files = [("media/koor.png", png(flag(600, 400))), ("paginas/koor.md", picture_of(""))];
    let (folder, ran) = built("naam: Testdorp\nomschrijving: Een dorp.\n", &files);
    assert_eq!(ran.code, 0, "{}", ran.said());
    assert_eq!(meta(&folder.read("uit/koor/index.html"), "og:image"), None);
    assert_eq!(media(&folder).into_keys().collect::<Vec<_>>(), ["koor-480.webp", "koor-600.webp"]);
}

#[test]
fn the_crest_becomes_the_icons_of_the_site() {
    let (folder, ran) =
        built(&format!("{SITE}wapen: media/wapen.svg\n"), &[("media/wapen.svg", CREST.into())]);
    assert_eq!(ran.code, 0, "{}", ran.said());
    let made = media(&folder);
    for (name, side) in [
        ("wapen-192.png", 192),
        ("wapen-512.png", 512),
        ("wapen-maskable.png", 512),
        ("wapen-apple-touch.png", 180),
    ] {
        let icon = image::load_from_memory(&made[name]).expect("an icon").into_rgba8();
        assert_eq!(icon.dimensions(), (side, side), "{name}");
        assert!(
            icon.get_pixel(side / 2, side / 2).0 == [200, 30, 30, 255],
            "{name}: the crest is in the middle"
        );
        let corner = icon.get_pixel(2, 2).0;
        let is_white = name.contains("maskable") || name.contains("touch");
        assert_eq!(corner, if is_white { [255; 4] } else { [0; 4] }, "{name}: its background");
    }
    // Only a circle of 80 % of a maskable icon is safe (W3C Web Application Manifest).
    let maskable = image::load_from_memory(&made["wapen-maskable.png"]).expect("an icon").into_rgba8();
    let outside = maskable.enumerate_pixels().filter(|(x, y, pixel)| {
        let far = |at: &u32| (f64::from(*at) - 255.5).powi(2);
        pixel.0 != [255; 4] && far(x) + far(y) > (0.4_f64 * 512.0).powi(2)
    });
    assert_eq!(outside.count(), 0, "the crest lies within the circle");
    let ico =
        std::fs::read(folder.join("uit/favicon.ico")).expect("the icon that browsers request by default");
    let ico = image::load_from_memory_with_format(&ico[22..], ImageFormat::Png).expect("a PNG in it");
    assert_eq!((ico.width(), ico.height()), (48, 48));
    let manifest = folder.read("uit/manifest.webmanifest");
    for words in ["192x192", "512x512", "\"maskable\"", "\"image/svg+xml\""] {
        assert!(manifest.contains(words), "{words}: {manifest}");
    }
    let html = folder.read("uit/index.html");
    for words in [
        "href=\"favicon.ico\" sizes=\"48x48\"",
        "type=\"image/svg+xml\" sizes=\"any\"",
        "rel=\"apple-touch-icon\"",
    ] {
        assert!(html.contains(words), "{words}");
    }
}

fn gif(frames: u32, delay: u32) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut encoder = GifEncoder::new(&mut bytes);
    for number in 0..frames {
        let colour = if number == 0 { [200, 20, 20, 255] } else { [20, 20, 200, 255] };
        let picture = RgbaImage::from_pixel(1200, 60, Rgba(colour));
        let frame = Frame::from_parts(picture, 0, 0, Delay::from_numer_denom_ms(delay, 1));
        encoder.encode_frame(frame).expect("a frame");
    }
    drop(encoder);
    bytes
}

#[test]
fn a_gif_stands_still_unless_set_to_move_and_then_stops_in_time() {
    let head = |also: &str| {
        page(&format!("afbeelding:\n  bestand: media/dans.gif\n  beschrijving: De dans\n{also}"))
    };
    let (folder, ran) = built(SITE, &[("media/dans.gif", gif(2, 700)), ("paginas/koor.md", head(""))]);
    assert_eq!(ran.code, 0, "{}", ran.said());
    assert!(!media(&folder).keys().any(|name| name.contains("moving") || name.ends_with(".gif")));
    assert!(middle(&media(&folder)["dans-960.webp"])[0] > 150, "its first frame");

    let (folder, ran) =
        built(SITE, &[("media/dans.gif", gif(2, 700)), ("paginas/koor.md", head("  bewegend: ja\n"))]);
    assert_eq!(ran.code, 0, "{}", ran.said());
    let moving = &media(&folder)["dans-moving.webp"];
    let at = moving.windows(4).position(|word| word == b"ANIM").expect("it moves (RFC 9649, 2.7.1.1)");
    let loops = u16::from_le_bytes([moving[at + 12], moving[at + 13]]);
    assert_eq!(loops, 3, "1.4 seconds, three times: at rest within five (WCAG 2.2.2)");
    let html = folder.read("uit/koor/index.html");
    let picture = html.split("<picture>").nth(1).expect("a choice");
    assert!(
        picture.contains("media=\"(prefers-reduced-motion: no-preference)\""),
        "reduced motion is respected: {picture}"
    );
}

#[test]
fn a_drawing_is_stripped_of_everything_that_is_not_drawn() {
    let svg = "<?xml version=\"1.0\"?><!-- GEHEIM --><svg xmlns=\"http://www.w3.org/2000/svg\" \
        xmlns:inkscape=\"http://www.inkscape.org/namespaces/inkscape\" inkscape:export-filename=\"/home/GEHEIM.png\" \
        viewBox=\"0 0 40 60\"><metadata>GEHEIM</metadata><title>Kaart</title><path d=\"M1 1h9\" fill=\"#123\"/></svg>";
    let text = b"---\ntitel: Kaart\n---\n\n![De kaart](../media/kaart.svg)\n".to_vec();
    let (folder, ran) = built(SITE, &[("media/kaart.svg", svg.into()), ("paginas/kaart.md", text)]);
    assert_eq!(ran.code, 0, "{}", ran.said());
    let kept = String::from_utf8(media(&folder)["kaart.svg"].clone()).expect("text");
    assert!(!kept.contains("GEHEIM") && kept.contains("M1 1h9") && kept.contains("viewBox"), "{kept}");
    assert!(folder.read("uit/kaart/index.html").contains("width=\"40\" height=\"60\""), "its reserved space");
}

#[test]
fn sixteen_bit_colours_and_printer_inks_keep_their_look() {
    let deep = image::ImageBuffer::<Rgb<u16>, Vec<u16>>::from_pixel(64, 64, Rgb([51_400, 5_140, 5_140]));
    let files = [("media/koor.png", png(deep)), ("paginas/koor.md", picture_of(""))];
    let (folder, ran) = built(SITE, &files);
    assert_eq!(ran.code, 0, "{}", ran.said());
    let colour = middle(&media(&folder)["koor-64.webp"]);
    assert!(colour[0].abs_diff(200) < 8 && colour[1].abs_diff(20) < 8, "16 bits: {colour:?}");

    let files = [("media/koor.jpg", inks([255, 0, 0, 255])), ("paginas/koor.md", picture_of(""))];
    let text = String::from_utf8(files[1].1.clone()).expect("text").replace("koor.png", "koor.jpg");
    let (folder, ran) = built(SITE, &[files[0].clone(), ("paginas/koor.md", text.into_bytes())]);
    assert_eq!(ran.code, 0, "{}", ran.said());
    let colour = middle(&media(&folder)["koor-8.webp"]);
    assert!(
        colour[0] > 200 && colour[1] < 60 && colour[2] < 60,
        "magenta and yellow ink make red: {colour:?}"
    );
}

/// Returns a JPEG of one block in the four inks of a printer, as Adobe stores them: 255 is no ink (ITU-T
/// T.81, and T.872 6.5.3 for the marker).
fn inks(stored: [u8; 4]) -> Vec<u8> {
    let mut bits = String::new();
    for ink in stored {
        // With a quantisation step of 8, the first coefficient is the mean minus 128 (T.81, A.3.3 and A.3.4).
        let mean = i32::from(ink) - 128;
        let size = 32 - mean.unsigned_abs().leading_zeros();
        let value = if mean < 0 { mean + (1 << size) - 1 } else { mean };
        bits.push_str(&format!("{size:04b}"));
        if size > 0 {
            bits.push_str(&format!("{value:0width$b}", width = size as usize));
        }
        bits.push('0');
    }
    while !bits.len().is_multiple_of(8) {
        bits.push('1');
    }
    let data: Vec<u8> = bits
        .as_bytes()
        .chunks(8)
        .map(|byte| u8::from_str_radix(std::str::from_utf8(byte).expect("bits"), 2).expect("a byte"))
        .flat_map(|byte| if byte == 0xff { vec![0xff, 0] } else { vec![byte] })
        .collect();
    let segment = |marker: u8, bytes: &[u8]| {
        let length = u16::try_from(bytes.len() + 2).expect("short").to_be_bytes();
        [&[0xff, marker][..], &length, bytes].concat()
    };
    let components: Vec<u8> = (1..=4).flat_map(|number| [number, 0x11, 0]).collect();
    let scanned: Vec<u8> = (1..=4).flat_map(|number| [number, 0]).collect();
    let lengths = |at: usize, count: u8| {
        (1..=16).map(|length| if length == at { count } else { 0 }).collect::<Vec<u8>>()
    };
    [
        vec![0xff, 0xd8],
        segment(0xee, b"Adobe\0\x64\0\0\0\0\0"),
        segment(0xdb, &[&[0][..], &[8; 64]].concat()),
        segment(0xc0, &[&[8, 0, 8, 0, 8, 4][..], &components].concat()),
        segment(0xc4, &[&[0x00][..], &lengths(4, 12), &(0..12).collect::<Vec<u8>>()].concat()),
        segment(0xc4, &[&[0x10][..], &lengths(1, 1), &[0]].concat()),
        segment(0xda, &[&[4][..], &scanned, &[0, 63, 0]].concat()),
        data,
        vec![0xff, 0xd9],
    ]
    .concat()
}

#[test]
fn files_far_too_large_are_reported_without_being_read() {
    let text = |name: &str| format!("---\ntitel: Foto\n---\n\n![Een foto](../media/{name})\n").into_bytes();
    let files = [
        ("media/scan.tif", b"II*\0scan".to_vec()),
        ("media/grote foto.jpg", vec![0xff, 0xd8, 0xff]),
        ("paginas/scan.md", text("scan.tif")),
        ("paginas/groot.md", text("grote%20foto.jpg")),
    ];
    let (folder, _) = built(SITE, &files);
    for name in ["scan.tif", "grote foto.jpg"] {
        let file = std::fs::OpenOptions::new().write(true).open(folder.join(&format!("dorp/media/{name}")));
        file.expect("the file").set_len(500_000_000).expect("a sparse file");
    }
    let start = std::time::Instant::now();
    let ran = build(&folder.join("dorp"), &folder.join("uit"));
    assert!(start.elapsed() < within(10), "{:?}", start.elapsed());
    assert_eq!(ran.code, 1);
    for words in [
        "'media/scan.tif' is TIFF",
        "paginas/scan.md",
        "'media/grote foto.jpg' is te groot",
        "paginas/groot.md",
    ] {
        assert!(ran.said().contains(words), "{words}: {}", ran.said());
    }
}

#[test]
fn photos_of_children_and_expired_photos_are_never_shared() {
    for also in ["  kinderen: ja\n", "  verwijderen_na: 2020-01-01\n"] {
        let files = [("media/koor.png", png(flag(600, 400))), ("paginas/koor.md", picture_of(also))];
        let (folder, ran) = built(SITE, &files);
        assert_eq!(ran.code, 0, "{}", ran.said());
        assert_eq!(meta(&folder.read("uit/koor/index.html"), "og:image"), None, "{also}");
        assert!(!media(&folder).keys().any(|name| name.contains("sharing")), "{also}");
    }
}
