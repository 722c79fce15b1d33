//! The kinds of remarks on what lies in a village folder: files and folders that cannot be read, or lie in the wrong place.

/// Adds them to the others, and hands all on to the next of the list.
macro_rules! codes_of_files {
    ($next:ident $($rest:ident)* => $($before:tt)*) => {
        $next! {
            $($rest)* => $($before)*

            /// There is no `site.yaml`.
            Error NoSite = "no-site";
            /// A symbolic link in the village folder.
            Error LinkOnDisk = "link-on-disk";
            /// A device, socket or pipe.
            Error NotAFile = "not-a-file";
            /// The machine does not let us read a file.
            Error UnreadableFile = "unreadable-file";
            /// A text of more than 1 MB.
            Error FileTooBig = "file-too-big";
            /// A text file in which there is nothing.
            Error EmptyFile = "empty-file";
            /// A file that went away while it was read.
            Error FileGone = "file-gone";
            /// A file name that is not Unicode.
            Error UnreadableName = "unreadable-name";
            /// A file with the ending of a text that holds something else.
            Error NotAText = "not-a-text";
            /// A text saved in an encoding of the last century.
            Error OldEncoding = "old-encoding";
            /// A folder whose name is nearly that of one that is used.
            Warning MisnamedFolder = "misnamed-folder";
            /// A folder that means nothing here.
            Note UnknownFolder = "unknown-folder";
            /// Settings under another name than `site.yaml`.
            Warning MisnamedSiteFile = "misnamed-site-file";
            /// A text outside the folders for texts.
            Warning StrayText = "stray-text";
            /// A picture or document in a folder for texts.
            Warning FileAmongTexts = "file-among-texts";
            /// A text in a folder for pictures or documents.
            Warning TextAmongFiles = "text-among-files";
            /// A file that is called as a copy of another, and says something else.
            Warning NamedAsCopy = "named-as-copy";
            /// A list that the site reads, under another name.
            Warning MisnamedDataFile = "misnamed-data-file";
        }
    };
}

pub(super) use codes_of_files;
