//! The languages a site may be written in, and the two that messages are told in.

/// A language that a site's pages can have, as a BCP 47 tag.
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

    /// The BCP 47 tag for `lang` and `hreflang`.
    pub fn tag(self) -> &'static str {
        match self {
            Self::Dutch => "nl",
            Self::Frisian => "fy",
            Self::LowSaxon => "nds",
            Self::English => "en",
            Self::German => "de",
        }
    }

    /// What those who speak it call it.
    pub fn own_name(self) -> &'static str {
        match self {
            Self::Dutch => "Nederlands",
            Self::Frisian => "Frysk",
            Self::LowSaxon => "Nedersaksisch",
            Self::English => "English",
            Self::German => "Deutsch",
        }
    }

    /// What messages call it.
    pub fn name(self) -> Pair {
        match self {
            Self::Dutch => Pair::new("Nederlands", "Dutch"),
            Self::Frisian => Pair::new("Fries", "Frisian"),
            Self::LowSaxon => Pair::new("Nedersaksisch", "Low Saxon"),
            Self::English => Pair::new("Engels", "English"),
            Self::German => Pair::new("Duits", "German"),
        }
    }

    /// The language with this tag, if there is one.
    pub fn from_tag(tag: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|language| language.tag().eq_ignore_ascii_case(tag))
    }

    /// Whether people write their files in it, so that their own words for days can stand on its pages.
    pub fn is_written(self) -> bool {
        matches!(self, Self::Dutch | Self::English)
    }

    /// What stands before the decimals of a number: a comma, and in English a point.
    pub fn decimal_mark(self) -> char {
        match self {
            Self::English => '.',
            Self::Dutch | Self::Frisian | Self::LowSaxon | Self::German => ',',
        }
    }

    /// The language of messages and addresses that suits readers of this one best.
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
    /// Dutch: most of those who use the program.
    #[default]
    Dutch,
    /// English.
    English,
}

impl Locale {
    /// The tag of the language, as HTML has it (BCP 47).
    pub fn tag(self) -> &'static str {
        match self {
            Self::Dutch => "nl",
            Self::English => "en",
        }
    }
}

/// A text in both languages, made at run time.
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
    /// The text in the language asked for.
    pub fn in_locale(&self, locale: Locale) -> &str {
        match locale {
            Locale::Dutch => &self.nl,
            Locale::English => &self.en,
        }
    }
}

/// A text in both languages that is part of the program.
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

    /// The text in the language asked for.
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
