"""What does a badge for a README look like: an SVG picture that says how much is translated?"""

from __future__ import annotations

from html import escape

_LETTER = 6.6
"""Width of a letter in pixels; `textLength` makes it so in whatever font there is."""
_PADDING = 7
_HEIGHT = 20
_COLORS = ((100, "#1f7a54"), (75, "#4c6f1f"), (50, "#7a5c00"), (25, "#9a4d00"), (0, "#5c6570"))
"""From which percentage on; white letters stand out from each by 4.5 to 1 and more."""
_BEGIN = b"<svg xmlns="
_LABEL = b' aria-label="translated'


def badge(label: str, percent: int) -> bytes:
    """Draw a label, and a percentage (0-100) next to it, as SVG 1.1 in UTF-8. It loads nothing and names no font."""
    value = f"{percent} %"
    left, right = (len(text) * _LETTER + 2 * _PADDING for text in (label, value))
    color = next(color for least, color in _COLORS if percent >= least)
    said = escape(f"{label}: {value}")
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{left + right:.1f}" height="{_HEIGHT}" role="img"'
        f' aria-label="{said}"><title>{said}</title>\n'
        f'<rect width="{left + right:.1f}" height="{_HEIGHT}" rx="3" fill="#3a4148"/>\n'
        f'<path d="M{left:.1f} 0h{right - 3:.1f}a3 3 0 0 1 3 3v14a3 3 0 0 1-3 3h-{right - 3:.1f}z" fill="{color}"/>\n'
        f'<g fill="#fff" font-family="sans-serif" font-size="11">\n'
        f"{_text(label, _PADDING)}\n{_text(value, left + _PADDING)}\n</g></svg>\n"
    ).encode()


def is_badge(data: bytes) -> bool:
    """Tell whether a file holds what `badge` draws."""
    return data.startswith(_BEGIN) and _LABEL in data.partition(b">")[0]


def _text(text: str, start: float) -> str:
    return f'<text x="{start:.1f}" y="14" textLength="{len(text) * _LETTER:.1f}">{escape(text)}</text>'
