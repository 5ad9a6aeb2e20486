"""Patterns of terms files: what they match, what is refused, and that none takes long."""

from __future__ import annotations

import pickle

import pytest

from copydesk.errors import TermError
from copydesk.house.terms import Terms
from copydesk.testing import draft


def written(pattern: str, instead: str, text: str, **other: object) -> list[tuple[str, str]]:
    document = draft(text)
    terms = Terms.of(patterns={pattern: instead}, **other)
    return [(document.slice(use.span), use.term.advice[0]) for use in terms.find(document)]


@pytest.mark.parametrize(
    ("pattern", "instead", "text", "found"),
    [
        (
            r"(\d{1,3}) per ?cent",
            r"\1%",
            "Up 10 per cent or 7 percent.",
            {"10 per cent": "10%", "7 percent": "7%"},
        ),
        (r"(\d{1,3}) per ?cent", r"\1%", "Up 1210 per cent, 5 per century, 6 per centre.", {}),
        (
            r"(\d{1,2})(:\d{2})? ([ap])\.m\.",
            r"\1\2\3m",
            "At 8:30 p.m. or 9 A.M. sharp.",
            {"8:30 p.m.": "8:30pm", "9 A.M.": "9Am"},
        ),
        (
            r"\$(\d{1,3}) ?mn?",
            r"$\1 million",
            "Of US$5m and $7 mn.",
            {"$5m": "$5 million", "$7 mn": "$7 million"},
        ),
        (
            r"anti-?(gun|war)",
            r"anti\1",
            "Anti-war and antigun, anti‑war, anti-warrior.",
            {"Anti-war": "antiwar", "antigun": "antigun", "anti‑war": "antiwar"},
        ),
        (r"Ki(ev|ew)", "Kyiv", "Kiew, kiev, KIEV, Kievan.", {"Kiew": "Kyiv"}),
        (
            r"[Tt]he Gambia[^a-z]",
            "Gambia ",
            "In the Gambia, and\nThe Gambia\nnow.",
            {"the Gambia,": "Gambia"},
        ),
        (r"a lot( of)?", "much", "A lot  of rain, and a lot.", {"A lot  of": "much", "a lot": "much"}),
        (r"(in|on) regards? to", r"\1 regard to", "In regards to rain.", {"In regards to": "In regard to"}),
        (r"\w{2,3}-\d", "x", "Of ab-1, abcd-1, ab_-1.", {"ab-1": "x"}),
        (r"C\+\+|C#", "C", "In C++ and C#.", {"C++": "C", "C#": "C"}),
        (r"O’Neil{1,2}", "O'Neill", "O’Neil and O'Neill.", {"O’Neil": "O'Neill", "O'Neill": "O'Neill"}),
    ],
)
def test_what_a_pattern_matches(pattern, instead, text, found):
    assert dict(written(pattern, instead, text)) == found


def test_a_pattern_stays_out_of_what_is_allowed_and_gives_way_to_what_begins_before_it():
    pattern = (r"(\d{1,2}) per cent", r"\1 percent")
    assert written(*pattern, "The 5 per cent club.", allow=["5 per cent club"]) == []
    assert written(*pattern, "A full 5 per cent.", prefer={"5 percent": ["full 5 per cent"]}) == [
        ("full 5 per cent", "5 percent")
    ]


@pytest.mark.parametrize(
    ("pattern", "message"),
    [
        ("a+", '"+" at character 2 of "a+" repeats without end: write {1,20}'),
        ("(a*)", '"*" at character 3 of "(a*)" repeats without end: write {0,20}'),
        ("(a|b){2}", '"{" at character 6 of "(a|b){2}" repeats a group or a space'),
        ("a{1,99}", '"{" at character 2 of "a{1,99}" is no count: write {3} or {1,3}, and at most {0,20}'),
        ("a{3,1}", "is no count"),
        ("a{", "is no count"),
        ("a.", "is any character: name those that may stand here"),
        ("^a", "is no place: a pattern stands for whole words"),
        ("a$", "is no place: a pattern stands for whole words"),
        ("?a", "follows nothing that may be left out"),
        ("a??", "follows nothing that may be left out"),
        ("{2}a", "follows nothing that may be repeated"),
        ("a}", "closes nothing"),
        ("a]", "closes nothing"),
        ("a)", "closes nothing"),
        ("(a", "is not closed"),
        ("[a", "is not closed"),
        ("[]", "holds no character"),
        ("[z-a]", "begins a range that runs backwards"),
        ("(?:a)", "opens a group of a kind that patterns do not have"),
        ("(a)" * 10, "opens more than 9 groups"),
        (r"\s", "says something that patterns do not have"),
        (r"(a)\1", "says something that patterns do not have"),
        ("\\", "says something that patterns do not have"),
        ("a?b?", "also matches where nothing stands"),
        ("(a|)", "also matches where nothing stands"),
        (r"\w{0,20}\w{0,20}\w{0,20}x", "matches in 9,261 ways at one place, and 1,000 are allowed"),
        ("x" * 201, "a pattern has at most 200 characters"),
    ],
)
def test_what_could_take_long_or_is_none_is_refused(pattern, message):
    with pytest.raises(TermError) as error:
        Terms.of(patterns={pattern: "x"})
    assert message in str(error.value)


@pytest.mark.parametrize("instead", [r"\2", r"\0", r"\n", "\\"])
def test_a_replacement_names_groups_of_the_pattern_only(instead):
    with pytest.raises(TermError, match=r"names no group: the pattern has 1, and \\1 is the first"):
        Terms.of(patterns={"(a)b": instead})


def test_patterns_are_terms_like_others():
    general = Terms.of(patterns={"a{2}": "b", "c{2}": "d"})
    merged = general.merged(Terms.of(patterns={"a{2}": "e"}, allow=["c{2}"]))
    assert [(term.text, term.role, term.advice) for term in merged] == [
        ("a{2}", "pattern", ("e",)),
        ("c{2}", "allow", ()),
    ]
    document = draft("Aa here.")
    (use,) = pickle.loads(pickle.dumps(general)).find(document)  # noqa: S301
    assert (document.slice(use.span), use.term.role, use.term.advice) == ("Aa", "prefer", ("b",))
    assert general.favour("a{2}") == 0
