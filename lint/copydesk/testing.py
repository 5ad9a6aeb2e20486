"""The kit for people who write rules and readers: drafts from strings, findings in words, examples as tests.

In a test module of a plugin:

    @pytest.mark.parametrize("example", examples(MyRule), ids=str)
    def test_example(example):
        example.check()

    def test_contract():
        check_contract(MyRule)

and for a reader:

    def test_reader():
        check_reader(MY_READER, SAMPLES)
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from contextlib import suppress
from datetime import UTC, datetime, time, timedelta
from functools import cache
from itertools import pairwise
from random import Random
from time import process_time
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from copydesk.document import Document, Revision
from copydesk.engine.checking import may_report
from copydesk.errors import UnreadableError
from copydesk.house.style import NO_HOUSE, NO_STYLE, HonorificStyle, HouseStyle
from copydesk.house.terms import Terms
from copydesk.model.fields import field_names, is_record, with_fields
from copydesk.model.finding import Finding
from copydesk.model.prose import OBJECT, Prose, Span
from copydesk.plugins.manifest import EARLIER
from copydesk.plugins.registry import RegisteredRule, Registry, load_registry
from copydesk.plugins.rule import AnyRule, Collected, Context, DraftFinding, DraftsRule, Example
from copydesk.plugins.selection import NO_TERMS, ActiveRule
from copydesk.plugins.validation import is_rule_name
from copydesk.readers import Reader

if TYPE_CHECKING:
    from copydesk.house.names.known import Names

PATH = "draft"
"""The path of a draft that is made from a string."""

NEXT_DRAFT = "\n=====\n"
"""Parts the drafts in an example of a rule across drafts."""

_MARK = re.compile(r"\[\[|\]\](?!\])")

HOSTILE_DRAFTS = (
    "",
    "\n",
    "“",
    "”",
    '"\'‘’“”«»"',
    "“Never closed. “And again, ‘and once more.",
    "Never opened.” And again.” ’”’”",
    "[[ ]] [stet: ] [stet] << >> {{ }} ((( [TK",
    "same " * 10_000,
    "Same words stand here, and here they are again, and again. " * 1_000,
    "same-same same same samesame " * 500,
    "word" * 10_000,
    "-" * 10_000,
    "“" * 5_000 + "x" + "”" * 5_000,
    "?" * 10_000 + "X" * 10_000,
    "Mr. " * 2_000,
    "control \x01 \x08 \x0b \x0c \x1c \x85 \u2028 \u2029 end",
    "\ufeffdraft \ufffe \ufffd \u200b\u200d\u00ad soft\u00adhyphen",
    "😀 said 👩‍👩‍👧‍👦 😀😀 𝒜𝓈𝓉𝓇𝒶𝓁 said Mr. 𝒜𝓈𝓉𝓇𝒶𝓁.",
    "e\u0301e\u0301 İstanbul İİİ ẞ ŉ ﬁ \u0301\u0301",
    "قال «مرحبا» ثم said Mr. שלום \u202e olleh \u202c",
    "A line. " * 5_000 + "\n" + "A line. " * 5_000,
    "\r\n\r\r\n\n\r \t\t\n   \n\n\n x",
)
"""Drafts that nobody writes and every rule must survive."""


class Checked(Struct, frozen=True):
    """A finding, in words.

    excerpt   the words of its span
    message   what is wrong with them
    place     where it stands in the file, `line:column`
    severity  `error`, `warning` or `info`
    related   the other places, `line:column`
    span      the stretch of the file, in code points; of all drafts together, for a rule across drafts
    """

    excerpt: str
    message: str
    place: str
    severity: str
    related: tuple[str, ...]
    span: Span


def draft(text: str, format: str = "plain") -> Document:  # noqa: A002
    """Return a document from a string.

    text    the file, marks and all
    format  the name of the reader: `plain`, `markdown`, or one that a plugin brings
    """
    return _read(PATH, text, format)


def revised(text: str, earlier: str, format: str = "plain") -> Document:  # noqa: A002
    """Return a document from a string, with its earlier version.

    The newer version was made a day after the earlier one was published, if that has a publication date.
    """
    before = draft(earlier, format)
    published = before.published
    made = datetime.combine(published.day + timedelta(days=1), time(12), UTC) if published else None
    return Document(draft(text, format), revision=Revision(before, made))


def _read(path: str, text: str, reader: str) -> Document:
    return Document(_registry().readers[reader].read(path, text.encode("utf-8", "surrogatepass")))


def check(
    rule: type[AnyRule],
    text: str,
    *,
    format: str = "plain",  # noqa: A002
    earlier: str = "",
    terms: Terms = NO_TERMS,
    honorifics: HonorificStyle = NO_HOUSE,
    names: Names | None = None,
    house: HouseStyle = NO_STYLE,
    **options: object,
) -> list[Checked]:
    """Return what a rule reports on a draft, in the order of the text; what the rule raises is raised.

    text        for a rule across drafts: one or more drafts, parted by NEXT_DRAFT
    earlier     the version before, for a rule that compares two: see `revised`; empty for none
    terms       the words of the house
    honorifics  how the house names people
    names       the people that the house knows
    house       what the house has decided beside that
    options     fields of the rule's options that are not to be the default
    """
    context = Context(with_fields(rule.options, options), terms, honorifics, names=names, house=house)
    if earlier:
        return _check_documents(rule, [(0, revised(text, earlier, format))], context)
    offset, drafts = 0, []
    for number, part in enumerate(text.split(NEXT_DRAFT) if issubclass(rule, DraftsRule) else [text]):
        path = f"{PATH}-{number + 1}" if number else PATH
        drafts.append((offset, _read(path, part, format)))
        offset += len(part) + len(NEXT_DRAFT)
    return _check_documents(rule, drafts, context)


def check_document(
    rule: type[AnyRule], document: Document, *, terms: Terms = NO_TERMS, **options: object
) -> list[Checked]:
    """Return what a rule reports on a document that is read already."""
    return _check_documents(rule, [(0, document)], Context(with_fields(rule.options, options), terms))


def _check_documents(
    rule: type[AnyRule], drafts: list[tuple[int, Document]], context: Context[Any]
) -> list[Checked]:
    """Return what a rule reports on documents, each with the offset of its file in the whole text."""
    active = ActiveRule(RegisteredRule.of(rule, PATH), context, rule.severity)
    instance = active.rule
    documents = {document.source.path: document for _, document in drafts}
    offsets = {document.source.path: offset for offset, document in drafts}
    found: Iterable[DraftFinding]
    if isinstance(instance, DraftsRule):
        facts = [
            Collected(path, instance.collect(document, context))
            for path, document in documents.items()
            if active.may_report(document)
        ]
        found = instance.check(facts, context)
    else:
        found = (
            DraftFinding(path, finding)
            for path, document in documents.items()
            if active.may_report(document)
            for finding in instance.check(document, context)
        )
    reported = [
        _in_words(documents, one.path, offsets[one.path], rule, one.finding)
        for one in found
        if may_report(documents[one.path], active, one.finding)
    ]
    return sorted(reported, key=lambda one: one.span)


class RuleExample(Struct, frozen=True):
    """An example of a rule, ready to be checked."""

    rule: type[AnyRule]
    example: Example

    def __str__(self) -> str:
        return f"{self.rule.name}: {self.example.why}"

    def check(self) -> None:
        """Raise AssertionError unless the rule reports exactly what the example marks."""
        text, marks = unmark(self.example.text)
        example = self.example
        found = check(
            self.rule,
            text,
            format=example.format,
            earlier=example.earlier,
            terms=example.terms,
            honorifics=example.honorifics,
            names=example.names,
            house=example.house,
        )
        if [finding.span for finding in found] == marks:
            return
        reported = [f'  {one.place} "{one.excerpt}": {one.message}' for one in found] or ["  nothing"]
        wanted = [f'  "{text[mark.start : mark.end]}"' for mark in marks] or ["  nothing"]
        raise AssertionError(
            "\n".join([str(self), "marked:", *wanted, "reported:", *reported, "draft:", text])
        )


def examples(*rules: type[AnyRule]) -> list[RuleExample]:
    """Return every example of the rules, in order."""
    return [RuleExample(rule, example) for rule in rules for example in rule.examples]


def check_examples(rule: type[AnyRule]) -> None:
    """Raise AssertionError at the first example that does not hold."""
    for example in examples(rule):
        example.check()


def unmark(text: str) -> tuple[str, list[Span]]:
    """Return a marked draft without its marks, and the stretches that were marked.

    `[[` opens and `]]` closes; in a row of brackets the outermost ones are the mark. Raises ValueError
    where the marks do not pair.
    """
    pieces: list[str] = []
    spans: list[Span] = []
    at = length = 0
    start: int | None = None
    for mark in _MARK.finditer(text):
        if mark.start() < at:
            continue
        pieces.append(text[at : mark.start()])
        length += len(pieces[-1])
        opens = mark.group() == "[["
        if opens == (start is not None):
            raise ValueError(f"the marks do not pair: {text[max(0, mark.start() - 30) : mark.end() + 30]!r}")
        if start is None:
            start = length
        else:
            spans.append(Span(start, length))
            start = None
        at = mark.end()
    if start is not None:
        raise ValueError(f"a mark is not closed: {text[-60:]!r}")
    return "".join([*pieces, text[at:]]), spans


def check_contract(rule: type[AnyRule]) -> None:
    """Raise AssertionError unless a rule keeps what every rule promises.

    It says what it is and why, and shows it in two examples or more with the fault and two without; its
    options are documented and have defaults; its examples hold; it survives every hostile draft.
    """
    problems = [*_metadata_problems(rule), *_options_problems(rule)]
    if problems:
        raise AssertionError("\n".join([f"{rule.__name__}:", *(f"  {problem}" for problem in problems)]))
    check_examples(rule)
    for text in HOSTILE_DRAFTS:
        check(rule, text)
    if EARLIER in rule.needs:
        for one, other in pairwise(HOSTILE_DRAFTS):
            check(rule, one, earlier=other)


def check_prose(prose: Prose) -> None:
    """Raise AssertionError unless what a reader made of a file holds together.

    The blocks are the text, parted by line ends, without white space at their ends; every character leads to
    a place in the file, and one that was copied to itself; so do the notes.
    """
    text, source = prose.text, prose.source.text
    _ensure("\n".join(prose.slice(block.span) for block in prose.blocks) == text, "the blocks are the text")
    for block in prose.blocks:
        words = prose.slice(block.span)
        _ensure(bool(words) and words == words.strip(), f"a block is words without space around: {words!r}")
        _ensure(re.search(r"[\r\n]", words) is None, f"a block holds no line end: {words!r}")
    for at, character in enumerate(text):
        start, end = prose.source_map.to_source(at, at + 1)
        _ensure(0 <= start <= end <= len(source), f"offset {at} leads to {start}:{end}, outside of the file")
        if end - start == 1 and not character.isspace() and character != OBJECT:
            copied = source[start] == character
            _ensure(copied, f"offset {at}, {character!r}, leads to {source[start]!r} at {start}")
    for note in prose.notes:
        _ensure(0 <= note.start <= note.end <= len(source), f"{note} stands in the file")
        _ensure(0 <= note.at <= len(text), f"{note} stands before a word")
    starts = [note.start for note in prose.notes]
    _ensure(starts == sorted(starts), "the notes stand in the order of the file")


def check_reader(reader: Reader, samples: Iterable[bytes], *, mutations: int = 1_000) -> None:
    """Raise AssertionError unless a reader keeps what every reader promises.

    Each sample is read, and read again cut, with bytes changed, doubled, left out and put in, always the same
    ones: what comes of it holds together (`check_prose`), or UnreadableError is raised and nothing else.

    samples    whole files of the format, small ones
    mutations  how many broken files are tried, of all samples together
    """
    chance = Random(mutations)  # noqa: S311
    whole = list(samples)
    for data in whole:
        check_prose(reader.read(PATH, data))
    for number in range(mutations):
        data = _broken(whole[number % len(whole)], chance)
        try:
            prose = reader.read(PATH, data)
        except UnreadableError:
            continue
        except Exception as error:
            raise AssertionError(f"the {reader.name} reader broke on {data!r}") from error
        try:
            check_prose(prose)
        except AssertionError as error:
            raise AssertionError(f"of {data!r}: {error}") from error


def reading_growth(reader: Reader, unit: bytes, size: int = 100_000, rounds: int = 3) -> float:
    """Return how many times as long a reader takes for twice as much of a unit, in processor time.

    About 2 is linear.

    size    bytes of the shorter file
    rounds  how often each is read; the quickest counts
    """
    single, double = unit * (size // len(unit)), unit * (2 * size // len(unit))
    seconds = [min(_seconds(reader, data) for _ in range(rounds)) for data in (single, double)]
    return seconds[1] / max(seconds[0], _NEGLIGIBLE)


_NEGLIGIBLE = 0.02
"""Seconds below which a clock says nothing of growth."""


def _seconds(reader: Reader, data: bytes) -> float:
    start = process_time()
    with suppress(UnreadableError):
        reader.read(PATH, data)
    return process_time() - start


def _broken(data: bytes, chance: Random) -> bytes:
    """Return the file with one to four faults."""
    for _ in range(chance.randint(1, 4)):
        start = chance.randint(0, len(data))
        end = min(len(data), start + chance.choice((1, 1, 2, 8, 40)))
        match chance.randint(0, 5):
            case 0:
                data = data[:start] + data[end:]
            case 1:
                data = data[:start] + data[start:end] * 3 + data[end:]
            case 2:
                data = data[:start] + chance.randbytes(2) + data[end:]
            case 3:
                data = data[:start] + chance.choice(_SCRAPS) + data[start:]
            case 4:
                data = data[:start] + data[end : end + 20] + data[start:]
            case _:
                data = data[: max(start, 1)]
    return data


_SCRAPS = tuple(
    scrap.encode()
    for scrap in (
        "\r \r\n \n\n \x00 < > </ & &amp; \" ' { } [ ] ( ) <!-- --> <p> </p> \\ : :: .. # * _ ` ``` --- +++ "
        "$ % = \u2028 😀 e\u0301"
    ).split(" ")
)
"""What formats are made of: put into a file in the wrong place."""


def _ensure(holds: bool, promise: str) -> None:
    if not holds:
        raise AssertionError(promise)


def _metadata_problems(rule: type[AnyRule]) -> Iterable[str]:
    for field in ("name", "family", "severity", "summary", "why", "examples"):
        if not getattr(rule, field, None):
            yield f"`{field}` is missing"
            return
    if not is_rule_name(rule.name):
        yield f"the name {rule.name!r} is not made of lower-case words and hyphens"
    if "\n" in rule.summary or rule.summary.endswith("."):
        yield "`summary` is not one line without a full stop"
    if "\n" in rule.why or not rule.why.endswith("."):
        yield "`why` is not one paragraph of whole sentences"
    marked = sum(bool(unmark(example.text)[1]) for example in rule.examples)
    if marked < 2 or len(rule.examples) - marked < 2:
        yield "there are not two examples with the fault and two without"
    if not all(example.why for example in rule.examples):
        yield "an example does not say what it shows"


def _options_problems(rule: type[AnyRule]) -> Iterable[str]:
    options = rule.options
    if not is_record(options):
        yield "`options` is neither an instance of a struct nor of a dataclass"
        return
    for name in field_names(options):
        if not re.search(rf"\b{name}\b", type(options).__doc__ or ""):
            yield f"the option {name} is not documented in {type(options).__name__}"
    try:
        type(options)()
    except TypeError:
        yield f"an option of {type(options).__name__} has no default"


def _in_words(
    documents: dict[str, Document], path: str, offset: int, rule: type[AnyRule], finding: Finding
) -> Checked:
    document = documents[path]
    place = document.to_source(finding.span) if finding.stretch is None else finding.stretch
    return Checked(
        document.slice(finding.span)
        if finding.stretch is None
        else document.source.text[place.start : place.end],
        finding.message,
        document.source.place(place.start),
        finding.severity_under(rule.severity).label,
        tuple(documents[related.path or path].place(related.span) for related in finding.related),
        Span(place.start + offset, place.end + offset),
    )


@cache
def _registry() -> Registry:
    return load_registry()
