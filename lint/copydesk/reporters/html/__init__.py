"""One page for an editor: every draft with its findings marked in the text. It needs no network."""

from __future__ import annotations

from base64 import b64encode
from collections import Counter
from collections.abc import Iterable
from hashlib import sha256
from importlib.resources import files
from itertools import groupby
from operator import attrgetter

from jinja2 import Environment, FunctionLoader, StrictUndefined

from copydesk.model.finding import Severity
from copydesk.model.report import Diagnostic, Report
from copydesk.reporters import RenderOptions
from copydesk.reporters.html.drafts import view
from copydesk.wording import close, count, plain_name, printable

SEVERITIES = (Severity.ERROR, Severity.WARNING, Severity.INFO)


def render(report: Report, options: RenderOptions) -> str:
    """Return the page. It is whole without its script, which brings the filters and the choice of a theme."""
    found = {path: list(group) for path, group in groupby(report.findings, key=attrgetter("place.path"))}
    rules = options.rules()
    ordered = sorted(report.drafts, key=lambda draft: _gravity(found.get(draft.path, [])))
    drafts = [view(i, draft, found.get(draft.path, []), rules, options) for i, draft in enumerate(ordered)]
    return fill(
        part("page.html"),
        part("page.css"),
        title=_title(report),
        tally=close(report),
        problems=report.problems,
        drafts=drafts,
        severities=[(s.label, sum(f.severity is s for f in report.findings)) for s in SEVERITIES],
        rules=sorted(Counter(finding.rule for finding in report.findings).items()),
        total=len(report.findings),
    )


def fill(template: str, style: str, **values: object) -> str:
    """Return a page from a template of Jinja that extends `frame.html`, as all pages of copydesk do.

    values  what the template asks for: the frame needs a `title` and the `problems` of the run
    """
    environment = Environment(
        loader=FunctionLoader(part),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        undefined=StrictUndefined,
    )
    environment.filters["printable"] = printable
    environment.filters["plain_name"] = plain_name
    environment.globals["count"] = count
    script = part("page.js")
    page: str = environment.from_string(template).render(
        # The page may run this script and nothing else, whatever a draft holds.
        policy=f"default-src 'none'; style-src '{_digest(style)}'; script-src '{_digest(script)}'; "
        "base-uri 'none'; form-action 'none'",
        style=style,
        script=script,
        **values,
    )
    return page


def part(name: str, package: str = __name__) -> str:
    """Return a file of this folder, which serves other pages too, or of the folder of another package."""
    return (files(package) / name).read_text(encoding="utf-8")


def _gravity(findings: Iterable[Diagnostic]) -> list[int]:
    """Return the sort key of a draft: the gravest findings come first."""
    counts = Counter(finding.severity for finding in findings)
    return [-counts[severity] for severity in SEVERITIES]


def _digest(text: str) -> str:
    return f"sha256-{b64encode(sha256(text.encode()).digest()).decode()}"


def _title(report: Report) -> str:
    """Return the title of the page: how many findings there are."""
    drafts = count(len(report.drafts), "draft")
    if report.findings:
        return f"{count(len(report.findings), 'thing')} to look at in {drafts}"
    if report.problems:
        return "Not everything was checked"
    return f"Nothing to look at in {drafts}"
