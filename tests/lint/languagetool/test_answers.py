"""Questions and answers, asked together and kept."""

from __future__ import annotations

import pytest

from copydesk.errors import LanguageToolError
from copydesk.languagetool.answers import LONGEST_REQUEST, Question, ask
from copydesk.languagetool.service import Limits, find_service


def service(server):
    return find_service(server.url, (), Limits(256, 10, 10))


def questions(*texts, language="en-US"):
    return [Question(text, language, ("HE_VERB_AGR",)) for text in texts]


def words(answers):
    return {
        question.text: [question.text[m.start : m.end] for m in found] for question, found in answers.items()
    }


def test_paragraphs_go_out_together(languagetool):
    asked = questions("She have 😀.", "Nothing.", "😀 We have, they have.")
    assert words(ask(asked, service(languagetool))) == {
        "She have 😀.": ["have"],
        "Nothing.": [],
        "😀 We have, they have.": ["have", "have"],
    }
    assert len(languagetool.seen) == 1


def test_a_request_has_a_limit(languagetool):
    long = "word " * (LONGEST_REQUEST // 10)
    ask(questions(long + "a", long + "b", long + "c", long + "d"), service(languagetool))
    assert max(map(len, languagetool.seen)) <= LONGEST_REQUEST + 2
    assert len(languagetool.seen) > 1


def test_what_was_asked_before_is_not_asked_again(languagetool):
    first = ask(questions("She have.", "Fine."), service(languagetool))
    languagetool.seen.clear()
    assert ask(questions("Fine.", "She have."), service(languagetool)) == first
    assert languagetool.seen == []
    ask(questions("Fine.", "New."), service(languagetool))
    assert languagetool.seen == ["New."]


def test_another_language_or_other_rules_are_another_question(languagetool):
    ask(questions("Fine."), service(languagetool))
    ask(questions("Fine.", language="en-GB"), service(languagetool))
    ask([Question("Fine.", "en-US", ("AFFECT_EFFECT",))], service(languagetool))
    assert languagetool.seen == ["Fine.", "Fine.", "Fine."]


def test_without_a_cache_everything_is_asked(languagetool):
    for _ in range(2):
        ask(questions("Fine."), service(languagetool), keep=False)
    assert languagetool.seen == ["Fine.", "Fine."]


def test_a_server_that_takes_less_gets_less(languagetool):
    asked = questions("LONG a.", "She have.", "b.", "c.")
    assert words(ask(asked, service(languagetool)))["She have."] == ["have"]


def test_an_error_ends_it(languagetool):
    with pytest.raises(LanguageToolError, match="500"):
        ask(questions("BROKEN"), service(languagetool))


def test_no_question_needs_no_server():
    nowhere = find_service("http://127.0.0.1:9", (), Limits(256, 10, 10))
    assert ask([], nowhere) == {}
