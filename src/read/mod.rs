//! Floor 1: reads a village folder into a [`Source`]. From there on, a village is known without the disk.

mod svg;
mod disk;
mod layout;
mod gathered;
mod decode;
mod messages;
mod stray_messages;
mod copy_names;
mod prose_messages;
mod spoiled_messages;
mod picture_kind;
mod alt_words;
mod bullet_signs;
mod yaml;
mod markup;
mod prose;
mod merged;
mod front_matter;
mod garbled;
mod unreadable;
mod history;
mod shared_history;
mod surroundings;
mod cache;
mod media;
mod stray;
mod source;
mod theme_folder;

pub use alt_words::{is_meaningless_alt, meaningless_alt};
pub use bullet_signs::between_bullets;
pub use cache::ReadCache;
pub use copy_names::copied_from;
pub use disk::{
    FolderMark, Found, PictureSize, ReadFailure, Refusal, Stamp, Trouble, all_bytes_of, bytes_of,
    bytes_of_found, files_named, folder_mark, is_folder, is_held, is_inside, list_folder, opened, plain_path,
    real_path, stamp, start_of, with_retries,
};
pub use front_matter::{RawEntry, TextFile, read_text};
pub use gathered::{
    Gathered, GatheredDocument, GatheredSource, Refused, StaleCopy, StoredCopy, copy_place, gathered,
    gathered_list, portal_store,
};
pub use history::{History, changed_files, repository_above};
pub use layout::{Layout, OUTPUT_FOLDER, is_ignored, is_system_file};
pub use media::MediaFile;
pub use picture_kind::PictureKind;
pub use prose::{Heading, Insert, InsertKind, Link, LinkUse, Part, Picture, Prose, ProseParts, parse_prose};
pub use shared_history::{SharedHistory, history_fingerprint};
pub use source::{
    HeldFile, LOCK_FILE, LONGEST_TEXT, SITE_FILE, Source, collect, collect_cached, plain_text_of, text_of,
};
pub use surroundings::{Surroundings, surroundings};
pub use theme_folder::{ThemesByFolder, theme_files, themes_by_folder};
pub use yaml::{Key, Mapping, Node, Span, Value, fit_for_value, in_quotes, parse_yaml};
