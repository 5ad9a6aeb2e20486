"""One draft, checked. `check_document` is what the command line, workers, editors and tests all call."""

from __future__ import annotations

import os
from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from itertools import accumulate
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from copydesk.document import Document
from copydesk.errors import CannotCheckError, LeftOutError
from copydesk.language.copy import CopyKind
from copydesk.model.finding import Finding, Severity
from copydesk.model.prose import OBJECT, Span
from copydesk.model.report import Diagnostic, Place, PlacedEdit, PlacedFix, Problem, RelatedPlace
from copydesk.plugins.rule import Collected, DraftFinding, DraftsRule
from copydesk.plugins.selection import ActiveRule

CONTEXT = 400
EXCERPT = 1000
ENGINE_FAMILY = "engine"
INTERNAL_ERROR = "internal-error"
ENGINE_FINDINGS = {
    INTERNAL_ERROR: (
        Severity.ERROR,
        (
            "A rule broke, so what it has to say of the draft is not complete. The fault is the rule's, not "
            "the draft's: send the message to the people who wrote it. The other rules are not affected."
        ),
    ),
    "encoding-fallback": (
        Severity.INFO,
        (
            "The file is not UTF-8. It was read as Windows-1252, as older editors save text; where that is "
            "wrong, accented letters, quotation marks and dashes are wrong too. Save the file as UTF-8."
        ),
    ),
    "not-english": (
        Severity.INFO,
        (
            "Most of the draft is in another language. Most rules read English alone and say nothing of that "
            "part, so a draft without findings is not clean for that. Rules that read any language, on "
            "quotation marks, brackets, placeholders and the terms of the house, have looked at it."
        ),
    ),
    "unknown-stet": (
        Severity.ERROR,
        (
            "A stet note cannot be followed: it names no rule, or one that is not there, begins or ends a "
            "range that has no other end, or gives no reason where the house wants one. "
            "Write `stet: RULE -- reason`; `copydesk rules` lists them."
        ),
    ),
    "unused-stet": (
        Severity.WARNING,
        (
            "A stet note lets nothing stand: the rules that it names report nothing in the paragraph or "
            "range that it covers. The copy was changed, or the note stands in the wrong place. Take it "
            "out, or move it."
        ),
    ),
}
"""What the engine itself reports: the severity, and what it means."""


class Marked(Struct, frozen=True):
    """A finding and the rule that made it."""

    rule: ActiveRule
    finding: Finding


class DraftResult(Struct, frozen=True):
    """The result of running the rules over one draft.

    marked    the findings that stand, unsorted
    own       what the engine itself has to report
    facts     by the name of each rule across drafts: what it kept
    problems  rules that crashed, or could not judge
    """

    marked: list[Marked]
    own: list[Diagnostic]
    facts: dict[str, Any]
    problems: list[Problem]


class Crash(Struct, frozen=True):
    """A rule's exception as reports have it: a finding, and a problem."""

    diagnostic: Diagnostic
    problem: Problem


def check_document(document: Document, rules: Iterable[ActiveRule]) -> DraftResult:
    """Run the rules over one draft."""
    rules = tuple(rules)
    result = DraftResult([], [*encoding_fallback(document), *misplaced_notes(document)], {}, [])
    for active in rules:
        run_rule(document, active, result)
    result.own.extend(not_english(document, rules))
    return result


def run_rule(document: Document, active: ActiveRule, result: DraftResult) -> None:
    """Run one rule over one draft, and add what it finds or keeps to the result.

    A rule that needs what the draft does not have is not called. One that raises becomes an
    `internal-error` finding and a problem; what it had found before, and the other rules' findings, stay.
    """
    try:
        if not active.may_report(document):
            return
        rule = active.rule
        if isinstance(rule, DraftsRule):
            result.facts[active.name] = rule.collect(document, active.context)
        else:
            for finding in rule.check(document, active.context):
                if may_report(document, active, finding):
                    result.marked.append(Marked(active, finding))
    except CannotCheckError as error:
        result.problems.append(undone(active, error, document.source.path))
    except Exception as error:
        crash = crashed(active, error, document.source.path)
        result.own.append(crash.diagnostic)
        result.problems.append(crash.problem)


class Judgement(Struct, frozen=True):
    """The result of running the rules across drafts.

    found     the findings
    crashes   of rules that raised
    problems  of rules that could not judge
    left_out  the names of rules that could not judge, and need not
    """

    found: list[tuple[ActiveRule, DraftFinding]]
    crashes: list[Crash]
    problems: list[Problem]
    left_out: set[str]


def check_drafts(rules: Iterable[ActiveRule], facts: Sequence[Collected[dict[str, Any]]]) -> Judgement:
    """Let the rules across drafts judge what they kept of each draft, in the order of the run.

    The crash of such a rule is no one draft's: it is reported on the first.
    """
    result = Judgement([], [], [], set())
    for active in rules:
        name = active.name
        kept = [replace(draft, facts=draft.facts[name]) for draft in facts if name in draft.facts]
        rule = active.rule if kept else None
        if not isinstance(rule, DraftsRule):
            continue
        try:
            for finding in rule.check(kept, active.context):  # one by one: a crash leaves what came before
                result.found.append((active, finding))
        except LeftOutError:
            result.left_out.add(name)
        except CannotCheckError as error:
            result.problems.append(undone(active, error))
        except Exception as error:
            result.crashes.append(crashed(active, error, kept[0].path))
    return result


def may_report(document: Document, active: ActiveRule, finding: Finding) -> bool:
    """Whether a finding respects what its rule declared about quotations, and what a house allows.

    A rule that reads English says nothing of another language.

    Raises ValueError for a finding outside the text.
    """
    span = finding.span
    if not 0 <= span.start <= span.end <= len(document.text):
        raise ValueError(f"a finding at {span.start}:{span.end} of a text of {len(document.text)}")
    terms = active.context.terms
    if terms and terms.allows(document.slice(span)):
        return False
    if active.rule.reads_english and document.copy.at(span.start) is CopyKind.FOREIGN:
        return False
    if active.rule.in_quotes == "check":
        return True
    return document.quotes.hold(span) == (active.rule.in_quotes == "only")


def standing(marked: Sequence[Marked]) -> list[bool]:
    """Return for each finding of one draft whether it is kept beside the others.

    A finding is dropped where a covering rule's finding contains it, and where it yields to an overlapping
    one of another rule.
    """
    covers = sorted(m.finding.span for m in marked if m.rule.rule.covers)
    starts = [cover.start for cover in covers]
    reach = list(accumulate((cover.end for cover in covers), max))

    def covered(span: Span) -> bool:
        before = bisect_right(starts, span.start)
        return before > 0 and span.end <= reach[before - 1]

    def yields(finding: Finding) -> bool:
        return any(
            other.rule.name in finding.yields and other.finding.span.overlaps(finding.span)
            for other in marked
        )

    return [
        (m.rule.rule.covers or not covered(m.finding.span)) and not (m.finding.yields and yields(m.finding))
        for m in marked
    ]


def place(document: Document, span: Span) -> Place:
    """Convert a span of the prose to a place in the file."""
    return file_place(document, document.to_source(span))


def file_place(document: Document, stretch: Span) -> Place:
    """Convert a span of the file, in code points, to lines and columns."""
    source = document.source
    first, last = source.position(stretch.start), source.position(stretch.end)
    label = source.label(stretch.start, stretch.end)
    return Place(source.path, first.line, first.column, last.line, last.column, label)


def diagnose(
    document: Document, active: ActiveRule, finding: Finding, others: Mapping[str, Document]
) -> Diagnostic:
    """Convert a finding to a diagnostic: spans become places in the file.

    others  the drafts that its related places stand in, by path, where that is not `document`
    """
    related = tuple(
        RelatedPlace(place(others[r.path] if r.path else document, r.span), r.message)
        for r in finding.related
    )
    fix = None
    if finding.fix is not None:
        edits = (
            PlacedEdit(file_place(document, edit.span), edit.replacement)
            if edit.in_file
            else PlacedEdit(place(document, edit.span), edit.replacement, edit.span)
            for edit in finding.fix.edits
        )
        fix = PlacedFix(finding.fix.message, finding.fix.applicability, tuple(edits))
    stretch = document.to_source(finding.span) if finding.stretch is None else finding.stretch
    severity = finding.severity_under(active.severity)
    return _diagnostic(
        document,
        file_place(document, stretch),
        active.name,
        active.family,
        severity,
        finding.message,
        document.slice(finding.span)
        if finding.stretch is None
        else document.source.text[stretch.start : stretch.end],
        related,
        fix,
    )


def crashed(active: ActiveRule, error: Exception, path: str) -> Crash:
    """Build the report of an exception that a rule raised on the draft at `path`."""
    message = (
        f"rule {active.name} of plugin {active.plugin} broke, so its findings are not complete: "
        f"{type(error).__name__}: {error}{where_raised(error)}"
    )
    return Crash(
        Diagnostic(
            Place(path, 1, 1, 1, 1), INTERNAL_ERROR, ENGINE_FAMILY, Severity.ERROR, message, "", "", 0
        ),
        Problem(message, path, active.name, active.plugin),
    )


def undone(active: ActiveRule, error: CannotCheckError, path: str | None = None) -> Problem:
    """Build the problem of a rule that cannot judge the draft at `path`, or any."""
    return Problem(f"{active.name} has not checked this: {error}", path, active.name, active.plugin)


def encoding_fallback(document: Document) -> list[Diagnostic]:
    """Build the finding for a file that was read as Windows-1252 because it is not UTF-8."""
    source = document.source
    if source.fallback is None:
        return []
    message = "not UTF-8 from here on; the file was read as Windows-1252: save it as UTF-8"
    return [
        own_finding(document, "encoding-fallback", Span(source.fallback, source.fallback + 1), message),
    ]


def not_english(document: Document, rules: Sequence[ActiveRule]) -> list[Diagnostic]:
    """Build the finding for a draft in another language of which rules say nothing."""
    if not document.copy.is_foreign or not any(active.rule.reads_english for active in rules):
        return []
    first = document.blocks[document.copy.index(CopyKind.FOREIGN)]
    stretch = document.to_source(first.span)
    message = "not in English: rules that read English alone say nothing of this draft"
    if not {CopyKind.OWN, CopyKind.ITEM, CopyKind.FIRST_PERSON}.isdisjoint(document.copy):
        message = "most of it is not in English: rules that read English alone say nothing of that part"
    return [own_finding(document, "not-english", stretch, message)]


def misplaced_notes(document: Document) -> list[Diagnostic]:
    """Return the findings for stet notes in round brackets, which are part of the copy."""
    import re

    text = document.text
    if re.search(r"\((?:[Ss]tet|STET)", text) is None:
        return []
    from copydesk.readers.parts.notes import KIND, is_on_purpose, shut_away

    message = "round brackets make no note, so this would be published: write [stet: RULE -- reason]"
    away = shut_away(text)
    return [
        own_finding(document, "unknown-stet", document.to_source(Span(*note.span())), message)
        for note in re.finditer(rf"\((?:[Ss]tet|STET)(?:{KIND})?:[^()\n]{{0,200}}\)", text)
        if is_on_purpose(text, *note.span(), away)
    ]


def own_finding(document: Document, name: str, stretch: Span, message: str) -> Diagnostic:
    """Build a finding of the engine's own at a span of the file."""
    return _diagnostic(
        document,
        file_place(document, stretch),
        name,
        ENGINE_FAMILY,
        ENGINE_FINDINGS[name][0],
        message,
        document.source.text[stretch.start : stretch.end],
    )


def where_raised(error: BaseException) -> str:
    """Return the line of code that raised, in parentheses: what a bug report needs first."""
    trace = error.__traceback__
    if trace is None:
        return ""
    while trace.tb_next is not None:
        trace = trace.tb_next
    return f" ({os.path.basename(trace.tb_frame.f_code.co_filename)}:{trace.tb_lineno})"


def context_of(document: Document, at: Place) -> tuple[str, int]:
    """Return the part of a line of the file that a terminal can show, and where in it a place begins."""
    start = max(0, at.column - 1 - CONTEXT // 2)
    return document.source.line(at.line, start, CONTEXT), at.column - 1 - start


def _diagnostic(
    document: Document,
    at: Place,
    rule: str,
    family: str,
    severity: Severity,
    message: str,
    excerpt: str,
    related: tuple[RelatedPlace, ...] = (),
    fix: PlacedFix | None = None,
) -> Diagnostic:
    """Return a diagnostic, with the part of its line that a terminal can show."""
    context, offset = context_of(document, at)
    return Diagnostic(
        at,
        rule,
        family,
        severity,
        message.replace(OBJECT, "…"),
        excerpt[:EXCERPT],
        context,
        offset,
        related,
        fix,
    )
