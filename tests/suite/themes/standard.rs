//! Promises of the theme's own files.

use std::fs;

use crate::support::{Folder, VILLAGE, build, project};

/// The program gets pages of its own over the years; a village that has one there already keeps it.
#[test]
fn a_page_of_the_village_stands_before_one_of_the_program() {
    let names = ["zoeken", "prikbord", "noodsteunpunt", "privacy", "toegankelijkheid"];
    let site = Folder::with(VILLAGE);
    for name in names {
        site.write(&format!("paginas/{name}.md"), format!("---\ntitel: Ons eigen {name}\n---\n\nTekst.\n"));
    }
    let ran = build(site.path(), &site.join("public"));
    assert_eq!(ran.code, 0, "{}", ran.said());
    for name in names {
        assert!(
            site.read(&format!("public/{name}/index.html")).contains(&format!("Ons eigen {name}")),
            "{name}"
        );
    }
}

/// A block that is not closed swallows what follows it, in a browser without a word.
#[test]
fn every_block_of_a_style_is_closed() {
    let style = fs::read_to_string(project().join("themes/lvkk/assets/site.css")).expect("the style");
    let mut depth = 0_i32;
    for (number, line) in style.lines().enumerate() {
        // A comment on a line of its own stands between blocks, or one level down inside a media query.
        assert!(!line.starts_with("/*") || depth == 0, "line {}: the block before it is open", number + 1);
        for byte in line.bytes() {
            depth += i32::from(byte == b'{') - i32::from(byte == b'}');
        }
        assert!(depth >= 0, "line {}: nothing is open here", number + 1);
    }
    assert_eq!(depth, 0, "a block is open at the end");
}
