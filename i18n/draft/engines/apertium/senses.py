"""Which words of an English text has Apertium most likely taken in another sense?

It knows one sense of most words, and that is not always the one of texts that people read for advice: a *lid* is an
eyelid to it, a *file* a tool, a *seal* an animal. Each row was seen in its answers (eng-spa 0.8.1, es-pt 1.1.6).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import regex

from i18n.locales import language

_ROWS = """
address   | alocución             | alocución
argument  | riña                  | riña
article   | prenda                | prenda
array     | variedad              | variedade
board     | junta                 | junta
bolt      | rayo                  | raio
build     | complexión            | complexión
carrier   | cargador              | cargador
cell      | celda                 | cela
check     | control               | control
commit    | cometer               | cometer
condition | afección afecciones   | afección afecciones
cookie    | galleta               | bolacha
date      | cita                  | cita
driver    | motor                 | motor
figure    | cifra                 | cifra
file      | lima                  | lima
freight   |                       | ônus
get       | cog coj               | apanh
hold      | control               | control
host      | anfitrión anfitriones | anfitri
jar       | bote                  | bote
key       |                       | finque
letter    | letra                 | letra
lid       | párpado               | pálpebra
litter    | camada                | camada
load      |                       | ônus
mast      | palo                  | pau
match     | partido               | partido
menu      | carta                 | carta
must      | mosto                 | mosto
nail      | uña                   | unha
notice    | aviso                 | aviso
pack      | banda                 | banda
package   | envase                | envase embalagem embalagens
paste     | paté                  | paté
picture   | cuadro                | quadro
pipe      | pipa                  | pipa
please    | complacer             | comprazer
plot      | trama                 | trama
pool      | grupo                 | grupo
post      | poste                 | mastro poste
print     | huella                | plot
pull      | atracción             | atração
radio     | radiofónic            | radiofónic
record    | récord                | recorde
release   | emisión emisiones     | emissão emissões
ring      | red                   | rede
rock      | rock                  | rock
rust      | enmohecer             | enmohecer
script    | guión guiones         | guião guiões
scrub     | matorral              | matorral
seal      | foca                  | foca
sheet     | capa                  | capa
shell     | concha                | concha
show      | asom espectáculo      | assom espetáculo
sign      | signo                 | signo
slash     | cuchillada            | cuchillada
spell     | deletre               | deletre
spring    | muelle                | berço
state     | estatal               | estat
stock     | accionari stock       | accionari estoque
stone     | hueso                 | osso
strain    | tensión tensiones     | tensão tensões
string    | serie                 | série
sweep     | porra                 | porra
table     | mesa                  | mesa
term      | plazo                 | prazo
tip       | punta                 | ponta
village   |                       | povo
wave      | ondulatori            | ondulatori
well      | bien                  | bem bens
"""
"""English, what Spanish has of it, what Brazilian Portuguese has: beginnings of words."""
_COLUMNS = {"es": 0, "pt": 1}
_WORD = regex.compile(r"\p{L}+")
_ENDINGS = ("", "s", "es", "ed", "d", "ing", "ting")
_LONGEST = 4
"""Letters that may follow such a beginning."""
_THINGS = {"well": frozenset("a the each every this that one another any no our your new old deep".split())}
"""Words that have the sense of the row only behind one of these."""


def _read() -> Iterator[tuple[str, tuple[str, ...]]]:
    for row in _ROWS.strip().splitlines():
        word, *others = (cell.strip() for cell in row.split("|"))
        yield word, tuple(others)


_SENSES: Mapping[str, tuple[str, ...]] = dict(_read())


def misread(source: str, draft: str, target: str) -> Iterator[str]:
    """Find words of an English text, as it has them, whose unlikely sense stands in the draft; each once.

    `target` is BCP 47.
    """
    column = _COLUMNS.get(language(target))
    if column is None:
        return
    said = [word.casefold() for word in _WORD.findall(draft)]
    seen: set[str] = set()
    before = ""
    for word in _WORD.findall(source):
        small = word.casefold()
        found = next((small.removesuffix(each) for each in _ENDINGS if _is_form(small, each)), "")
        if found and found not in seen and (found not in _THINGS or before in _THINGS[found]):
            seen.add(found)
            if any(_begins(each, start) for start in _SENSES[found][column].split() for each in said):
                yield word
        before = small


def _is_form(word: str, ending: str) -> bool:
    return word.endswith(ending) and word.removesuffix(ending) in _SENSES


def _begins(word: str, start: str) -> bool:
    return word.startswith(start) and len(word) <= len(start) + _LONGEST
