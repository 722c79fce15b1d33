//! Wraps the decoders: bytes become pixels, within limits.

use std::io::Cursor;

use image::{DynamicImage, ImageDecoder, ImageFormat, ImageReader, Limits, metadata::Orientation};

use super::format::Format;
use super::jpeg;
use super::trouble::Trouble;

/// The maximum number of pixels of a photo: 64 million is more than nearly every phone makes, and takes 256
/// MB to work on.
pub(super) const MOST_PIXELS: u64 = 64_000_000;

/// The maximum length of a side, in pixels: the longest that WebP supports (RFC 9649, 2.6).
const LONGEST_SIDE: u32 = 16_383;

/// How much memory a decoder may allocate, in bytes.
pub(super) const MOST_MEMORY: u64 = 512 * 1024 * 1024;

/// A picture as it was stored, with what is needed to show it correctly.
pub(super) struct Opened {
    pub(super) image: DynamicImage,
    /// How it must be rotated to be upright (Exif 3.0, tag 0x0112).
    pub(super) orientation: Orientation,
    /// The colour profile of its pixels, if it has one (ICC.1).
    pub(super) profile: Option<Vec<u8>>,
    pub(super) format: Format,
}

/// A decoder that has read the head of a file.
pub(super) struct Head<'b> {
    decoder: Box<dyn ImageDecoder + 'b>,
    format: Format,
    pub(super) pixels: u64,
}

/// Reads the head of a picture and checks whether the rest can be read.
pub(super) fn head(bytes: &[u8]) -> Result<Head<'_>, Trouble> {
    let format = Format::of(bytes);
    let known = match format {
        _ if bytes.is_empty() => return Err(Trouble::Empty),
        Format::Jpeg if !jpeg::is_complete(bytes) => return Err(Trouble::Truncated),
        Format::Jpeg => ImageFormat::Jpeg,
        Format::Png => ImageFormat::Png,
        Format::WebP => ImageFormat::WebP,
        Format::Gif => ImageFormat::Gif,
        other => return Err(Trouble::NotShown(other)),
    };
    let mut reader = ImageReader::with_format(Cursor::new(bytes), known);
    let mut limits = Limits::default();
    limits.max_alloc = Some(MOST_MEMORY);
    reader.limits(limits);
    let decoder = reader.into_decoder().map_err(|_| Trouble::Damaged(format))?;
    let (width, height) = decoder.dimensions();
    let pixels = u64::from(width) * u64::from(height);
    if pixels == 0 {
        return Err(Trouble::Damaged(format));
    }
    if pixels > MOST_PIXELS || width.max(height) > LONGEST_SIDE {
        return Err(Trouble::TooLarge { width, height });
    }
    Ok(Head { decoder: Box::new(decoder), format, pixels })
}

/// Reads the rest of a picture.
pub(super) fn open(head: Head<'_>) -> Result<Opened, Trouble> {
    let Head { mut decoder, format, .. } = head;
    let orientation = decoder.orientation().unwrap_or(Orientation::NoTransforms);
    let profile = decoder.icc_profile().unwrap_or_default();
    let image = DynamicImage::from_decoder(decoder).map_err(|error| match error {
        image::ImageError::IoError(cause) if cause.kind() == std::io::ErrorKind::UnexpectedEof => {
            Trouble::Truncated
        }
        _ => Trouble::Damaged(format),
    })?;
    Ok(Opened { image, orientation, profile, format })
}
