"""Count how often findings were right, from a report and judgements of it.

    copydesk check --isolated --ignore duplicate-across-drafts --format json COPY > report.json
    python tools/judged.py "published news articles" report.json JUDGEMENTS...

JUDGEMENTS  JSON Lines, an object a finding: `path`, `rule`, `line`, `column`, `end_line`, `end_column` and
            `excerpt` as a report has them, and `verdict`:

            right  a copy chief would want it, and act
            petty  formally true, and not worth the look
            wrong  no fault
            noise  comes from how the copy was collected: not counted

A judgement is of a finding of the same rule on the same file where the two overlap, or where the line and the
words are the same, so most of them hold for a later version too. The counts go to
`rules/copydesk_rules/data/judged.toml`: no word of the copy does.
"""

from __future__ import annotations

import json
import os
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

FILE = Path(__file__).parents[1] / "rules" / "copydesk_rules" / "data" / "judged.toml"
LEVELS = ("error", "warning", "info")
ENGINE = "engine"

HEAD = """\
# How often the findings of each rule were right, judged one by one: counts, and no word of the copy.
# found: findings of this version on this copy; right, petty, wrong: what those of them are that were judged.
# `tools/judged.py` writes this file.

"""

Counts = dict[tuple[str, str], Counter[str]]
"""By rule and level: how many were found, and how many are of each verdict."""


def count(findings: Iterable[dict[str, Any]], judgements: Iterable[dict[str, Any]]) -> Counts:
    """Look every finding up among the judgements; of two of one finding the first counts."""
    judged: defaultdict[tuple[str, str], list[dict[str, Any]]] = defaultdict(list)
    for judgement in judgements:
        judged[os.path.normpath(judgement["path"]), judgement["rule"]].append(judgement)
    counts: defaultdict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for finding in findings:
        if finding["family"] == ENGINE:
            continue
        of_rule = judged[os.path.normpath(finding["path"]), finding["rule"]]
        verdicts = [one["verdict"] for one in of_rule if _is_same(finding, one)]
        verdict = verdicts[0] if verdicts else "unjudged"
        if verdict != "noise":
            counts[finding["rule"], finding["severity"]].update(["found", verdict])
    return counts


def _is_same(finding: dict[str, Any], judgement: dict[str, Any]) -> bool:
    if finding["line"] == judgement["line"] and finding["excerpt"] == judgement["excerpt"]:
        return True
    return _start(finding) < _end(judgement) and _start(judgement) < _end(finding)


def _start(one: dict[str, Any]) -> tuple[int, int]:
    return one["line"], one["column"]


def _end(one: dict[str, Any]) -> tuple[int, int]:
    return one["end_line"], one["end_column"]


def lines(counts: Counts) -> Iterator[str]:
    """Yield a line of TOML for each rule and level."""
    for (rule, level), found in sorted(counts.items(), key=lambda one: (one[0][0], LEVELS.index(one[0][1]))):
        numbers = ", ".join(f"{name} = {found[name]}" for name in ("found", "right", "petty", "wrong"))
        yield f'  {{ rule = "{rule}", level = "{level}", {numbers} }},\n'


def written(copy: str, report: str, judgements: Iterable[str]) -> str:
    """Return the text of the file, for what was read, the file of its report and those of its judgements."""
    told = json.loads(Path(report).read_text(encoding="utf-8"))
    judged = (
        json.loads(line)
        for path in judgements
        for line in Path(path).read_text(encoding="utf-8").splitlines()
        if line.strip()
    )
    counts = count(told["findings"], judged)
    about = (
        f'copy = "{copy}"\n'
        f"drafts = {len(told['drafts'])}\n"
        f"words = {sum(draft['words'] for draft in told['drafts'])}\n"
        f"date = {datetime.now(UTC).date()}\n"
        f'version = "{told["tool"]["version"]}"\n'
    )
    return f"{HEAD}{about}\nrules = [\n{''.join(lines(counts))}]\n"


if __name__ == "__main__":
    if len(sys.argv) < 4:
        sys.exit(__doc__)
    FILE.write_text(written(sys.argv[1], sys.argv[2], sys.argv[3:]), encoding="utf-8")
