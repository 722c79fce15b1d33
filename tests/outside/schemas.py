"""Validates the files of the example village against the schemas that the program prints for editors."""

import json
import subprocess
import sys
from pathlib import Path

import jsonschema
import yaml

root = Path(sys.argv[1])
village = root / "example-site"
program = Path(sys.argv[2])
folders = {
    "agenda": "event",
    "nieuws": "news",
    "locaties": "venue",
    "organisaties": "organisation",
    "paginas": "page",
}


class Loader(yaml.SafeLoader):
    """Keeps dates as text, as in YAML 1.2."""


Loader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if tag != "tag:yaml.org,2002:timestamp"]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def schema(kind: str) -> jsonschema.Draft202012Validator:
    document = json.loads(subprocess.check_output([program, "schema", kind]))
    jsonschema.Draft202012Validator.check_schema(document)
    return jsonschema.Draft202012Validator(document)


def block(path: Path):
    text = path.read_text()
    if path.suffix == ".md":
        if not text.startswith("---"):
            return None
        text = text.split("---\n")[1]
    return yaml.load(text, Loader)


checked = 0
wrong = []
for folder, kind in folders.items():
    validator = schema(kind)
    for path in sorted((village / folder).rglob("*")):
        if path.suffix not in {".md", ".yaml"}:
            continue
        data = block(path)
        # The block may lack what is given elsewhere: the date in the file name, the title in a heading.
        if isinstance(data, dict) and path.suffix == ".md":
            if path.name[:4].isdigit() and kind in {"news", "event"}:
                data.setdefault("datum", path.name[:10])
            if "\n# " in path.read_text() and not {"titel", "naam"} & data.keys():
                data["titel"] = "in the text"
        errors = list(validator.iter_errors(data))
        wrong += [f"{path}: {jsonschema.exceptions.best_match([error]).message}" for error in errors]
        checked += 1
validator = schema("site")
wrong += [f"site.yaml: {error.message}" for error in validator.iter_errors(block(village / "site.yaml"))]
# What a village publishes for portals fits what a portal reads.
told = json.loads((Path(sys.argv[3]) / "dorp.json").read_text())
wrong += [f"dorp.json: {error.json_path}: {error.message}" for error in schema("dorp").iter_errors(told)]
assert not wrong, "\n".join(wrong)
# A schema that accepts everything would be useless.
assert list(schema("event").iter_errors({"titel": "Koffie", "datum": "2026-12-01", "lokatie": "kerk"}))
assert list(schema("event").iter_errors({"soort": "inloop"}))
for bad in ({"dorp": 2}, {"village": {"url": "https://dorp.example"}}, {"events": [{"titel": "Koffie"}]}, {"news": {}}):
    assert list(schema("dorp").iter_errors({**told, **bad})), bad
print(f"schemas: {checked} files of the example village are valid")
