//! The guide for theme makers: this test runs every command in it, in order, and writes every file in it.

use std::fs;

use crate::support::{Folder, Ran, program, project};

/// A code block of the guide, with the text before it and its language.
struct Block {
    before: String,
    language: String,
    text: String,
}

fn blocks(guide: &str) -> Vec<Block> {
    let mut blocks = Vec::new();
    let (mut before, mut open) = (String::new(), None::<Block>);
    for line in guide.lines() {
        match (&mut open, line.strip_prefix("```")) {
            (None, Some(language)) => {
                open = Some(Block {
                    before: before.clone(),
                    language: language.to_owned(),
                    text: String::new(),
                });
                before.clear();
            }
            (Some(_), Some(_)) => blocks.extend(open.take()),
            (Some(block), None) => block.text.push_str(&format!("{line}\n")),
            (None, None) => before.push_str(&format!("{line}\n")),
        }
    }
    blocks
}

/// Returns the file that the sentence before a block names last: "Write into `a/b`:".
fn file_of(before: &str) -> &str {
    before.trim_end().trim_end_matches(':').trim_end_matches('`').rsplit('`').next().expect("a file")
}

fn run(folder: &Folder, line: &str) -> Ran {
    // Readers of the guide have a static host; the test has a folder.
    let line = line.replace("https://zuid.example/", "");
    let words: Vec<&str> = line.split_whitespace().collect();
    assert_eq!(words.first(), Some(&"dorpsplein"), "{line}");
    let today: &[&str] = if words[1] == "build" { &["--today", "2026-11-26"] } else { &[] };
    let mut command = program();
    command.current_dir(folder.path()).env("LANG", "en_GB.UTF-8").env("DORPSPLEIN_PASSWORD", "een dorp");
    Ran::of(command.args(&words[1..]).args(today).output().expect("it runs"))
}

#[test]
fn the_guide_leads_from_nothing_to_a_published_theme() {
    let guide = fs::read_to_string(project().join("themes/README.md")).expect("the guide");
    let folder = Folder::new();
    let mut commands: Vec<String> = Vec::new();
    for block in blocks(&guide) {
        if block.language == "sh" {
            for line in block.text.lines() {
                let ran = run(&folder, line);
                assert_eq!(ran.code, 0, "{line}\n{}", ran.said());
                commands.push(line.to_owned());
                check_promise(line, &ran, &folder);
            }
            continue;
        }
        let file = file_of(&block.before);
        if block.before.trim_end().ends_with(&format!("Add to `{file}`:")) {
            folder.write(file, format!("{}{}", folder.read(file), block.text));
        } else if block.before.contains("Replace in") {
            let (key, _) = block.text.split_once(':').expect("a key");
            let text = folder.read(file);
            let line = text.lines().find(|line| line.starts_with(key)).expect("that key").to_owned();
            folder.write(file, text.replace(&line, block.text.trim_end()));
        } else {
            assert!(
                block.before.contains("rite into"),
                "the guide does not say what to do with this block: {file}"
            );
            folder.write(file, &block.text);
        }
    }
    let known = [
        "new", "check", "contract", "where", "key", "pack", "sign", "index", "add", "list", "adopt", "diff",
        "update", "rollback", "remove",
    ];
    for name in known {
        let start = format!("dorpsplein theme {name}");
        assert!(commands.iter().any(|line| line.starts_with(&start)), "the guide never uses {start}");
    }
}

/// Checks what the guide promises about a command, beyond its success.
fn check_promise(line: &str, ran: &Ran, folder: &Folder) {
    match line {
        "dorpsplein build dorp" => {
            assert!(folder.read("dorp/public/index.html").contains("zuid-band"));
        }
        "dorpsplein theme check dorp/themas/zuid" => {
            assert!(
                ran.said().contains("can be published") || ran.said().contains("is ready"),
                "{}",
                ran.said()
            );
        }
        "dorpsplein theme list buurdorp" => assert!(ran.out.contains("zuid 0.1.0"), "{}", ran.said()),
        "dorpsplein theme update buurdorp --check" => assert!(ran.said().contains("0.2.0"), "{}", ran.said()),
        "dorpsplein theme rollback buurdorp" => {
            assert!(folder.read("buurdorp/site.yaml").contains("0.1.0"), "{}", ran.said());
        }
        "dorpsplein theme remove zuid buurdorp" => {
            assert!(
                !folder.join("buurdorp/themas/zuid").exists()
                    && !folder.join("buurdorp/themes/zuid").exists()
            );
        }
        _ => {}
    }
}
