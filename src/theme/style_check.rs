//! Reports what browsers silently skip in the styles of a layer: slips of the pen, and names of files and
//! properties that do not exist.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::extra_style::EXTRA_STYLE;
use super::layer::Layer;
use super::setting::{Setting, SettingType};
use super::standard::Shipped;
use super::style_messages as messages;
use super::style_slips::{Nesting, defined_properties, imports, used_properties};
use super::styles::{addresses_in_style, from_style, relative_reference};
use crate::ground::{FileText, Remarks, closest, is_on_another_host};

/// Reports everything in a style that opens without closing, or closes without opening.
pub(super) fn report_nesting(file: &FileText, style: &str, nesting: &Nesting, remarks: &mut Remarks) {
    if let Some(open) = nesting.first_open(style) {
        remarks.add(messages::style_not_closed(file.place(open..open + 1)));
    }
    if let Some(stray) = nesting.stray.first() {
        remarks.add(messages::stray_brace(file.place(*stray..stray + 1)));
    }
    if let Some(comment) = nesting.comment {
        remarks.add(messages::comment_not_closed(file.place(comment..comment + 2)));
    }
    for text in &nesting.texts {
        remarks.add(messages::text_not_closed(file.place(text.clone())));
    }
}

/// What the styles of all layers together may refer to.
pub(super) struct StyleNames {
    assets: BTreeSet<String>,
    properties: BTreeSet<String>,
}

impl StyleNames {
    /// Collects what the layers have and what the settings add to it.
    pub(super) fn of(layers: &[Arc<Layer>], shipped: &Shipped, settings: &[Setting]) -> Self {
        let mut names = Self { assets: BTreeSet::new(), properties: BTreeSet::new() };
        for (path, name, bytes) in layers.iter().flat_map(|layer| layer.files_in("assets")) {
            names.assets.insert(name.as_str().to_owned());
            if path.extension() == "css" {
                names.properties.extend(defined_properties(&String::from_utf8_lossy(bytes)));
            }
        }
        // The program itself gives the colours of the village, whether or not its styles give them too.
        let ours = shipped.themes.iter().flat_map(|theme| theme.files.iter());
        for (_, bytes) in ours.filter(|(path, _)| path.extension() == "css") {
            let style = String::from_utf8_lossy(bytes);
            let used = used_properties(&style).into_iter().map(|range| style[range].to_owned());
            names.properties.extend(used.filter(|name| name.starts_with("--dp-")));
        }
        for setting in settings {
            let property = format!("--dp-setting-{}", setting.key.replace('_', "-"));
            match setting.takes {
                SettingType::Colour => {
                    names.properties.extend([format!("{property}-contrast"), property]);
                }
                SettingType::Number { .. } => names.properties.extend([property]),
                _ => {}
            }
        }
        names
    }

    /// Reports the files and properties in the styles of a layer that do not exist; `layers` are all layers.
    pub(super) fn report_unknown(&self, layer: &Layer, layers: &[Arc<Layer>], remarks: &mut Remarks) {
        for (path, name, bytes) in layer.files_in("assets").filter(|(path, ..)| path.extension() == "css") {
            let style = String::from_utf8_lossy(bytes);
            let shown = layer.shown(path);
            let file = FileText::new(shown.shared(), &style);
            self.report_files(&file, &style, name.as_str(), remarks);
            for used in used_properties(&style) {
                let property = &style[used.clone()];
                if !self.properties.contains(property) && !is_set_elsewhere(property, layers) {
                    let near = closest(property, self.properties.iter().map(String::as_str));
                    remarks.add(messages::unknown_property(file.place(used), near));
                }
            }
        }
    }

    fn report_files(&self, file: &FileText, style: &str, name: &str, remarks: &mut Remarks) {
        let imports = imports(style);
        for range in addresses_in_style(style) {
            let address = &style[range.clone()];
            let import = imports.iter().find(|import| import.contains(&range.start));
            if let Some(import) = import.filter(|_| name == EXTRA_STYLE && !is_on_another_host(address)) {
                remarks.add(messages::import_in_extra(file.place(import.clone())));
                continue;
            }
            let Some((path, _)) = relative_reference(address).filter(|(path, _)| is_beside(name, path))
            else {
                continue;
            };
            let asset = from_style(name, path);
            if !self.assets.contains(&asset) && !self.assets.contains(path) {
                let near = closest(&asset, self.assets.iter().map(String::as_str));
                let near = near.or_else(|| self.same_name(&asset));
                // From a style in a folder, the path to another folder begins at the top.
                let near = near
                    .map(|near| if name.contains('/') { format!("/assets/{near}") } else { near.to_owned() });
                remarks.add(messages::missing_asset(file.place(range), near.as_deref()));
            }
        }
    }

    /// The asset with the same name in another folder.
    fn same_name(&self, asset: &str) -> Option<&str> {
        let name = asset.rsplit('/').next()?;
        self.assets.iter().map(String::as_str).find(|other| other.rsplit('/').next() == Some(name))
    }
}

/// Whether a path in a style stays within the folder of all assets; others may be anywhere on the site.
fn is_beside(style: &str, path: &str) -> bool {
    if path.contains(['(', '{']) || path.starts_with('/') {
        return path.starts_with("/assets/");
    }
    let ups = path.split('/').filter(|part| *part == "..").count();
    ups <= style.matches('/').count()
}

/// Whether a script or a template sets this property.
fn is_set_elsewhere(property: &str, layers: &[Arc<Layer>]) -> bool {
    let mut files = layers.iter().flat_map(|layer| layer.files.iter());
    files.any(|(path, bytes)| {
        path.ends_in(&["html", "js", "svg"])
            && bytes.windows(property.len()).any(|word| word == property.as_bytes())
    })
}
