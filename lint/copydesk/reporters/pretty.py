"""For people at a terminal: the line of the draft, with the words at fault marked under it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from io import StringIO
from itertools import groupby

from msgspec import Struct
from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

from copydesk.model.finding import Severity
from copydesk.model.report import Diagnostic, Place, Report
from copydesk.reporters import RenderOptions
from copydesk.wording import close, count, printable

STYLES = {Severity.ERROR: "bold red", Severity.WARNING: "bold yellow", Severity.INFO: "bold cyan"}
WIDEST = 120
NARROWEST = 20
TAB = "    "
CUT = "…"
GUTTER = "│ "
FAINT = "bright_black"


class Line(Struct, frozen=True):
    """A line of a draft cut in three: before the words at fault, the words, and after them."""

    before: str
    mark: str
    after: str


def render(report: Report, options: RenderOptions) -> str:
    """Return each draft with its findings, then a summary by rule and how many there are."""
    console = Console(
        file=StringIO(),
        width=min(options.width, WIDEST),
        force_terminal=options.color,
        color_system="standard" if options.color else None,
        no_color=not options.color,
        legacy_windows=False,
        highlight=False,
        markup=False,
        emoji=False,
    )
    with console.capture() as capture:
        for line in _lines(report, console):
            line.rstrip()
            console.print(line, no_wrap=True, overflow="ignore", crop=False)
    return capture.get()


def _lines(report: Report, console: Console) -> Iterator[Text]:
    for path, found in groupby(report.findings, key=lambda finding: finding.place.path):
        findings = list(found)
        indent = 4 + max(0 if finding.place.label else len(_at(finding.place, path)) for finding in findings)
        yield Text(printable(path), "bold underline")
        yield Text()
        for finding in findings:
            yield from _finding(finding, indent, console)
            yield Text()
    if len(report.findings) > 1:
        yield from _summary(report)
    yield _close(report)
    if report.problems:
        yield Text(f"not everything was checked: {count(len(report.problems), 'problem')}", "bold red")


def _finding(finding: Diagnostic, indent: int, console: Console) -> Iterator[Text]:
    """Yield the lines of a finding: the message, the line of the draft, the other places."""
    style = STYLES[finding.severity]
    path = finding.place.path
    at = _at(finding.place, path)
    if finding.place.label:  # as long as a message, so it has a line of its own
        yield from _hanging(Text("  "), Text(at, FAINT), console)
        at = ""
    lead = Text.assemble((f"{at:>{indent - 2}}  ", FAINT), (f"{finding.severity.label:7}  ", style))
    message = Text.assemble(printable(finding.message), (f"  {finding.rule}", FAINT))
    yield from _hanging(lead, message, console)
    margin = " " * indent
    if finding.context:
        line = fit(*_parts(finding), max(NARROWEST, console.width - indent - len(GUTTER)))
        yield Text.assemble(margin, (GUTTER, FAINT), line.before, (line.mark, "bold"), line.after)
        carets = "^" * max(1, cell_len(line.mark))
        yield Text.assemble(margin, (GUTTER, FAINT), " " * cell_len(line.before), (carets, style))
    for related in finding.related:
        at, said = _at(related.place, path), printable(related.message)
        if related.place.label:
            lead, text = Text.assemble(margin, ("= ", FAINT)), Text.assemble((at, FAINT), f": {said}")
        else:
            lead, text = Text.assemble(margin, (f"= {at}  ", FAINT)), Text(said)
        yield from _hanging(lead, text, console)


def _hanging(lead: Text, text: Text, console: Console) -> Iterator[Text]:
    """Yield a text wrapped to the terminal, its later lines indented as far as the first is led in."""
    width = max(NARROWEST, console.width - lead.cell_len)
    for number, line in enumerate(text.wrap(console, width)):
        yield Text.assemble(lead if number == 0 else " " * lead.cell_len, line)


def _parts(finding: Diagnostic) -> tuple[str, str, str, bool]:
    """Return the shown part of the line in three, and whether the line has more before it."""
    place, context, start = finding.place, finding.context, finding.offset
    end = start + place.end_column - place.column if place.end_line == place.line else len(context)
    before, mark, after = (
        printable(part.replace("\t", TAB)) for part in (context[:start], context[start:end], context[end:])
    )
    return before, mark, after, place.column - 1 > start


def fit(before: str, mark: str, after: str, more_before: bool, width: int) -> Line:
    """Cut a line to a width in terminal cells, so that the mark is seen with what stands around it."""
    if not more_before and cell_len(before + mark + after) <= width:
        return Line(before, mark, after)
    room = width - cell_len(CUT)
    if more_before or cell_len(before + mark) > room:
        tail = _tail(before, room // 3)
        before = CUT + tail if more_before or tail != before else before
    if cell_len(before + mark + after) <= width:
        return Line(before, mark, after)
    mark_cut = _head(mark, room - cell_len(before))
    if mark_cut != mark:
        return Line(before, mark_cut + CUT, "")
    return Line(before, mark, _head(after, room - cell_len(before + mark)) + CUT)


def _head(text: str, width: int) -> str:
    """Return the longest beginning that fits; a combining mark stays with its letter."""
    used = 0
    for index, character in enumerate(text):
        used += cell_len(character)
        if used > width:
            return text[:index]
    return text


def _tail(text: str, width: int) -> str:
    """Return the longest end that fits, from the beginning of a word where one is near."""
    used, start = 0, len(text)
    while start and (used := used + cell_len(text[start - 1])) <= width:
        start -= 1
    if start == 0:
        return text
    tail = text[start:]
    word = tail.find(" ") + 1
    if not 0 < word <= len(tail) // 2:
        word = next((i for i, character in enumerate(tail) if cell_len(character)), 0)
    return tail[word:]


def _at(place: Place, here: str) -> str:
    """Return where a place is: line and column in the draft that is being read, with the path in another."""
    if place.label:
        label = printable(place.label)
        return label if place.path == here else f"{printable(place.path)}, {label}"
    at = f"{place.line}:{place.column}"
    return at if place.path == here else f"{printable(place.path)}:{at}"


def _summary(report: Report) -> Iterator[Text]:
    """Yield how often each rule fired, the gravest first."""
    counts = Counter((finding.severity, finding.rule) for finding in report.findings)
    width = max(len(str(number)) for number in counts.values())
    for (severity, rule), number in sorted(
        counts.items(), key=lambda item: (-item[0][0], -item[1], item[0][1])
    ):
        yield Text.assemble(f"  {number:>{width}}  ", (f"{severity.label:7}", STYLES[severity]), f"  {rule}")
    yield Text()


def _close(report: Report) -> Text:
    """Return the last line: how much was found, in how many drafts."""
    text = close(report)
    if text.startswith("clean"):
        return Text.assemble(("clean", "bold green"), text.removeprefix("clean"))
    return Text(text, "bold" if report.findings else "")
