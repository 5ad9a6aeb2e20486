"""The closed classes of English are written down once."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from copydesk.language.lists import closed_classes as english

ROOT = Path(__file__).parents[4]
MODULES = sorted([*(ROOT / "lint").rglob("*.py"), *(ROOT / "rules").rglob("*.py")])

CLASSES = {
    name: frozenset(words)
    for name, words in vars(english).items()
    if name.isupper() and isinstance(words, frozenset | tuple)
}
OPEN_ENDED = {name for name in CLASSES if "PREPOSITIONS" in name or name == "PARTICLES"}
"""Prepositions shade off into adverbs and participles, and a use often takes a few of them."""


def word_lists(tree: ast.AST) -> Iterator[tuple[int, set[str]]]:
    """Each literal list of words in a module, with its line: what is split, and what stands in brackets."""
    for node in ast.walk(tree):
        match node:
            case ast.Call(func=ast.Attribute(value=ast.Constant(value=str(text)), attr="split"), args=[]):
                yield node.lineno, set(text.lower().split())
            case ast.Call(func=ast.Name(id="_words"), args=[ast.Constant(value=str(text))]):
                yield node.lineno, set(text.lower().split())
            case ast.Set() | ast.List() | ast.Tuple():
                constants = [one.value for one in node.elts if isinstance(one, ast.Constant)]
                yield node.lineno, {value.lower() for value in constants if isinstance(value, str)}


def declared(source: str) -> list[tuple[int, str, list[str]]]:
    """The classes of which a module lists too many words: line, class, words."""
    return [
        (line, name, sorted(words & members))
        for line, words in word_lists(ast.parse(source))
        for name, members in CLASSES.items()
        if len(words & members) >= (6 if name in OPEN_ENDED else 4)
    ]


@pytest.mark.parametrize(
    "source",
    [
        'X = frozenset("a an the his".split())',
        'X = {"who", "whom", "whose", "why"}',
        '_words("is are was were so")',
    ],
)
def test_a_second_list_is_seen(source: str) -> None:
    assert declared(source)


def test_a_few_words_beside_a_class_are_no_second_list() -> None:
    assert declared('X = english.ARTICLES | {"former", "then", "his", "her", "their"}') == []


@pytest.mark.parametrize("module", MODULES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_no_other_module_lists_a_closed_class(module: Path) -> None:
    if module != Path(english.__file__):
        assert declared(module.read_text(encoding="utf-8")) == []


def test_a_word_that_begins_a_sentence_has_a_capital() -> None:
    assert english.capitalised({"the", "if"}) == {"The", "If"}
