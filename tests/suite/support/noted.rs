//! Pictures with all the metadata that cameras and programs write, built byte by byte from the standards.

use std::io::Cursor;
use std::sync::LazyLock;

use image::codecs::gif::GifEncoder;
use image::codecs::jpeg::JpegEncoder;
use image::codecs::png::PngEncoder;
use image::codecs::webp::WebPEncoder;
use image::metadata::Orientation;
use image::{DynamicImage, ExtendedColorType, ImageDecoder, ImageEncoder, ImageReader, RgbImage};

/// Words that are only in the metadata.
pub const SECRET: &str = "GEHEIME-CAMERA";

/// When the photos were taken.
pub const DATE: &str = "2026:07:04 15:30:00";

/// The metadata of a picture.
#[derive(Clone, Copy)]
pub struct Noted {
    pub orientation: u16,
    /// Degrees, minutes and seconds as fractions, for north and east alike.
    pub place: Option<[(u32, u32); 3]>,
}

/// A place in Drenthe.
pub const PLACED: Noted = Noted { orientation: 6, place: Some([(52, 1), (51, 1), (1234, 100)]) };

/// A field: its tag, its type, the number of values, and their bytes (Exif 3.0, 4.6.2).
type Field = (u16, u16, u32, Vec<u8>);

fn long(tag: u16, value: u32) -> Field {
    (tag, 4, 1, value.to_le_bytes().to_vec())
}

fn text(tag: u16, words: &str) -> Field {
    (tag, 2, words.len() as u32 + 1, [words.as_bytes(), b"\0"].concat())
}

/// Returns a directory of fields that begins at this byte; values longer than four bytes follow it.
fn directory(at: usize, fields: &[Field]) -> Vec<u8> {
    let mut behind = Vec::new();
    let mut bytes = (fields.len() as u16).to_le_bytes().to_vec();
    let behind_at = at + 2 + fields.len() * 12 + 4;
    for (tag, kind, count, value) in fields {
        bytes.extend([&tag.to_le_bytes()[..], &kind.to_le_bytes(), &count.to_le_bytes()].concat());
        let mut short = value.clone();
        if value.len() > 4 {
            short = ((behind_at + behind.len()) as u32).to_le_bytes().to_vec();
            behind.extend_from_slice(value);
        }
        short.resize(4, 0);
        bytes.extend(short);
    }
    [bytes, vec![0; 4], behind].concat()
}

impl Noted {
    /// Returns what a camera writes: its maker, its orientation, the time, a maker note and the location.
    pub fn camera(self) -> Vec<u8> {
        let degrees = |tag| {
            let parts = self.place.unwrap_or_default();
            let parts = parts.iter().flat_map(|(part, of)| [part.to_le_bytes(), of.to_le_bytes()].concat());
            (tag, 5, 3, parts.collect::<Vec<u8>>())
        };
        let first = |own: usize, place: usize| {
            let orientation = (0x0112, 3, 1, self.orientation.to_le_bytes().to_vec());
            let maker = text(0x010f, SECRET);
            directory(8, &[maker, orientation, long(0x8769, own as u32), long(0x8825, place as u32)])
        };
        let own_at = 8 + first(0, 0).len();
        let maker_note = (0x927c, 7, SECRET.len() as u32, SECRET.as_bytes().to_vec());
        let own = directory(own_at, &[text(0x9003, DATE), maker_note]);
        let place_at = own_at + own.len();
        let place = directory(place_at, &[text(1, "N"), degrees(2), text(3, "E"), degrees(4)]);
        [&b"II*\0\x08\0\0\0"[..], &first(own_at, place_at), &own, &place].concat()
    }

    /// Returns a JPEG with all that and what programs write: XMP, IPTC, a comment, a second photo after it.
    pub fn jpeg(self, picture: &RgbImage) -> Vec<u8> {
        let plain = plain_jpeg(picture);
        let start = plain.windows(2).position(|pair| pair == [0xff, 0xdb]).expect("tables");
        let multi = [b"MPF\0", SECRET.as_bytes()].concat();
        let notes = [
            segment(0xe1, &[b"Exif\0\0", &self.camera()[..]].concat()),
            segment(0xe1, &[b"http://ns.adobe.com/xap/1.0/\0", program(false).as_bytes()].concat()),
            segment(0xed, &iptc()),
            segment(0xe2, &multi),
            segment(0xfe, SECRET.as_bytes()),
        ];
        let second = segment(0xe1, &[b"Exif\0\0", &self.camera()[..]].concat());
        [&plain[..start], &notes.concat(), &plain[start..], b"\xff\xd8", &second, &plain[2..]].concat()
    }

    /// Returns a PNG with all that, and something after its end.
    pub fn png(self, picture: &RgbImage) -> Vec<u8> {
        let plain = plain_png(picture);
        let start = plain.windows(4).position(|kind| kind == b"IDAT").expect("a picture") - 4;
        let notes = [
            chunk(b"eXIf", &self.camera()),
            chunk(b"tEXt", format!("Author\0{SECRET}").as_bytes()),
            chunk(b"iTXt", format!("XML:com.adobe.xmp\0\0\0\0\0{}", program(false)).as_bytes()),
            chunk(b"tIME", &[0x07, 0xea, 7, 4, 15, 30, 0]),
            chunk(b"prVt", SECRET.as_bytes()),
        ];
        [&plain[..start], &notes.concat(), &plain[start..], SECRET.as_bytes()].concat()
    }

    /// Returns a WebP with all that.
    pub fn webp(self, picture: &RgbImage) -> Vec<u8> {
        let mut bytes = Vec::new();
        let mut encoder = WebPEncoder::new_lossless(&mut bytes);
        encoder.set_icc_profile(profile()).expect("WebP has profiles");
        encoder.set_exif_metadata(self.camera()).expect("WebP has metadata");
        encode(encoder, picture);
        let notes = program(false);
        bytes.extend([b"XMP ", &(notes.len() as u32).to_le_bytes()[..], notes.as_bytes()].concat());
        bytes.resize(bytes.len().next_multiple_of(2), 0);
        let size = (bytes.len() as u32 - 8).to_le_bytes();
        bytes[4..8].copy_from_slice(&size);
        bytes[20] |= 0x04;
        bytes.extend(SECRET.as_bytes());
        bytes
    }

    /// Returns a HEIC without a picture: its metadata, where ISO/IEC 23008-12 puts it.
    pub fn heic(self) -> Vec<u8> {
        let start = container(b"ftyp", b"heic\0\0\0\0mif1heic");
        let notes = [&[0; 4][..], &self.camera()].concat();
        let entry = container(b"infe", b"\x02\0\0\0\0\x01\0\0Exif\0");
        let list = container(b"iinf", &[&[0, 0, 0, 0, 0, 1][..], &entry].concat());
        let meta = |at: u32| {
            let places = [
                &b"\0\0\0\0\x44\0\0\x01\0\x01\0\0\0\x01"[..],
                &at.to_be_bytes(),
                &(notes.len() as u32).to_be_bytes(),
            ];
            let places = container(b"iloc", &places.concat());
            container(b"meta", &[&[0; 4][..], &list, &places].concat())
        };
        let at = (start.len() + meta(0).len() + 8) as u32;
        [start, meta(at), container(b"mdat", &notes)].concat()
    }
}

fn container(kind: &[u8; 4], bytes: &[u8]) -> Vec<u8> {
    [&(bytes.len() as u32 + 8).to_be_bytes()[..], kind, bytes].concat()
}

/// Returns what a program writes (XMP part 1), with a location as Adobe writes it.
pub fn program(is_element: bool) -> String {
    let place = if is_element {
        "><exif:GPSLatitude>52,51.2N</exif:GPSLatitude></rdf:Description>"
    } else {
        " exif:GPSLatitude=\"52,51.2N\" exif:GPSLongitude=\"6,33.1E\"/>"
    };
    format!(
        "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\"><rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\
         <rdf:Description rdf:about=\"{SECRET}\" xmlns:exif=\"http://ns.adobe.com/exif/1.0/\"{place}</rdf:RDF></x:xmpmeta>"
    )
}

/// Returns a name and a place as news agencies write them (IPTC-IIM 4.2, in a Photoshop block).
fn iptc() -> Vec<u8> {
    let records = [b"\x1c\x02\x50\0\x0e", SECRET.as_bytes(), b"\x1c\x02\x5a\0\x05Assen"].concat();
    let length = (records.len() as u32).to_be_bytes();
    [b"Photoshop 3.0\08BIM\x04\x04\0\0", &length[..], &records, b"\0"].concat()
}

pub fn segment(marker: u8, bytes: &[u8]) -> Vec<u8> {
    let length = u16::try_from(bytes.len() + 2).expect("a short segment").to_be_bytes();
    [&[0xff, marker], &length[..], bytes].concat()
}

fn chunk(kind: &[u8; 4], bytes: &[u8]) -> Vec<u8> {
    let named = [kind, bytes].concat();
    let check = crc32fast::hash(&named).to_be_bytes();
    [&(bytes.len() as u32).to_be_bytes()[..], &named, &check].concat()
}

/// Returns the colour profile of a phone; it contains the time of its creation, so it is created once.
fn profile() -> Vec<u8> {
    static PROFILE: LazyLock<Vec<u8>> =
        LazyLock::new(|| moxcms::ColorProfile::new_display_p3().encode().expect("a profile"));
    PROFILE.clone()
}

fn encode(encoder: impl ImageEncoder, picture: &RgbImage) {
    let (width, height) = picture.dimensions();
    encoder.write_image(picture, width, height, ExtendedColorType::Rgb8).expect("a picture");
}

/// Returns a JPEG with no metadata but its colour profile.
pub fn plain_jpeg(picture: &RgbImage) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut encoder = JpegEncoder::new_with_quality(&mut bytes, 92);
    encoder.set_icc_profile(profile()).expect("JPEG has profiles");
    encode(encoder, picture);
    bytes
}

/// Returns a PNG with no metadata but its colour profile.
pub fn plain_png(picture: &RgbImage) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut encoder = PngEncoder::new(&mut bytes);
    encoder.set_icc_profile(profile()).expect("PNG has profiles");
    encode(encoder, picture);
    bytes
}

/// Returns a GIF with a comment and with what programs write (GIF89a, 24 and 26; XMP part 3, 1.1.2).
pub fn gif(picture: &RgbImage) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut encoder = GifEncoder::new(&mut bytes);
    let (width, height) = picture.dimensions();
    encoder.encode(picture, width, height, ExtendedColorType::Rgb8).expect("a GIF");
    drop(encoder);
    let end = bytes.pop().expect("an end");
    let remark = [b"\x21\xfe\x0e", SECRET.as_bytes(), b"\0"].concat();
    let magic: Vec<u8> = [0x01].into_iter().chain((0..=0xff).rev()).chain([0]).collect();
    let notes = [b"\x21\xff\x0bXMP DataXMP", program(false).as_bytes(), &magic].concat();
    [bytes, remark, notes, vec![end]].concat()
}

/// Returns what can be seen: the pixels, their orientation and their colours; `None` if it cannot be read.
pub fn seen(bytes: &[u8]) -> Option<(DynamicImage, Orientation, Option<Vec<u8>>)> {
    let reader = ImageReader::new(Cursor::new(bytes)).with_guessed_format().ok()?;
    let mut decoder = reader.into_decoder().ok()?;
    let orientation = decoder.orientation().ok()?;
    let profile = decoder.icc_profile().ok()?;
    Some((DynamicImage::from_decoder(decoder).ok()?, orientation, profile))
}

/// Returns a PDF of one empty page (ISO 32000-2, 7.5): its author in the information and in XMP, and an
/// untouched photo.
pub fn pdf(author: &[u8], notes: &str, photo: &[u8]) -> Vec<u8> {
    let stream = |about: &str, bytes: &[u8]| {
        let head = format!("<</Length {}{about}>>stream\n", bytes.len());
        [head.as_bytes(), bytes, b"\nendstream"].concat()
    };
    let objects = [
        b"<</Type/Catalog/Pages 2 0 R/Metadata 5 0 R>>".to_vec(),
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>".to_vec(),
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>".to_vec(),
        [&b"<</Author("[..], author, b")/Creator(Writer)>>"].concat(),
        stream("/Type/Metadata/Subtype/XML", notes.as_bytes()),
        stream("/Type/XObject/Subtype/Image/Filter/DCTDecode", photo),
    ];
    let mut bytes = b"%PDF-1.7\n".to_vec();
    let mut places = Vec::new();
    for (number, object) in objects.iter().enumerate() {
        places.push(bytes.len());
        bytes.extend([format!("{} 0 obj\n", number + 1).as_bytes(), object, b"\nendobj\n"].concat());
    }
    let list = bytes.len();
    bytes.extend(format!("xref\n0 {}\n0000000000 65535 f \n", objects.len() + 1).bytes());
    places.iter().for_each(|place| bytes.extend(format!("{place:010} 00000 n \n").bytes()));
    let size = objects.len() + 1;
    bytes.extend(
        format!("trailer\n<</Size {size}/Root 1 0 R/Info 4 0 R>>\nstartxref\n{list}\n%%EOF\n").bytes(),
    );
    bytes
}
