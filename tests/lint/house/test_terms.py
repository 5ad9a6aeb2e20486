"""The words of a house: what a terms file may say, and where a draft uses them."""

from __future__ import annotations

import pickle

import pytest

from copydesk.config.toml.located import ConfigError, load
from copydesk.config.toml.terms import read_terms
from copydesk.errors import TermError
from copydesk.house.terms import Ruling, Term, Terms
from copydesk.model.finding import Severity
from copydesk.testing import draft

FILE = """
allow = ["Advisor Perspectives", "web site"]

[prefer]
adviser = ["advisor"]
Kyiv = ["Kiev", "Kiew"]
"per cent" = "percent"

[avoid]
illegals = "say who they are and what they did"

[watch]
allegedly = "who alleges it?"
"at this point in time" = "now?"
"""


def uses(terms: Terms, text: str) -> list[str]:
    document = draft(text)
    return [document.slice(use.span) for use in terms.find(document)]


@pytest.fixture
def read(tmp_path):
    def from_text(text: str) -> Terms:
        path = tmp_path / "house.toml"
        path.write_text(text, encoding="utf-8")
        return read_terms(load(str(path), "house.toml"))

    return from_text


def test_a_terms_file_holds_four_kinds_of_words(read):
    assert list(read(FILE)) == [
        Term("advisor", "prefer", ("adviser",)),
        Term("Kiev", "prefer", ("Kyiv",)),
        Term("Kiew", "prefer", ("Kyiv",)),
        Term("percent", "prefer", ("per cent",)),
        Term("illegals", "avoid", ("say who they are and what they did",)),
        Term("allegedly", "watch", ("who alleges it?",)),
        Term("at this point in time", "watch", ("now?",)),
        Term("Advisor Perspectives", "allow"),
        Term("web site", "allow"),
    ]


def test_a_letter_and_its_accent_may_be_two_code_points_in_the_file(read):
    terms = read('[avoid]\n"cafe\u0301" = "say coffee house"')
    assert uses(terms, "A caf\u00e9.") == uses(terms, "A cafe\u0301.") != []


def test_an_empty_file_holds_none(read):
    assert not read("")
    assert uses(read(""), "An advisor.") == []


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("preffer = {}", '1:1: a terms file has no key "preffer"; did you mean "prefer"?'),
        ('prefer = ["adviser"]', '1:10: "prefer" is a table, not a list: [prefer], and below it adviser'),
        ("[prefer]\nadviser = 3", '2:11: "adviser" needs the words that it replaces'),
        (
            "[prefer]\nadviser = {level = 'error'}",
            '2:1: the table of "adviser" needs "words"',
        ),
        (
            "[prefer]\nadviser = {words = ['advisor'], levle = 'error'}",
            '2:33: an entry of [prefer] has no key "levle"; did you mean "level"?',
        ),
        ("[avoid]\na = {advice = 'no', level = 'grave'}", '2:29: "level" is one of info, warning, error'),
        ("[avoid]\na = {advice = 'no', scope = ['foot']}", '2:29: "scope" is a list of headline, body, ca'),
        ("[avoid]\na = {advice = 'no', reason = 3}", '2:30: "reason" is a line of text'),
        ("[avoid]\na = {advice = 'no', message = 'no'}", '2:21: an entry of [avoid] has no key "message"'),
        (
            '[prefer]\nadviser = ["advisor", true]',
            '2:23: a word that "adviser" replaces is text, not true or f',
        ),
        ("[avoid]\nillegals = [3]", '2:12: "illegals" needs a line for the writer'),
        ('[watch]\nallegedly = " "', '2:13: "allegedly" needs a line for the writer'),
        ('allow = "Kiev"', '1:9: "allow" is a list, not text'),
        ("allow = [1979-05-27]", "1:10: a word that is allowed is text, not a date or a time"),
        ('allow = ["…"]', '1:10: "…" is no term: it has neither a letter nor a digit'),
        ('[prefer]\n"" = ["advisor"]', '2:7: "" is no term'),
        (
            '[prefer]\nadviser = ["advisor"]\n[avoid]\nadvisor = "no"',
            '4:1: "advisor" is both replaced and avoided',
        ),
        (
            '[prefer]\nadviser = ["advisor"]\n[avoid]\nadviser = "no"',
            '4:1: "adviser" is both preferred and avoided',
        ),
        ('allow = ["illegals"]\n[avoid]\nillegals = "no"', '1:10: "illegals" is both avoided and allowed'),
        ("patterns = 3", '1:12: "patterns" is a table, not a number'),
        ("[patterns]\n'a b' = 3", '2:9: "a b" needs what the house writes instead'),
        ("[patterns]\n'a+' = 'b'", '2:1: "+" at character 2 of "a+" repeats without end: write {1,20}'),
        ("[patterns]\na = 'b'\n'a(b' = 'c'", '3:1: "(" at character 2 of "a(b" is not closed'),
        ('allow = ["Kiev"]\n[patterns]\nKiev = "Kyiv"', '1:10: "Kiev" is both a pattern and allowed'),
        ('[prefer]\na = ["b"]\nb = ["a"]', '3:6: "b" is both preferred and replaced'),
        ('[prefer]\nadviser = ["adviser"]', '2:12: "adviser" is both preferred and replaced'),
    ],
)
def test_what_is_wrong_is_said_at_its_place(read, text, message):
    with pytest.raises(ConfigError) as error:
        read(text)
    assert str(error.value).startswith(f"house.toml:{message}")


def test_a_contradiction_of_terms_that_were_given_in_python_is_refused_too():
    with pytest.raises(TermError, match='"Kiev" is both watched and allowed'):
        Terms.of(watch={"Kiev": "since when?"}, allow=["Kiev"])


TERMS = Terms.of(
    prefer={"adviser": ["advisor"], "Kyiv": ["Kiev"], "U.S. Army": ["Army"], "email": ["e-mail"]},
    avoid={"don't know": "say who does", "C++": "say which version"},
    watch={"point in time": "now?", "at this point in time": "now?"},
    allow=["Advisor Perspectives", "advisor board", "Kiev ballet"],
)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("An advisor, an Advisor and an ADVISOR.", ["advisor", "Advisor", "ADVISOR"]),
        ("Kiev and KIEV and kiev.", ["Kiev"]),
        ("The advisor's car, Kiev’s mayor.", ["advisor", "Kiev"]),
        ("Two advisors, an advisory, a coadvisor and an advisor-led board.", ["advisors"]),
        ("A Kiev-based bank and the pro-Kiev party.", ["Kiev", "Kiev"]),
        ("The O'Kiev family, the Kiev't line.", []),
        ("An e-mail, an e‑mail, an email and e - mail.", ["e-mail", "e‑mail"]),
        ("I don’t know.", ["don’t know"]),
        ("At this point  in time.", ["At this point  in time"]),
        ("At this\nPoint in time.", ["Point in time"]),
        ("At this, point in, time.", []),
        ("Advisor Perspectives, an advisor board, the Advisor board's advisor.", ["advisor"]),
        ("Advisor perspectives.", ["Advisor"]),
        ("The Kiev Ballet and the Kiev ballet.", ["Kiev"]),
        ("The U.S. Army and the Army.", ["Army"]),
        ("She writes C++, not C.", ["C++"]),
        ("", []),
    ],
)
def test_terms_are_found_as_whole_words(text, found):
    assert uses(TERMS, text) == found


@pytest.mark.parametrize(
    ("words", "allowed"),
    [
        ("Advisor Perspectives", True),
        ("Advisor Perspectives’", False),
        ("Advisor Perspectives’s", True),
        ("advisor perspectives", False),
        ("Advisor Board", True),
        ("advisor", False),
    ],
)
def test_words_are_allowed_as_a_whole(words, allowed):
    assert TERMS.allows(words) is allowed
    assert Terms().allows(words) is False


def test_the_later_file_has_the_last_word():
    general = Terms.of(prefer={"adviser": ["advisor"]}, avoid={"illegals": "no"}, allow=["web site"])
    house = Terms.of(prefer={"advisor": ["adviser"]}, allow=["illegals"], watch={"web site": "one word?"})
    assert list(general.merged(house)) == list(house)
    kept = Terms.of(avoid={"illegals": "say who they are"})
    assert list(general.merged(kept)) == [*list(general)[::2], *kept]


def test_an_empty_list_takes_an_inherited_entry_out(read):
    general = Terms.of(
        prefer={"health care": ["healthcare", "health-care"], "adviser": ["advisor"]},
        avoid={"illegals": "no"},
        watch={"allegedly": "who?"},
    )
    house = read('[prefer]\n"health care" = []\n[avoid]\nillegals = []\n[watch]\nallegedly = []')
    assert list(general.merged(house)) == list(Terms.of(prefer={"adviser": ["advisor"]}))
    assert list(Terms().merged(house).merged(general)) == list(general)


def test_an_entry_may_be_a_table(read):
    terms = read(
        '[prefer]\nKyiv = {words = ["Kiev"], message = "Kyiv since 2019", reason = "Desk"}\n'
        "[patterns]\n'(\\d) pct' = {write = '\\1%', scope = ['body']}\n"
        '[avoid]\nillegals = {advice = "no", level = "error", scope = ["headline", "captions"]}'
    )
    assert [term.ruling for term in terms] == [
        Ruling("Kyiv since 2019", "Desk"),
        Ruling(scope=("body",)),
        Ruling(level=Severity.ERROR, scope=("headline", "captions")),
    ]


def test_two_ways_to_write_a_word_are_both_kept():
    assert list(Terms.of(prefer={"mail": ["e-mail"], "email": ["e-mail"]})) == [
        Term("e-mail", "prefer", ("mail", "email"))
    ]


def test_terms_can_be_sent_to_another_process():
    assert uses(pickle.loads(pickle.dumps(TERMS)), "An advisor.") == ["advisor"]  # noqa: S301


@pytest.mark.slow
def test_many_terms_cost_no_more_time_a_word():
    terms = Terms.of(
        prefer={f"new{number}": [f"old{number}", f"old{number} phrase"] for number in range(20_000)}
    )
    assert uses(terms, "one old7 phrase and old8. " * 2_000) == ["old7 phrase", "old8"] * 2_000


@pytest.mark.slow
def test_a_long_row_of_the_same_word_is_found_once_a_place():
    terms = Terms.of(watch={"same " * 8: "again?"})
    assert len(uses(terms, "same " * 10_000)) == 1_250
