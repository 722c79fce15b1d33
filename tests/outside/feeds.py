"""Reads the feeds, dorp.json and the JSON-LD of a built site with third-party parsers."""

import json
import sys
from pathlib import Path

import extruct
import feedparser

site = Path(sys.argv[1])

atom = feedparser.parse((site / "feed.xml").read_bytes())
assert not atom.bozo, f"feed.xml: {atom.bozo_exception}"
assert atom.version == "atom10", atom.version
assert len(atom.entries) >= 10, len(atom.entries)
for entry in atom.entries:
    assert entry.id and entry.title and entry.link and entry.updated_parsed, entry
    assert 'href="/' not in entry.content[0].value, f"{entry.id} has a link that only works on the site"
assert len({entry.id for entry in atom.entries}) == len(atom.entries)

feed = json.loads((site / "feed.json").read_text())
assert feed["version"] == "https://jsonfeed.org/version/1.1"
assert [item["id"] for item in feed["items"]] == [entry.id for entry in atom.entries]

village = json.loads((site / "dorp.json").read_text())
assert village["dorp"] == 1 and village["village"]["name"]

kinds: dict[str, int] = {}
for page in sorted(site.rglob("*.html")):
    data = extruct.extract(page.read_text(), syntaxes=["json-ld"], errors="strict")
    for thing in data["json-ld"]:
        kind = thing["@type"]
        kinds[kind] = kinds.get(kind, 0) + 1
        assert thing["@context"] == "https://schema.org", page
        if kind == "Event":
            # What search engines require of an event.
            assert thing["name"] and thing["startDate"] and thing["location"]["name"], page
            day = thing["startDate"]
            assert len(day) == 10 or day[-6] in "+-", f"{page}: {day} has no offset"
            if thing["location"].get("address"):
                assert thing["location"]["address"]["@type"] == "PostalAddress", page
        if kind == "BreadcrumbList":
            positions = [item["position"] for item in thing["itemListElement"]]
            assert positions == list(range(1, len(positions) + 1)), page
assert kinds.get("Event", 0) >= 40 and kinds.get("NewsArticle", 0) >= 15, kinds
print(f"feeds: {len(atom.entries)} items; JSON-LD: {kinds}")
