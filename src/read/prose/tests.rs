//! Tests of what an author writes and what a reader gets.

use proptest::prelude::*;

use super::*;

/// Returns the HTML with links as `[target]`, pictures as `{target|alt}`, and theme words by their key.
fn html(markdown: &str) -> String {
    let (prose, _) = parse_body(&FileText::new("a.md".into(), markdown), 0..markdown.len());
    let parts = prose.parts().map(|part| match part {
        Part::Html(html) => html.to_owned(),
        // A number that was not given out yields nothing.
        Part::Link(number) => {
            prose.links.get(number).map_or_else(String::new, |link| format!("[{}]", link.target))
        }
        Part::Insert(number) => {
            prose.inserts.get(number).map_or_else(String::new, |it| format!("<{:?}>", it.kind))
        }
        Part::Picture(number) => {
            prose.pictures.get(number).map_or_else(String::new, |it| format!("{{{}|{}}}", it.target, it.alt))
        }
        Part::Word(key) => format!("%{key}%"),
    });
    parts.collect::<String>().trim_end().to_owned()
}

fn prose(markdown: &str) -> Prose {
    parse_body(&FileText::new("a.md".into(), markdown), 0..markdown.len()).0
}

fn levels(markdown: &str) -> Vec<(u8, String)> {
    prose(markdown).headings.into_iter().map(|heading| (heading.level, heading.id)).collect()
}

#[test]
fn links_stay_unresolved_until_the_site_is_known() {
    assert_eq!(
        html("Kom naar het [dorpshuis](../locaties/dorpshuis.md)!"),
        "<p>Kom naar het <a href=\"[../locaties/dorpshuis.md]\">dorpshuis</a>!</p>"
    );
    assert_eq!(
        html("Zie www.dorp.nl/a_b of mail info@dorp.nl."),
        "<p>Zie <a href=\"[https://www.dorp.nl/a_b]\">www.dorp.nl/a_b</a> of mail <a href=\"[mailto:info@dorp.nl]\">info@dorp.nl</a>.</p>"
    );
    assert_eq!(html("`www.dorp.nl`"), "<p><code>www.dorp.nl</code></p>");
}

#[test]
fn a_phone_number_in_a_text_can_be_called_and_is_not_broken() {
    let called = "<a href=\"tel:+31529012345\" class=\"dp-whole\">0529 01 23 45</a>";
    assert_eq!(html("‘s Avonds: 0529 01 23 45, of mail."), format!("<p>’s Avonds: {called}, of mail.</p>"));
    assert_eq!(
        html("# Over ons\n\n## Bel 0529 01 23 45"),
        format!("<h2 id=\"bel-0529-01-23-45\">Bel {called}</h2>")
    );
    assert_eq!(
        html("[0529 01 23 45](tel:0529012345)"),
        "<p><a href=\"[tel:0529012345]\">0529 01 23 45</a></p>"
    );
    assert_eq!(
        html("<a href=\"tel:112\">0529 01 23 45</a>, 0529 01 23 45"),
        format!("<p><a href=\"[tel:112]\">0529 01 23 45</a>, {called}</p>")
    );
    assert_eq!(html("`0529 01 23 45`"), "<p><code>0529 01 23 45</code></p>");
    assert_eq!(html("    0529 01 23 45"), "<pre><code>0529 01 23 45</code></pre>");
}

#[test]
fn a_picture_alone_is_a_block_of_its_own() {
    let read =
        prose("Eerst.\n\n![Een *fiets*](media/fiets.jpg \"Foto's van Jan\")\n\nDan ![x](y.png) erbij.");
    assert_eq!(read.pictures[0].alt, "Een fiets");
    assert_eq!(read.pictures[0].caption.as_deref(), Some("Foto’s van Jan"));
    assert!(read.pictures[0].alone && !read.pictures[1].alone);
    assert_eq!(html("![a](b.jpg)\n\nTekst"), "{b.jpg|a}\n<p>Tekst</p>");
}

#[test]
fn headings_begin_below_the_page_title_and_skip_no_level() {
    assert_eq!(
        levels("## Een\n\n#### Twee\n\n## Drie"),
        [(2, "een".into()), (3, "twee".into()), (2, "drie".into())]
    );
    assert_eq!(levels("# A\n\n# B\n\n### C"), [(2, "a".into()), (2, "b".into()), (3, "c".into())]);
    assert_eq!(levels("## Zelfde\n\n## Zelfde\n"), [(2, "zelfde".into()), (2, "zelfde-2".into())]);
    assert_eq!(levels("a\n\n## !!\n\n## dp-x\n"), [(2, "kop".into()), (2, "kop-dp-x".into())]);
}

#[test]
fn a_heading_above_all_text_is_the_title() {
    let read = prose("# Het **oude** dorp\n\nTekst.\n\n## Kerk\n");
    assert_eq!(read.title.as_ref().map(|title| title.text.as_str()), Some("Het oude dorp"));
    assert_eq!(read.headings.len(), 1);
    assert_eq!(html("# Het dorp\n\nTekst.\n\n## Kerk"), "<p>Tekst.</p>\n<h2 id=\"kerk\">Kerk</h2>");
}

#[test]
fn quotes_and_dashes_are_typeset_as_a_printer_does() {
    assert_eq!(
        html("Hij zei: \"'s Avonds koffie\" -- fijn..."),
        "<p>Hij zei: “’s Avonds koffie” – fijn…</p>"
    );
}

#[test]
fn tables_have_header_scopes_and_no_inline_styles() {
    let table = html("| Wat | Prijs |\n|---|--:|\n| Zaal | 10 |\n");
    assert!(
        table.contains("<th scope=\"col\">Wat</th><th scope=\"col\" class=\"dp-right\">Prijs</th>"),
        "{table}"
    );
    assert!(table.contains("<td class=\"dp-right\">10</td>") && !table.contains("style="), "{table}");
    assert!(
        table.starts_with("<div class=\"dp-table\" role=\"region\" tabindex=\"0\" aria-label=\"%table%\">"),
        "{table}"
    );
}

#[test]
fn footnotes_come_at_the_end_with_a_link_back() {
    let notes = html("Oud[^1].\n\n[^1]: Sinds 1332.\n\nSlot.");
    assert!(notes.contains("<a href=\"#dp-note-1\" id=\"dp-ref-1\""), "{notes}");
    assert!(notes.find("Slot.") < notes.find("Sinds 1332."), "{notes}");
    assert!(
        notes.contains("<li id=\"dp-note-1\" value=\"1\">\n<p>Sinds 1332. <a href=\"#dp-ref-1\""),
        "{notes}"
    );
}

#[test]
fn task_boxes_have_a_spoken_label() {
    assert!(
        html("- [x] Gedaan\n- [ ] Nog niet")
            .contains("role=\"img\" aria-label=\"%task_done%\">☑</span> Gedaan")
    );
}

#[test]
fn raw_html_is_kept_as_far_as_it_is_safe() {
    let markdown = "<details><summary>Meer</summary>\n\nTekst **vet**\n\n</details>\n\n<script>alert(1)</script>\n\n<a href=\"/agenda/\" onclick=\"x()\">Agenda</a> <img src=\"media/a.jpg\" alt=\"A\">\n";
    let (_, remarks) = parse_body(&FileText::new("a.md".into(), markdown), 0..markdown.len());
    let codes: Vec<(u32, u32)> =
        remarks.iter().map(|remark| (remark.place.line, remark.place.column)).collect();
    assert_eq!(codes, [(7, 2), (9, 20)]);
    let html = html(markdown);
    assert!(html.contains("<details><summary>Meer</summary>\n<p>Tekst <strong>vet</strong></p>"), "{html}");
    assert!(
        html.contains("<a href=\"[/agenda/]\">Agenda</a> <img src=\"[media/a.jpg]\" alt=\"A\">"),
        "{html}"
    );
    assert!(!html.contains("alert") && !html.contains("onclick"), "{html}");
}

#[test]
fn nobody_can_forge_a_placeholder() {
    assert!(!html("\u{F0001}P0\u{F0002} en &#xF0001;P0&#xF0002;").contains('{'));
}

#[test]
fn the_first_paragraph_is_the_lead() {
    assert_eq!(
        prose("## Kop\n\n![a](b.jpg)\n\nDe *eerste*\nalinea.\n\nDe tweede.").lead,
        "De eerste alinea."
    );
}

#[test]
fn a_text_without_content_is_empty() {
    assert!(prose(" \n\n").is_empty());
    let only_title = prose("# Alleen een titel");
    assert!(only_title.is_empty());
    assert_eq!(only_title.title.map(|title| title.text).as_deref(), Some("Alleen een titel"));
}

/// Fragments of Markdown and HTML, combined at random.
const PIECES: &str = "(# |## |#### |\\* |- \\[x\\] |\\[a\\]\\(b\\)|!\\[c\\]\\(d.jpg\\)|\\n|\\n\\n|<b>|</b>|<script>|<img src=x onerror=y>|<a href='javascript:z'>|<|>|\"|'s |\\[\\^1\\]|\\[\\^1\\]: |\\| a \\||\\n\\|--\\|\\n|`|```|&#xF0001;P9&#xF0002;|é|woord )";

proptest! {
    #[test]
    fn no_text_makes_a_page_unsafe_or_skips_a_level(text in prop::collection::vec(PIECES, 0..40)) {
        let text = text.concat();
        let read = prose(&text);
        let html = html(&text).to_lowercase();
        // Only between the brackets of an element: in running text such words are harmless.
        let elements = html.split('<').skip(1).map(|rest| rest.split('>').next().unwrap_or(rest));
        for element in elements {
            let harmful =
                element.starts_with("script") || element.contains(" onerror=") || element.contains("=\"javascript:");
            prop_assert!(!harmful, "{} in {}", element, html);
        }
        let mut above = 1;
        for heading in &read.headings {
            prop_assert!(heading.level >= 2 && heading.level <= above + 1, "{:?}", read.headings);
            above = heading.level;
        }
    }
}
