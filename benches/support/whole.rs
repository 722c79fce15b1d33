//! Checks that a published site is complete: every file in its manifest exists and matches it, and there are no others.

use std::fs;
use std::path::Path;

use dorpsplein::ground::{MANIFEST, fingerprint};
use serde_json::Value;

use super::tree;

/// Returns the manifest of a site, and panics if the site does not match it; none if there is no site.
pub fn whole(site: &Path) -> Option<Vec<u8>> {
    let list = fs::read(site.join(MANIFEST)).ok()?;
    let told: Value = serde_json::from_slice(&list).expect("a list");
    let files = told["files"].as_object().expect("files");
    let mut there = tree(site);
    there.remove(Path::new(MANIFEST));
    assert_eq!(there.len(), files.len(), "{}: there are other files than were published", site.display());
    for (path, about) in files {
        let bytes =
            there.get(Path::new(path)).unwrap_or_else(|| panic!("{}: {path} is missing", site.display()));
        let (size, print) = (about[0].as_u64(), about[1].as_str());
        let as_told = size == Some(bytes.len() as u64) && print == Some(&fingerprint(bytes).to_string());
        assert!(as_told, "{}: {path} is not what was published", site.display());
    }
    Some(list)
}
