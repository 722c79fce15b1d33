//! Rewrites Markdown events to those of our HTML: links and pictures left open, headings at their level,
//! tables with scopes, notes at the end, raw HTML checked.

use std::ops::Range;

use linkify::{LinkFinder, LinkKind};
use pulldown_cmark::{Alignment, CodeBlockKind, CowStr, Event, LinkType, Tag, TagEnd, TextMergeWithOffset};

use super::alone::standalone_pictures;
use super::fences::{Fenced, Placed, parse_fence};
use super::inserts::Insert;
use super::notes::Notes;
use super::outline::Outline;
use super::phones::{Number, numbers};
use super::pointing::{Link, LinkUse, Picture};
use super::quotes::with_apostrophes;
use super::raw::{Nesting, RawHtml};
use super::slips;
use super::slots::{insert_mark, link_mark, picture_mark, without_marks, word_mark};
use super::{Span, TextPosition};
use crate::ground::{FileText, RemarkList, escape_html, typeset};

/// The result of rewriting a text: the events of its HTML, and everything the site must know about it.
pub(super) struct Rewritten<'e> {
    pub(super) events: Vec<Event<'e>>,
    pub(super) links: Vec<Link>,
    pub(super) pictures: Vec<Picture>,
    pub(super) inserts: Vec<Insert>,
    pub(super) lead: String,
    pub(super) has_raw_html: bool,
    pub(super) remarks: RemarkList,
}

/// Goes through the events of a text, keeping track of what is open at the current position.
pub(super) struct Rewriter<'e, 't> {
    raw: RawHtml<'t>,
    position: TextPosition,
    outline: &'t Outline,
    out: Rewritten<'e>,
    notes: Notes<'e>,
    /// The note being read, and the events before it.
    note: Option<(String, Vec<Event<'e>>)>,
    next_heading: usize,
    /// The picture being read. The text inside it is its alternative text.
    picture: Option<Picture>,
    inside_link: bool,
    inside_code: bool,
    lead: Lead,
    columns: Vec<Alignment>,
    cell: usize,
    inside_table_head: bool,
}

/// How far the first paragraph has been read.
#[derive(PartialEq)]
enum Lead {
    Wanted,
    Reading,
    Done,
}

impl<'e, 't> Rewriter<'e, 't> {
    pub(super) fn new(file_text: &'t FileText, position: TextPosition, outline: &'t Outline) -> Self {
        let out = Rewritten {
            events: Vec::new(),
            links: Vec::new(),
            pictures: Vec::new(),
            inserts: Vec::new(),
            lead: String::new(),
            has_raw_html: false,
            remarks: RemarkList::default(),
        };
        Self {
            raw: RawHtml { file_text, position, remarks: RemarkList::default(), nesting: Nesting::Open(0) },
            position,
            outline,
            out,
            notes: Notes::default(),
            note: None,
            next_heading: 0,
            picture: None,
            inside_link: false,
            inside_code: false,
            lead: Lead::Wanted,
            columns: Vec::new(),
            cell: 0,
            inside_table_head: false,
        }
    }

    pub(super) fn run(mut self, events: Vec<Placed<'e>>) -> Rewritten<'e> {
        let body = events.into_iter().skip(self.outline.title_events);
        self.out.events.reserve(body.len());
        let mut events: Vec<Placed<'e>> = Vec::with_capacity(body.len());
        events.extend(TextMergeWithOffset::new(body));
        let standalone_pictures = standalone_pictures(&events);
        let mut index = 0;
        while index < events.len() {
            let (event, range) = std::mem::replace(&mut events[index], (Event::SoftBreak, 0..0));
            match event {
                Event::Start(Tag::Paragraph) | Event::End(TagEnd::Paragraph)
                    if standalone_pictures.paragraphs.contains(&index) => {}
                Event::Start(Tag::Image { dest_url, title, .. }) if self.picture.is_none() => {
                    let is_alone = standalone_pictures.pictures.contains(&index);
                    self.open_picture(&dest_url, &title, range, is_alone);
                }
                Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(word))) => {
                    index = self.fenced(&word, range, &events, index + 1);
                }
                Event::Start(Tag::HtmlBlock) => index = self.html_block(&events, index + 1),
                other => self.event(other, range),
            }
            index += 1;
        }
        let notes = std::mem::take(&mut self.notes).list();
        self.out.events.extend(notes);
        self.out.remarks = self.raw.remarks;
        self.out.lead = self.out.lead.split_whitespace().collect::<Vec<_>>().join(" ");
        self.out
    }

    fn event(&mut self, event: Event<'e>, range: Range<usize>) {
        if self.picture.is_some() {
            return self.inside_picture(&event);
        }
        match event {
            Event::Start(tag) => self.start(tag, range),
            Event::End(tag) => self.end(tag),
            Event::Text(text) => self.text(&text, &range),
            Event::Code(code) => {
                self.add_to_lead(&code);
                self.push(Event::Code(code));
            }
            Event::InlineHtml(html) | Event::Html(html) => {
                self.out.has_raw_html = true;
                // No other link begins inside a link that was written as HTML.
                self.inside_link = html.starts_with("<a ") && html.contains("href")
                    || self.inside_link && !html.starts_with("</a");
                let html = self.raw.opened(&html, range.start, &mut self.out.links);
                self.push(Event::InlineHtml(html.into()));
            }
            Event::FootnoteReference(name) => {
                let reference = self.notes.reference(&name);
                self.push(reference);
            }
            Event::SoftBreak => {
                self.add_to_lead(" ");
                self.push(Event::SoftBreak);
            }
            Event::HardBreak => {
                self.add_to_lead(" ");
                self.push_html("<br>\n");
            }
            Event::Rule => self.push_html("<hr>\n"),
            Event::TaskListMarker(done) => {
                let (key, sign) = if done { ("task_done", "☑") } else { ("task_open", "☐") };
                let label = word_mark(key);
                self.push_html(&format!(
                    "<span class=\"dp-task\" role=\"img\" aria-label=\"{label}\">{sign}</span> "
                ));
            }
            other => self.push(other),
        }
    }

    fn start(&mut self, tag: Tag<'e>, range: Range<usize>) {
        match tag {
            Tag::Heading { .. } => {
                if let Some(heading) = self.outline.headings.get(self.next_heading) {
                    self.push_html(&format!("<h{} id=\"{}\">", heading.level, heading.id));
                }
            }
            Tag::Link { link_type, dest_url, title, .. } => {
                let target = if link_type == LinkType::Email {
                    format!("mailto:{dest_url}")
                } else {
                    dest_url.to_string()
                };
                self.open_link(target, &title, self.position.span(&range));
            }
            Tag::Table(columns) => {
                let label = word_mark("table");
                self.push_html(&format!(
                    "<div class=\"dp-table\" role=\"region\" tabindex=\"0\" aria-label=\"{label}\">"
                ));
                self.push(Event::Start(Tag::Table(vec![Alignment::None; columns.len()])));
                self.columns = columns;
            }
            Tag::TableHead | Tag::TableRow => {
                self.cell = 0;
                self.inside_table_head = tag == Tag::TableHead;
                self.push(Event::Start(tag));
            }
            Tag::TableCell => self.open_cell(),
            Tag::FootnoteDefinition(name) => {
                let before = std::mem::take(&mut self.out.events);
                self.note = Some((name.to_string(), before));
            }
            Tag::CodeBlock(_) => {
                self.inside_code = true;
                self.push(Event::Start(tag));
            }
            Tag::Paragraph => {
                if self.lead == Lead::Wanted && self.note.is_none() {
                    self.lead = Lead::Reading;
                }
                self.push(Event::Start(tag));
            }
            tag => self.push(Event::Start(tag)),
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Heading(_) => {
                if let Some(heading) = self.outline.headings.get(self.next_heading) {
                    self.push_html(&format!("</h{}>\n", heading.level));
                }
                self.next_heading += 1;
            }
            TagEnd::Link => {
                self.inside_link = false;
                self.push_html("</a>");
            }
            TagEnd::Table => {
                self.push(Event::End(tag));
                self.push_html("</div>\n");
            }
            TagEnd::TableHead => {
                self.push(Event::End(tag));
                self.inside_table_head = false;
            }
            TagEnd::TableCell => self.push_html(if self.inside_table_head { "</th>" } else { "</td>" }),
            TagEnd::FootnoteDefinition => {
                if let Some((name, before)) = self.note.take() {
                    let text = std::mem::replace(&mut self.out.events, before);
                    self.notes.keep(&name, text);
                }
            }
            TagEnd::CodeBlock => {
                self.inside_code = false;
                self.push(Event::End(tag));
            }
            TagEnd::Paragraph => {
                self.inside_link = false;
                if self.lead == Lead::Reading {
                    self.lead = if self.out.lead.trim().is_empty() { Lead::Wanted } else { Lead::Done };
                }
                self.push(Event::End(tag));
            }
            tag => self.push(Event::End(tag)),
        }
    }

    fn open_cell(&mut self) {
        let class = match self.columns.get(self.cell) {
            Some(Alignment::Right) => " class=\"dp-right\"",
            Some(Alignment::Center) => " class=\"dp-center\"",
            _ => "",
        };
        self.cell += 1;
        let cell = if self.inside_table_head {
            format!("<th scope=\"col\"{class}>")
        } else {
            format!("<td{class}>")
        };
        self.push_html(&cell);
    }

    fn text(&mut self, text: &str, range: &Range<usize>) {
        if self.inside_code {
            return self.push(Event::Text(text.to_owned().into()));
        }
        slips::find_slips(&mut self.raw, text, range);
        self.add_to_lead(&with_apostrophes(text));
        if self.inside_link {
            return self.push(Event::Text(with_apostrophes(text).into_owned().into()));
        }
        for piece in LinkFinder::new().url_must_have_scheme(false).spans(text) {
            let words = piece.as_str();
            let target = match piece.kind() {
                Some(LinkKind::Url) if words.starts_with("http://") || words.starts_with("https://") => {
                    words.to_owned()
                }
                Some(LinkKind::Url) if words.starts_with("www.") => format!("https://{words}"),
                Some(LinkKind::Email) => format!("mailto:{words}"),
                _ => {
                    self.push_words(words);
                    continue;
                }
            };
            self.open_link(target, "", self.position.span(range));
            self.inside_link = false;
            self.push(Event::Text(words.to_owned().into()));
            self.push_html("</a>");
        }
    }

    /// Adds plain words, with telephone numbers as links that dial.
    fn push_words(&mut self, words: &str) {
        let mut written_to = 0;
        for Number { range, dial } in numbers(words) {
            self.push(Event::Text(with_apostrophes(&words[written_to..range.start]).into_owned().into()));
            self.push_html(&format!("<a href=\"{dial}\" class=\"dp-whole\">"));
            self.push(Event::Text(words[range.clone()].to_owned().into()));
            self.push_html("</a>");
            written_to = range.end;
        }
        self.push(Event::Text(with_apostrophes(&words[written_to..]).into_owned().into()));
    }

    fn open_link(&mut self, target: String, title: &str, span: Span) {
        let mark = link_mark(self.out.links.len());
        let title = if title.is_empty() {
            String::new()
        } else {
            format!(" title=\"{}\"", escape_html(&without_marks(&typeset(title))))
        };
        self.out.links.push(Link { target, purpose: LinkUse::Page, span });
        self.inside_link = true;
        self.push_html(&format!("<a href=\"{mark}\"{title}>"));
    }

    fn open_picture(&mut self, target: &str, title: &str, range: Range<usize>, alone: bool) {
        let caption = (!title.is_empty()).then(|| typeset(title));
        let span = self.position.span(&range);
        self.picture = Some(Picture { target: target.to_owned(), alt: String::new(), caption, alone, span });
    }

    fn inside_picture(&mut self, event: &Event<'_>) {
        let Some(picture) = &mut self.picture else { return };
        match event {
            Event::Text(text) => picture.alt.push_str(&with_apostrophes(text)),
            Event::Code(text) => picture.alt.push_str(text),
            Event::SoftBreak | Event::HardBreak => picture.alt.push(' '),
            Event::End(TagEnd::Image) => {
                let mark = picture_mark(self.out.pictures.len());
                let block = if picture.alone { "\n" } else { "" };
                self.out.pictures.extend(self.picture.take());
                self.push_html(&format!("{mark}{block}"));
            }
            _ => {}
        }
    }

    /// Handles the lines of an HTML block together, because an element may span several.
    fn html_block(&mut self, events: &[Placed<'e>], mut index: usize) -> usize {
        self.out.has_raw_html = true;
        let mut html = String::new();
        let mut start = None;
        while let Some((event, range)) = events.get(index) {
            match event {
                Event::Html(line) => {
                    start.get_or_insert(range.start);
                    html.push_str(line);
                }
                Event::End(TagEnd::HtmlBlock) => break,
                _ => {}
            }
            index += 1;
        }
        let html = self.raw.opened(&html, start.unwrap_or(0), &mut self.out.links);
        self.push_html(&html);
        index
    }

    /// Handles a fenced block: an insert, or else code. Returns the index of the last event handled.
    fn fenced(&mut self, word: &CowStr<'e>, at: Range<usize>, events: &[Placed<'e>], first: usize) -> usize {
        match parse_fence(&mut self.raw, word, &at, &events[first.min(events.len())..]) {
            Fenced::Shown(insert, count) => {
                let mark = insert_mark(self.out.inserts.len());
                self.out.inserts.push(insert);
                self.push_html(&format!("{mark}\n"));
                first + count
            }
            Fenced::LeftOut(count) => first + count,
            Fenced::Code => {
                self.start(Tag::CodeBlock(CodeBlockKind::Fenced(word.clone())), at);
                first - 1
            }
        }
    }

    /// Adds words to the lead, while the first paragraph is being read.
    fn add_to_lead(&mut self, words: &str) {
        if self.lead == Lead::Reading && self.note.is_none() {
            self.out.lead.push_str(words);
        }
    }

    fn push(&mut self, event: Event<'e>) {
        self.out.events.push(event);
    }

    fn push_html(&mut self, html: &str) {
        self.out.events.push(Event::InlineHtml(CowStr::from(html.to_owned())));
    }
}
