//! A portal: a site of many villages, and from where it has what those tell.

use crate::field::{At, FieldReader, Line, Takes, choices, describe};
use crate::read::Node;

choices! {
    /// Of what a site is.
    pub enum SiteKind {
        /// A village.
        Village = "dorp" | "village";
        /// A region with many villages.
        Portal = "portaal" | "portal" ("regio", "region");
    }
}

describe! {
    /// From where a portal has what villages tell.
    pub struct RegionSource short only_address = "https://dorp.nl/dorp.json" {
        required address / adres ("url", "webadres", "map", "folder", "bestand", "file"): Line,
            "Het webadres van een dorp of van zijn dorp.json, een map met sites, of een bestand met op elke regel een bron."
            | "The web address of a village or of its dorp.json, a folder with sites, or a file with a source on each line.";
        optional name / naam: Line,
            "Hoe het dorp op het portaal heet, als dat anders is dan op zijn eigen site."
            | "What the village is called on the portal, when that differs from its own site.";
    }
}

fn only_address(_: &str, node: &Node, reader: &mut FieldReader<'_>) -> Option<RegionSource> {
    let value = Line::take(node, reader)?;
    Some(RegionSource { address: Some(At { value, span: node.span }), name: None })
}
