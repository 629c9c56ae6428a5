"""Do the real exiftool and a real browser find clean pictures clean, and the same to look at?"""

from __future__ import annotations

import base64
import io
import subprocess
from collections.abc import Mapping
from functools import cache
from pathlib import Path

import pytest
from PIL import Image

from i18n.media import clean
from tests.media import test_gif, test_jpeg, test_png, test_svg, test_webp
from tests.media.pictures import WORD, chunk, exif, image, riff, saved, segment, shown
from tests.real.browser import screenshot
from tests.real.programs import needs

GROUPS = ("EXIF", "GPS", "IPTC", "XMP", "Photoshop", "PNG", "PDF")
HARMLESS = frozenset(
    """
    ImageWidth ImageHeight EncodingProcess BitsPerSample ColorComponents YCbCrSubSampling JFIFVersion ResolutionUnit
    XResolution YResolution ImageSize Megapixels BitDepth ColorType Compression Filter Interlace PixelsPerUnitX
    PixelsPerUnitY PixelUnits GIFVersion HasColorMap ColorResolutionDepth BitsPerPixel BackgroundColor FileType
    FileTypeExtension MIMEType WebP_Flags VP8Version HorizontalScale VerticalScale PDFVersion Linearized PageCount
    ExifByteOrder
    """.split()
)
"""What exiftool says of any picture: how it is made, not by whom or where."""


@cache
def writable(group: str) -> tuple[str, ...]:
    """Names of the tags that exiftool can write."""
    told = subprocess.run(["exiftool", "-listw", f"-{group}:all"], capture_output=True, text=True, check=True).stdout
    return tuple(name for line in told.splitlines()[1:] for name in line.split())


def tags(data: bytes, path: Path) -> dict[str, str]:
    """What exiftool finds in a file, unknown tags and duplicates too, by group and name."""
    path.write_bytes(data)
    told = subprocess.run(
        ["exiftool", "-a", "-u", "-U", "-ee", "-G1", "-s", "-args", str(path)], capture_output=True, check=True
    ).stdout.decode(errors="replace")
    found = dict(line[1:].split("=", 1) for line in told.splitlines() if "=" in line)
    return {name: value for name, value in found.items() if not name.startswith(("ExifTool:", "System:"))}


def telling(data: bytes, path: Path, orientation: int = 0) -> bytes:
    """The file with the word in every tag that exiftool can write there."""
    path.write_bytes(data)
    names = [f"-{group}:{tag}" for group in GROUPS for tag in writable(group) if tag != "Orientation"]
    arguments = [f"{name}={WORD.decode()}" for name in (*names, "-Comment")]
    arguments += [f"-IFD0:Orientation#={orientation}"] if orientation else []
    listed = path.with_suffix(".args")
    listed.write_text("\n".join(["-m", "-q", "-q", "-n", "-overwrite_original", *arguments]), encoding="utf-8")
    subprocess.run(["exiftool", "-@", str(listed), str(path)], capture_output=True, check=False)
    return path.read_bytes()


@needs("exiftool")
@pytest.mark.parametrize("kind", ["JPEG", "PNG", "GIF", "WEBP"])
def test_of_all_that_can_be_written_nothing_is_left(kind: str, tmp_path: Path) -> None:
    told = telling(saved(kind), tmp_path / "told")
    planted = [name for name, value in tags(told, tmp_path / "told").items() if WORD.decode() in value]
    assert told.count(WORD) > 1000
    assert len(planted) > 700
    made = clean(told)
    assert WORD not in made.data
    assert shown(made.data) == shown(told)
    left = tags(made.data, tmp_path / "left")
    assert {name.partition(":")[2] for name in left} <= HARMLESS
    assert clean(made.data).data == made.data


@needs("exiftool")
@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_the_way_up_is_all_that_is_left_of_exif(kind: str, tmp_path: Path) -> None:
    made = clean(telling(saved(kind), tmp_path / "told", orientation=6))
    left = tags(made.data, tmp_path / "left")
    assert {name.partition(":")[2] for name in left} - HARMLESS == {"Orientation"}
    assert left["IFD0:Orientation"] == "Rotate 90 CW"


@needs("exiftool")
def test_a_document_says_nothing_either(tmp_path: Path) -> None:
    import pikepdf

    buffer = io.BytesIO()
    with pikepdf.new() as made:
        made.add_blank_page()
        made.save(buffer)
    told = telling(buffer.getvalue(), tmp_path / "told.pdf")
    assert told.count(WORD) > 500
    left = clean(told)
    assert WORD not in left.data
    assert {name.partition(":")[2] for name in tags(left.data, tmp_path / "left.pdf")} <= HARMLESS


STAR = "<path d='M5 0 8 9 0 3h10L2 9z' fill='red'/>"
ILLUSTRATOR = (
    "<?xml version='1.0' encoding='utf-8'?><!-- Generator: Adobe Illustrator, Orla -->"
    "<!DOCTYPE svg [<!ENTITY ns_ai 'http://ns.adobe.com/AdobeIllustrator/10.0/'>"
    "<!ENTITY ns_svg 'http://www.w3.org/2000/svg'>]>"
    "<svg xmlns='&ns_svg;' xmlns:i='&ns_ai;' viewBox='0 0 10 10' i:viewOrigin='1 1'>"
    "<metadata><a xmlns='urn:a'>Orla</a></metadata>"
    "<switch><foreignObject requiredExtensions='&ns_ai;' width='1' height='1'>"
    "<i:pgfRef href='#a'/></foreignObject><g i:extraneous='self'>" + STAR + "</g></switch>"
    "<i:pgf id='a'>T3JsYQ==</i:pgf></svg>"
)
STYLED = (
    "<svg xmlns='http://www.w3.org/2000/svg' xmlns:s='urn:sketch' viewBox='0 0 10 10'><!-- Orla --><style>/* Orla */"
    ".a{fill:url(#g);stroke:blue}/* more */ text{font:4px monospace}@media (width){.b{opacity:.5}}</style>"
    "<defs><linearGradient id='g' s:name='Orla'><stop stop-color='lime'/><stop offset='1' stop-color='navy'/>"
    "</linearGradient></defs><g s:type='Orla' class='a' data-name='Orla'><circle cx='5' cy='5' r='4'/></g>"
    "<text x='1' y='6'>g<!-- -->a "
    "<tspan class='b'>t</tspan><!-- Orla -->e</text></svg>"
)
PICTURES: Mapping[str, bytes] = {
    "Illustrator": ILLUSTRATOR.encode(),
    "style": STYLED.encode(),
    "UTF-16": STYLED.encode("utf-16"),
    "photograph in a drawing": test_svg.svg(
        "<image width='9' height='9' href='data:image/jpeg;base64,"
        + base64.b64encode(test_jpeg.planted(saved("JPEG"), segment(0xE1, b"Exif\0\0" + exif("<", 6)))).decode()
        + "'/>",
        " height='9' data-name='Orla'",
    ),
    "drawing in a drawing": test_svg.svg(
        "<style>rect{fill:url(#p)}</style><image width='9' height='9' href=\"data:image/svg+xml,"
        "%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 10 10'%3E%3C!-- Orla --%3E"
        f'{STAR.replace("<", "%3C")}%3C/svg%3E"/>',
        " height='9'",
    ),
    **{
        f"JPEG, {turned}": test_jpeg.planted(
            form,
            segment(0xE1, b"Exif\0\0" + exif("<", turned)) + segment(0xFE, WORD),
            4 + int.from_bytes(form[4:6], "big"),
        )
        for turned, form in enumerate(test_jpeg.FORMS.values(), 1)
    },
    **{
        f"PNG, {name}": form[:33] + chunk(b"eXIf", exif(">", 6)) + chunk(b"tEXt", b"a\0" + WORD) + form[33:]
        for name, form in test_png.FORMS.items()
    },
    **{f"WebP, {name}": test_webp.with_chunk(form, riff(b"XMP ", WORD)) for name, form in test_webp.FORMS.items()},
    "WebP, turned": saved("WEBP", exif=exif("<", 6), xmp=WORD),
    **{f"GIF, {name}": form[:-1] + test_gif.TELLING["comment"] + b";" + WORD for name, form in test_gif.FORMS.items()},
}


def drawn(pictures: list[bytes], name: str, folder: Path) -> Image.Image:
    for number, data in enumerate(pictures):
        kind = ".svg" if b"<svg" in data.replace(b"\0", b"") else ""
        (folder / f"{name}{number}{kind}").write_bytes(data)
    page = folder / f"{name}.html"
    names = sorted(folder.glob(f"{name}[0-9]*"), key=lambda path: int("".join(filter(str.isdigit, path.stem))))
    shows = "".join(
        f"<img src='{path.name}' style='height:96px;margin:2px;image-rendering:pixelated'>" for path in names
    )
    page.write_text(f"<!doctype html><body style='margin:0;background:#cde'>{shows}", encoding="utf-8")
    with Image.open(io.BytesIO(screenshot(page, folder))) as opened:
        return opened.convert("RGB")


@needs("chromium")
def test_browsers_show_the_same(tmp_path: Path) -> None:
    # A frame of a moving picture that is shown when the page is drawn is left to chance.
    still = [name for name in PICTURES if "moving" not in name]
    told = [PICTURES[name] for name in still]
    outcomes = [clean(each) for each in told]
    assert [name for name, made in zip(still, outcomes, strict=True) if not made.gone or made.stays] == []
    before, after = (
        drawn(each, name, tmp_path) for each, name in ((told, "a"), ([made.data for made in outcomes], "b"))
    )
    assert before.tobytes() == after.tobytes()
    colours = before.getcolors(1 << 20)
    assert colours is not None
    assert len(colours) > 500


@needs("chromium")
def test_browsers_would_show_a_difference(tmp_path: Path) -> None:
    other = io.BytesIO()
    image(shade=1).save(other, "PNG")
    before, after = (drawn([each], name, tmp_path) for each, name in ((saved("PNG"), "a"), (other.getvalue(), "b")))
    assert before.tobytes() != after.tobytes()
