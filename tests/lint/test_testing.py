"""The kit for people who write rules, tried on a small rule."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

import pytest

from copydesk.document import Document
from copydesk.model.finding import Finding, Related, Severity
from copydesk.model.prose import Span
from copydesk.plugins.rule import Context, Example, Rule
from copydesk.testing import check, check_contract, check_examples, draft, examples, unmark


@dataclass(frozen=True, slots=True)
class ShoutingOptions:
    """What is loud.

    letters  how many capitals in a row
    """

    letters: int = 4


class Shouting(Rule[ShoutingOptions]):
    """Reports capitals, and points at the first letter of the draft."""

    name = "house/shouting"
    family = "toys"
    severity = Severity.WARNING
    summary = "a word in capitals"
    why = "Nobody likes to be shouted at."
    options = ShoutingOptions()
    examples = (
        Example("He said [[HELLO]] to her. [[HELLO]]", "Two loud words."),
        Example("He *said* [[HEL*LO*]].", "A loud word with markup in it.", format="plain"),
        Example("He said hello.", "A low voice."),
        Example("“HELLO,” he said.", "Somebody else's voice."),
    )

    def check(self, document: Document, context: Context[ShoutingOptions]) -> Iterable[Finding]:
        for match in re.finditer(rf"[A-Z*]{{{context.options.letters},}}", document.text):
            yield Finding(Span(*match.span()), "too loud", (Related(Span(0, 1), "the first letter"),))


def variant(**fields: object) -> type[Shouting]:
    """The rule with some of what it declares changed."""
    return type("Variant", (Shouting,), fields)


def test_a_draft_is_a_document() -> None:
    document = draft("Bridge to close\nThe bridge is closed.\n")
    assert [document.slice(block.span) for block in document.blocks] == [
        "Bridge to close",
        "The bridge is closed.",
    ]


def test_findings_come_in_words_and_in_the_order_of_the_text() -> None:
    first, second = check(Shouting, "He said HELLO.\nShe said GOODBYE.")
    assert (first.excerpt, first.message, first.place, first.related) == (
        "HELLO",
        "too loud",
        "1:9",
        ("1:1",),
    )
    assert (second.place, second.severity, second.span) == ("2:10", "warning", Span(24, 31))


def test_options_can_be_set() -> None:
    assert check(Shouting, "He said HEY.", letters=3)
    assert not check(Shouting, "He said HEY.")
    with pytest.raises(TypeError):
        check(Shouting, "He said HEY.", words=3)


def test_a_rule_is_held_to_what_it_declares_about_quotations() -> None:
    assert not check(Shouting, "“HELLO,” he said.")
    assert check(variant(in_quotes="check"), "“HELLO,” he said.")


def test_what_a_rule_raises_is_raised() -> None:
    def broken(*_: object) -> Iterable[Finding]:
        raise RuntimeError("broken")

    with pytest.raises(RuntimeError, match="broken"):
        check(variant(check=broken), "He said hello.")


@pytest.mark.parametrize("example", examples(Shouting), ids=str)
def test_examples_are_made_for_parametrize(example) -> None:  # type: ignore[no-untyped-def]
    example.check()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "He said hello. [[HELLO]] and HELLO",
            'reported:\n  1:16 "HELLO": too loud\n  1:26 "HELLO": too loud',
        ),
        ("He said [[hello]].", 'marked:\n  "hello"\nreported:\n  nothing'),
        ("He said [[HELLO there]].", 'marked:\n  "HELLO there"\nreported:\n  1:9 "HELLO": too loud'),
    ],
    ids=["one too many", "none", "another span"],
)
def test_an_example_that_does_not_hold_says_what_was_marked_and_what_was_reported(
    text: str, said: str
) -> None:
    with pytest.raises(AssertionError) as raised:
        check_examples(variant(examples=(Example(text, "An example."),)))
    assert said in str(raised.value)
    assert str(raised.value).startswith("house/shouting: An example.")


@pytest.mark.parametrize(
    ("marked", "text", "spans"),
    [
        ("no marks", "no marks", []),
        ("a [[b]] c [[d]]", "a b c d", [Span(2, 3), Span(6, 7)]),
        ("[[[CHECK]]]", "[CHECK]", [Span(0, 7)]),
        ("[sic] [[x]] [such as]", "[sic] x [such as]", [Span(6, 7)]),
        ("[[a\nb]]", "a\nb", [Span(0, 3)]),
    ],
)
def test_marks_are_taken_out(marked: str, text: str, spans: list[Span]) -> None:
    assert unmark(marked) == (text, spans)


@pytest.mark.parametrize("text", ["[[a", "a]]", "[[a [[b]]", "[[a]] b]]"])
def test_marks_must_pair(text: str) -> None:
    with pytest.raises(ValueError, match="mark"):
        unmark(text)


def test_a_good_rule_keeps_the_contract() -> None:
    check_contract(Shouting)


@dataclass(frozen=True, slots=True)
class UndocumentedOptions:
    """Nothing is said of the field."""

    letters: int


@pytest.mark.parametrize(
    ("fields", "problem"),
    [
        ({"summary": ""}, "`summary` is missing"),
        ({"summary": "A sentence."}, "`summary` is not one line"),
        ({"why": "no sentence"}, "`why` is not"),
        ({"name": "Shouting_2"}, "is not made of lower-case words"),
        ({"examples": Shouting.examples[1:3]}, "there are not two examples"),
        ({"options": {}}, "is neither an instance of a struct nor of a dataclass"),
        ({"options": UndocumentedOptions(4)}, "the option letters is not documented"),
        ({"options": UndocumentedOptions(4)}, "has no default"),
    ],
)
def test_the_contract_names_what_is_wrong(fields: dict[str, object], problem: str) -> None:
    with pytest.raises(AssertionError, match=re.escape(problem)):
        check_contract(variant(**fields))


def test_the_kit_can_be_imported_without_pytest() -> None:
    import copydesk.testing

    assert "pytest" not in vars(copydesk.testing)
