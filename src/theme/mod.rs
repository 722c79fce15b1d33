//! Floor 3: merges layers of theme files into a [`Theme`]. It knows nothing about villages; a theme is data.

mod contract;
mod names;
mod layer;
mod extra_style;
mod messages;
mod manifest;
mod removed;
mod standard;
mod setting;
mod template;
mod words;
mod missing;
mod chain;
mod styles;
mod style_slips;
mod style_messages;
mod style_check;
mod markup;
mod markup_messages;
mod elsewhere;
mod blocked_markup;
mod word_messages;
mod word_check;
mod unused;
mod layer_cache;
mod merge;
mod replacements;
mod load;

pub use chain::{LONGEST_CHAIN, NamedTheme};
pub use contract::{
    API, Contract, ContractStatus, FormerContract, PAGES, PORTAL_ASSETS, PORTAL_PAGES, Renamed, shared_part,
};
pub use extra_style::{EXTRA_STYLE, as_replacement_of, replaced_theme};
pub use layer::{Layer, MAIN_STYLE, VILLAGE_LAYER, origin_of};
pub use layer_cache::LayerCache;
pub use load::{ChangedBy, Choice, Theme};
pub use manifest::{Manifest, THEME_FILE, read_manifest};
pub use messages::unused_file;
pub use missing::{MissingWord, missing_words};
pub use names::is_theme_name;
pub use removed::{Gone, GoneKind, gone};
pub use setting::{ChosenSetting, Setting, SettingKind, SettingType, SettingValue, settings_schema};
pub use standard::{STANDARD, Shipped, shipped};
pub use styles::{addresses_in_style, from_style, relative_reference};
pub use template::{
    LayerTemplate, TURN, TURN_KEPT, TURN_LIST, TURN_MADE, UsedName, base_of, blocks_at, blocks_of,
    building_on, builds_on_its_name, defined_names, defines_component, layer_built_on, left_open, stand_in,
    tag_around, used_names, without_name_at, without_tag_at,
};
pub use unused::{Unused, unused};
pub use words::{Words, fill, fill_by};
