//! Turns an animated GIF into an animated WebP: a fraction of its size, and still after a few seconds.

use std::io::Cursor;

use image::codecs::gif::GifDecoder;
use image::{AnimationDecoder, Frame, ImageDecoder, Limits};
use webp::{AnimEncoder, AnimFrame, WebPConfig};

use super::format::Format;
use super::open::{MOST_MEMORY, MOST_PIXELS};
use super::scale::{Pixels, scaled};
use super::trouble::Trouble;

/// The maximum width, in pixels: wider than the text, it would only be heavier.
const WIDEST: u32 = 960;

/// What moves by itself for longer than this needs a button to stop it (WCAG 2.2, 2.2.2), in milliseconds.
const LONGEST: i64 = 5000;

/// The WebP quality, of 100; people look less closely at what moves.
const QUALITY: f32 = 65.0;

/// An animated picture: its width and height in pixels, and its bytes.
pub(super) type Moving = (u32, u32, Vec<u8>);

/// Renders the animated picture from all frames of a GIF.
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
            return Err(Trouble::TooManyFrames { width, height });
        }
        frames.push(small_frame(frame).ok_or_else(|| damaged.clone())?);
    }
    if frames.len() < 2 {
        return Err(Trouble::DoesNotMove);
    }
    let total = total_duration(&frames);
    if total > LONGEST {
        return Err(Trouble::MovesTooLong { seconds: (total + 999) / 1000 });
    }
    encode_frames(&frames).ok_or(damaged)
}

/// The total duration of all frames, in milliseconds.
fn total_duration(frames: &[(Pixels, i64)]) -> i64 {
    frames.iter().map(|(_, delay)| *delay).sum()
}

/// Returns a frame, no wider than it is shown, and its duration in milliseconds.
fn small_frame(frame: Frame) -> Option<(Pixels, i64)> {
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
    // As browsers do: a frame without a duration lasts a tenth of a second.
    Some((pixels, if delay < 20 { 100 } else { delay }))
}

fn encode_frames(frames: &[(Pixels, i64)]) -> Option<Moving> {
    let first = &frames.first()?.0;
    let mut config = WebPConfig::new().ok()?;
    config.quality = QUALITY;
    let mut encoder = AnimEncoder::new(first.width, first.height, &config);
    let total = total_duration(frames);
    encoder.set_loop_count(i32::try_from((LONGEST / total.max(1)).max(1)).ok()?);
    let mut now: i64 = 0;
    for (pixels, delay) in frames {
        let at = i32::try_from(now).ok()?;
        encoder.add_frame(AnimFrame::from_rgba(&pixels.bytes, pixels.width, pixels.height, at));
        now += delay;
    }
    let mut bytes = encoder.try_encode().ok()?.to_vec();
    set_last_delay(total, &mut bytes);
    Some((first.width, first.height, bytes))
}

/// Corrects the duration of the last frame to what is left of the total: the encoder knows when each frame
/// begins but not when the last one ends, and guesses.
fn set_last_delay(total: i64, webp: &mut [u8]) {
    let mut before: i64 = 0;
    let mut last = None;
    // After `RIFF`, a length and `WEBP`.
    let mut at: usize = 12;
    while let Some([name @ .., one, two, three, four]) = webp.get(at..at.saturating_add(8)) {
        if name == b"ANMF"
            && let Some(&[one, two, three]) = webp.get(at + DURATION..at + DURATION + 3)
        {
            before +=
                last.replace((at, i64::from(u32::from_le_bytes([one, two, three, 0])))).map_or(0, |it| it.1);
        }
        let length = u32::from_le_bytes([*one, *two, *three, *four]) as usize;
        // A chunk of odd length is padded with a byte.
        at = at.saturating_add(8).saturating_add(length).saturating_add(length % 2);
    }
    let left = u32::try_from(total - before).ok().filter(|left| *left < 1 << 24);
    if let (Some((at, _)), Some(left)) = (last, left)
        && let Some(duration) = webp.get_mut(at + DURATION..at + DURATION + 3)
    {
        duration.copy_from_slice(&left.to_le_bytes()[..3]);
    }
}

/// The offset of the duration in a frame's chunk.
const DURATION: usize = 8 + 12;

#[cfg(test)]
mod tests {
    use image::codecs::gif::GifEncoder;
    use image::codecs::webp::WebPDecoder;
    use image::{Delay, Rgba, RgbaImage};

    use super::*;

    /// The delays of a GIF of frames with these colours, once it is a WebP.
    fn delays(frames: &[(u8, u32)]) -> Vec<u32> {
        let mut gif = Vec::new();
        let mut encoder = GifEncoder::new(&mut gif);
        for (colour, delay) in frames {
            let picture = RgbaImage::from_pixel(40, 30, Rgba([*colour, 20, 20, 255]));
            let frame = Frame::from_parts(picture, 0, 0, Delay::from_numer_denom_ms(*delay, 1));
            encoder.encode_frame(frame).expect("a frame");
        }
        drop(encoder);
        let (_, _, webp) = moving(&gif).expect("a moving picture");
        let frames = WebPDecoder::new(Cursor::new(webp)).expect("a WebP").into_frames();
        frames.map(|frame| frame.expect("a frame").delay().numer_denom_ms().0).collect()
    }

    #[test]
    fn every_frame_keeps_its_duration() {
        assert_eq!(delays(&[(200, 500), (20, 3000)]), [500, 3000]);
        assert_eq!(delays(&[(200, 3000), (20, 500)]), [3000, 500]);
        assert_eq!(delays(&[(200, 500), (20, 300), (20, 2000)]).iter().sum::<u32>(), 2800);
    }
}
