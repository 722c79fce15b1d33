//! Writes zip files: the same files in the same order give the same bytes on every machine and day.

use std::io::{self, Seek, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, System, ZipWriter};

/// Writes files into one zip file.
pub struct Archiver<W: Write + Seek>(ZipWriter<W>);

impl<W: Write + Seek> Archiver<W> {
    /// Begins a zip file.
    pub fn new(target: W) -> Self {
        Self(ZipWriter::new(target))
    }

    /// Adds a file.
    ///
    /// # Errors
    /// Fails when the target cannot be written, or when a file with that name was already added.
    pub fn add(&mut self, path: &str, bytes: &[u8]) -> io::Result<()> {
        self.0.start_file(path, options(bytes.len())).map_err(io::Error::from)?;
        self.0.write_all(bytes)
    }

    /// Writes the list of files at the end, and returns the target.
    ///
    /// # Errors
    /// Fails when the target cannot be written.
    pub fn finish(self) -> io::Result<W> {
        self.0.finish().map_err(io::Error::from)
    }
}

/// Returns options that do not depend on the machine or the moment: the earliest date that a zip can hold,
/// and the mode of a plain file that everybody may read.
fn options(bytes: usize) -> SimpleFileOptions {
    SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .compression_level(Some(9))
        .last_modified_time(DateTime::default())
        .unix_permissions(0o644)
        .system(System::Unix)
        .large_file(u32::try_from(bytes).is_err())
}
