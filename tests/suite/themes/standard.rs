//! Promises about the standard theme: its pages give way to the village's, and its style sheet is valid.

use std::fs;

use crate::support::{Folder, VILLAGE, build, project};

/// The program gains pages over the years; a village that already has a page at that address keeps its own.
#[test]
fn a_page_of_the_village_takes_precedence_over_one_of_the_program() {
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

/// In a browser, a block that is not closed silently swallows whatever follows it.
#[test]
fn every_block_of_the_style_sheet_is_closed() {
    let style = fs::read_to_string(project().join("themes/lvkk/assets/site.css")).expect("the style");
    let mut depth = 0_i32;
    for (number, line) in style.lines().enumerate() {
        // A comment at the start of a line is between blocks; one inside a media query is indented.
        assert!(!line.starts_with("/*") || depth == 0, "line {}: the block before is not closed", number + 1);
        for byte in line.bytes() {
            depth += i32::from(byte == b'{') - i32::from(byte == b'}');
        }
        assert!(depth >= 0, "line {}: there is no open block here", number + 1);
    }
    assert_eq!(depth, 0, "a block is still open at the end");
}
