//! The languages that a site may be in, and the two that messages are written in.

/// A language that the pages of a site can be in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Language {
    /// Dutch, `nl`.
    Dutch,
    /// West Frisian, `fy`.
    Frisian,
    /// Low Saxon, `nds`.
    LowSaxon,
    /// English, `en`.
    English,
    /// German, `de`.
    German,
}

impl Language {
    /// Every language, in the order in which they are offered.
    pub const ALL: [Self; 5] = [Self::Dutch, Self::Frisian, Self::LowSaxon, Self::English, Self::German];

    /// Returns the BCP 47 tag for `lang` and `hreflang`.
    pub fn tag(self) -> &'static str {
        match self {
            Self::Dutch => "nl",
            Self::Frisian => "fy",
            Self::LowSaxon => "nds",
            Self::English => "en",
            Self::German => "de",
        }
    }

    /// Returns its name in the language itself.
    pub fn own_name(self) -> &'static str {
        match self {
            Self::Dutch => "Nederlands",
            Self::Frisian => "Frysk",
            Self::LowSaxon => "Nedersaksisch",
            Self::English => "English",
            Self::German => "Deutsch",
        }
    }

    /// Returns its name in messages.
    pub fn name(self) -> Pair {
        match self {
            Self::Dutch => Pair::new("Nederlands", "Dutch"),
            Self::Frisian => Pair::new("Fries", "Frisian"),
            Self::LowSaxon => Pair::new("Nedersaksisch", "Low Saxon"),
            Self::English => Pair::new("Engels", "English"),
            Self::German => Pair::new("Duits", "German"),
        }
    }

    /// Returns the language with this tag, if there is one.
    pub fn from_tag(tag: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|language| language.tag().eq_ignore_ascii_case(tag))
    }

    /// Whether villages write their files in it, so that the words they use for days can appear on its pages.
    pub fn is_written(self) -> bool {
        matches!(self, Self::Dutch | Self::English)
    }

    /// Returns the decimal mark: a point in English, a comma in the other languages.
    pub fn decimal_mark(self) -> char {
        match self {
            Self::English => '.',
            Self::Dutch | Self::Frisian | Self::LowSaxon | Self::German => ',',
        }
    }

    /// Returns the language for messages and addresses that suits readers of this language best.
    pub fn locale(self) -> Locale {
        match self {
            Self::English | Self::German => Locale::English,
            Self::Dutch | Self::Frisian | Self::LowSaxon => Locale::Dutch,
        }
    }
}

/// One of the two languages that keys, messages and addresses exist in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Locale {
    /// Dutch, for most of those who use the program.
    #[default]
    Dutch,
    /// English.
    English,
}

impl Locale {
    /// Returns the BCP 47 tag of the language, as used in HTML.
    pub fn tag(self) -> &'static str {
        match self {
            Self::Dutch => "nl",
            Self::English => "en",
        }
    }
}

/// A text in both languages, composed at run time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Both {
    /// The Dutch text.
    pub nl: String,
    /// The English text.
    pub en: String,
}

/// Puts a Dutch and an English text together.
pub fn both(nl: impl Into<String>, en: impl Into<String>) -> Both {
    Both { nl: nl.into(), en: en.into() }
}

impl Both {
    /// Returns the text in one of the languages.
    pub fn in_locale(&self, locale: Locale) -> &str {
        match locale {
            Locale::Dutch => &self.nl,
            Locale::English => &self.en,
        }
    }
}

/// A fixed text in both languages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pair {
    /// The Dutch text.
    pub nl: &'static str,
    /// The English text.
    pub en: &'static str,
}

impl Pair {
    /// Puts a Dutch and an English text together.
    pub const fn new(nl: &'static str, en: &'static str) -> Self {
        Self { nl, en }
    }

    /// Returns the text in one of the languages.
    pub const fn in_locale(self, locale: Locale) -> &'static str {
        match locale {
            Locale::Dutch => self.nl,
            Locale::English => self.en,
        }
    }
}

impl From<Pair> for Both {
    fn from(pair: Pair) -> Self {
        both(pair.nl, pair.en)
    }
}
