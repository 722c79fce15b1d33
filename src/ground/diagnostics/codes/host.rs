//! Codes of diagnostics about what the host of the site does not accept.

/// Adds these codes to the ones before, and passes all of them to the next macro in the list.
macro_rules! codes_of_host {
    ($next:ident $($rest:ident)* => $($before:tt)*) => {
        $next! {
            $($rest)* => $($before)*

            /// More files than the host accepts.
            Error HostTooManyFiles = "host-too-many-files";
            /// A site that is larger than the host accepts.
            Error HostSiteTooLarge = "host-site-too-large";
            /// A file that is larger than the host accepts.
            Error HostFileTooLarge = "host-file-too-large";
            /// A type of file that the host does not accept.
            Error HostEndingRefused = "host-ending-refused";
            /// A file name that the host skips, or that some file systems cannot store.
            Warning HostNameRefused = "host-name-refused";
            /// A missing "not found" page under the name that the host looks for.
            Warning HostNoNotFoundPage = "host-no-not-found-page";
            /// A web address with a folder, on a host where sites have none.
            Warning HostNoFolder = "host-no-folder";
            /// More redirects from former addresses than the host reads.
            Note HostTooManyRedirects = "host-too-many-redirects";
        }
    };
}

pub(super) use codes_of_host;
