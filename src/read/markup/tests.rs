//! Tests with HTML as people write it, and with words that only look like HTML.

use super::*;

fn names(html: &str) -> Vec<String> {
    let text = |range: Range<usize>| html[range].to_owned();
    scan_html(html)
        .into_iter()
        .map(|raw| match raw {
            Raw::Element(range, _) => format!("<{}>", text(range)),
            Raw::OpenElement(range, _) => format!("{}…", text(range)),
            Raw::Attribute(range, _) => format!("@{}", text(range)),
            Raw::OpenComment(range) => text(range),
            Raw::Href(range) => format!("->{}", text(range)),
            Raw::Src(range) => format!("img {}", text(range)),
            Raw::Words(range) => format!("words {}", text(range)),
            Raw::MissingAlt(_) | Raw::Alt(_) => String::new(),
            Raw::NoFile(range) => format!("no file {}", text(range)),
        })
        .filter(|name| !name.is_empty())
        .collect()
}

#[test]
fn a_link_in_a_code_example_is_not_a_link() {
    let html = r#"<p title="a > b"><code>&lt;a href="/agenda/"&gt;</code> <a href="/x">"x"</a></p>"#;
    let plain = r#"<p title="a > b"><code>&lt;a href=&quot;/agenda/&quot;&gt;</code> <a href="/x">&quot;x&quot;</a></p>"#;
    assert_eq!(with_plain_examples(html.to_owned()), plain);
}

#[test]
fn nested_elements_are_counted() {
    assert_eq!(depth_after("<div><b>x</b><br><p>", 0, 9), Ok(1));
    assert_eq!(depth_after("</div></div>", 1, 9), Ok(0));
    assert_eq!(depth_after("a <i><b>", 8, 9), Err(6..7));
    assert_eq!(depth_after("<center><font>", 0, 1), Err(9..13), "removed elements count too");
    assert_eq!(depth_after("a < b, <3, <!-- x -->", 0, 1), Ok(0));
}

#[test]
fn unsafe_html_is_found() {
    assert_eq!(names("<script>alert(1)</script><b>"), ["<script>"], "an end tag is not reported again");
    assert_eq!(names(r#"<p onclick="x()" style='a' class=b>"#), ["@onclick", "@style"]);
    assert_eq!(names(r#"<a href="java&#x0A;script:alert(1)">"#), ["->java&#x0A;script:alert(1)"]);
    assert_eq!(names(r#"<a href=" javascript:alert(1)">"#), ["@href"]);
    assert_eq!(names("<!-- <script> --><b>ja</b>"), [] as [&str; 0]);
    assert_eq!(names("<b>ja</b> <!-- <script>"), ["<!--"]);
}

#[test]
fn html_is_read_as_a_browser_reads_it() {
    assert_eq!(names("<!-- b --!> <img src=q> -->"), ["img q"]);
    assert_eq!(names("<!--> <img src=q> -->"), ["img q"]);
    assert_eq!(names("<div> <1 <img src=q>"), ["img q"]);
    assert_eq!(names(r#"<noscript><p title="</noscript><img src=q>">"#), ["<noscript>", "img q"]);
    assert_eq!(names("<style><img src=q></style>"), ["<style>"]);
    assert_eq!(names("<style>p {} en verder"), ["<style>", "<style…"]);
    assert_eq!(names("<?jaar 2026?> <!FEEST vandaag>"), ["<?jaar 2026?>", "<!FEEST vandaag>"]);
    assert_eq!(names(r#"<b id="dp-main">a</b> <b id=deel>a</b>"#), ["@id"]);
}

#[test]
fn no_picture_is_loaded_from_another_host() {
    for address in
        ["https://t.example/x.png", "//t.example/x.png", "HTTP:t.example/x.png", r"\\t.example\x.png"]
    {
        let html = clean(&format!("<img src=\"{address}\" alt=\"x\">"));
        assert_eq!(html, "<img alt=\"x\">", "{address}");
    }
    assert_eq!(clean(r#"<img src="/media/x.png">"#), r#"<img src="/media/x.png">"#);
}

#[test]
fn links_and_pictures_are_found() {
    assert_eq!(
        names(r#"<a class=x href="/agenda/">A</a> <img src='a.jpg' alt="">"#),
        ["->/agenda/", "img a.jpg"]
    );
}

#[test]
fn unfinished_html_ends_the_search() {
    for (html, found) in [
        ("<", vec![]),
        ("<a", vec![]),
        ("<a href", vec!["@href"]),
        ("<a href=", vec!["->"]),
        ("<a href=\"x", vec!["->x"]),
        ("<a =", vec!["@="]),
        ("< é", vec![]),
        ("<a é", vec!["@é"]),
        ("<!--", vec!["<!--"]),
    ] {
        assert_eq!(names(html), found, "{html}");
    }
}

#[test]
fn cleaning_removes_everything_that_runs() {
    let html = clean(r#"<p onclick="x()">a<script>b</script><a href="javascript:c">d</a></p>"#);
    assert_eq!(html, "<p>a<a>d</a></p>");
}

#[test]
fn words_between_angle_brackets_are_not_an_element() {
    assert_eq!(names("<Jan de Vries> en <naam>"), ["words <Jan de Vries>", "words <naam>"]);
    assert_eq!(names("<blink>a</blink><o:p><my-map src=x>"), ["<blink>", "<o>", "<my-map>"]);
    assert_eq!(names("<svg><path></svg><Jan"), ["<svg>", "<path>", "<Jan>"]);
}

#[test]
fn a_picture_without_a_description_is_found() {
    assert_eq!(scan_html("<img src=a.png>"), [Raw::Src(9..14), Raw::MissingAlt(0..15)]);
    assert_eq!(scan_html("<img ALT='' src=a.png>"), [Raw::Src(16..21)]);
}

#[test]
fn a_picture_without_a_file_is_found() {
    for html in ["<img>", "<img alt=\"De brink\">", "<img src=\"\" alt=\"De brink\">", "<img src>"] {
        assert_eq!(scan_html(html).last(), Some(&Raw::NoFile(0..html.len())), "{html}");
    }
    assert_eq!(scan_html("<img src=a.png alt=Zaal>"), [Raw::Src(9..14), Raw::Alt(19..23)]);
}
