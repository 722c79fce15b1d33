//! A portal: a site of many villages, and the sources it takes their data from.

use crate::field::{At, FieldReader, FieldValue, Line, choices, describe};
use crate::read::Node;

choices! {
    /// What a site is about.
    pub enum SiteKind {
        /// A village.
        Village = "dorp" | "village";
        /// A region with many villages.
        Portal = "portaal" | "portal" ("regio", "region");
    }
}

describe! {
    /// A source of villages for a portal.
    pub struct RegionSource short only_address = "https://dorp.nl/dorp.json" {
        required address / adres ("url", "webadres", "map", "folder", "bestand", "file"): Line,
            "Het webadres van een dorp of van zijn dorp.json, een map met sites, of een bestand met op elke regel een bron."
            | "The web address of a village or its dorp.json, a folder with sites, or a file with one source on each line.";
        optional name / naam: Line,
            "Hoe het dorp op het portaal heet, als dat anders is dan op zijn eigen site."
            | "What the village is called on the portal, if that differs from its own site.";
    }
}

fn only_address(_: &str, node: &Node, reader: &mut FieldReader<'_>) -> Option<RegionSource> {
    let value = Line::take(node, reader)?;
    Some(RegionSource { address: Some(At { value, span: node.span }), name: None })
}
