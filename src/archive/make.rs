//! A zip of files: the same files in the same order give the same bytes on every machine and day.

use std::io::{self, Seek, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, System, ZipWriter};

/// Puts files into one.
pub struct Archiver<W: Write + Seek>(ZipWriter<W>);

impl<W: Write + Seek> Archiver<W> {
    /// Begins a zip.
    pub fn new(target: W) -> Self {
        Self(ZipWriter::new(target))
    }

    /// Adds a file.
    ///
    /// # Errors
    /// When the machine refuses, or when a file of that name was added already.
    pub fn add(&mut self, path: &str, bytes: &[u8]) -> io::Result<()> {
        self.0.start_file(path, options(bytes.len())).map_err(io::Error::from)?;
        self.0.write_all(bytes)
    }

    /// Writes the list at the end, and hands back what was written to.
    ///
    /// # Errors
    /// When the machine refuses.
    pub fn finish(self) -> io::Result<W> {
        self.0.finish().map_err(io::Error::from)
    }
}

/// The same for every file, whatever the machine and the moment: the first day a zip can name, a plain file that
/// all may read.
fn options(bytes: usize) -> SimpleFileOptions {
    SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .compression_level(Some(9))
        .last_modified_time(DateTime::default())
        .unix_permissions(0o644)
        .system(System::Unix)
        .large_file(u32::try_from(bytes).is_err())
}
