"""Checks that a zip holds exactly the files of a site. Usage: zips.py ZIP SITE"""

import sys
import zipfile
from pathlib import Path

packed, site = zipfile.ZipFile(sys.argv[1]), Path(sys.argv[2])
damaged = packed.testzip()
assert damaged is None, f"{damaged} is damaged"
names = packed.namelist()
assert len(names) == len(set(names)), "a name occurs twice"
assert all(not name.startswith("/") and ".." not in name.split("/") for name in names)
published = {path.relative_to(site).as_posix(): path for path in site.rglob("*") if path.is_file()}
assert set(names) == set(published), set(names) ^ set(published)
for name, path in published.items():
    assert packed.read(name) == path.read_bytes(), f"{name} differs"
print(f"zip: {len(names)} files, the same as in the folder")
