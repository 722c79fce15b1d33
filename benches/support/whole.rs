//! Whether a site that stands somewhere is whole: every file of its list there, and as the list tells, and none besides.

use std::fs;
use std::path::Path;

use dorpsplein::ground::{MANIFEST, fingerprint};
use serde_json::Value;

use super::tree;

/// The list of a site, when the site is as that tells; nothing when there is no site at all.
pub fn whole(site: &Path) -> Option<Vec<u8>> {
    let list = fs::read(site.join(MANIFEST)).ok()?;
    let told: Value = serde_json::from_slice(&list).expect("a list");
    let files = told["files"].as_object().expect("files");
    let mut there = tree(site);
    there.remove(Path::new(MANIFEST));
    assert_eq!(there.len(), files.len(), "{}: what is there is what was published", site.display());
    for (path, about) in files {
        let bytes =
            there.get(Path::new(path)).unwrap_or_else(|| panic!("{}: {path} is gone", site.display()));
        let (size, print) = (about[0].as_u64(), about[1].as_str());
        let as_told = size == Some(bytes.len() as u64) && print == Some(&fingerprint(bytes).to_string());
        assert!(as_told, "{}: {path} is not what was published", site.display());
    }
    Some(list)
}
