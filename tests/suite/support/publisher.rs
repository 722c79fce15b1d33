//! A publisher of themes, and what a village does with them, for the tests of both.

use std::fs;
use std::path::PathBuf;

use crate::support::{Folder, Ran, run, tree};

/// A publisher of themes: a workshop with a key, and a folder that stands for a website.
pub struct Publisher(pub Folder);

impl Publisher {
    pub fn new() -> Self {
        let publisher = Self(Folder::new());
        fs::create_dir_all(publisher.shop()).expect("a folder");
        publisher.new_key("provincie");
        publisher
    }

    pub fn shop(&self) -> PathBuf {
        self.0.join("winkel")
    }

    pub fn path(&self, name: &str) -> String {
        self.0.join(name).to_str().expect("a path").to_owned()
    }

    pub fn new_key(&self, name: &str) {
        done(&["thema", "sleutel", &self.path(name), "--zonder-wachtwoord"]);
    }

    /// Packs a version of a theme that extends another, and returns the path of the package.
    pub fn pack(&self, name: &str, version: &str, extends: &str, style: &str) -> String {
        let manifest = format!("name: {name}\nversion: {version}\napi: 1\nextends: {extends}\n");
        let folder = format!("thema-{name}");
        self.0.write(&format!("{folder}/theme.yaml"), manifest);
        self.0.write(&format!("{folder}/assets/extra.css"), style);
        let package = self.path(&format!("winkel/{name}-{version}.zip"));
        done(&["thema", "pak", &self.path(&folder), "-o", &package]);
        package
    }

    /// Packs, signs and lists a version of a theme.
    pub fn publish(&self, name: &str, version: &str, extends: &str, style: &str) {
        let package = self.pack(name, version, extends, style);
        done(&["theme", "sign", &package, "--key", &self.path("provincie.key")]);
        self.list();
    }

    pub fn list(&self) {
        let shop = self.shop();
        let shop = shop.to_str().expect("a path");
        done(&["theme", "index", shop, "--key", &self.path("provincie.pub")]);
    }
}

pub fn done(arguments: &[&str]) -> Ran {
    let ran = run(arguments);
    assert_eq!(ran.code, 0, "{arguments:?}: {}", ran.said());
    ran
}

/// Runs a command that must be refused, and checks that the village stays the same, byte for byte.
pub fn refused(village: &Folder, arguments: &[&str], because: &str) {
    let before = tree(village.path());
    let ran = run(arguments);
    assert_eq!(ran.code, 2, "{arguments:?}: {}", ran.said());
    assert!(ran.said().contains(because), "{because}: {}", ran.said());
    assert_eq!(tree(village.path()), before, "{arguments:?} changed something");
}

pub fn site(village: &Folder) -> &str {
    village.path().to_str().expect("a path")
}
