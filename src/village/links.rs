//! Resolves the links in texts: to an entry, a file, a page of the site, or an address outside it.

use super::entry::Village;
use super::followed::{EntryId, LinkError, LinkTarget};
use crate::ground::{Address, SitePath, closest, percent_decoded_or_kept};
use crate::read::Prose;

impl Village {
    /// Follows a link in the file `from`.
    ///
    /// # Errors
    /// Says why the link is broken.
    pub fn follow(&self, from: &SitePath, target: &str) -> Result<LinkTarget, LinkError> {
        let target = target.trim();
        if let Some(anchor) = target.strip_prefix('#') {
            return Ok(LinkTarget::Anchor(anchor.to_owned()));
        }
        if target.is_empty() {
            return Err(LinkError::Empty);
        }
        if let Some(outside) = outside_address(target)? {
            return self.follow_outside(&outside);
        }
        let end = target.find(['?', '#']).unwrap_or(target.len());
        let (path, tail) = target.split_at(end);
        self.follow_path(from, &percent_decoded_or_kept(path), tail)
    }

    /// Follows the links of each text, and then its pictures, in order.
    pub fn follow_all(&self, from: &SitePath, texts: &[&Prose]) -> Vec<Result<LinkTarget, LinkError>> {
        let targets = texts.iter().flat_map(|prose| prose.targets());
        targets.map(|target| self.follow(from, target)).collect()
    }

    /// Follows a full web address; one on this very site is treated as a path from its root.
    fn follow_outside(&self, address: &str) -> Result<LinkTarget, LinkError> {
        let own = self.settings.web_address().map(|base| base.trim_end_matches('/'));
        match own.and_then(|own| address.strip_prefix(own)) {
            Some("") => Ok(LinkTarget::OnSite(Address::home(), String::new())),
            Some(path) if path.starts_with(['/', '#', '?']) => {
                let end = path.find(['?', '#']).unwrap_or(path.len());
                let (path, tail) = path.split_at(end);
                Ok(self.on_site(path.trim_start_matches('/'), tail))
            }
            _ => Ok(LinkTarget::Outside(address.to_owned())),
        }
    }

    fn follow_path(&self, from: &SitePath, path: &str, tail: &str) -> Result<LinkTarget, LinkError> {
        let beside = from.resolve(path);
        let from_root = SitePath::new(path.trim_start_matches('/'));
        for candidate in [&beside, &from_root].into_iter().flatten() {
            if let Some(id) = self.text_at(candidate) {
                return Ok(LinkTarget::Entry(id, anchor_of(tail)));
            }
            if let Some(number) = self.register.file(candidate) {
                return Ok(LinkTarget::File(number));
            }
            if let Some(address) = self.register.one_of_list(candidate) {
                return Err(LinkError::ListOfEntries(address.clone()));
            }
        }
        let name = path.rsplit('/').next().unwrap_or(path);
        let is_source = [".md", ".markdown", ".yaml", ".yml"].iter().any(|ending| name.ends_with(ending));
        let is_media = path.trim_start_matches('/').to_lowercase().starts_with("media/")
            || !path.starts_with('/') && name.contains('.');
        if is_source || is_media {
            return Err(LinkError::Missing(self.nearest(path)));
        }
        let has_parent_steps = path.split(['/', '\\']).any(|part| part == "..");
        match (has_parent_steps.then(|| resolve_parent_steps(from, path)), &from_root) {
            (Some(None), _) => Err(LinkError::Missing(self.nearest(path))),
            (Some(Some(path)), _) => Ok(self.on_site(&path, tail)),
            (None, Some(path)) => Ok(self.on_site(path.as_str(), tail)),
            (None, None) => Ok(self.on_site("", tail)),
        }
    }

    /// Returns the entry whose file has this path; the extension may be left off.
    fn text_at(&self, path: &SitePath) -> Option<EntryId> {
        let with_ending = |ending: &str| SitePath::new(&format!("{path}.{ending}"));
        self.register.at_path(path).or_else(|| {
            let endings = if path.name().contains('.') { &[][..] } else { &["md", "yaml"][..] };
            endings
                .iter()
                .filter_map(|ending| with_ending(ending))
                .find_map(|path| self.register.at_path(&path))
        })
    }

    /// Returns the page or file at a path from the root of the site.
    fn on_site(&self, path: &str, tail: &str) -> LinkTarget {
        let parts = path.split('/').filter(|part| !part.is_empty());
        let is_file = path.rsplit('/').next().is_some_and(|name| name.contains('.'));
        let address = if is_file { Address::file(path) } else { Address::page(parts) };
        match self.register.at_address(&address) {
            Some(id) => LinkTarget::Entry(id, anchor_of(tail)),
            None => LinkTarget::OnSite(address, tail.to_owned()),
        }
    }

    /// Returns the photo or document that a field points at: by its path, or by its name if that is unique.
    ///
    /// # Errors
    /// Returns the path of a file that may have been meant.
    pub fn find_file(&self, from: &SitePath, typed: &str) -> Result<usize, Option<String>> {
        let plain = percent_decoded_or_kept(typed).replace('\\', "/").to_lowercase();
        let candidates = [SitePath::new(plain.trim_start_matches('/')), from.resolve(&plain)];
        for candidate in candidates.iter().flatten() {
            if let Some(number) = self.register.file(candidate) {
                return Ok(number);
            }
        }
        let same_name = |file: &crate::read::MediaFile| file.path.name().to_lowercase() == plain;
        let mut same_named = self.files.iter().enumerate().filter(|(_, file)| same_name(file));
        match (same_named.next(), same_named.next()) {
            (Some((number, _)), None) => Ok(number),
            _ => Err(self.nearest_file(&plain)),
        }
    }

    /// Returns the entry whose text a field points at: by its file path, from the root or relative to `from`.
    pub(super) fn find_text(&self, from: &SitePath, typed: &str) -> Option<EntryId> {
        let plain = percent_decoded_or_kept(typed).replace('\\', "/");
        let candidates = [SitePath::new(plain.trim_start_matches('/')), from.resolve(&plain)];
        candidates.iter().flatten().find_map(|path| self.register.at_path(path))
    }

    /// Returns the photo or document that may have been meant, by its path or its name.
    fn nearest_file(&self, typed: &str) -> Option<String> {
        let paths = || self.files.iter().map(|file| file.path.as_str());
        let last_part = |path: &'_ str| path.rsplit('/').next().unwrap_or("").to_owned();
        let by_path = closest(typed, paths()).map(str::to_owned);
        by_path.or_else(|| {
            let wanted = last_part(typed);
            let names: Vec<String> = paths().map(last_part).collect();
            let near = closest(&wanted, names.iter().map(String::as_str))?;
            paths().find(|path| last_part(path) == near).map(str::to_owned)
        })
    }

    /// Returns the file, of any sort, that may have been meant.
    pub(super) fn nearest(&self, typed: &str) -> Option<String> {
        let entries = self.entries.iter().map(|entry| entry.path.as_str());
        let last_part = |path: &str| path.rsplit('/').next().unwrap_or("").to_owned();
        let wanted = last_part(typed);
        let found = self.nearest_file(typed);
        found
            .or_else(|| {
                entries.map(str::to_owned).find(|path| closest(&wanted, [last_part(path).as_str()]).is_some())
            })
            .map(|path| format!("/{path}"))
    }
}

/// Resolves a link with `..` in it to a path from the root of the village; `None` when it leads outside.
fn resolve_parent_steps(from: &SitePath, path: &str) -> Option<String> {
    // The root folder itself is not a valid `SitePath`, but something inside it is: hence the `x`.
    from.resolve(&format!("{path}/x")).map(|inside| inside.parent().to_owned())
}

fn anchor_of(tail: &str) -> Option<String> {
    tail.split_once('#').map(|(_, anchor)| anchor.to_owned()).filter(|anchor| !anchor.is_empty())
}

/// Returns the full address of a link that leads outside the site; `None` when it stays on the site.
fn outside_address(target: &str) -> Result<Option<String>, LinkError> {
    if let Some(host) = target.strip_prefix("//") {
        return Ok(Some(format!("https://{host}")));
    }
    let Some((scheme, rest)) = target.split_once(':') else { return Ok(None) };
    let is_scheme =
        scheme.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'-' | b'.'));
    if !is_scheme || scheme.is_empty() {
        return Ok(None);
    }
    match scheme.to_ascii_lowercase().as_str() {
        "http" | "https" if rest.starts_with("//") && rest.len() > 2 => Ok(Some(target.to_owned())),
        "mailto" | "tel" if !rest.is_empty() => Ok(Some(target.to_owned())),
        "webcal" | "sms" | "geo" => Ok(Some(target.to_owned())),
        "file" => Err(LinkError::OwnComputer),
        drive if drive.len() == 1 => Err(LinkError::OwnComputer),
        _ => Err(LinkError::Scheme),
    }
}
