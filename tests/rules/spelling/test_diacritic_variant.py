"""Draft in, findings out: accents kept and dropped."""

from __future__ import annotations

from copydesk.testing import check
from copydesk_rules.spelling.diacritic_variant import DiacriticVariant


def messages(text: str) -> list[str]:
    return [finding.message for finding in check(DiacriticVariant, text)]


def test_the_rarer_form_is_reported() -> None:
    text = "Mr. Erdoğan spoke. Mr. Erdogan's party and Mr. Erdogan left."
    assert messages(text) == ['"Erdoğan" here, "Erdogan" twice (first at 1:24)']


def test_letters_that_are_no_accents() -> None:
    assert messages("They flew to Łódź in May. From Łódź they drove, and Lodz was far.") == [
        '"Lodz" here, "Łódź" twice (first at 1:14)'
    ]


def test_combining_marks_count_as_accents() -> None:
    assert messages("Ms. Sa\u0301nchez spoke. Ms. Sanchez left.")


def test_posts_of_others_are_left_alone() -> None:
    assert messages("Jose Ash won.\nThe best of days! — José Ash (@joseash)") == []


def test_common_words_that_english_does_not_accent_are_two_words() -> None:
    assert messages("La résistance is here. The resistance is strong, the resistance grows.") == []
