"""Keep the names of the rules that a release has, so that a test can hold what was promised of them.

    python tools/released_rules.py

adds the names of today's rules to `tests/released_rules.toml`, under the version that is to be released. A
rule that is renamed answers to its old name for two minor versions: what a configuration, a stet note or a
baseline says holds through two upgrades.
"""

from __future__ import annotations

import tomllib
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path

from copydesk.plugins.registry import Registry, load_registry
from copydesk.version import __version__, numbers

FILE = Path(__file__).parents[1] / "tests" / "released_rules.toml"
KEPT = 2
"""Minor versions through which a name still answers."""

HEAD = "# The names of the rules of each release. `tools/released_rules.py` writes this file.\n"

Releases = Mapping[str, Collection[str]]
"""The names of the rules of each release, by its version."""


def releases() -> Releases:
    """Return what the file holds."""
    found: Releases = tomllib.loads(FILE.read_text(encoding="utf-8"))
    return found


def lost(released: Releases, version: str, registry: Registry) -> list[str]:
    """Return the names that must answer in a version, and do not: `old-rule of 0.2.0`."""
    minors = {minor(one) for one in released}
    earlier = sorted(one for one in minors if one < minor(version))[-KEPT:]
    kept = {*earlier, minor(version)}
    return [
        f"{name} of {one}"
        for one, names in released.items()
        if minor(one) in kept
        for name in names
        if registry.current(name) not in registry.rules
    ]


def minor(version: str) -> tuple[int, int]:
    """Return the first two numbers of a version."""
    major, minor_, *_ = *numbers(version), 0, 0
    return major, minor_


def written(released: Releases) -> str:
    """Return the text of the file."""
    return "".join([HEAD, *_tables(released)])


def _tables(released: Releases) -> Iterator[str]:
    for version, names in sorted(released.items(), key=lambda one: numbers(one[0])):
        listed = "".join(f'  "{name}",\n' for name in sorted(names))
        yield f'\n"{version}" = [\n{listed}]\n'


if __name__ == "__main__":
    rules = load_registry(plugins=False).rules
    FILE.write_text(written({**releases(), __version__: [*rules]}), encoding="utf-8")
