//! Rust code without its comments and texts, for the rules of the architecture.

/// Returns code without comments and the contents of strings: an address has `//` in it, and a text may
/// mention `crate::`.
pub fn bare_code(whole: &str) -> String {
    let (mut code, mut rest) = (String::with_capacity(whole.len()), whole);
    while let Some(letter) = rest.chars().next() {
        let in_name = code.ends_with(|c: char| c.is_alphanumeric() || c == '_');
        let hashes = rest[1.min(rest.len())..].bytes().take_while(|byte| *byte == b'#').count();
        let is_raw =
            letter == 'r' && (!in_name || code.ends_with('b')) && rest[1 + hashes..].starts_with('"');
        let length = if rest.starts_with("//") {
            rest.find('\n').unwrap_or(rest.len())
        } else if is_raw {
            let end = format!("\"{}", "#".repeat(hashes));
            let begin = hashes + 2;
            rest[begin..].find(&end).map_or(rest.len(), |at| begin + at + end.len())
        } else if letter == '"' {
            length_of_quoted(rest)
        } else if rest.starts_with("'\\") {
            rest[3..].find('\'').map_or(rest.len(), |at| at + 4)
        } else if letter == '\'' && rest.chars().nth(2) == Some('\'') {
            rest.char_indices().nth(3).map_or(rest.len(), |(at, _)| at)
        } else {
            code.push(letter);
            rest = &rest[letter.len_utf8()..];
            continue;
        };
        // Line breaks stay, so that the rest of the code keeps its lines.
        code.push_str(if letter == '/' { "" } else { "\"\"" });
        code.extend(rest[..length].chars().filter(|letter| *letter == '\n'));
        rest = &rest[length..];
    }
    code
}

/// Returns the length of the string that the code begins with, both quotation marks included.
fn length_of_quoted(rest: &str) -> usize {
    let mut is_escaped = false;
    let end = rest.bytes().enumerate().skip(1).find(|(_, byte)| {
        let ends = *byte == b'"' && !is_escaped;
        is_escaped = *byte == b'\\' && !is_escaped;
        ends
    });
    end.map_or(rest.len(), |(at, _)| at + 1)
}

#[test]
fn strings_and_comments_are_not_code() {
    let bare = |code: &str| bare_code(code);
    assert_eq!(bare("let a = \"https://x\"; use crate::a; // crate::b"), "let a = \"\"; use crate::a; ");
    assert_eq!(
        bare("f(r#\"crate::\"b\"#, br\"c\", 'a', '\"', '\\'', b'\\n')"),
        "f(\"\", b\"\", \"\", \"\", \"\", b\"\")"
    );
    assert_eq!(
        bare("fn f<'a>(x: &'a str) {} \"one\\\"\ntwo\\\\\" + x"),
        "fn f<'a>(x: &'a str) {} \"\"\n + x"
    );
}
