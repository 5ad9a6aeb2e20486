"""`copydesk explain`: what a rule reports, why, and what that looks like."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from copydesk.commands.shared.options import (
    color_option,
    complete_rules,
    installed,
    no_plugins_option,
    output_width,
    wants_color,
)
from copydesk.commands.shared.output import tell_renamed, write_out, write_problems

if TYPE_CHECKING:
    from copydesk.model.prose import Span
    from copydesk.plugins.registry import RegisteredRule, Registry
    from copydesk.plugins.rule import Example

_IN_QUOTES = {
    "skip": "Nothing inside quotation marks is reported.",
    "check": "What stands inside quotation marks is reported too.",
    "only": "Only what stands inside quotation marks is reported.",
}


@click.command()
@click.argument("rule", metavar="RULE|FAMILY", shell_complete=complete_rules)
@no_plugins_option
@color_option
def command(rule: str, color: str) -> None:
    """Say what a rule or a family reports, and why.

    With the options and their defaults, as a configuration has them, and examples of what is reported and
    what is left alone.

    RULE is a name that a report shows in brackets; `copydesk rules` lists them all, with their families.
    """
    from copydesk.engine.checking import ENGINE_FAMILY, ENGINE_FINDINGS
    from copydesk.errors import UsageError
    from copydesk.model.report import Problem
    from copydesk.wording import nearest

    registry = installed()
    if rule in ENGINE_FINDINGS:
        lines = _explain_own(rule)
    else:
        rules, rule = registry.rules, registry.current(rule)
        write_problems(Problem(problem) for problem in registry.problems)
        if rule in rules:
            lines = _explain(rules[rule])
        elif rule in registry.families:
            lines = _explain_family(rule, registry)
        elif rule == ENGINE_FAMILY:
            lines = _explain_engine()
        else:
            near = nearest(rule, [*rules, *registry.families, *ENGINE_FINDINGS])
            raise UsageError(f'there is no rule or family "{rule}"{near} (`copydesk rules` lists them)')
    tell_renamed(registry)
    colored = wants_color(color)
    text = "".join(f"{line if colored else click.unstyle(line).rstrip()}\n" for line in lines)
    write_out(text, colored)
    raise click.exceptions.Exit(2 if registry.problems else 0)


def _explain_own(name: str) -> Iterator[str]:
    from copydesk.engine.checking import ENGINE_FAMILY, ENGINE_FINDINGS

    severity, why = ENGINE_FINDINGS[name]
    yield _heading(name)
    yield f"{severity.label}, family {ENGINE_FAMILY}, from copydesk itself"
    yield ""
    yield from _paragraph(why)


def _explain_family(family: str, registry: Registry) -> Iterator[str]:
    """Yield the rules of a family: name, severity, what each reports."""
    from copydesk.views.inspection import table

    rules = [registry.rules[name].rule for name in registry.families[family]]
    yield _heading(f"the family {family}")
    yield ""
    yield from table([(rule.name, rule.severity.label, rule.summary) for rule in rules])
    yield ""
    yield "`copydesk explain RULE` says more of each."


def _explain_engine() -> Iterator[str]:
    """Yield the findings of copydesk itself, as those of a family."""
    from copydesk.engine.checking import ENGINE_FAMILY, ENGINE_FINDINGS
    from copydesk.views.inspection import table

    yield _heading(f"the family {ENGINE_FAMILY}")
    yield ""
    rows = [
        (name, severity.label, why.partition(". ")[0]) for name, (severity, why) in ENGINE_FINDINGS.items()
    ]
    yield from table(rows)


def _explain(registered: RegisteredRule) -> Iterator[str]:
    from copydesk.config.describe.judged import honest_line
    from copydesk.testing import unmark

    rule = registered.rule
    yield _heading(rule.name)
    opt_in = ", opt-in" if rule.opt_in else ""
    yield f"{rule.severity.label}, family {rule.family}, from plugin {registered.plugin}{opt_in}"
    if rule.info_until:
        yield f"info until the house sets {rule.info_until}"
    for title, text in (
        ("What it reports", rule.summary),
        ("Why", rule.why),
        ("In quotations", _IN_QUOTES[rule.in_quotes]),
        ("How often it is right", honest_line(registered)),
    ):
        yield ""
        yield _heading(title)
        yield from _paragraph(text, "  ")
    options = list(_options(rule.name, rule.options))
    if options:
        yield ""
        yield _heading("Options")
        yield from options
    for title, marked in (("Reported", True), ("Left alone", False)):
        examples = [example for example in rule.examples if bool(unmark(example.text)[1]) is marked]
        if examples:
            yield ""
            yield _heading(title)
        for number, example in enumerate(examples):
            if number:
                yield ""
            yield from _example(example)


def _options(rule: str, options: object) -> Iterator[str]:
    """Yield the options as TOML that a configuration may hold: what each is for, and its default."""
    from copydesk.config.describe.rules import options_of, plain
    from copydesk.config.describe.show import bare, written

    found = list(options_of(options))
    if found:
        yield f"  [rules.{bare(rule)}]"
    for option in found:
        yield from _paragraph(option.text, "  # ")
        default = plain(option.default)
        yield f"  # {option.name} is not set" if default is None else f"  {option.name} = {written(default)}"


def _example(example: Example) -> Iterator[str]:
    """Yield the draft with carets under the words that are reported, after the line that says why."""
    from copydesk.config.describe.rules import decided
    from copydesk.config.describe.show import written
    from copydesk.testing import unmark

    yield from _paragraph(example.why, "  ")
    for table, fields in decided(example).items():
        for field, value in fields.items():
            yield f"    where the house says {table}.{field} = {written(value)}"
    for line in example.earlier.splitlines():
        yield click.style(f"    before: {line}", dim=True)
    text, marks = unmark(example.text)
    for start, end in _rows(text, _width() - 4):
        yield click.style(f"    {text[start:end]}", fg="cyan")
        carets = _carets(text, start, end, marks)
        if carets:
            yield click.style(f"    {carets}", fg="red", bold=True)


def _rows(text: str, width: int) -> Iterator[tuple[int, int]]:
    """Yield the rows of a text on a page: its own lines, and long ones broken at a space."""
    start = 0
    for line in text.split("\n"):
        end = start + len(line)
        while end - start > width and (cut := text.rfind(" ", start + 1, start + width + 1)) > 0:
            yield start, cut
            start = cut + 1
        yield start, end
        start = end + 1


def _carets(text: str, start: int, end: int, marks: list[Span]) -> str:
    """Carets under the marked words of a row, as wide as the words are on a terminal."""
    from rich.cells import cell_len

    carets = ""
    for mark in marks:
        left, right = max(mark.start, start), min(mark.end, end)
        if left < right:
            carets += " " * (cell_len(text[start:left]) - len(carets)) + "^" * max(
                1, cell_len(text[left:right])
            )
    return carets


def _heading(text: str) -> str:
    return click.style(text, bold=True)


def _paragraph(text: str, indent: str = "") -> list[str]:
    from textwrap import wrap

    return wrap(text, _width(), initial_indent=indent, subsequent_indent=indent)


def _width() -> int:
    return min(output_width(), 100)
