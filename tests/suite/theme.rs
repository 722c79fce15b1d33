//! Promises of the theme's own files.

use std::fs;

use crate::support::project;

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
