//! The kinds of remarks on themes: their files, templates, settings and words.

/// Adds them to the others, and hands all on to the next of the list.
macro_rules! codes_of_theme {
    ($next:ident $($rest:ident)* => $($before:tt)*) => {
        $next! {
            $($rest)* => $($before)*

            // What a theme is made of.

            /// Something in a list of words that is no word.
            Error ThemeWord = "theme-word";
            /// A theme that is not there.
            Error ThemeMissing = "theme-missing";
            /// Two folders for the same: one of the two would be passed over.
            Error TwoThemeFolders = "two-theme-folders";
            /// Themes that build on each other in a circle.
            Error CircularThemes = "circular-themes";
            /// A theme without `theme.yaml`.
            Error NoThemeFile = "no-theme-file";
            /// A name that no theme can have, or not in this folder.
            Error BadThemeName = "bad-theme-name";
            /// A version that is none.
            Error BadVersion = "bad-version";
            /// A setting that is not declared well.
            Error BadSetting = "bad-setting";
            /// What a theme had in a former version and has no more.
            Error GoneFromTheme = "gone-from-theme";
            /// A theme that keeps the former contract.
            Warning FormerContract = "former-contract";
            /// A theme that was made for a later program.
            Error ThemeTooNew = "theme-too-new";
            /// A theme that was made for a program of long ago.
            Error ThemeTooOld = "theme-too-old";
            /// A template of more than 1 MB.
            Error TemplateTooBig = "template-too-big";
            /// Templates that come back to themselves, or would grow beyond measure.
            Error TemplateCircle = "template-circle";
            /// A file of the village's own layer that means nothing.
            Warning ThemeFileUnused = "theme-file-unused";
            /// A template that cannot be read or filled.
            Error Template = "template";
            /// A name in a template that nothing gives.
            Error TemplateUnknownName = "template-unknown-name";
            /// A template that is asked for and not there.
            Error TemplateMissing = "template-missing";
            /// A template of which no whole page comes.
            Error PageNotWhole = "page-not-whole";
            /// A word that no template knows, or that lacks what is to be filled in.
            Warning ThemeWordStrange = "theme-word-strange";
            /// A template or style that asks another site for something.
            Warning AsksElsewhere = "asks-elsewhere";
            /// A template that takes readers elsewhere than they would think, or nowhere.
            Warning TemplateMisleads = "template-misleads";
            /// A script or style in a template that browsers hold back.
            Warning TemplateHeldBack = "template-held-back";

            // Themes beside a site.

            /// A block of a style that is not closed.
            Warning StyleNotClosed = "style-not-closed";
            /// Letters that cannot be read because of a style in the own folder of a village.
            Warning StyleHardToRead = "style-hard-to-read";
            /// What is known of the themes beside a site cannot be read.
            Warning ThemeLockUnreadable = "theme-lock-unreadable";
            /// What was known of the theme of a site is gone.
            Warning ThemeLockGone = "theme-lock-gone";
            /// A theme that lies beside a site and was not added, or the other way round.
            Warning ThemeNotAdded = "theme-not-added";
            /// A file of a theme that is not as it came.
            Warning ThemeChangedByHand = "theme-changed-by-hand";
            /// A file of the village that was copied from one that changed since.
            Note ThemeFileStale = "theme-file-stale";
            /// A site that pins another version of its theme than lies there.
            Warning ThemePinDiffers = "theme-pin-differs";
            /// A theme of the program itself that lies beside the site in an older version.
            Warning ThemeOlderThanOurs = "theme-older-than-ours";

            // A theme that is tried.

            /// A page of a theme whose blocks do not nest.
            Error ProofNesting = "proof-nesting";
            /// Something that a page of a theme asks of another host.
            Error ProofRequest = "proof-request";
            /// Letters of a theme that cannot be read.
            Error ProofContrast = "proof-contrast";
            /// A word or a sentence of help that a language lacks.
            Warning ProofMissingWord = "proof-missing-word";
        }
    };
}

pub(super) use codes_of_theme;
