//! A moving GIF becomes a moving WebP: a fraction of its size, and at rest after a few seconds.

use std::io::Cursor;

use image::codecs::gif::GifDecoder;
use image::{AnimationDecoder, Frame, ImageDecoder, Limits};
use webp::{AnimEncoder, AnimFrame, WebPConfig};

use super::format::Format;
use super::open::{MOST_MEMORY, MOST_PIXELS};
use super::scale::{Pixels, scaled};
use super::trouble::Trouble;

/// Wider than a text, it would only be heavier, in pixels.
const WIDEST: u32 = 960;

/// What moves by itself for longer must have a button to stop it (WCAG 2.2, 2.2.2), in milliseconds.
const LONGEST: i64 = 5000;

/// Of 100; what moves is looked at less closely.
const QUALITY: f32 = 65.0;

/// A moving picture: its pixels from left to right and from top to bottom, and its bytes.
pub(super) type Moving = (u32, u32, Vec<u8>);

/// Makes the moving picture out of all frames of a GIF.
pub(super) fn moving(bytes: &[u8]) -> Result<Moving, Trouble> {
    if Format::of(bytes) != Format::Gif {
        return Err(Trouble::DoesNotMove);
    }
    let damaged = Trouble::Damaged(Format::Gif);
    let mut decoder = GifDecoder::new(Cursor::new(bytes)).map_err(|_| damaged.clone())?;
    let mut limits = Limits::default();
    limits.max_alloc = Some(MOST_MEMORY);
    decoder.set_limits(limits).map_err(|_| damaged.clone())?;
    let (width, height) = decoder.dimensions();
    let pixels_of_one = u64::from(width) * u64::from(height);
    let mut frames: Vec<(Pixels, i64)> = Vec::new();
    for frame in decoder.into_frames() {
        let frame = frame.map_err(|_| damaged.clone())?;
        let count = frames.len() as u64 + 1;
        if count.saturating_mul(pixels_of_one) > MOST_PIXELS {
            return Err(Trouble::TooLarge { width, height });
        }
        frames.push(small(frame).ok_or_else(|| damaged.clone())?);
    }
    if frames.len() < 2 {
        return Err(Trouble::DoesNotMove);
    }
    let whole = length(&frames);
    if whole > LONGEST {
        return Err(Trouble::MovesTooLong { seconds: (whole + 999) / 1000 });
    }
    encoded(&frames).ok_or(damaged)
}

/// For how long all frames stand together, in milliseconds.
fn length(frames: &[(Pixels, i64)]) -> i64 {
    frames.iter().map(|(_, delay)| *delay).sum()
}

/// A frame no wider than it is shown, and for how many milliseconds it stands.
fn small(frame: Frame) -> Option<(Pixels, i64)> {
    let (over, under) = frame.delay().numer_denom_ms();
    let delay = i64::from(over) / i64::from(under.max(1));
    let buffer = frame.into_buffer();
    let pixels = Pixels { width: buffer.width(), height: buffer.height(), bytes: buffer.into_raw() };
    let pixels = if pixels.width > WIDEST {
        let height = u64::from(pixels.height) * u64::from(WIDEST) / u64::from(pixels.width);
        scaled(&pixels, None, WIDEST, u32::try_from(height).ok()?.max(1), true)?
    } else {
        pixels
    };
    // As browsers do: a frame without a length stands for a tenth of a second.
    Some((pixels, if delay < 20 { 100 } else { delay }))
}

fn encoded(frames: &[(Pixels, i64)]) -> Option<Moving> {
    let first = &frames.first()?.0;
    let mut config = WebPConfig::new().ok()?;
    config.quality = QUALITY;
    let mut encoder = AnimEncoder::new(first.width, first.height, &config);
    let whole = length(frames);
    encoder.set_loop_count(i32::try_from((LONGEST / whole.max(1)).max(1)).ok()?);
    let mut now: i64 = 0;
    for (pixels, delay) in frames {
        let at = i32::try_from(now).ok()?;
        encoder.add_frame(AnimFrame::from_rgba(&pixels.bytes, pixels.width, pixels.height, at));
        now += delay;
    }
    let bytes = encoder.try_encode().ok()?;
    Some((first.width, first.height, bytes.to_vec()))
}
