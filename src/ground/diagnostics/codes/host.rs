//! The kinds of remarks on what the host of the site will not take.

/// Adds them to the others, and hands all on to the next of the list.
macro_rules! codes_of_host {
    ($next:ident $($rest:ident)* => $($before:tt)*) => {
        $next! {
            $($rest)* => $($before)*

            /// More files than the host takes.
            Error HostTooManyFiles = "host-too-many-files";
            /// A site that is larger than the host takes.
            Error HostSiteTooLarge = "host-site-too-large";
            /// A file that is larger than the host takes.
            Error HostFileTooLarge = "host-file-too-large";
            /// A kind of file that the host does not take.
            Error HostEndingRefused = "host-ending-refused";
            /// A name that the host leaves out, or that a disk cannot have.
            Warning HostNameRefused = "host-name-refused";
            /// No page for addresses that do not exist, under the name that the host looks for.
            Warning HostNoNotFoundPage = "host-no-not-found-page";
            /// A web address with a folder, at a host where a site has none.
            Warning HostNoFolder = "host-no-folder";
            /// More old addresses than the host reads rules for.
            Note HostTooManyRedirects = "host-too-many-redirects";
        }
    };
}

pub(super) use codes_of_host;
