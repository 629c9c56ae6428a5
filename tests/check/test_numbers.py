"""Numbers: the same values, however a language writes them."""

from __future__ import annotations

import pytest

from i18n.model import Severity
from i18n.numbers.numerals import han, numbers_in, roman
from tests.check.judging import judge, rules

RIGHT = [
    ("Nearly 50,000 people drink.", "Fast fünfzigtausend Menschen trinken.", "de"),
    ("Heat it to 350 °F.", "오븐을 180 °C로 예열합니다.", "ko"),
    ("Between 36 and 46 °F.", "Bei 2 bis 8 °C.", "de"),
    ("It closes at 1:30 p.m.", "Cierra a la una y media.", "es"),
    ("It closes at 1:45 p.m.", "Er schließt um Viertel vor zwei.", "de"),
    ("One and a half million planted in 100 days.", "Foram plantadas 1,5 milhão em cem dias.", "pt-BR"),
    ("In the 1970s two dozen lived here.", "In den Siebzigerjahren lebten hier 24.", "de"),
    ("Open 24/7 since 2019.", "Seit 2019 rund um die Uhr geöffnet.", "de"),
    ("Thirty-two goats, eleven sheep and 1 donkey.", "32 cabras, 11 ovejas y un burro.", "es"),
    ("The wall is 65 feet long and 5 feet high.", "الجدار عشرون مترًا وارتفاعه متر ونصف.", "ar"),
    ("The wall is 65 feet long.", "Die Mauer ist 20 Meter lang.", "de"),
    ("It does 60 mph.", "Hace 100 km/h.", "es"),
    ("It weighs 12 oz.", "Er wiegt 340 g.", "de"),
    ("A five-foot wall", "Un muro de 1,5 m", "es"),
    ("Wait 30 minutes.", "Espere media hora.", "es"),
    ("Wait 15 minutes.", "Warten Sie eine Viertelstunde.", "de"),
    ("About 50% of them", "Etwa die Hälfte von ihnen", "de"),
    ("Open 24 hours a day.", "Rund um die Uhr geöffnet.", "de"),
    ("10,000 people", "عشرة آلاف شخص", "ar"),
    ("The island is nine miles long.", "A ilha tem 14,5 quilômetros de comprimento.", "pt-BR"),
    ("It cost 1,234.50 dollars.", "Es kostete 1.234,50 Dollar.", "de"),
    ("It cost 1,234.5 dollars.", "Ça a coûté 1 234,5 dollars.", "fr"),
    ("It cost 1,234.5 dollars.", "Ça a coûté 1\u202f234,5 dollars.", "fr"),
    ("It cost 1,234.5 francs.", "Es kostete 1’234.5 Franken.", "de-CH"),
    ("It cost 1,234.5 dollars.", "تكلف ١٬٢٣٤٫٥ دولار.", "ar"),
    ("It cost 1,234,567 rupees.", "इसमें 12,34,567 रुपये लगे।", "hi"),
    ("12,000 people", "12000 Menschen", "de"),
    ("12,000 people", "12.000 Menschen", "de"),
    ("12,000 people", "1만 2,000명", "ko"),
    ("12,000 people", "1만 2천 명", "ko"),
    ("10,000 people", "1万人", "ja"),
    ("1.5 million people", "150万人", "zh"),
    ("3 million people", "300만 명", "ko"),
    ("1.5 million people", "1,5 Millionen Menschen", "de"),
    ("2 billion people", "2 mil millones de personas", "es"),
    ("2 billion people", "2.000 millones de personas", "es"),
    ("500,000 people", "5 लाख लोग", "hi"),
    ("On February 7, 2019", "Am 7. Februar 2019", "de"),
    ("On February 7, 2019", "2019년 2월 7일", "ko"),
    ("On February 7, 2019", "2019年2月7日", "zh"),
    ("On February 7, 2019", "في ٧ فبراير ٢٠١٩", "ar"),
    ("On 2/7/2019", "Am 07.02.2019", "de"),
    ("On 2019-02-07", "7.2.2019", "de"),
    ("For the 7th time", "Zum 7. Mal", "de"),
    ("For the 7th time", "第7次", "zh"),
    ("In the 19th century", "En el siglo XIX", "es"),
    ("In the 19th century", "Au XIXe siècle", "fr"),
    ("Chapter XIV", "14장", "ko"),
    ("For 7 days", "Sieben Tage lang", "de"),
    ("For seven days", "7일 동안", "ko"),
    ("For twenty years", "20年", "ja"),
    ("For 30 years", "三十年", "zh"),
    ("In 2019", "二〇一九年", "zh"),
    ("At 3:30 pm", "Um 15.30 Uhr", "de"),
    ("At 3:30 p.m.", "Um 15:30 Uhr", "de"),
    ("At 3 pm", "Um 15:00 Uhr", "de"),
    ("At 3:30 pm", "오후 3시 30분", "ko"),
    ("In the ’90s", "In den 1990er Jahren", "de"),
    ("In the 1990s", "Dans les années 1990", "fr"),
    ("You will be my witnesses (Acts 1:8).", "Ihr werdet meine Zeugen sein (Apg 1,8).", "de"),
    ("(Eph. 6:18)", "(Efesios 6:18)", "es"),
    ("(1 Cor. 13:4–7)", "(1. Korinther 13,4-7)", "de"),
    ("About 50%", "Etwa 50 %", "de"),
    ("Call +1 (555) 123-4567.", "Rufen Sie +1 555 123 4567 an.", "de"),
    ("Only version 3", "버전 3만", "ko"),
    ("An odd number of hexadecimal digits", "16進数の桁数が奇数です", "ja"),
    ("Python 3.11.2", "Python 3.11.2", "de"),
    ("&#8220;Hello&#8221;", "„Hallo“", "de"),
    ("%1$s of {0}", "{0} von %1$s", "de"),
    ("See https://example.org/2019/07.", "https://example.org/2019/07를 보라.", "ko"),
    ("Dry after 72 hours", "Nach drei Tagen trocken", "de"),
    ("It lasts 1.5 hours.", "Es dauert 90 Minuten.", "de"),
    ("It took 18 months.", "Tardó año y medio.", "es"),
    ("It took 18 months.", "Levou um ano e meio.", "pt-BR"),
    ("It took 18 months.", "일 년 반이 걸렸다.", "ko"),
    ("For 14 days", "Zwei Wochen lang", "de"),
    ("200 years ago", "Hace dos siglos", "es"),
    ("100 years later", "بعد قرن", "ar"),
    ("60 square miles burned.", "Ardieron 155 km².", "es"),
    ("The park has 15 square miles.", "Der Park misst 39 km².", "de"),
    ("Stir in 3 cups of rice.", "Rühren Sie 550 g Reis ein.", "de"),
    ("At -13 °F it cracks.", "Bei -25 °C reißt es.", "de"),
    ("Below 50 °F", "أقل من ١٠ °م", "ar"),
    ("The bay is 80 feet deep.", "海湾深约二十五米。", "zh"),
    ("Some 80,000 came.", "来了约八万人。", "zh"),
    ("It cost 340 million won.", "3억 4천만 원이 들었다.", "ko"),
    ("It cost 6,700 won.", "6천7백 원이다.", "ko"),
    ("In the winter of 1962/63", "En el invierno de 1962-1963", "es"),
    ("From 1939 to 1945", "Von 1939 bis 45", "de"),
    ("In the 1950s", "Nos anos 50", "pt-BR"),
    ("Open 10–6", "Abierto de 10 a 18 h", "es"),
    ("Come at seven in the evening.", "Kommen Sie um 19 Uhr.", "de"),
    ("At 7:40 a.m.", "في الثامنة إلا ثلثًا صباحًا", "ar"),
    ("At 7:45 a.m.", "Às quinze para as oito da manhã", "pt-BR"),
    ("75% of them", "Tres cuartas partes", "es"),
    ("In the 1600s", "En el siglo XVII", "es"),
    ("In the 1600s", "17세기에", "ko"),
    ("A fortnight later", "14 Tage später", "de"),
    ("We meet at 6:25.", "Wir treffen uns um fünf vor halb sieben.", "de"),
    ("She is 5'4\" tall.", "Sie ist 1,63 m groß.", "de"),
    ("She is 5 ft 4 in tall.", "Mide 1,63 m.", "es"),
]
WRONG = [
    ("Nearly 50,000 people drink.", "Fast 500 Menschen trinken, nicht fünfzig.", "de"),
    ("Nearly 10,000 people drink.", "Beben casi 30 mil personas.", "es"),
    ("Heat it to 350 °F.", "오븐을 250 °C로 예열합니다.", "ko"),
    ("Between 36 and 46 °F.", "Bei 20 bis 80 °C.", "de"),
    ("It closes at 1:30 p.m.", "Cierra a la una y cuarto.", "es"),
    ("Planted in 100 days.", "Plantadas em mil dias.", "pt-BR"),
    ("In the 1970s two dozen lived here.", "In den Achtzigerjahren lebten hier 24.", "de"),
    ("The wall is 65 feet long.", "Die Mauer ist lang.", "de"),
    ("It does 60 mph.", "Hace 60 km/h.", "es"),
    ("It weighs 12 oz.", "Er wiegt 3,4 kg.", "de"),
    ("Wait 45 minutes.", "Espere media hora.", "es"),
    ("About 80% of them", "Etwa die Hälfte von ihnen", "de"),
    ("Open 14 hours a day.", "Rund um die Uhr geöffnet.", "de"),
    ("The wall is 65 feet long.", "Die Mauer ist 40 Meter lang.", "de"),
    ("On February 7, 2019", "Am 8. Februar 2019", "de"),
    ("On February 7, 2019", "Am 7. Februar 2018", "de"),
    ("On February 7, 2019", "2019년 2월 8일", "ko"),
    ("On February 7, 2019", "Am 7. Februar", "de"),
    ("It cost 1,234.5 dollars.", "Es kostete 1.243,5 Dollar.", "de"),
    ("It cost 3.5 dollars.", "Es kostete 35 Dollar.", "de"),
    ("It cost 1,234.5 dollars.", "تكلف ١٬٢٣٤٫٦ دولار.", "ar"),
    ("12,000 people", "1만 3,000명", "ko"),
    ("12,000 people", "120 000 Menschen", "de"),
    ("10,000 people", "10万人", "ja"),
    ("10,000 people", "10만 명", "ko"),
    ("1.5 million people", "15万人", "zh"),
    ("For 7 days", "9 Tage lang", "de"),
    ("For 30 days", "Einige Tage lang", "de"),
    ("For days", "30 Tage lang", "de"),
    ("(Acts 1:8)", "(Apg 1,9)", "de"),
    ("(Eph. 6:18)", "(Efesios 16:8)", "es"),
    ("At 3:30 pm", "Um 16.30 Uhr", "de"),
    ("In the 19th century", "En el siglo XVIII", "es"),
    ("In the ’90s", "In den 1980er Jahren", "de"),
    ("About 50%", "Etwa 15 %", "de"),
    ("For 30 years", "三年", "zh"),
    ("Call 555-1234.", "Rufen Sie 555-1243 an.", "de"),
    ("Dry after 72 hours", "Nach dreißig Minuten trocken", "de"),
    ("It lasts 1.5 hours.", "Es dauert 80 Minuten.", "de"),
    ("It took 18 months.", "Tardó un año.", "es"),
    ("50 years ago", "Hace un siglo", "es"),
    ("60 square miles burned.", "Ardieron 70 km².", "es"),
    ("Stir in 3 cups of rice.", "Rühren Sie 55 g Reis ein.", "de"),
    ("At -13 °F it cracks.", "Bei 25 °C reißt es.", "de"),
    ("Some 80,000 came.", "来了约八千人。", "zh"),
    ("It cost 340 million won.", "3억 4만 원이 들었다.", "ko"),
    ("In the winter of 1962/63", "En el invierno de 1962-1964", "es"),
    ("From 1939 to 1945", "Von 1939 bis 46", "de"),
    ("In the 1950s", "Nos anos 60", "pt-BR"),
    ("Open 10–6", "Abierto de 10 a 17 h", "es"),
    ("Come at seven in the evening.", "Kommen Sie um 20 Uhr.", "de"),
    ("Come at seven in the morning.", "Kommen Sie um 19 Uhr.", "de"),
    ("In the 1600s", "En el siglo XVI", "es"),
    ("In the 1600s", "16세기에", "ko"),
    ("She is 5 ft 4 in tall.", "Mide 1,93 m.", "es"),
]


@pytest.mark.parametrize(("msgid", "msgstr", "locale"), RIGHT)
def test_right(msgid: str, msgstr: str, locale: str) -> None:
    assert rules(msgid, msgstr, locale) == set()


@pytest.mark.parametrize(("msgid", "msgstr", "locale"), WRONG)
def test_wrong(msgid: str, msgstr: str, locale: str) -> None:
    found = judge(msgid, msgstr, locale)
    wanted = {"references"} if msgid.startswith("(") else {"numbers"}
    assert wanted <= {finding.rule for finding in found} <= wanted | {"numbers"}
    assert {finding.severity for finding in found} == {Severity.WARNING}


def test_number_words_of_unknown_languages_are_given_the_benefit_of_the_doubt() -> None:
    assert rules("Zwanzig Jahre", "20 years", "en", source_locale="de") == set()


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("1,234", {"1234", "1.234"}),
        ("1.234,50", {"1234.5"}),
        ("1.234.567", {"1234567"}),
        ("12,34,567", {"1234567"}),
        ("1'234", {"1234"}),
        ("٣٫٥", {"3.5"}),
        ("007", {"7"}),
        ("1.2.3", set()),
        ("1.5 million", {"1.5", "1500000"}),
        ("3만", {"3", "30000"}),
        ("3万", {"30000"}),
        ("1만 2천", {"12000"}),
    ],
)
def test_values(text: str, values: set[str]) -> None:
    (number,) = numbers_in(text)
    assert number.values == values


def test_a_comma_means_one_thing_where_it_marks_thousands() -> None:
    (number,) = numbers_in("1,234", comma_groups=True)
    assert number.values == {"1234"}
    (number,) = numbers_in("1,5", comma_groups=True)
    assert number.values == {"1.5"}


def test_endless_digits_are_no_trouble() -> None:
    (number,) = numbers_in("9" * 10_000 + " million")
    assert number.values == {"9" * 10_000}


def test_roman_and_han() -> None:
    assert [roman(number) for number in (1, 4, 9, 14, 19, 40, 89)] == ["I", "IV", "IX", "XIV", "XIX", "XL", "LXXXIX"]
    assert {"35", "2019", "120", "10"} <= han("三十五 二〇一九 一百二十 十")


EXCHANGED = [
    ("From March 7, 2019 to July 3, 2019", "Vom 3. März 2019 bis 7. Juli 2019", "de"),
    ("It opened on May 5 and closed on June 8.", "Abrió el 8 de mayo y cerró el 5 de junio.", "es"),
    ("On May 5, 2001 and June 8, 2002", "2002년 5월 5일과 2001년 6월 8일에", "ko"),
    ("On May 5 and on June 8", "Em 8 de maio e em 5 de junho", "pt-BR"),
    ("Since May 5, 2001, and since June 8, 2002", "منذ 8 مايو 2001، ومنذ 5 يونيو 2002", "ar"),
]
IN_ANOTHER_ORDER = [
    ("From March 7, 2019 to July 3, 2019", "Bis 3. Juli 2019, vom 7. März 2019 an", "de"),
    ("From March 7 to 9 and July 3 to 5", "Vom 7. bis 9. März und vom 3. bis 5. Juli", "de"),
    ("March 7–9 and July 3–5", "Del 7 al 9 de marzo y del 3 al 5 de julio", "es"),
    ("On March 7 and July 3, 2019", "2019년 7월 3일과 3월 7일에", "ko"),
    ("On May 5 and May 8", "Em 8 e 5 de maio", "pt-BR"),
    ("On May 5 and June 8, 2001", "في 8 يونيو 2001 و5 مايو", "ar"),
]


@pytest.mark.parametrize(("msgid", "msgstr", "locale"), EXCHANGED)
def test_dates_that_exchanged_their_days(msgid: str, msgstr: str, locale: str) -> None:
    (found,) = judge(msgid, msgstr, locale)
    assert found.rule == "numbers"
    assert found.message.startswith("Dates differ: missing “")


@pytest.mark.parametrize(("msgid", "msgstr", "locale"), IN_ANOTHER_ORDER)
def test_dates_in_another_order(msgid: str, msgstr: str, locale: str) -> None:
    assert rules(msgid, msgstr, locale) == set()
