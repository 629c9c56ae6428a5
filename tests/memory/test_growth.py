from __future__ import annotations

from i18n.memory import Growth


def test_a_message_like_a_new_one_may_be_helped() -> None:
    growth = Growth(["Open the valve slowly.", "Installation"])
    assert growth.may_help("Open the valve quickly.")
    assert growth.may_help("Installations")
    assert not growth.may_help("Nobody was hurt by it.")
    assert not Growth(["Open the valve slowly."], 95).may_help("Close the valve quickly.")


def test_a_message_with_a_sentence_that_begins_like_a_new_one_may_be_helped() -> None:
    growth = Growth(["The well is dry. Go home now, all of you, and take with you what you can carry."])
    assert growth.may_help("Go home now, all of you. Nobody was hurt.")


def test_nothing_new_helps_nobody() -> None:
    assert not Growth([]).may_help("Anything")
