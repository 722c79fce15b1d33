"""Checks that ExifTool, which reads the metadata of hundreds of cameras and programs, finds none in published pictures,
and none in photos that were cleaned. Usage: photos.py PROGRAM SITE SOURCE FOLDER

ExifTool writes the metadata itself first, so it is known to find it: that of cameras, with the location and a maker
note, and that of programs (XMP, IPTC, comments)."""

import json
import shutil
import struct
import subprocess
import sys
import zlib
from pathlib import Path

from program import TODAY, finish

SECRET = "GEHEIM"
DATE = "2026:07:04 15:30:00"
ENDINGS = ["jpg", "jpeg", "png", "webp", "gif"]

# The groups of ExifTool (families 0 and 1) that can identify people, places and cameras.
PRIVATE = {"EXIF", "GPS", "XMP", "IPTC", "MakerNotes", "Photoshop", "MPF", "Trailer", "ExifIFD", "IFD0", "IFD1"}

# The groups that each format can hold.
HELD = {
    "jpg": {"EXIF", "GPS", "XMP", "IPTC", "MakerNotes"},
    "png": {"EXIF", "GPS", "XMP", "PNG"},
    "webp": {"EXIF", "GPS", "XMP"},
    "gif": {"XMP"},
}

# The orientation of a photo stays; the date on which it was taken stays on request.
TURN = "EXIF:IFD0:Orientation"
TAKEN = "EXIF:ExifIFD:DateTimeOriginal"


def camera_notes() -> bytes:
    """A segment with a maker note, which ExifTool can copy but not create (Exif 3.0, 4.6.2)."""
    words = f"{SECRET}\0".encode()
    note = struct.pack("<HHHLLL", 1, 0x0006, 2, len(words), 80, 0) + words
    first = struct.pack("<HHHLLHHLLL", 2, 0x010F, 2, 6, 38, 0x8769, 4, 1, 44, 0) + b"Canon\0"
    own = struct.pack("<HHHLLL", 1, 0x927C, 7, len(note), 62, 0)
    notes = b"Exif\0\0II*\0" + struct.pack("<L", 8) + first + own + note
    return b"\xff\xe1" + struct.pack(">H", len(notes) + 2) + notes


def png() -> bytes:
    """A picture of 8 by 8 pixels."""
    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">L", len(data)) + kind + data + struct.pack(">L", zlib.crc32(kind + data))

    rows = b"".join(b"\0" + bytes((x * 30, y * 30, 99)[part] for x in range(8) for part in range(3)) for y in range(8))
    head = chunk(b"IHDR", struct.pack(">LLBBBBB", 8, 8, 8, 2, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + head + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


def gif() -> bytes:
    """A picture of one pixel."""
    return b"GIF89a\1\0\1\0\x80\0\0\xff\xff\xff\0\0\0,\0\0\0\0\1\0\1\0\0\2\2D\1\0;"


def read(folder: Path) -> list[dict]:
    """What ExifTool finds in the pictures of a folder, including after their end and in unknown tags."""
    names = [part for ending in ENDINGS for part in ("-ext", ending)]
    command = ["exiftool", "-json", "-G0:1", "-a", "-u", "-ee", "-r", *names, str(folder)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    return json.loads(done.stdout or "[]")


def groups(found: dict) -> set[str]:
    """The groups of all tags found in one picture."""
    return {group for tag in found for group in tag.split(":")[:-1]}


def told(found: dict, allowed: set[str]) -> list[str]:
    """The tags of one picture that should not be in it."""
    name = found["SourceFile"]
    wrong = []
    for tag, value in found.items():
        parts = set(tag.split(":")[:-1])
        if tag not in allowed and parts & PRIVATE:
            wrong.append(f"{name}: {tag} = {value}")
        elif SECRET in str(value) and tag != "SourceFile" or tag.endswith(":Warning") or tag.endswith(":Error"):
            wrong.append(f"{name}: {tag} = {value}")
    return wrong


def make(village: Path, source: Path, site: Path) -> None:
    """Creates a village with a photo of each format, full of metadata, and a page that shows them."""
    shutil.rmtree(village, ignore_errors=True)
    media = village / "media"
    media.mkdir(parents=True)
    (village / "paginas").mkdir()
    for number, photo in enumerate(sorted((source / "media").glob("*.jpg"))[:3]):
        photo = photo.read_bytes()
        (media / f"foto{number}.jpg").write_bytes(photo[:2] + camera_notes() + photo[2:])
    shutil.copy(sorted(site.rglob("*.webp"))[0], media / "plaat.webp")
    (media / "plaat.png").write_bytes(png())
    (media / "plaat.gif").write_bytes(gif())
    notes = [
        f"-EXIF:Artist={SECRET}", "-EXIF:Orientation#=6", f"-EXIF:DateTimeOriginal={DATE}",
        "-GPSLatitude=52.8567", "-GPSLatitudeRef=N", "-GPSLongitude=6.5533", "-GPSLongitudeRef=E",
        f"-XMP:Creator={SECRET}", "-XMP:GPSLatitude=52.8567", f"-IPTC:By-line={SECRET}", "-IPTC:City=Assen",
        f"-PNG:Author={SECRET}", f"-Comment={SECRET}",
    ]
    written = subprocess.run(
        ["exiftool", "-q", "-m", "-overwrite_original", *notes, str(media)], capture_output=True, text=True, check=False
    )
    assert written.returncode == 0, written.stderr
    shown = "".join(f"![Een foto](../media/{photo.name})\n\n" for photo in sorted(media.iterdir()))
    (village / "site.yaml").write_text("naam: Testdorp\nomschrijving: Een dorp.\n")
    (village / "paginas" / "fotos.md").write_text(f"---\ntitel: Foto's\n---\n\n{shown}")


def run(program: str, *arguments: str) -> str:
    done = subprocess.run([program, *arguments], capture_output=True, text=True, check=False)
    assert done.returncode == 0, f"{arguments}: {done.returncode}\n{done.stdout}{done.stderr}"
    return done.stdout + done.stderr


def main(program: str, site: Path, source: Path, village: Path) -> None:
    make(village, source, site)
    originals = read(village / "media")
    for found in originals:
        missing = HELD[found["SourceFile"].rsplit(".", 1)[1]] - groups(found)
        assert not missing, f"{found['SourceFile']}: ExifTool does not find {missing}, which it wrote itself"
        assert told(found, set()), found

    run(program, "build", str(village), "--today", TODAY)
    published = read(site) + read(village / "public")
    assert len(published) > len(originals), "nothing was published"
    differences = [wrong for found in published for wrong in told(found, set())]

    dated = village.with_name(f"{village.name}-dated")
    shutil.rmtree(dated, ignore_errors=True)
    shutil.copytree(village, dated)
    run(program, "clean-photos", str(village))
    run(program, "clean-photos", str(dated), "--keep-date")
    for found in read(village / "media"):
        differences += told(found, {TURN})
    for found in read(dated / "media"):
        differences += told(found, {TURN, TAKEN})
        if not found["SourceFile"].endswith(".gif"):
            if found.get(TAKEN) != DATE or found.get(TURN) != "Rotate 90 CW":
                differences.append(f"{found['SourceFile']}: {found.get(TAKEN)}, {found.get(TURN)}")
    finish("photos", differences, f"{len(published)} published and {2 * len(originals)} cleaned pictures have nothing for ExifTool to find")


main(sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3]), Path(sys.argv[4]))
