"""languagetool: faults of grammar that LanguageTool finds, where it is right on news copy."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Literal

from msgspec import Struct
from msgspec.structs import replace

from copydesk.document import Document
from copydesk.errors import CannotCheckError, LeftOutError
from copydesk.language.copy import PROSE
from copydesk.model.finding import Finding, Severity
from copydesk.model.prose import OBJECT, Span
from copydesk.plugins.rule import Collected, Context, DraftFinding, DraftsRule, Example, Options, Reach

if TYPE_CHECKING:
    from copydesk.languagetool.answers import Answers, Question
    from copydesk.languagetool.client import Match
    from copydesk_rules.grammar.preset import Preset


_LONGEST = 2_000
"""Characters of a sentence that LanguageTool is asked about: it takes time with their square."""

_SPELLER = "MORFOLOGIK_RULE_"
"""What the ids of the spellers begin with; the variant of English follows."""

_SHOWN = 3
"""Suggestions that a message has room for."""


class LanguageToolOptions(Options, frozen=True):
    """Options of `languagetool`.

    url            a server on this machine, such as "http://127.0.0.1:8081". One elsewhere is only used where
                   the command line says `--allow-remote HOST`. Empty: the LanguageTool that is installed
    language       the variant of English
    rules          ids of rules of LanguageTool that are asked beside the preset; they only inform
    ignore         ids of rules of LanguageTool that are not reported
    spelling       whether LanguageTool's speller is asked too. It only informs, and names, what stands three
                   times in one form and the house's terms pass
    unavailable    what happens where there is no LanguageTool: "error" fails the run with exit code 2, "warn"
                   notes it on the first draft, "skip" says nothing
    memory         megabytes that a server of our own may take for its data
    start_timeout  seconds until a server of our own must be ready
    timeout        seconds that one answer may take
    """

    url: str = ""
    language: Literal["en-US", "en-GB", "en-CA", "en-AU", "en-NZ", "en-ZA"] = "en-US"
    rules: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    spelling: bool = False
    unavailable: Literal["error", "warn", "skip"] = "error"
    memory: int = 1024
    start_timeout: int = 120
    timeout: int = 120

    def __post_init__(self) -> None:
        """Raise ValueError for limits that nothing can keep."""
        if self.memory < 256 or self.start_timeout < 1 or self.timeout < 1:
            raise ValueError('"memory" is at least 256, and a timeout at least 1')


class CheckedBlock(Struct, frozen=True):
    """A paragraph that LanguageTool is asked about.

    start  where it begins in the draft
    text   its words
    apart  the spans of the draft that are not judged: quotations, and sentences with code or an address
    """

    start: int
    text: str
    apart: tuple[Span, ...]


class DraftQuestions(Struct, frozen=True):
    """The questions about one draft.

    options  what is set for it
    endless  the sentences that are too long to be asked about, with their paragraphs
    known    the words that the speller is not believed about
    """

    options: LanguageToolOptions
    rules: tuple[str, ...]
    passages: list[CheckedBlock]
    endless: list[Span]
    known: frozenset[str] = frozenset()

    def questions(self) -> list[Question]:
        """Return the questions for the server, one for each block."""
        from copydesk.languagetool.answers import Question

        return [Question(passage.text, self.options.language, self.rules) for passage in self.passages]


class LanguageTool(DraftsRule[LanguageToolOptions, DraftQuestions]):
    """A rule across drafts, so that one server answers for all of them, however many processes read."""

    name = "languagetool"
    reads_english = True
    family = "grammar"
    severity = Severity.WARNING
    summary = "a fault of grammar that LanguageTool finds"
    why = (
        "LanguageTool knows thousands of rules. Asked are those that are right on news copy: agreement, verb "
        "forms, words taken for others, a and an, the weekday of a date. It runs on this machine "
        "(`copydesk grammar install`), and only where it is selected. The message ends with the rule of "
        "LanguageTool, and `stet: languagetool/THAT_RULE` lets it stand."
    )
    has_kinds = True
    opt_in = True
    draftwise = True
    options = LanguageToolOptions()
    examples = (
        Example("She [[have]] asked the council for more time.", "A verb that does not agree."),
        Example("The decision will [[effect]] thousands of commuters.", "One word taken for another."),
        Example("The treaty was signed on [[Thursday, March 3]], 2021.", "It was a Wednesday."),
        Example("She has asked the council for more time.", "No fault."),
        Example("“She have asked,” Ms. Orr said.", "What people say is theirs."),
    )

    def collect(self, document: Document, context: Context[LanguageToolOptions]) -> DraftQuestions:
        """Return the paragraphs and list items.

        Headlines, captions and block quotations are not checked.
        """
        from copydesk_rules.grammar.preset import load_preset

        options = context.options
        rules = {*load_preset().entries, *options.rules}
        if options.spelling:
            rules.add(_SPELLER + options.language.upper().replace("-", "_"))
        rules.difference_update(options.ignore)
        endless = [one for one in document.sentences if one.end - one.start > _LONGEST]
        left_out = {document.block_index(sentence.start) for sentence in endless}
        asked = DraftQuestions(options, tuple(sorted(rules)), list(_passages(document, left_out)), endless)
        if any(map(_is_speller, rules)):
            from copydesk_rules.grammar.known_words import known_words

            asked = replace(asked, known=known_words(document, context.terms))
        return asked

    def check(
        self, drafts: Sequence[Collected[DraftQuestions]], context: Context[LanguageToolOptions]
    ) -> Iterable[DraftFinding]:
        """Yield LanguageTool's findings draft by draft, as the rule is set for each.

        Raises CannotCheckError where it cannot be asked; LeftOutError where the configuration lets that pass.
        """
        missing: list[CannotCheckError] = []
        for alike in _by_server(drafts):
            try:
                answers = _answers([draft.facts for draft in alike], context.reach)
            except CannotCheckError as error:
                unavailable = {draft.facts.options.unavailable: draft.path for draft in reversed(alike)}
                missing.append(error if "error" in unavailable else LeftOutError(str(error)))
                if "warn" in unavailable and "error" not in unavailable:
                    note = Finding(Span(0, 0), f"grammar was not checked: {error}", severity=Severity.INFO)
                    yield DraftFinding(unavailable["warn"], note)
                continue
            for draft in alike:
                for finding in _findings(draft.facts, answers):
                    yield DraftFinding(draft.path, finding)
        if missing:
            raise min(missing, key=lambda error: isinstance(error, LeftOutError))


def _passages(document: Document, left_out: Container[int]) -> Iterator[CheckedBlock]:
    for index, block in enumerate(document.blocks):
        if document.copy[index] not in PROSE or index in left_out:
            continue
        text = document.slice(block.span)
        apart = [quotation.span for quotation in document.quotes.within(block.span)]
        if any(quote.contains(block.span) for quote in apart):
            continue
        if OBJECT in text:
            apart += [
                document.sentence_at(block.start + at) for at, sign in enumerate(text) if sign == OBJECT
            ]
        yield CheckedBlock(block.start, text, tuple(apart))


def _by_server(drafts: Iterable[Collected[DraftQuestions]]) -> list[list[Collected[DraftQuestions]]]:
    """Return the drafts, those about which one server is asked together."""
    found: dict[str, list[Collected[DraftQuestions]]] = {}
    for draft in drafts:
        found.setdefault(draft.facts.options.url, []).append(draft)
    return [*found.values()]


def _answers(drafts: Sequence[DraftQuestions], reach: Reach) -> Answers:
    """Ask the one server of these drafts, within the widest limits that any of them sets."""
    from copydesk.languagetool.answers import ask
    from copydesk.languagetool.service import Limits, find_service

    options = [asked.options for asked in drafts]
    limits = Limits(
        max(one.memory for one in options),
        max(one.start_timeout for one in options),
        max(one.timeout for one in options),
    )
    service = find_service(options[0].url, reach.hosts, limits)
    return ask((one for asked in drafts for one in asked.questions()), service, keep=reach.cache)


def _findings(asked: DraftQuestions, answers: Answers) -> Iterator[Finding]:
    """Yield the findings for one draft; each word once."""
    from copydesk_rules.grammar.preset import load_preset

    preset = load_preset()
    for sentence in asked.endless:
        message = f"a sentence of {sentence.end - sentence.start:,} characters: LanguageTool was not asked"
        yield Finding(sentence, message, severity=Severity.INFO)
    for passage, question in zip(asked.passages, asked.questions(), strict=True):
        end = 0
        believed = _believed(passage.text, answers[question], asked.known, preset)
        for match in sorted(believed, key=lambda match: (match.start, -match.end)):
            span = Span(passage.start + match.start, passage.start + match.end)
            if match.start < end or any(apart.overlaps(span) for apart in passage.apart):
                continue
            end = match.end
            yield _finding(span, passage.text[match.start : match.end], match, preset)


def _believed(text: str, matches: Iterable[Match], known: frozenset[str], preset: Preset) -> Iterator[Match]:
    """Yield the matches of LanguageTool that are worth reporting."""
    misspelt = {}
    for match in matches:
        words, entry = text[match.start : match.end], preset.entries.get(match.rule)
        if _is_speller(match.rule):
            misspelt[match] = words
        elif entry is None or entry.believes(words):
            yield match
    if misspelt:
        from copydesk_rules.grammar.known_words import is_foreign, is_known

        if not is_foreign([*misspelt.values()], text):
            yield from (
                match for match, words in misspelt.items() if not is_known(words, match.replacements, known)
            )


def _is_speller(rule: str) -> bool:
    return rule.startswith(_SPELLER)


def _finding(span: Span, words: str, match: Match, preset: Preset) -> Finding:
    entry = preset.entries.get(match.rule)
    severity = Severity.INFO if entry is None else entry.severity
    said = " ".join(match.message.split()).rstrip(".")
    new = [one for one in match.replacements[:_SHOWN] if one and one not in said]
    instead = f" (perhaps {' or '.join(f'“{one}”' for one in new)})" if new else ""
    return Finding(
        span,
        f'"{words}": {said}{instead}; LanguageTool {match.rule}',
        severity=severity,
        kind=match.rule,
        yields=_seen_by(match.rule, preset),
    )


def _seen_by(rule: str, preset: Preset) -> tuple[str, ...]:
    """Return the rules of copydesk that see the same fault. `A` stands for `A_B`, a part of it, too."""
    return next((rules for name, rules in preset.overlaps.items() if f"{rule}_".startswith(f"{name}_")), ())
