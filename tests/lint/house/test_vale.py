"""Rules and vocabularies of Vale in, terms out, and what no terms file can say."""

from __future__ import annotations

import re

import pytest

from copydesk.house.terms import Ruling, Term
from copydesk.house.vale import from_vale
from copydesk.model.finding import Severity

WORDS = "extends: substitution\nlevel: warning\nswap:\n"


def terms(text: str, path: str = "House/Words.yml") -> list[Term]:
    """The terms of one file, of which nothing is left out."""
    found = from_vale([(path, text)])
    assert found.left_out == []
    return list(found.terms)


def left_out(text: str, path: str = "House/Words.yml") -> list[str]:
    """What is left out of a file that brings no term."""
    found = from_vale([(path, text)])
    assert not found.terms
    return [str(line) for line in found.left_out]


@pytest.mark.parametrize(
    ("swap", "found"),
    [
        ("  utilize: use", [("utilize", ("use",))]),
        ("  kids: children|young people", [("kids", ("children", "young people"))]),
        ("  '(?:e-mail|E-mail)': email", [("e-mail", ("email",)), ("E-mail", ("email",))]),
        ("  'cell ?phone': phone", [("cellphone", ("phone",)), ("cell phone", ("phone",))]),
        ("  'fire(?:m[ae]n)': crew", [("fireman", ("crew",)), ("firemen", ("crew",))]),
        ("  '(?i)Web Site': website", [("Web Site", ("website",)), ("web site", ("website",))]),
        ("  fireman: firefighter(s)", [("fireman", ("firefighter", "firefighters"))]),
        ("  '\\bapprox\\.': about", [("approx.", ("about",))]),
        ("  url: URL", [("url", ("URL",))]),
    ],
)
def test_words_that_are_replaced(swap, found):
    assert terms(WORDS + swap) == [Term(bad, "prefer", good) for bad, good in found]


@pytest.mark.parametrize(
    ("swap", "pattern", "good"),
    [
        (r"  '(\d{1,3}) pct': $1 percent", r"(\d{1,3}) pct", r"\1 percent"),
        (r"  '(\d+) pct': ${1} percent", r"(\d{1,20}) pct", r"\1 percent"),
        (r"  '[0-9]x': times", r"[0-9]x", "times"),
    ],
)
def test_what_has_no_one_spelling_is_a_pattern(swap, pattern, good):
    assert terms(WORDS + swap) == [Term(pattern, "pattern", (good,))]


def test_a_level_and_a_scope_go_with_each_word():
    text = "extends: substitution\nlevel: error\nscope: heading\nignorecase: true\nswap:\n  Cops: police\n"
    ruling = Ruling(level=Severity.ERROR, scope=("headline",))
    assert terms(text) == [Term(text, "prefer", ("police",), ruling) for text in ("Cops", "cops")]


def test_a_message_of_its_own_goes_along():
    text = 'extends: substitution\nmessage: "The desk says: write %s"\nswap:\n  kids: children\n'
    ruling = Ruling(message='The desk says: write "children"')
    assert terms(text) == [Term("kids", "prefer", ("children",), ruling)]
    usual = text.replace("The desk says: write %s", "Use '%s', not '%s'.")
    assert terms(usual) == [Term("kids", "prefer", ("children",))]


def test_words_that_are_reported_are_avoided_and_a_suggestion_is_watched():
    text = "extends: existence\nmessage: \"'%s' is a weasel word.\"\nlevel: {}\ntokens:\n  - very\n"
    advice = ('"very" is a weasel word.',)
    assert terms(text.format("warning")) == [Term("very", "avoid", advice)]
    assert terms(text.format("suggestion")) == [Term("very", "watch", advice)]
    assert terms(text.format("error")) == [Term("very", "avoid", advice, Ruling(level=Severity.ERROR))]


def test_exceptions_are_allowed():
    assert Term("Kiev ballet", "allow") in terms(WORDS + "  Kiev: Kyiv\nexceptions:\n  - Kiev ballet\n")


def test_a_vocabulary_allows_and_rejects():
    assert terms("JavaScript\n\n[Pp]ress\n", "House/accept.txt") == [
        Term("JavaScript", "allow"),
        Term("Press", "allow"),
        Term("press", "allow"),
    ]
    rejected = Term("uhm", "avoid", ("the vocabulary rejects it",), Ruling(level=Severity.ERROR))
    assert terms("# of the desk\nuhm\n", "House/reject.txt") == [rejected]


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("extends: existence\nlink: x", ':2: "link" is left out: a terms file has no links'),
        ("extends: substitution\nswap: [a]", ':2: "swap" is left out: it is no mapping of words to words'),
        ("extends: existence\ntokens: [[a]]", ":2: a list within tokens is left out: tokens are words"),
        (
            "extends: repetition\n",
            ":1: the rule (repetition) is left out: repeated-word and",
        ),
        ("extends: script\n", ":1: the rule (script) is left out: terms files have nothing like it"),
        ("message: no\n", ":1: the rule (without extends) is left out"),
        (
            "extends: existence\nraw:\n  - a+\n",
            ':1: the rule (existence) is left out: "raw" is one',
        ),
        (
            "extends: existence\nnonword: true\n",
            ':1: the rule (existence) is left out: "nonword" matches',
        ),
        (
            "extends: existence\nscope: raw\n",
            ':1: the rule (existence) is left out: "scope" is raw',
        ),
        (WORDS + "  please: ''", ':4: "please" is left out: it is replaced by nothing'),
        (WORDS + "  a.b: c", ':4: "a.b" is left out: "." at character 2 of "a.b" is any character'),
        (WORDS + "  (?=a)b: c", ':4: "(?=a)b" is left out: "(" at character 1'),
        (
            "extends: existence\ntokens: ['\\w{3}']",
            r':2: "\w{3}" is left out: it stands for words',
        ),
        (
            WORDS + "  use: use|utilize\n  utilize: use",
            ':5: "utilize" is left out: "use" is both preferred',
        ),
        ("", ":1: the rule (without extends) is left out"),
    ],
)
def test_what_no_terms_file_can_say_is_left_out_with_the_reason(text, why):
    found = from_vale([("House/Words.yml", text)])
    assert any(str(line).startswith(f"House/Words.yml{why}") for line in found.left_out)


def test_of_two_that_contradict_each_other_the_first_is_kept():
    files = [("a.yml", WORDS + "  adviser: advisor"), ("b.yml", WORDS + "  advisor: adviser")]
    found = from_vale(files)
    assert list(found.terms) == [Term("adviser", "prefer", ("advisor",))]
    assert [str(line) for line in found.left_out] == [
        'b.yml:4: "advisor" is left out: "adviser" is both preferred and replaced'
    ]


@pytest.mark.parametrize("text", ["a: [b", "a: \tb: c: d", "[" * 500])
def test_what_is_no_yaml_is_an_error_with_its_line(text):
    found = from_vale([("House/Words.yml", text), ("b.yml", WORDS + "  kids: children")])
    assert [term.text for term in found.terms] == ["kids"]
    (broken,) = found.broken
    assert re.match(r"House/Words\.yml:\d+: no YAML: ", broken)
