//! Examines a finished page with an HTML5 parser: whether its elements are nested correctly, and what it
//! requests from other hosts.

use std::borrow::Cow;
use std::cell::{Cell, RefCell};

use html5ever::interface::{ElemName, ElementFlags, NodeOrText, QuirksMode, TreeSink};
use html5ever::tendril::{StrTendril, TendrilSink};
use html5ever::tree_builder::TreeBuilderOpts;
use html5ever::{Attribute, LocalName, Namespace, ParseOpts, QualName, parse_document};

/// The findings on a page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct PageFindings {
    /// Where the HTML is not nested correctly: the line, from 1, and what the parser said.
    pub(super) nesting: Vec<(u64, String)>,
    /// What is requested from other hosts when the page is shown: the line and the address.
    pub(super) requests: Vec<(u64, String)>,
}

/// Examines a page (HTML Standard §13.2: parse errors).
pub(super) fn check_page(html: &str) -> PageFindings {
    let options = ParseOpts {
        tree_builder: TreeBuilderOpts {
            exact_errors: true,
            scripting_enabled: false,
            ..TreeBuilderOpts::default()
        },
        ..ParseOpts::default()
    };
    parse_document(PageChecker::default(), options).one(html)
}

/// The number of a node of the page. The page itself is 0.
type Number = usize;

/// Receives the parser's output, and keeps only the findings.
#[derive(Default)]
struct PageChecker {
    names: RefCell<Vec<QualName>>,
    line: Cell<u64>,
    findings: RefCell<PageFindings>,
}

/// The name of an element.
#[derive(Debug)]
struct Name(QualName);

impl ElemName for Name {
    fn ns(&self) -> &Namespace {
        &self.0.ns
    }

    fn local_name(&self) -> &LocalName {
        &self.0.local
    }
}

impl PageChecker {
    fn add(&self, name: QualName) -> Number {
        let mut names = self.names.borrow_mut();
        names.push(name);
        names.len()
    }
}

impl TreeSink for PageChecker {
    type Handle = Number;
    type Output = PageFindings;
    type ElemName<'a> = Name;

    fn finish(self) -> PageFindings {
        self.findings.into_inner()
    }

    fn parse_error(&self, message: Cow<'static, str>) {
        self.findings.borrow_mut().nesting.push((self.line.get(), message.into_owned()));
    }

    fn set_current_line(&self, line: u64) {
        self.line.set(line);
    }

    fn get_document(&self) -> Number {
        0
    }

    fn elem_name<'a>(&'a self, target: &'a Number) -> Name {
        let names = self.names.borrow();
        let name = target.checked_sub(1).and_then(|at| names.get(at)).cloned();
        Name(name.unwrap_or_else(|| QualName::new(None, Namespace::from(""), LocalName::from(""))))
    }

    fn create_element(&self, name: QualName, attributes: Vec<Attribute>, _: ElementFlags) -> Number {
        let requested = external_requests(&name.local, &attributes);
        self.findings
            .borrow_mut()
            .requests
            .extend(requested.into_iter().map(|address| (self.line.get(), address)));
        self.add(name)
    }

    fn create_comment(&self, _: StrTendril) -> Number {
        self.add(QualName::new(None, Namespace::from(""), LocalName::from("")))
    }

    fn create_pi(&self, _: StrTendril, _: StrTendril) -> Number {
        self.add(QualName::new(None, Namespace::from(""), LocalName::from("")))
    }

    fn get_template_contents(&self, target: &Number) -> Number {
        *target
    }

    fn same_node(&self, one: &Number, other: &Number) -> bool {
        one == other
    }

    fn append(&self, _: &Number, _: NodeOrText<Number>) {}
    fn append_based_on_parent_node(&self, _: &Number, _: &Number, _: NodeOrText<Number>) {}
    fn append_doctype_to_document(&self, _: StrTendril, _: StrTendril, _: StrTendril) {}
    fn set_quirks_mode(&self, _: QuirksMode) {}
    fn append_before_sibling(&self, _: &Number, _: NodeOrText<Number>) {}
    fn add_attrs_if_missing(&self, _: &Number, _: Vec<Attribute>) {}
    fn remove_from_parent(&self, _: &Number) {}
    fn reparent_children(&self, _: &Number, _: &Number) {}
}

/// Returns the addresses on other hosts that a browser requests by itself, without a click.
fn external_requests(element: &str, attributes: &[Attribute]) -> Vec<String> {
    let value = |name: &str| {
        attributes
            .iter()
            .find(|attribute| &*attribute.name.local == name)
            .map(|attribute| attribute.value.to_string())
    };
    let is_fetched = match element {
        "link" => {
            let rel = value("rel").unwrap_or_default();
            !matches!(
                rel.as_str(),
                "canonical" | "alternate" | "license" | "author" | "me" | "help" | "next" | "prev"
            )
        }
        "a" | "area" | "base" | "form" | "meta" | "blockquote" | "q" => false,
        _ => true,
    };
    if !is_fetched {
        return Vec::new();
    }
    let single = ["src", "href", "data", "poster"].into_iter().filter_map(value);
    let several = ["srcset", "imagesrcset"].into_iter().filter_map(value);
    let several =
        several.flat_map(|list| list.split(',').map(|one| one.trim().to_owned()).collect::<Vec<_>>());
    let styles = value("style").into_iter().flat_map(|style| style_requests(&style));
    single.chain(several).filter(|address| is_elsewhere(address)).chain(styles).collect()
}

/// Returns the addresses on other hosts that a style requests.
pub(super) fn style_requests(style: &str) -> Vec<String> {
    let after = |mark: &'static str| {
        style.match_indices(mark).map(move |(at, _)| {
            let rest = style[at + mark.len()..].trim_start().trim_start_matches(['"', '\'']);
            let end = rest.find(['"', '\'', ')', ';', ' ']).unwrap_or(rest.len());
            rest[..end].to_owned()
        })
    };
    after("url(").chain(after("@import ")).filter(|address| is_elsewhere(address)).collect()
}

fn is_elsewhere(address: &str) -> bool {
    let address = address.trim();
    address.starts_with("//") || address.starts_with("http:") || address.starts_with("https:")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wrong_nesting_is_reported_with_its_line() {
        let valid = "<!doctype html>\n<html lang=nl><head><title>x</title></head><body><p>a<ul><li>b</ul></body></html>";
        assert_eq!(check_page(valid), PageFindings::default());
        for (broken, line) in [
            ("<!doctype html>\n<title>x</title>\n<div><p>a</div></p>", 3),
            ("<!doctype html>\n<title>x</title>\n<section>\n<b>a</section>", 4),
            ("<!doctype html><title>x</title>\n<div>", 2),
        ] {
            let found = check_page(broken).nesting;
            assert_eq!(found.first().map(|(line, _)| *line), Some(line), "{broken}: {found:?}");
        }
    }

    #[test]
    fn requests_by_the_browser_are_reported_and_links_are_not() {
        let page = "<!doctype html><title>x</title><link rel=canonical href='https://a.nl/'><a href='https://b.nl'>b</a>\
            <img src='https://c.nl/c.png' alt=''><script src='//d.nl/d.js'></script><img src=/e.png alt='' srcset='/f.png 1x, http://g.nl/g.png 2x'>\
            <p style='background: url(https://h.nl/h.png)'>";
        let requested: Vec<String> =
            check_page(page).requests.into_iter().map(|(_, address)| address).collect();
        assert_eq!(
            requested,
            ["https://c.nl/c.png", "//d.nl/d.js", "http://g.nl/g.png 2x", "https://h.nl/h.png"]
        );
        assert_eq!(
            style_requests("@import 'https://i.nl/i.css'; p { background: url(j.png) }"),
            ["https://i.nl/i.css"]
        );
    }
}
