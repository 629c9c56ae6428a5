"""Slips that a reader would stumble over, each next to a right text like it that must stay silent."""

from __future__ import annotations

import pytest

from i18n.model import Severity
from i18n.words.literals import literals
from tests.check.judging import judge, rules

PRICES = "On March 3, 2021, at 7:30 a.m., the well was 4.5 meters deep and cost $2,300."
GERMAN = "Am 3. März 2021 um 7.30 Uhr war der Brunnen 4,5 Meter tief und kostete 2.300 $."
KOREAN = "2021년 3월 3일 오전 7시 30분, 우물의 깊이는 4.5미터였고 비용은 2,300달러였다."
NUMBERS = [
    (PRICES, GERMAN, "de", "März", "April"),
    (PRICES, GERMAN, "de", "4,5 Meter", "4.5 Meter"),
    (PRICES, GERMAN, "de", "2.300 $", "2,300 $"),
    (PRICES, GERMAN, "de", "4,5 Meter", "4,5 Meilen"),
    (PRICES, GERMAN, "de", "2.300 $", "2.300 €"),
    (PRICES, KOREAN, "ko", "3월", "5월"),
    (PRICES, KOREAN, "ko", "오전", "오후"),
    (PRICES, KOREAN, "ko", "4.5미터", "4,5미터"),
    ("They met on Feb. 27, 2018.", "Se vieron el 27 de febrero de 2018.", "es", "febrero", "marzo"),
    ("They met in May 2018.", "Eles se viram em maio de 2018.", "pt-BR", "maio", "março"),
    ("They met on 5 May.", "Встретились 5 мая.", "ru", "мая", "марта"),
    ("The raffle brought in €75.", "A rifa rendeu 75 euros.", "pt-BR", "euros", "dólares"),
    ("A ride costs A$5.", "Una vuelta cuesta 5 dólares australianos.", "es", "dólares", "euros"),
    ("It is off from 11 p.m. to 5 a.m.", "Se apaga todas las noches de 23:00 a 5:00.", "es", "23:00", "11:00"),
    ("It is off from 11 p.m.", "Es ist ab 11 Uhr abends aus.", "de", " abends", ""),
    ("It opens at 5 a.m.", "Abre às 5h.", "pt-BR", "5h", "17h"),
    ("Give it 6 litres of milk.", "أعطه ٦ لترات من الحليب.", "ar", "لترات", "غرامات"),
    ("There are 34 steps.", "هناك ٣٤ درجة.", "ar", "٣٤", "٣4"),
    ("The tank holds 2,350 litres.", "يتسع الخزان لـ ٢٬٣٥٠ لترًا.", "ar", "٢٬٣٥٠", "٢.٣٥٠"),
    ("They paid $2,300 for it.", "Pagaram US$ 2.300 por isso.", "pt-BR", "US$", "R$"),
    ("About 62% of them are here.", "Etwa 62 % davon sind hier.", "de", "62 % davon", "62 davon"),
    ("About 62% of them are here.", "Etwa 62 Prozent davon sind hier.", "de", "62 Prozent", "62"),
    ("It took 12 kilos of rice.", "Hicieron falta 12 kilos de arroz.", "es", "kilos", "gramos"),
    ("We walked 20 miles in 7 hours.", "مشينا ٢٠ ميلًا في ٧ ساعات.", "ar", "٢٠", "20"),
]  # fmt: skip


@pytest.mark.parametrize(("source", "right", "locale", "old", "new"), NUMBERS)
def test_dates_units_and_separators(source: str, right: str, locale: str, old: str, new: str) -> None:
    assert rules(source, right, locale) == set()
    assert rules(source, right.replace(old, new), locale) == {"numbers"}


REFERENCES = [
    ("Read John 3:16 and Psalm 23:4.", "Lies Johannes 3,16 und Psalm 23,4.", "de", "23,4", "23"),
    ("Hope (Eph. 6:18) holds.", "Hoffnung hält (Eph 6,18).", "de", "Eph", "Gal"),
    ("Hope (Eph. 6:18) holds.", "La esperanza sostiene (Efesios 6:18).", "es", "Efesios", "Gálatas"),
    ("It says so in John 3:16.", "요한복음 3:16에 그렇게 쓰여 있다.", "ko", "요한복음 3:16에", "John 3:16에"),
    ("It says so in Acts 1:8.", "É o que diz Atos 1.8.", "pt-BR", "É o que diz Atos 1.8", "É o que se diz"),
    ("It says so in Acts 1:8.", "هكذا ورد في أعمال الرسل ١: ٨.", "ar", "١: ٨", "١: ٩"),
]


@pytest.mark.parametrize(("source", "right", "locale", "old", "new"), REFERENCES)
def test_references(source: str, right: str, locale: str, old: str, new: str) -> None:
    assert rules(source, right, locale) == set()
    assert "references" in rules(source, right.replace(old, new), locale)


@pytest.mark.parametrize(
    ("source", "right", "locale"),
    [
        ("It says so in Psalm 23:1.", "Так сказано в Псалме 22:1 (Пс 22:1).", "ru"),
        ("It says so in Acts 1:8.", "So steht es in Apg 1,8.", "de"),
        ("It says so in Acts 1:8.", "Así lo dice Hch 1.8.", "es"),
        ("It says so in Acts 1:8.", "사도행전 1장 8절에 그렇게 쓰여 있다.", "ko"),
        ("Read Eph. 6:18 and Rom. 8:28.", "Leia Romanos 8:28 e Efésios 6:18.", "pt-BR"),
        ("It says so in Acts 1:8.", "It says so in Acts 1:8.", "en-GB"),
        ("The train left at 10:30.", "Der Zug fuhr um 10:30 Uhr ab.", "de"),
    ],
)
def test_references_that_are_right(source: str, right: str, locale: str) -> None:
    assert "references" not in rules(source, right, locale)


RIGHT_NUMBERS = [
    ("On Dec. 25, 2018, 2-year-old twins slept.", "2018년 12월 25일, 두 살배기는 잤다.", "ko"),
    ("It may rain on 7 days.", "Es kann an 7 Tagen regnen.", "de"),
    ("From March on there are 7 of them.", "3월부터 7개가 있다.", "ko"),
    ("On March 3 and May 5 it rained.", "Am 3.3. und am 5.5. regnete es.", "de"),
    ("Version 2.6 is here.", "Version 2.6 ist da.", "de"),
    ("Android 4.4 has it.", "Android 4.4 hat es.", "de"),
    ("It is 20 miles long.", "20마일이나 된다.", "ko"),
    ("Happy 10 Years!", "10 周年快乐！", "zh-Hans"),
    ("It costs $20.", "Sie kostet 20 US-Dollar.", "de"),
    ("It costs $20.", "Sie kostet 20 US$.", "de"),
    ("Nearly 100% of it.", "Fast alles davon, 100 Prozent.", "de"),
    ("Nearly 100% of it.", "Почти 100 процентов.", "ru"),
    ("At 7:30 a.m. it rains.", "Um 7.30 Uhr regnet es.", "de"),
    ("At 12 a.m. or 12 p.m.", "오전 12시 또는 오후 12시", "ko"),
    ("Rust 2021 and 20 more.", "راست 2021 و ۲۰ تای دیگر.", "fa"),
]  # fmt: skip


@pytest.mark.parametrize(("source", "target", "locale"), RIGHT_NUMBERS)
def test_right_numbers_are_silent(source: str, target: str, locale: str) -> None:
    assert "numbers" not in rules(source, target, locale)


PUNCTUATION = [
    ("“Did you walk?” asked Mara.", "„Bist du gelaufen?“, fragte Mara.", "de", "„Bist du gelaufen?“", "“Bist du da?”"),
    ("“Did you walk?” asked Mara.", "“Você andou?”, perguntou Mara.", "pt-BR", "andou?”", "andou?"),
    ("The well (the deep one) is dry.", "Der Brunnen (der tiefe) ist leer.", "de", "tiefe)", "tiefe"),
    ("It comes back next spring!", "Volta na próxima primavera!", "pt-BR", "primavera!", "primavera !"),
    ("Any questions?", "¿Preguntas?", "es", "¿", ""),
    ("The team comes back!", "¡El equipo vuelve!", "es", "¡", ""),
    ("Water, rice and a coat.", "물, 쌀 그리고 외투.", "ko", "물,", "물，"),
    ("We take no gifts.", "선물을 받지 않습니다.", "ko", "니다.", "니다。"),
    ("The team takes no gifts.", "لا يقبل الفريق الهدايا.", "ar", "الفريق", "الفريـــق"),
    ("In 2021, in the valley.", "٢٠٢١، في الوادي.", "ar", "٢٠٢١،", "٢٠٢١,"),
    ("Any questions?", "أسئلة؟", "ar", "؟", "?"),
    ("In fact, it is open now.", "事实上，现在已经开放。", "zh-Hans", "，", ","),
    ("Early, late; we wait.", "Früh, spät; wir warten.", "de", "Früh, spät;", "Früh , spät ;"),
    ("Soak the beans. Drain them.", "콩을 불립니다. 물은 버립니다.", "ko", "다. 물", "다 .물"),
    ("She came. We left.", "Ella vino. Nos fuimos.", "es", "vino. Nos", "vino.Nos"),
    ("She came, we left.", "Elle vint, nous partîmes.", "fr", "vint, nous", "vint , nous"),
    ("She signed as “your sister”.", "Firmaba como «tu hermana».", "es", "«tu hermana»", "„tu hermana“"),
    ("She signed as “your sister”.", "Assinava “tua irmã”.", "pt-BR", "“tua irmã”", "「tua irmã」"),
    ("What is it?", "¿Qué es?", "es", "¿Qué", "¿ Qué"),
    ("First, second, third.", "Primeiro, segundo, terceiro.", "pt-BR", "segundo,", "segundo,,"),
    ("In 2021, in the valley.", "٢٠٢١، في الوادي.", "ar", "٢٠٢١،", "٢٠٢١ ،"),
    ("Grate it by hand.", "Rale à mão.", "pt-BR", "à mão", "_à mão"),
    ("Grate it by hand.", "Reiben Sie es.", "de", "es", "`es"),
]  # fmt: skip


@pytest.mark.parametrize(("source", "right", "locale", "old", "new"), PUNCTUATION)
def test_marks(source: str, right: str, locale: str, old: str, new: str) -> None:
    assert rules(source, right, locale) == set()
    assert rules(source, right.replace(old, new), locale) == {"punctuation"}


RIGHT_MARKS = [
    ("The “boat” is in.", "Le « bateau » est là !", "fr"),
    ("The “boat” is in.", "El “barco” está aquí.", "es"),
    ("The “boat” is in.", '"Das Boot" ist da.', "de"),
    ("He is 5'10\" tall.", "Er ist 5'10\" groß.", "de"),
    ("Option 3. Take it.", "3) Nimm es.", "de"),
    ("We like it.", "Wir mögen es :)", "de"),
    ("See `a?` now.", "Mira `a?` ya.", "es"),
    ("Is it so? Yes!", "¿Es así? ¡Sí!", "es"),
    ("Run `f(a, b)` now.", "اكتب `f(a, b)` الآن.", "ar"),
    ("It is version 1, 2 and 3.", "버전 1, 2, 3입니다.", "ko"),
    ("A [map](a.md?b)", "Un [mapa](a.md?b)", "es"),
    ("Few", "Poucos(as)", "pt-BR"),
    ("Readers, 2,5", "Leser:innen, 2,5", "de"),
    ("It uses Node.js and ASP.NET.", "Usa Node.js y ASP.NET.", "es"),
    ("“Leave it open,” he called.", "»Lass es offen«, rief er.", "de"),
    ("The “Post” is in.", "「포스트」가 왔습니다.", "ko"),
    ("It is so: yes; no!", "C’est ainsi : oui ; non !", "fr"),
    ("The snake_case name.", "Der Name snake_case.", "de"),
]


@pytest.mark.parametrize(("source", "target", "locale"), RIGHT_MARKS)
def test_right_marks_are_silent(source: str, target: str, locale: str) -> None:
    assert "punctuation" not in rules(source, target, locale)


@pytest.mark.parametrize("target", ["Sie kommen im Frühling wieder", "Sie kommen im Frühling wieder."])
def test_another_mark_at_the_end_is_information(target: str) -> None:
    (found,) = judge("Will they come back next spring?", target)
    assert (found.rule, found.severity) == ("punctuation", Severity.INFO)


@pytest.mark.parametrize(
    ("source", "target", "locale"),
    [
        ("They come back next spring.", "彼らは来春に戻ってくる", "ja"),
        ("They come back next spring.", "พวกเขากลับมาในฤดูใบไม้ผลิ", "th"),
        ("They come back soon.", "Bald.", "de"),
        ("Read the sign", "Lies das Schild.", "de"),
    ],
)
def test_endings_that_a_language_leaves_open_are_silent(source: str, target: str, locale: str) -> None:
    assert "punctuation" not in {found.rule for found in judge(source, target, locale)}


WORDING = [
    ("She found the first well.", "Encontró el primer pozo.", "es", "el primer", "el el primer"),
    ("Read it before you come.", "Lies es, bevor du kommst.", "de", "bevor du kommst", "before you come"),
    ('A [map](m.md "Map of the pit").', 'Die [Karte](m.md "Die Grube").', "de", "Die Grube", "Map of the pit"),
    ("The names were changed.", "Die Namen wurden geändert.", "de", "geändert.", "geändert. [TODO prüfen]"),
    ("The names were changed.", "이름은 바꾸었습니다.", "ko", "바꾸었습니다.", "바꾸었습니다. [확인 필요]"),
    ("We walked along the shore.", "Fuimos por la orilla.", "es", "la orilla.", "la"),
    ("Clean water for all.", "Sauberes Wasser für alle.", "de", "Wasser", "W\u0430sser"),
    ("The store is open.", "Репозиторій відкрито.", "uk", "Реп", "Pеп"),
]  # fmt: skip


@pytest.mark.parametrize(("source", "right", "locale", "old", "new"), WORDING)
def test_what_slipped_in(source: str, right: str, locale: str, old: str, new: str) -> None:
    assert rules(source, right, locale) == set()
    assert "wording" in rules(source, right.replace(old, new), locale)


RIGHT_WORDS = [
    ("We know that they are here.", "Wir wissen, dass die die Karte haben.", "de"),
    ("You get up.", "Vous vous levez.", "fr"),
    ("Step by step.", "Passo passo.", "it"),
    ("One by one.", "Birer birer, tek tek.", "tr"),
    ("Very slowly.", "아주 천천히 아주 천천히.", "ko"),
    ("It is called “before you come”.", "Es heißt „before you come“.", "de"),
    ("Read “the map of it” (a page).", "Lies die Karte (the map of it).", "de"),
    ("Read *Songs of the old sea* now.", "Lies jetzt *Songs of the old sea*.", "de"),
    ("The letter is for those who wait.", "Der Brief gilt denen, an den den Brief keiner schreibt.", "de"),
    ("Mark it as TODO.", "Markiere es als TODO.", "de"),
    ("The µm is small.", "Ein µm ist klein.", "de"),
    ("The JSON of it.", "Из JSON'а и URL-адреса.", "ru"),
]


@pytest.mark.parametrize(("source", "target", "locale"), RIGHT_WORDS)
def test_right_words_are_silent(source: str, target: str, locale: str) -> None:
    assert "wording" not in rules(source, target, locale)


GIFTS = "The team does not accept gifts. The team will come back to us next spring!"


def test_half_of_a_text_that_is_gone() -> None:
    whole = "Das Team nimmt keine Geschenke an. Das Team kommt nächstes Frühjahr wieder zu uns!"
    assert rules(GIFTS, whole) == set()
    assert "length" in rules(GIFTS, "Das Team nimmt keine Geschenke.")


@pytest.mark.parametrize(
    ("source", "target", "locale"),
    [
        (GIFTS, "团队不收礼物。团队明年春天会回来！", "zh-Hans"),
        (GIFTS, "팀은 선물을 받지 않습니다. 내년 봄에 다시 옵니다!", "ko"),
        ("[Mozc for Android](a.md) went from 2.23.2815.103 to 2.24", "[Mozc for Android](a.md) 已更新", "zh-Hans"),
        ("The sign says so.", "Ja.", "de"),
    ],
)  # fmt: skip
def test_short_languages_and_names_are_no_short_translations(source: str, target: str, locale: str) -> None:
    assert "length" not in rules(source, target, locale)


LITERALS = [
    ("Raise retry_after to ten.", "Suba retry_after a diez.", "es", "reintentar_tras"),
    ("Raise keepOrder to ten.", "Setzen Sie keepOrder auf zehn.", "de", "OrdnungBehalten"),
    ("Delete the file cache.db first.", "Apague antes o arquivo `cache.db`.", "pt-BR", "cachê"),
    ("Run it with --quiet.", "--quiet 옵션으로 실행하십시오.", "ko", "--조용히"),
    ("Call set_up() first.", "اكتب set_up() أولًا.", "ar", "الإعداد"),
]


@pytest.mark.parametrize(("source", "right", "locale", "wrong"), LITERALS)
def test_identifiers_stay(source: str, right: str, locale: str, wrong: str) -> None:
    (name,) = literals(source)
    assert rules(source, right, locale) == set()
    assert "literal" in rules(source, right.replace(name, wrong), locale)


@pytest.mark.parametrize(
    "text",
    ["An iPhone by eBay", "Wait--no", "A _small_ boat", "{foo_bar} left", "and/or", "e.g. this", "v2.3.1", "@some_one"],
)
def test_what_is_no_identifier(text: str) -> None:
    assert literals(text) == []


DAY = "The boat is in the harbour, and there is nobody on the shore who helps us to land."
LANGUAGES = [
    ("de", "Das Boot ist im Hafen, und am Ufer ist niemand, der uns beim Anlegen hilft."),
    ("nl", "De boot is in de haven, en er is niemand op de oever die ons helpt om aan te leggen."),
    ("es", "El barco está en el puerto y en la orilla no hay nadie que nos ayude."),
    ("pt-BR", "O barco está no porto, e não há ninguém na margem que nos ajude."),
    ("ar", "القارب في الميناء وليس على الشاطئ من يساعدنا على الرسو."),
    ("fa", "قایق در بندر است و کسی در ساحل نیست که به ما کمک کند."),
    ("ko", "배는 항구에 있지만 물가에는 우리를 도와줄 사람이 아무도 없습니다."),
    ("ru", "Лодка в гавани, а на берегу нет никого, кто бы нам помог причалить."),
]


@pytest.mark.parametrize(("locale", "text"), LANGUAGES)
def test_the_language_of_a_text(locale: str, text: str) -> None:
    assert "language" not in rules(DAY, text, locale)
    others = [other for other, _ in LANGUAGES if other not in (locale, "ko")]
    assert all("language" in rules(DAY, text, other) for other in others if locale != "ko")


@pytest.mark.parametrize(
    ("text", "locale"),
    [
        ("Git, GitHub, GitLab, Subversion, Mercurial, Fossil", "ko"),
        ("Red Hat Enterprise Linux 8 Update 2", "ru"),
        ("Das Lied heißt „The Boat Is in the Harbour of This Town“.", "de"),
        ("Hola", "de"),
        ("\u202eThe\u202c \u202eboat\u202c \u202eis\u202c \u202ein\u202c \u202ethe\u202c \u202eharbour\u202c", "ar"),
    ],
)
def test_quotations_and_lists_are_in_no_language(text: str, locale: str) -> None:
    assert "language" not in rules(DAY, text, locale)


@pytest.mark.parametrize(
    "text", ["港には船があり、岸には誰もいません。", "船在港口，岸上没有人帮助我们靠岸。", "Лодка в гавани."]
)
def test_another_script(text: str) -> None:
    assert "language" in rules(DAY, text, "ko")
    assert "language" not in rules(DAY, f"배({text})는 항구에 있습니다.", "ko")


NAMES = [
    ("On Sundays Bjarne Lunde waits.", "Los domingos espera Bjarne Lunde.", "es", "Lunde", "Lundo"),
    ("Bjarne Lunde's boat is in.", "Bjarne Lundes Boot ist da.", "de", "Bjarne", "Bjarme"),
    ("We met Tamsin Okoro there.", "Lá conhecemos Tamsin Okoro.", "pt-BR", "Tamsin", "Tasmin"),
    ("They went to Lake Veyra.", "Ils sont allés au lac Veyra.", "fr", "lac Veyra", "Laje Veyra"),
]


@pytest.mark.parametrize(("source", "right", "locale", "old", "new"), NAMES)
def test_names_of_two_words(source: str, right: str, locale: str, old: str, new: str) -> None:
    assert "names" not in rules(source, right, locale)
    assert "names" in rules(source, right.replace(old, new), locale)


@pytest.mark.parametrize(
    ("source", "target", "locale"),
    [
        ("Saint Peter waits.", "San Pedro espera.", "es"),
        ("New York and New Delhi", "Nueva York y Nueva Delhi", "es"),
        ("The Grand Hotel is open.", "O Grande Hotel está aberto.", "pt-BR"),
        ("We saw Bjarne Lunde.", "Viděli jsme Bjarna Lundeho.", "cs"),
        ("Python Module Index", "Indeks Modul Python", "id"),
        ("Template Parameters", "Template Parameter", "de"),
        ("Queen Anne and King Charles", "Königin Anne und König Charles", "de"),
    ],
)
def test_names_that_languages_have_their_own_form_of(source: str, target: str, locale: str) -> None:
    assert "names" not in rules(source, target, locale)


THREE = "Ask the neighbours before you dig. The cable is not on any map. It was laid by hand, in one night."
SENTENCES = [
    ("de", "Fragen Sie vorher die Nachbarn.", "Das Kabel steht auf keiner Karte.", "Es wurde nachts von Hand verlegt."),
    ("es", "Pregunte antes a los vecinos.", "El cable no está en ningún mapa.", "Lo tendieron a mano en una noche."),
    ("ko", "파기 전에 이웃에게 물어보십시오.", "그 전선은 어떤 지도에도 없습니다.", "하룻밤 사이에 손으로 묻었습니다."),
]  # fmt: skip


@pytest.mark.parametrize(("locale", "first", "second", "third"), SENTENCES)
def test_sentences_that_are_missing_or_too_many(locale: str, first: str, second: str, third: str) -> None:
    assert rules(THREE, f"{first} {second} {third}", locale) == set()
    assert "sentences" in rules(THREE, f"{first} {third}", locale)
    assert "sentences" in rules(THREE.partition(".")[0] + ".", f"{first} {second} {third}", locale)
    assert rules(THREE, f"{first[:-1]}; {second} {third}", locale) == set()


@pytest.mark.parametrize(
    ("twice", "locale"),
    [("في غرفة فوق فوق دكان", "ar"), ("encima encima de la tienda", "es"), ("über dem dem Laden", "nl")],
)
def test_words_that_stand_twice(twice: str, locale: str) -> None:
    assert "wording" in rules("Above the shop.", twice, locale)


@pytest.mark.parametrize(
    ("right", "locale"), [("دخل الأطفال واحدًا واحدًا.", "ar"), ("Piano piano.", "it"), ("하나 하나", "ko")]
)
def test_words_that_may_stand_twice(right: str, locale: str) -> None:
    assert "wording" not in rules("One by one.", right, locale)


@pytest.mark.parametrize(
    ("source", "target", "locale"),
    [
        ("The loaves are very, very heavy.", "Los panes son muy muy pesados.", "es"),
        ("They sang and sang and sang.", "غنّوا وغنّوا وغنّوا.", "ar"),
        (
            "In order to be able to borrow one of these you will need to have a key.",
            "Dafür brauchen Sie einen Schlüssel.",
            "de",
        ),
        ("Maria Okoro came.", "Vino María Okoro.", "es"),
    ],
)
def test_what_is_said_twice_in_fewer_words_or_with_accents_is_silent(source: str, target: str, locale: str) -> None:
    assert rules(source, target, locale) == set()


CLAY = "The potter digs his clay behind the graveyard, where nobody has ever seen a weed."


@pytest.mark.parametrize(
    ("source", "target", "locale", "rule"),
    [
        ("The loaves are heavy.", "Los panes son muy muy pesados.", "es", "wording"),
        (CLAY, "Der Töpfer gräbt Ton", "de", "length"),
        (CLAY, "Der Töpfer gräbt Ton.", "de", "length"),
        ("Bjarne Lunde came.", "Vino Bjarne Lundo.", "es", "names"),
    ],
)  # fmt: skip
def test_what_is_said_twice_cut_or_misspelt_is_found(source: str, target: str, locale: str, rule: str) -> None:
    assert rules(source, target, locale) == {rule}
