//! Codes of diagnostics about files and folders in a village: those that cannot be read, or are in the wrong
//! place.

/// Adds these codes to the ones before, and passes all of them to the next macro in the list.
macro_rules! codes_of_files {
    ($next:ident $($rest:ident)* => $($before:tt)*) => {
        $next! {
            $($rest)* => $($before)*

            /// A missing `site.yaml`.
            Error NoSite = "no-site";
            /// A symbolic link in the village folder.
            Error LinkOnDisk = "link-on-disk";
            /// A device, socket or pipe.
            Error NotAFile = "not-a-file";
            /// A file that the operating system does not let us read.
            Error UnreadableFile = "unreadable-file";
            /// A text larger than 1 MB.
            Error FileTooBig = "file-too-big";
            /// An empty text file.
            Error EmptyFile = "empty-file";
            /// A file that disappeared while it was read.
            Error FileGone = "file-gone";
            /// A file name that is not Unicode.
            Error UnreadableName = "unreadable-name";
            /// A file with the extension of a text that holds something else.
            Error NotAText = "not-a-text";
            /// A text saved in a legacy encoding instead of UTF-8.
            Error OldEncoding = "old-encoding";
            /// A folder with almost the name of a folder that is used.
            Warning MisnamedFolder = "misnamed-folder";
            /// A folder that has no meaning here.
            Note UnknownFolder = "unknown-folder";
            /// Settings in a file with another name than `site.yaml`.
            Warning MisnamedSiteFile = "misnamed-site-file";
            /// A text outside the folders for texts.
            Warning StrayText = "stray-text";
            /// A picture or document in a folder for texts.
            Warning FileAmongTexts = "file-among-texts";
            /// A text in a folder for pictures or documents.
            Warning TextAmongFiles = "text-among-files";
            /// A file that is named like a copy of another file, but has different content.
            Warning NamedAsCopy = "named-as-copy";
            /// A data file that the site would read, under the wrong name.
            Warning MisnamedDataFile = "misnamed-data-file";
        }
    };
}

pub(super) use codes_of_files;
