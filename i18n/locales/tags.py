"""Which language does a tag name, in BCP 47 or as gettext writes it?"""

from __future__ import annotations

import functools
import re

from i18n.errors import ConfigurationError
from i18n.locales.cldr import english, has_data, identifiers, named, shared
from i18n.locales.names import name_in

TAG = re.compile(
    r"""(?P<language>[a-z]{2,3})
        (?:[-_](?P<script>[a-z]{4}))?
        (?:[-_](?P<region>[a-z]{2}|[0-9]{3}))?
        (?P<variants>(?:[-_](?:[a-z0-9]{5,8}|[0-9][a-z0-9]{3}))*)""",
    re.VERBOSE | re.IGNORECASE | re.ASCII,
)
_USUAL = re.compile(r"(?P<language>[a-z]{2,3})(?:-(?P<script>[A-Z][a-z]{3}))?(?:-(?P<region>[A-Z]{2}|[0-9]{3}))?")
_GETTEXT = re.compile(r"(?P<tag>[^.@]+)(?:\.[^@]*)?(?:@(?P<modifier>.+))?")
_SCRIPTS_OF_MODIFIERS = {"latin": "Latn", "cyrillic": "Cyrl", "arabic": "Arab", "devanagari": "Deva"}


@functools.cache
def canonical(tag: str) -> str:
    """Bring a BCP 47 tag into its usual form: `pt_br` becomes `pt-BR`, the withdrawn `iw` becomes `he`.

    Raises `ConfigurationError` for what is no tag or names a language, script or region that CLDR does not know.
    """
    if _plainly_canonical(tag):
        return tag
    found, reason = _read(tag)
    if not found:
        raise unknown(tag, reason)
    return found


@functools.cache
def recognized(name: str) -> str | None:
    """The canonical tag of a BCP 47 tag or a gettext locale; None for what `canonical` refuses."""
    tag = _tag_of_gettext(name)
    return (_read(tag)[0] or None) if tag else None


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
        raise unknown(name)
    return canonical(tag)


def language(tag: str) -> str:
    """The language of a canonical tag without script and region: `pt` for `pt-BR`."""
    return tag.partition("-")[0]


def _plainly_canonical(tag: str) -> bool:
    """Tell whether `_read` would give the tag as it is; no for some of those, as Babel is not asked."""
    parts = _USUAL.fullmatch(tag)
    if parts is None:
        return False
    languages, others = named()
    return parts["language"] in languages and others.issuperset(filter(None, parts.group("script", "region")))


def _read(tag: str) -> tuple[str, str]:
    """The canonical form of a tag, or nothing and the reason as far as there is one to tell."""
    parts = TAG.fullmatch(tag.strip())
    if parts is None:
        return "", ""
    language, script, region, variants = parts["language"].lower(), parts["script"], parts["region"], parts["variants"]
    if not has_data(language) and (alias := shared("language_aliases").get(language)):
        language, _, implied = alias.partition("_")
        script = script or (implied if len(implied) == 4 else None)
        region = region or (implied if len(implied) == 2 else None)
    if not (has_data(language) or language in english().languages):
        return "", ""
    script = script.title() if script else None
    if script and script not in english().scripts:
        return "", f"{script} is no script."
    region = region.upper() if region else None
    if region and region not in english().territories:
        return "", f"{region} is no country or region."
    return "-".join(filter(None, (language, script, region, *re.split("[-_]", variants.lower())))), ""


def _tag_of_gettext(name: str) -> str:
    parts = _GETTEXT.fullmatch(name)
    if parts is None:
        return ""
    tag, modifier = parts["tag"], (parts["modifier"] or "").lower()
    if modifier in _SCRIPTS_OF_MODIFIERS:
        first, *rest = re.split("[-_]", tag)
        return "-".join((first, _SCRIPTS_OF_MODIFIERS[modifier], *rest))
    return f"{tag}-{modifier}" if modifier and modifier != "euro" else tag


def unknown(tag: str, reason: str = "") -> ConfigurationError:
    """The error for what is no tag, with tags that may have been meant."""
    near = _suggestions(tag)
    hint = f"Did you mean {' or '.join(near)}?" if near else "Tags look like de, pt-BR or zh-Hant."
    return ConfigurationError(f"{tag!r} is no locale known to CLDR.", f"{reason} {hint}".strip())


def _suggestions(tag: str) -> list[str]:
    """Up to three tags that somebody who wrote this one may have meant, best first."""
    import difflib

    wanted = tag.strip().replace("_", "-").lower()
    first, *rest = wanted.split("-")
    languages = {str(code): str(name).lower() for code, name in english().languages.items() if "_" not in code}
    # jp, cz, dk: a country's code where the language's was wanted
    country = shared("likely_subtags").get(f"und_{first.upper()}")
    if country and first not in languages:
        return ["-".join((country.partition("_")[0], *(part.upper() for part in rest)))]
    if first in languages:
        tags = (name.replace("_", "-") for name in identifiers())
        locales = {name.lower(): name for name in tags if name.startswith(f"{first}-")}
        return [*(locales[name] for name in difflib.get_close_matches(wanted, locales, n=2, cutoff=0.6)), first]
    if len(wanted) <= 3:
        return []
    names = {name: code for code, name in languages.items()}
    names |= {name_in(code, code).lower(): code for code in languages if has_data(code)}
    return list(dict.fromkeys(names[name] for name in difflib.get_close_matches(wanted, names, n=3, cutoff=0.75)))
