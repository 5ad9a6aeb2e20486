"""A short digest of all that results depend on beside the drafts: code, data and settings."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from enum import Enum
from functools import lru_cache, partial
from importlib.machinery import PathFinder
from typing import Any

from copydesk.model.fields import field_names, is_record
from copydesk.plugins.selection import ActiveRule

try:  # as the standard library's `random` does: hashlib loads OpenSSL first, which takes as long as a draft
    from _blake2 import blake2b
except ImportError:
    from hashlib import blake2b

DIGEST = 16
"""Bytes of a digest."""

USED = ("msgspec", "pyromark", "rapidfuzz", "yaml")
"""The packages of others that have a part in what is found: they read drafts and compare words."""

_INSTALLED = (".dist-info", ".egg-info", ".egg-link", ".pth")


def digest(*parts: bytes) -> bytes:
    """Return a digest of byte strings; where one ends and the next begins counts."""
    made = blake2b(digest_size=DIGEST)
    for part in parts:
        made.update(len(part).to_bytes(8, "big"))
        made.update(part)
    return made.digest()


def of_rules(rules: Iterable[ActiveRule]) -> bytes:
    """Return a digest of rules as they are set.

    It covers their names, plugins, severities and options, and the house's words.
    """
    said = [
        (active.registered.entry.target, active.name, active.plugin, active.severity, active.setting)
        for active in rules
    ]
    return digest(_spelled(said).encode("utf-8", "surrogatepass"))


def of_question(question: Callable[..., Any]) -> bytes:
    """Return a digest of a function of a module, and of what it is already given."""
    given = question if isinstance(question, partial) else partial(question)
    function = given.func
    said = (function.__module__, function.__qualname__, given.args, given.keywords)
    return digest(_spelled(said).encode("utf-8", "surrogatepass"))


def of_code(modules: Iterable[str]) -> bytes:
    """Return a digest of everything that runs: any change of it may change an answer.

    Of the packages that modules belong to, and of those that copydesk uses, it has the name, size and age of
    every file: versions alone would not do, since a plugin that is being written changes without a new one.
    Of all others that are installed, which a plugin may use, it has the version and the age.
    """
    roots: set[str] = set()
    for module in modules:
        package = sys.modules[module.partition(".")[0]]
        roots.update(getattr(package, "__path__", None) or [package.__file__ or module])
    for name in USED:
        spec = PathFinder.find_spec(name)
        if spec is not None:
            roots.update(spec.submodule_search_locations or [spec.origin or name])
    listed = [sys.version, *(line for root in sorted(roots) for line in _files(root)), *_installed()]
    return digest("\n".join(listed).encode("utf-8", "surrogatepass"))


def _installed() -> Iterator[str]:
    """Yield the metadata folders of installed packages, whose names have the versions, with their ages."""
    for folder in sys.path:
        try:
            with os.scandir(folder or os.curdir) as entries:
                found = [entry for entry in entries if entry.name.endswith(_INSTALLED)]
                yield from sorted(_aged(entry.path, entry.stat(follow_symlinks=False)) for entry in found)
        except OSError:  # a ZIP archive, or a folder that is not there
            yield folder


def _files(root: str) -> Iterator[str]:
    """Yield every file at or below a place, with its size and age."""
    if not os.path.isdir(root):
        yield _aged(root, os.stat(root))
        return
    with os.scandir(root) as entries:
        for entry in sorted(entries, key=lambda entry: entry.name):
            if entry.is_dir():
                if entry.name != "__pycache__":
                    yield from _files(entry.path)
            else:
                yield _aged(entry.path, entry.stat())


def _aged(path: str, found: os.stat_result) -> str:
    return f"{path} {found.st_size} {found.st_mtime_ns}"


def _spelled(value: Any) -> str:
    """Return a value in one spelling, whatever order sets and mappings have in this run."""
    if isinstance(value, Enum | str | bytes | int | float | None):
        return repr(value)
    if isinstance(packed := getattr(value, "packed", None), bytes):
        inside = [_of_packed(packed)]
    elif isinstance(value, Mapping):
        inside = sorted(f"{_spelled(key)}:{_spelled(item)}" for key, item in value.items())
    elif isinstance(value, AbstractSet):
        inside = sorted(map(_spelled, value))
    elif is_record(value):
        inside = [f"{name}:{_spelled(getattr(value, name))}" for name in field_names(value)]
    elif isinstance(value, Iterable):
        inside = list(map(_spelled, value))
    else:
        inside = [f"{name}:{_spelled(item)}" for name, item in sorted(_attributes(value).items())]
    return f"{type(value).__qualname__}({','.join(inside)})"


@lru_cache(maxsize=8)
def _of_packed(packed: bytes) -> str:
    """Return a digest of what a value packs itself into; every rule has the same."""
    return digest(packed).hex()


def _attributes(value: object) -> Mapping[str, object]:
    pattern = getattr(value, "pattern", None)  # a compiled pattern has no __dict__
    return {"pattern": pattern} if pattern is not None else vars(value)
