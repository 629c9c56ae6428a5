"""What is left of an SVG file: every byte but comments, metadata, marks of editors and folders."""

from __future__ import annotations

import base64
from urllib.parse import quote

import pytest

from i18n.media import clean
from tests.media.pictures import WORD, chunk, exif, saved, segment

W = WORD.decode()
SPACES = (
    'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" '
    'xmlns:e="http://www.inkscape.org/namespaces/inkscape" '
)
BARE = SPACES.partition("xmlns:e")[0].rstrip()
PHOTO = saved("JPEG")
TELLING_PHOTO = PHOTO[:20] + segment(0xE1, b"Exif\0\0" + exif()) + PHOTO[20:]
DRAWING = saved("PNG")
TELLING_DRAWING = DRAWING[:33] + chunk(b"tEXt", b"Author\0" + WORD) + DRAWING[33:]


def svg(inner: str = "", attributes: str = "", before: str = "", after: str = "") -> bytes:
    return f'{before}<svg {SPACES}width="9"{attributes}>{inner}</svg>{after}\n'.encode()


def bare(inner: str = "", before: str = "", after: str = "") -> bytes:
    return f'{before}<svg {BARE} width="9">{inner}</svg>{after}\n'.encode()


def b64(data: bytes) -> str:
    return base64.b64encode(data).decode()


HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'


@pytest.mark.parametrize(
    ("told", "left"),
    {
        "comment before": (svg(before=f"{HEAD}<!-- {W} -->"), bare(before=HEAD)),
        "comment inside": (svg(f"<g/><!-- {W}\n -> > < & -->\n<g/>"), bare("<g/>\n<g/>")),
        "comment in a text": (svg(f"<text>a<!--{W}-->b</text>"), bare("<text>ab</text>")),
        "comment behind": (svg(after=f"\n<!--{W}-->"), bare(after="\n")),
        "instruction": (svg(before=f"{HEAD}<?xpacket {W}?>", inner=f"<?e {W}?>"), bare(before=HEAD)),
        "metadata": (svg(f"<metadata><r:RDF xmlns:r='urn:r'>{W}</r:RDF></metadata>"), bare()),
        "metadata in metadata": (svg(f"<metadata><metadata/>{W}<metadata>a</metadata></metadata><g/>"), bare("<g/>")),
        "metadata with a prefix": (
            svg(f'<s:g xmlns:s="http://www.w3.org/2000/svg"><s:metadata id="m">{W}</s:metadata></s:g>'),
            bare('<s:g xmlns:s="http://www.w3.org/2000/svg"></s:g>'),
        ),
        "editor's element": (svg(f'<e:grid id="{W}"/><g/><e:page><g id="{W}"/></e:page>'), bare("<g/>")),
        "editor's element of its own": (svg(f'<view xmlns="urn:e"><g id="{W}"/></view>'), bare()),
        "editor's namespace below": (svg(f'<g xmlns:s="urn:s" s:name="{W}" fill="red"/>'), bare('<g fill="red"/>')),
        "editor's prefix without a namespace": (svg(f'<g sketch:type="{W}"/>'), bare("<g/>")),
        "editor's attribute": (svg(f"<g\n  e:label = '{W}'\n  id='a'/>"), bare("<g\n  id='a'/>")),
        "name of a layer": (svg(f'<g data-name="{W}"/>'), bare("<g/>")),
        "drawing of draw.io": (svg(attributes=f' content="&lt;mxfile host=&quot;{W}&quot;&gt;"'), bare()),
        "metadata in attributes": (svg(f'<g property="dc:creator" content="{W}" typeof="a"/>'), bare("<g/>")),
        "home folder": (svg(f'<g class="/home/{W}/a house/map.png"/>'), bare('<g class="map.png"/>')),
        "home folder itself": (svg(f'<g class="/home/{W}"/>'), bare('<g class=""/>')),
        "home folder of Windows": (svg(rf'<g class="C:\Users\{W} Wickle\map.png"/>'), bare('<g class="map.png"/>')),
        "home folder with slashes": (svg(f'<g class="c:/Users/{W}/map.png"/>'), bare('<g class="map.png"/>')),
        "home folder of macOS": (svg(f'<g class="/Users/{W}/map.png"/>'), bare('<g class="map.png"/>')),
        "medium": (svg(f'<g class="/media/{W}/map.png"/>'), bare('<g class="map.png"/>')),
        "server": (svg(rf'<g class="\\{W}\share\map.png"/>'), bare('<g class="map.png"/>')),
        "file address": (svg(f'<image href="file:///srv/{W}/map.png"/>'), bare('<image href="map.png"/>')),
        "home folder as address": (svg(f'<image href="/home/{W}/map.png"/>'), bare('<image href="map.png"/>')),
        "escaped": (svg(f'<g class="C:&#92;Users&#x5c;{W}&#92;a&amp;b"/>'), bare('<g class="a&amp;b"/>')),
        "file address in a style": (
            svg(f'<g style="fill:url(file:///home/{W}/a.svg#b)"/>'),
            bare('<g style="fill:url(a.svg#b)"/>'),
        ),
        "file address of a style sheet": (
            svg(before=f'<?xml-stylesheet href="file:///home/{W}/a.css"?>'),
            bare(before='<?xml-stylesheet href="a.css"?>'),
        ),
        "comment of a style attribute": (svg(f'<g style="fill:/* {W} */red"/>'), bare('<g style="fill:/**/red"/>')),
        "comment of a style": (
            svg(f"<style>a{{}}/* {W} */b{{content:'/* no */'}}</style>"),
            bare("<style>a{}/**/b{content:&apos;/* no */&apos;}</style>"),
        ),
        "comment of a style in CDATA": (
            svg(f"<style><![CDATA[a>b{{}}/* {W} */b{{content:'/* no */'}}]]></style>"),
            bare("<style><![CDATA[a>b{}/**/b{content:'/* no */'}]]></style>"),
        ),
        "file address in a style sheet": (
            svg(f"<style>@import url(file:///home/{W}/a.css);</style>"),
            bare("<style>@import url(a.css);</style>"),
        ),
        "photograph": (
            svg(f'<image xlink:href="data:image/jpeg;base64,{b64(TELLING_PHOTO)}"/>'),
            bare(f'<image xlink:href="data:image/jpeg;base64,{b64(PHOTO)}"/>'),
        ),
        "photograph in lines": (
            svg(f'<image href="data:image/jpeg;base64,{b64(TELLING_PHOTO)[:99]}&#10;\n{b64(TELLING_PHOTO)[99:]}"/>'),
            bare(f'<image href="data:image/jpeg;base64,{b64(PHOTO)}"/>'),
        ),
        "photograph with another name": (
            svg(f'<image href="data:text/plain;charset=x;base64,{b64(TELLING_PHOTO)}"/>'),
            bare(f'<image href="data:text/plain;charset=x;base64,{b64(PHOTO)}"/>'),
        ),
        "photograph in a style": (
            svg(f"<style>a{{background:url(data:image/png;base64,{b64(TELLING_DRAWING)})}}</style>"),
            bare(f"<style>a{{background:url(data:image/png;base64,{b64(DRAWING)})}}</style>"),
        ),
        "drawing in a drawing": (
            svg(f'<image href="data:image/svg+xml;base64,{b64(svg(f"<!--{W}-->"))}"/>'),
            bare(f'<image href="data:image/svg+xml;base64,{b64(bare())}"/>'),
        ),
        "drawing in a drawing, written out": (
            svg(f'<image href="data:image/svg+xml,{quote(svg(f"<!--{W}-->"))}"/>'),
            bare(f'<image href="data:image/svg+xml,{quote(bare(), safe="!#$&*+,/:;=?@()[]~ ")}"/>'),
        ),
        "comment in the document type": (
            svg(before=f"<!DOCTYPE svg [<!-- {W} --><!ENTITY a 'b'>]>"),
            bare(before="<!DOCTYPE svg [<!ENTITY a 'b'>]>"),
        ),
        "namespace by an entity": (
            svg(f'<g xmlns:x="&ns_x;"><x:pgf>{W}</x:pgf></g>', before='<!DOCTYPE svg [<!ENTITY ns_x "http://ns.adobe.com/">]>'),
            bare("<g></g>", before='<!DOCTYPE svg [<!ENTITY ns_x "http://ns.adobe.com/">]>'),
        ),
    }.values(),
)  # fmt: skip
def test_what_tells_is_gone_and_every_other_byte_is_left(told: bytes, left: bytes) -> None:
    made = clean(told)
    assert made.data.decode() == left.decode()
    assert made.gone
    assert made.stays == ()
    assert clean(made.data).data == made.data
    assert clean(made.data).gone == ()


@pytest.mark.parametrize(
    "inner",
    [
        "<title>The gate</title><desc>A blue gate.</desc>",
        "<text>/home/orla/map.png <![CDATA[<!-- shown -->]]></text>",
        '<a href="/media/map.png"><image xlink:href="../home/a.png"/></a>',
        '<a xlink:href="https://example.org/home/orla/map.png?a=C:/b">x</a>',
        '<g xml:space="preserve" xml:lang="en" aria-label="a"/>',
        '<foreignObject><p xmlns="http://www.w3.org/1999/xhtml"><b>a</b></p></foreignObject>',
        '<foreignObject><math xmlns="http://www.w3.org/1998/Math/MathML"><mi>a</mi></math></foreignObject>',
        "<style>a > b { content: '/* shown */'; fill: url(#a) }</style>",
        "<style>@font-face{src:url(data:font/woff2;base64,d09GMgABAAA=)}</style>",
        f'<image href="data:image/jpeg;base64,{b64(PHOTO)}"/>',
        f'<image href="data:image/jpeg;base64,\n{b64(PHOTO)[:50]}\n {b64(PHOTO)[50:]}"/>',
        '<image href="data:image/svg+xml,%3Csvg xmlns=%22http://www.w3.org/2000/svg%22/%3E"/>',
        "<script>if (a &lt; b) { /* kept */ }</script>",
        '<g id="&#246;&amp;&unknown;" fill=\'"red"\'/>',
        '<path d="M0,0 L5,5"/>é한🎈 ',
        '<g data-id="kept"/><foreignObject><p xmlns="http://www.w3.org/1999/xhtml" about="kept"/></foreignObject>',
        "<animate attributeName='x'/>\r\n\t<set/>",
    ],
)
def test_what_shows_is_left_byte_by_byte(inner: str) -> None:
    for before in ("", HEAD, "\ufeff", "<!DOCTYPE svg PUBLIC '-//W3C//DTD SVG 1.1//EN' \"svg11.dtd\">\n"):
        plain = bare(inner, before=before)
        made = clean(plain)
        assert made.data.decode() == plain.decode()
        assert (made.gone, made.stays) == ((), ())


def test_a_root_is_never_taken_out() -> None:
    told = b"<a:svg xmlns:a='urn:a'><a:g/></a:svg>"
    assert clean(told).data == b"<a:svg></a:svg>"
    linked = bare('<image xlink:href="a.png"/>').replace(b' xmlns:xlink="http://www.w3.org/1999/xlink"', b"")
    assert clean(linked).data == linked


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "latin-1", "cp1252"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_other_encodings_come_through(encoding: str, mark: str) -> None:
    mark = mark if encoding.startswith("utf-16") else ""
    head = f'{mark}<?xml version="1.0" encoding="{encoding[:6]}"?>'.replace("cp1252", "windows-1252").replace(
        "latin-", "ISO-8859-1"
    )
    text = svg(f"<text>café</text><!-- {W} é -->").decode()
    left = bare("<text>café</text>").decode()
    assert clean((head + text).encode(encoding)).data == (head + left).encode(encoding)


@pytest.mark.parametrize("name", ["ISO-2022-JP", "UTF-7", "Shift_JIS", "EBCDIC-US"])
def test_an_encoding_that_is_not_read_is_named(name: str) -> None:
    told = svg(before=f"<?xml version='1.0' encoding='{name}'?>", inner=f"<!-- {W} -->")
    assert clean(told).data == told
    assert clean(told).stays[0].startswith(f"is an SVG picture in the encoding {name}, which is not read: ")


@pytest.mark.parametrize(
    "broken",
    [
        "<svg",
        "<svg>",
        "<svg></g></svg>",
        "<svg><g></svg></g>",
        "<svg/><svg/>",
        "<svg/>text",
        "<svg a='1' a='2'/>",
        "<svg a=1/>",
        "<svg a/>",
        "<svg a='<'/>",
        "<svg><!-- a -- b --></svg>",
        "<svg><!-- a</svg>",
        "<svg><![CDATA[ a</svg>",
        "<svg><?a</svg>",
        "<svg>< g/></svg>",
        "<svg></ svg>",
        "<!-- a -- b --><svg/>",
        "<!DOCTYPE svg [<svg/>",
        "<!DOCTYPE svg [ x ]><svg/>",
        "<!DOCTYPE svg",
    ],
)
def test_what_is_not_well_formed_is_named_and_copied(broken: str) -> None:
    told = f"<!-- {W} -->\n{broken}".encode()
    made = clean(told)
    assert made.data == told
    assert made.stays == () or "that is not well-formed in line " in made.stays[0]
    assert bool(made.stays) == ("<svg" in broken)


BOMB = "<!DOCTYPE svg [" + "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 99}">' for n in range(1, 40)) + "]>"


@pytest.mark.parametrize(
    "subset",
    [
        BOMB,
        f"<!DOCTYPE svg [<!ENTITY a '<metadata>{W}</metadata>'>]>",
        "<!DOCTYPE svg [<!ENTITY a SYSTEM 'file:///etc/passwd'>]>",
        "<!DOCTYPE svg [<!ENTITY % a 'b'> %a;]>",
    ],
)
def test_entities_are_never_expanded_and_those_with_markup_are_named(subset: str) -> None:
    told = svg("&a39;<!-- x --><g id='&a;'/>", before=subset)
    made = clean(told)
    assert made.data == bare("&a39;<g id='&a;'/>", before=subset)
    assert "declares entities, which are not looked into" in made.stays


def test_a_folder_in_the_document_type_is_named() -> None:
    made = clean(svg(before=f'<!DOCTYPE svg SYSTEM "file:///home/{W}/svg.dtd">'))
    assert made.stays == ("names a folder in its document type",)


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"\0\0\0\x18ftypheic", "holds a file that is a HEIC picture"),
        (b"II*\0" + WORD, "holds a file that is a TIFF picture"),
        (b"\xff\xd8\xff\xe0", "holds a file that is a JPEG picture that ends"),
    ],
)
def test_a_file_inside_that_cannot_be_cleaned_is_named(content: bytes, reason: str) -> None:
    (told,) = clean(svg(f'<image href="data:image/png;base64,{b64(content)}"/>')).stays
    assert told.startswith(reason)


def test_base64_that_cannot_be_read_is_named() -> None:
    (told,) = clean(svg('<image href="data:image/png;base64,AAAAA"/>')).stays
    assert told.startswith("holds a file that is a file of a kind that is not known")


def test_pictures_in_pictures_are_looked_at_three_deep() -> None:
    told = svg(f"<!--{W}-->")
    for depth in range(6):
        made = clean(told)
        assert W not in made.data.decode()
        assert bool(made.stays) == (depth > 2)
        told = svg(f'<image href="data:image/svg+xml;base64,{b64(told)}"/>')


@pytest.mark.parametrize(
    "text",
    [
        "<!DOCTYPE html><html><!-- a --><svg/></html>",
        "<!doctype html>\n<p>a<br><svg/>",
        "<p><svg/></p>",
        "a <svg/>",
        "<?xml version='1.0'?><kml/>",
        "<",
        "",
    ],
)
def test_what_is_no_svg_is_left_alone(text: str) -> None:
    assert clean(text.encode()).data == text.encode()
    assert clean(text.encode()).stays == ()
