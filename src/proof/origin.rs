//! Traces something on a finished page back to its template, because the page of a village that is only tried
//! exists in memory alone.

use crate::ground::Place;

/// The templates of a theme that is being tried and of those it extends: the displayed name of each, and its
/// text.
pub(super) struct Templates(pub(super) Vec<(String, String)>);

/// Shorter pieces occur in many templates.
const SHORTEST: usize = 4;

impl Templates {
    /// Returns the place where exactly these words first occur.
    pub(super) fn place_of(&self, words: &str) -> Option<Place> {
        let mut found = self
            .0
            .iter()
            .filter_map(|(name, text)| Some((name, text, text.find(words).filter(|_| !words.is_empty())?)));
        let (name, text, at) = found.next()?;
        Some(Place::in_text(name.as_str().into(), text, at, at + words.len()))
    }

    /// Returns the line of a template from which a line of a page was most likely rendered: the one with the
    /// longest piece of HTML in common. Filled-in values differ from page to page, so only the text between
    /// them is compared.
    pub(super) fn place_of_line(&self, line: &str) -> Option<Place> {
        let mut best: Option<(usize, Place)> = None;
        for (name, text) in &self.0 {
            for (at, piece) in pieces(text) {
                let is_longer = best.as_ref().is_none_or(|(length, _)| piece.len() > *length);
                if is_longer && line.contains(piece) {
                    let place = Place::in_text(name.as_str().into(), text, at, at + piece.len());
                    best = Some((piece.len(), place));
                }
            }
        }
        best.map(|(_, place)| place)
    }
}

/// Returns the pieces of HTML on the lines of a template, between the tags of the template language, with
/// their places.
fn pieces(text: &str) -> Vec<(usize, &str)> {
    let (mut found, mut at) = (Vec::new(), 0);
    while at < text.len() {
        let rest = &text[at..];
        let open = ["{{", "{%", "{#"].iter().filter_map(|mark| Some((rest.find(mark)?, *mark))).min();
        let end = open.map_or(rest.len(), |(open, _)| open);
        let mut start = at;
        for line in rest[..end].split_inclusive('\n') {
            let piece = line.trim();
            if piece.len() >= SHORTEST && piece.contains('<') {
                found.push((start + (line.len() - line.trim_start().len()), piece));
            }
            start += line.len();
        }
        at += match open {
            Some((open, mark)) => {
                let close = match mark {
                    "{{" => "}}",
                    "{%" => "%}",
                    _ => "#}",
                };
                rest[open..].find(close).map_or(rest.len(), |close| open + close + 2)
            }
            None => rest.len(),
        };
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_of_a_page_is_traced_to_its_template() {
        let templates = Templates(vec![
            ("a/base.html".to_owned(), "<p>\n<p class=\"kop\">{{ x }}</div>\n".to_owned()),
            (
                "a/home.html".to_owned(),
                "{# <div><p> #}{% if a %}<div><p>{{ a }}</div></p>{% endif %}".to_owned(),
            ),
        ]);
        let place = templates.place_of_line("  <div><p>Koffie</div></p>").expect("it is there");
        assert_eq!((&*place.file, place.line, place.marked()), ("a/home.html", 1, "</div></p>".to_owned()));
        let place = templates.place_of_line("<p class=\"kop\">Agenda</div>").expect("it is there");
        assert_eq!((&*place.file, place.line), ("a/base.html", 2));
        assert_eq!(templates.place_of_line("<section>"), None);
        assert_eq!(templates.place_of("class=\"kop\"").expect("it is there").line, 2);
        assert_eq!(templates.place_of(""), None);
    }
}
