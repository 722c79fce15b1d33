//! Codes of diagnostics about themes: their files, templates, settings and words.

/// Adds these codes to the ones before, and passes all of them to the next macro in the list.
macro_rules! codes_of_theme {
    ($next:ident $($rest:ident)* => $($before:tt)*) => {
        $next! {
            $($rest)* => $($before)*

            // What a theme is made of.

            /// An item in a list of words that is not a word.
            Error ThemeWord = "theme-word";
            /// A theme that does not exist.
            Error ThemeMissing = "theme-missing";
            /// Two folders for the same theme, of which one would be ignored.
            Error TwoThemeFolders = "two-theme-folders";
            /// Themes that build on each other in a circle.
            Error CircularThemes = "circular-themes";
            /// A theme without `theme.yaml`.
            Error NoThemeFile = "no-theme-file";
            /// A name that no theme can have, or that does not fit this folder.
            Error BadThemeName = "bad-theme-name";
            /// A value that is not a version.
            Error BadVersion = "bad-version";
            /// A setting that is declared incorrectly.
            Error BadSetting = "bad-setting";
            /// Something that an earlier version of a theme had, and this one no longer has.
            Error GoneFromTheme = "gone-from-theme";
            /// A theme that follows the previous contract.
            Warning FormerContract = "former-contract";
            /// A theme that needs a newer version of the program.
            Error ThemeTooNew = "theme-too-new";
            /// A theme for a version of the program that is no longer supported.
            Error ThemeTooOld = "theme-too-old";
            /// A template larger than 1 MB.
            Error TemplateTooBig = "template-too-big";
            /// Templates that include themselves, or would grow without limit.
            Error TemplateCircle = "template-circle";
            /// A file in the village's own theme layer that is not used.
            Warning ThemeFileUnused = "theme-file-unused";
            /// A template that cannot be parsed or rendered.
            Error Template = "template";
            /// A name in a template that is not defined.
            Error TemplateUnknownName = "template-unknown-name";
            /// A template that is needed but does not exist.
            Error TemplateMissing = "template-missing";
            /// A template that does not yield a complete page.
            Error PageNotWhole = "page-not-whole";
            /// A word that no template uses, or that lacks a placeholder.
            Warning ThemeWordStrange = "theme-word-strange";
            /// A template or stylesheet that requests something from another site.
            Warning AsksElsewhere = "asks-elsewhere";
            /// A template that takes readers to an unexpected place, or nowhere.
            Warning TemplateMisleads = "template-misleads";
            /// A script or style in a template that browsers block.
            Warning TemplateHeldBack = "template-held-back";

            // Themes next to a site.

            /// A block in a stylesheet that is not closed.
            Warning StyleNotClosed = "style-not-closed";
            /// A style that names a file or a property that does not exist.
            Warning StyleNamesNothing = "style-names-nothing";
            /// Text that is unreadable because of a stylesheet in the village's own theme layer.
            Warning StyleHardToRead = "style-hard-to-read";
            /// A theme lock that cannot be read.
            Warning ThemeLockUnreadable = "theme-lock-unreadable";
            /// A theme lock that is missing.
            Warning ThemeLockGone = "theme-lock-gone";
            /// A theme folder that was not added, or an added theme without its folder.
            Warning ThemeNotAdded = "theme-not-added";
            /// A file of an added theme that was changed since.
            Warning ThemeChangedByHand = "theme-changed-by-hand";
            /// A file of the village that was copied from a theme file that has changed since.
            Note ThemeFileStale = "theme-file-stale";
            /// A site that pins another version of its theme than the one in its folder.
            Warning ThemePinDiffers = "theme-pin-differs";
            /// A copy of a built-in theme that is older than the one in the program.
            Warning ThemeOlderThanOurs = "theme-older-than-ours";

            // A theme that is tested.

            /// A page of a theme whose HTML elements do not nest properly.
            Error ProofNesting = "proof-nesting";
            /// A request to another host on a page of a theme.
            Error ProofRequest = "proof-request";
            /// Text in a theme with too little contrast to read.
            Error ProofContrast = "proof-contrast";
            /// A word or a help text that is missing in a language.
            Warning ProofMissingWord = "proof-missing-word";
        }
    };
}

pub(super) use codes_of_theme;
