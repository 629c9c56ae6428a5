"""Which language does a tag name, and what does CLDR say about it? The only importer of Babel, and a late one."""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from i18n.errors import ConfigurationError

if TYPE_CHECKING:
    from babel import Locale

_TAG = re.compile(
    r"""(?P<language>[a-z]{2,3})
        (?:[-_](?P<script>[a-z]{4}))?
        (?:[-_](?P<region>[a-z]{2}|[0-9]{3}))?
        (?P<variants>(?:[-_](?:[a-z0-9]{5,8}|[0-9][a-z0-9]{3}))*)""",
    re.VERBOSE | re.IGNORECASE | re.ASCII,
)
_GETTEXT = re.compile(r"(?P<tag>[^.@]+)(?:\.[^@]*)?(?:@(?P<modifier>.+))?")
_SCRIPTS_OF_MODIFIERS = {"latin": "Latn", "cyrillic": "Cyrl", "arabic": "Arab", "devanagari": "Deva"}
_RIGHT_TO_LEFT = frozenset(
    "Adlm Arab Armi Aran Hebr Hung Mand Mend Nbat Nkoo Narb Orkh Palm Phli Phnx Rohg Samr Sarb Syrc Thaa Yezi".split()
)


@functools.cache
def canonical(tag: str) -> str:
    """Bring a BCP 47 tag into its usual form: `pt_br` becomes `pt-BR`, the withdrawn `iw` becomes `he`.

    Raises `ConfigurationError` for what is no tag or names a language, script or region that CLDR does not know.
    """
    found, reason = _read(tag)
    if not found:
        raise _unknown(tag, reason)
    return found


@functools.cache
def recognized(name: str) -> str | None:
    """The canonical tag of a BCP 47 tag or a gettext locale; None for what `canonical` refuses."""
    tag = _tag_of_gettext(name)
    return (_read(tag)[0] or None) if tag else None


def _read(tag: str) -> tuple[str, str]:
    """The canonical form of a tag, or nothing and the reason as far as there is one to tell."""
    parts = _TAG.fullmatch(tag.strip())
    if parts is None:
        return "", ""
    language, script, region, variants = parts["language"].lower(), parts["script"], parts["region"], parts["variants"]
    if not _has_data(language) and (alias := _global("language_aliases").get(language)):
        language, _, implied = alias.partition("_")
        script = script or (implied if len(implied) == 4 else None)
        region = region or (implied if len(implied) == 2 else None)
    if not (_has_data(language) or language in _english().languages):
        return "", ""
    script = script.title() if script else None
    if script and script not in _english().scripts:
        return "", f"{script} is no script."
    region = region.upper() if region else None
    if region and region not in _english().territories:
        return "", f"{region} is no country or region."
    return "-".join(filter(None, (language, script, region, *re.split("[-_]", variants.lower())))), ""


def gettext_form(tag: str) -> str:
    """Name a canonical tag as gettext does: `pt-BR` is `pt_BR`, `zh-Hant` `zh_Hant`, `ca-valencia` `ca@valencia`."""
    first, *rest = tag.split("-")
    name, variants = first, []
    for part in rest:
        if len(part) > 4 or (len(part) == 4 and part[0].isdigit()):
            variants.append(part)
        else:
            name += f"_{part}"
    return f"{name}@{'-'.join(variants)}" if variants else name


def from_gettext(name: str) -> str:
    """Name a gettext locale (`pt_BR`, `sr@latin`, `de_DE.UTF-8`) as BCP 47 does; raises as `canonical` does."""
    tag = _tag_of_gettext(name)
    if not tag:
        raise _unknown(name)
    return canonical(tag)


def _tag_of_gettext(name: str) -> str:
    parts = _GETTEXT.fullmatch(name)
    if parts is None:
        return ""
    tag, modifier = parts["tag"], (parts["modifier"] or "").lower()
    if modifier in _SCRIPTS_OF_MODIFIERS:
        first, *rest = re.split("[-_]", tag)
        return "-".join((first, _SCRIPTS_OF_MODIFIERS[modifier], *rest))
    return f"{tag}-{modifier}" if modifier and modifier != "euro" else tag


def language(tag: str) -> str:
    """The language of a canonical tag without script and region: `pt` for `pt-BR`."""
    return tag.partition("-")[0]


@dataclass(frozen=True, slots=True)
class Subtags:
    """The parts of a tag; empty where it has none."""

    language: str
    script: str = ""
    region: str = ""
    variants: tuple[str, ...] = ()

    def __str__(self) -> str:
        """The tag."""
        return "-".join(filter(None, (self.language, self.script, self.region, *self.variants)))


@functools.cache
def subtags(tag: str) -> Subtags:
    """Take a canonical tag apart."""
    parts = _TAG.fullmatch(tag)
    if parts is None:
        raise _unknown(tag)
    variants = tuple(part for part in parts["variants"].split("-") if part)
    return Subtags(parts["language"], parts["script"] or "", parts["region"] or "", variants)


@functools.cache
def likely(tag: str) -> Subtags:
    """Take a canonical tag apart, with the likely script and region where it names none (UTS 35, Likely Subtags).

    `zh` is `zh-Hans-CN`, `zh-TW` is `zh-Hant-TW`; a part that CLDR does not know either stays empty.
    """
    own = subtags(tag)
    known = _global("likely_subtags")
    for beginning in (f"{own.language}_{own.region}", f"{own.language}_{own.script}", own.language):
        if beginning in known:
            full = subtags(known[beginning].replace("_", "-"))
            return Subtags(own.language, own.script or full.script, own.region or full.region, own.variants)
    return own


@functools.cache
def lineage(tag: str) -> tuple[Subtags, ...]:
    """A canonical tag, its script written out, and what it inherits from in that script (UTS 35, Parent Locales).

    The nearest first: `es-MX`, `es-419`, `es`, each with `Latn`; `zh-Hant` inherits nothing from `zh`.
    """
    line = [replace(subtags(tag), script=likely(tag).script)]
    while line[-1].variants or line[-1].region:
        last = line[-1]
        line.append(replace(last, variants=()) if last.variants else replace(last, region=_parent_region(last)))
    return tuple(line)


def _parent_region(child: Subtags) -> str:
    """The region whose language another one follows where that is not the language's own: 419 for MX, 001 for GB."""
    known = _global("parent_exceptions")
    language, script, region = child.language, child.script, child.region
    parent = known.get(f"{language}_{script}_{region}") or known.get(f"{language}_{region}") or language
    found = subtags(parent.replace("_", "-"))
    return found.region if found.language == language else ""


@functools.cache
def name_in(tag: str, display: str) -> str:
    """What the language of `tag` is called in that of `display`, both canonical: `Brazilian Portuguese` for `pt-BR`.

    English where CLDR has no name in that language, the tag where it has none at all.
    """
    for locale in (_nearest(display), _english()):
        if locale is not None and (name := _composed_name(tag, locale)):
            return name
    return tag


@functools.cache
def own_name(tag: str) -> str:
    """What a language calls itself, as in a list of languages: `Deutsch`, `Português (Brasil)`, `한국어`."""
    name = name_in(tag, tag)
    first = name.split()[0]
    # Titlecase, not uppercase: Georgian has capitals that nobody writes here. IsiZulu keeps its own: isiZulu.
    return name[0].title() + name[1:] if first.islower() else name


def direction(tag: str) -> str:
    """Which way a canonical tag's script runs: `ltr` or `rtl`."""
    return "rtl" if script(tag) in _RIGHT_TO_LEFT else "ltr"


@functools.cache
def plural_forms(tag: str) -> str:
    """The value of gettext's `Plural-Forms` header for a canonical tag, from CLDR's rules for whole numbers.

    Categories that no whole number falls into are left out, as gettext counts with whole numbers only.
    """
    locale = _nearest(tag)
    if locale is None:
        return "nplurals=1; plural=0;"
    rule = locale.plural_form
    reached = {rule(number) for number in (*range(1001), *(10**power for power in range(3, 8)))}
    categories = [name for name in ("zero", "one", "two", "few", "many", "other") if name in reached]
    tests = {name: _condition(tree) for name, tree in rule.abstract}
    if categories == ["one", "other"] and tests["one"] == "n == 1":
        return "nplurals=2; plural=(n != 1);"
    cases = [f"{tests[name]} ? {index} : " for index, name in enumerate(categories[:-1])]
    expression = f"({''.join(cases)}{len(cases)})" if cases else "0"
    return f"nplurals={len(categories)}; plural={expression};"


def _condition(tree: Any) -> str:
    """Write a rule of CLDR as C, for whole numbers: no digits after the point, no exponent."""
    operator, operands = tree
    if operator in ("and", "or"):
        neutral, decisive = ("1", "0") if operator == "and" else ("0", "1")
        parts = [part for part in map(_condition, operands) if part != neutral]
        if decisive in parts:
            return decisive
        if operator == "or":
            return " || ".join(parts) or neutral
        return " && ".join(f"({part})" if " || " in part and len(parts) > 1 else part for part in parts) or neutral
    if operator == "not":
        (inner,) = operands
        negated = _condition(inner)
        return {"0": "1", "1": "0"}.get(negated) or (
            negated.replace("==", "!=") if re.fullmatch(r"n( % \d+)? == \d+", negated) else f"!({negated})"
        )
    _, quantity, (_, ranges) = operands
    return _membership(_quantity(quantity), [(low[1][0], high[1][0]) for low, high in ranges])


def _quantity(tree: Any) -> str:
    operator, operands = tree
    if operator == "mod":
        dividend, (_, (divisor,)) = operands
        inner = _quantity(dividend)
        return "0" if inner == "0" else f"{inner} % {divisor}"
    return "n" if operator in ("n", "i") else "0"


def _membership(quantity: str, ranges: list[tuple[int, int]]) -> str:
    if quantity == "0":
        return "1" if any(low <= 0 <= high for low, high in ranges) else "0"
    tests = [
        f"{quantity} == {low}"
        if low == high
        else f"{quantity} <= {high}"
        if low == 0
        else f"{quantity} >= {low} && {quantity} <= {high}"
        for low, high in ranges
    ]
    return " || ".join(f"({test})" if "&&" in test and len(tests) > 1 else test for test in tests)


def _composed_name(tag: str, display: Locale) -> str:
    """The longest part of a tag that has a name of its own, and the names of the rest in brackets."""
    first, *rest = tag.split("-")
    for length in range(len(rest), -1, -1):
        name = display.languages.get("_".join((first, *rest[:length])))
        if name:
            details = [display.scripts.get(part) or display.territories.get(part) or part for part in rest[length:]]
            return f"{name} ({', '.join(details)})" if details else str(name)
    return ""


@functools.cache
def script(tag: str) -> str:
    """The script of a canonical tag, by ISO 15924, from the tag or from CLDR's likely subtags; empty if unknown."""
    parts = _TAG.fullmatch(tag)
    if parts is None:
        raise _unknown(tag)
    if parts["script"]:
        return parts["script"]
    likely = _global("likely_subtags")
    full = likely.get(f"{parts['language']}_{parts['region']}") or likely.get(parts["language"], "")
    return next((part for part in full.split("_")[1:] if len(part) == 4), "")


@functools.cache
def _nearest(tag: str) -> Locale | None:
    """CLDR's data for a tag, or for the longest beginning of it that has any."""
    from babel import Locale

    parts = tag.split("-")
    for length in range(len(parts), 0, -1):
        name = "_".join(parts[:length])
        if _has_data(name):
            return Locale.parse(name)
    return None


def _has_data(name: str) -> bool:
    from babel import localedata

    return localedata.exists(name)


@functools.cache
def _english() -> Locale:
    from babel import Locale

    return Locale("en")


def _global(key: Any) -> Any:
    from babel.core import get_global

    return get_global(key)


def _unknown(tag: str, reason: str = "") -> ConfigurationError:
    near = _suggestions(tag)
    hint = f"Did you mean {' or '.join(near)}?" if near else "Tags look like de, pt-BR or zh-Hant."
    return ConfigurationError(f"{tag!r} is no locale known to CLDR.", f"{reason} {hint}".strip())


def _suggestions(tag: str) -> list[str]:
    """Up to three tags that somebody who wrote this one may have meant, best first."""
    import difflib

    from babel import localedata

    wanted = tag.strip().replace("_", "-").lower()
    first, *rest = wanted.split("-")
    languages = {str(code): str(name).lower() for code, name in _english().languages.items() if "_" not in code}
    # jp, cz, dk: a country's code where the language's was wanted
    country = _global("likely_subtags").get(f"und_{first.upper()}")
    if country and first not in languages:
        return ["-".join((country.partition("_")[0], *(part.upper() for part in rest)))]
    if first in languages:
        tags = (name.replace("_", "-") for name in localedata.locale_identifiers())
        locales = {name.lower(): name for name in tags if name.startswith(f"{first}-")}
        return [*(locales[name] for name in difflib.get_close_matches(wanted, locales, n=2, cutoff=0.6)), first]
    if len(wanted) <= 3:
        return []
    names = {name: code for code, name in languages.items()}
    names |= {name_in(code, code).lower(): code for code in languages if _has_data(code)}
    return list(dict.fromkeys(names[name] for name in difflib.get_close_matches(wanted, names, n=3, cutoff=0.75)))
