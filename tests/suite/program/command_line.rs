//! Tests the command line in two languages, its output formats and its exit codes.

use crate::support::{Folder, Ran, VILLAGE, as_github_writes, program, run};

#[test]
fn help_is_in_the_language_of_the_environment() {
    let dutch = run(&["--help"]);
    assert_eq!(dutch.code, 0);
    assert!(
        dutch.out.contains("Opdrachten:") && dutch.out.contains("bouw") && !dutch.out.contains("Usage"),
        "{}",
        dutch.out
    );
    let english = Ran::of(program().arg("--help").env("LANG", "en_GB.UTF-8").output().expect("it runs"));
    assert!(
        english.out.contains("Commands:")
            && english.out.contains("build")
            && !english.out.contains("Opdracht"),
        "{}",
        english.out
    );
    for command in ["nieuw", "bouw", "controleer", "schema"] {
        let help = run(&[command, "--help"]).out;
        assert!(help.contains("Opties:") && !help.contains("Usage") && !help.contains("OPTIONS"), "{help}");
    }
}

#[test]
fn the_help_of_a_command_shows_how_to_type_it() {
    for (command, typed) in [
        (&["bouw"][..], "Gebruik: dorpsplein bouw [DORPSMAP] [OPTIES]"),
        (&["build"], "Gebruik: dorpsplein bouw [DORPSMAP] [OPTIES]"),
        (&["nieuw"], "Gebruik: dorpsplein nieuw MAP [OPTIES]"),
        (&["host", "kies"], "Gebruik: dorpsplein host kies NAAM [DORPSMAP] [OPTIES]"),
    ] {
        let help = run(&[command, &["--help"]].concat()).out;
        assert!(help.contains(&format!("{typed}\n")), "{help}");
    }
}

#[test]
fn a_usage_error_points_to_the_help_of_that_command() {
    for (typed, help) in [
        (&["bouw", "--wat"][..], "uitleg: dorpsplein bouw --help"),
        (&["host", "kies", "github", "--wat"], "uitleg: dorpsplein host kies --help"),
        (&["boouw"], "uitleg: dorpsplein --help"),
    ] {
        let wrong = run(typed);
        assert_eq!((wrong.code, wrong.err.lines().last()), (64, Some(help)), "{}", wrong.err);
    }
}

/// As in `dorpsplein schema agenda | head -1`.
#[cfg(unix)]
#[test]
fn a_closed_pipe_is_not_an_error() {
    let (reader, writer) = std::io::pipe().expect("a pipe");
    drop(reader);
    let ran = Ran::of(program().args(["schema", "agenda"]).stdout(writer).output().expect("it runs"));
    assert_eq!((ran.code, ran.err.as_str()), (0, ""));
}

#[cfg(target_os = "linux")]
#[test]
fn a_result_that_cannot_be_written_is_an_error() {
    let full = std::fs::OpenOptions::new().write(true).open("/dev/full").expect("a full disk");
    let ran = Ran::of(program().args(["schema", "agenda"]).stdout(full).output().expect("it runs"));
    assert_eq!(ran.code, 2, "{}", ran.said());
    assert!(ran.err.starts_with("het lukt niet: "), "{}", ran.err);
}

#[test]
fn json_and_github_output_give_the_place_of_a_mistake() {
    let site = Folder::with(VILLAGE);
    site.write("agenda/thee.md", "---\ntitel: Thee\ndatum: 31 april 2026\nlocatie: dorpshius\n---\n");
    let path = site.path().to_str().expect("a path");
    let json = run(&["check", path, "--format", "json", "--today", "2026-11-23"]);
    assert_eq!(json.code, 1);
    let document: serde_json::Value = serde_json::from_str(&json.out).expect("JSON");
    assert_eq!(document["errors"], 2);
    let second = &document["remarks"][1];
    assert_eq!(
        (second["file"].as_str(), second["line"].as_u64(), second["column"].as_u64()),
        (Some("agenda/thee.md"), Some(4), Some(10))
    );
    assert_eq!(second["correction"], "locatie: dorpshuis");
    assert!(json.err.is_empty(), "{}", json.err);
    let github = run(&["check", path, "--format", "github", "--today", "2026-11-23"]);
    let first = github.out.lines().next().expect("a line");
    let path = as_github_writes(path);
    assert!(
        first.starts_with(&format!(
            "::error file={path}/agenda/thee.md,line=3,col=8,endColumn=21,title=bad-date::"
        )),
        "{first}"
    );
    assert!(first.contains("%0A"), "a message of several lines is one command: {first}");
}

#[test]
fn messages_are_in_the_language_of_the_file() {
    let site = Folder::with(VILLAGE);
    site.write("events/tea.md", "---\ntitle: Tea\ndate: tomorrow\nvenue: dorpshius\n---\n");
    let said = run(&["check", site.path().to_str().expect("a path")]).said();
    assert!(said.contains("error: 'tomorrow' is not a date"), "{said}");
    assert!(said.contains("did you mean 'dorpshuis'?") && said.contains("write: venue: dorpshuis"), "{said}");
}

#[test]
fn there_are_no_colours_outside_a_terminal() {
    let site = Folder::with(&[("site.yaml", "naam: x\nnam: y\n")]);
    let ran = run(&["check", site.path().to_str().expect("a path")]);
    assert_eq!((ran.code, ran.out.as_str()), (1, ""));
    assert!(ran.err.starts_with("fout: 'nam' is hier geen bekend veld\n --> site.yaml:2:1\n"), "{}", ran.err);
    assert!(!ran.err.contains('\u{1b}'), "{:?}", ran.err);
}

#[test]
fn control_characters_do_not_reach_the_terminal() {
    for (text, said) in [
        (
            "naam: x\n\"n\u{1b}[31mm\": \"y\u{1b}]0;z\"\n",
            "fout: deze regel begint niet met een veld en een dubbele punt\n --> site.yaml:2:1\n",
        ),
        // Written as a YAML escape, it comes from a line without any.
        (
            "naam: x\n\"n\\e[31mm\": \"y\\e]0;z\"\n",
            "fout: 'n␛[31mm' is hier geen bekend veld\n --> site.yaml:2:1\n",
        ),
    ] {
        let site = Folder::with(&[("site.yaml", text)]);
        let ran = run(&["check", site.path().to_str().expect("a path")]);
        assert_eq!((ran.code, ran.out.as_str()), (1, ""));
        assert!(ran.err.starts_with(said), "{:?}", ran.err);
        assert!(!ran.err.contains('\u{1b}'), "{:?}", ran.err);
    }
}
