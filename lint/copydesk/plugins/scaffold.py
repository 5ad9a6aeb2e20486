"""The files of a new rule, and of a new plugin, from templates that pass every check as they are."""

from __future__ import annotations

from string import Template

Files = dict[str, str]
"""Paths below a folder, with slashes, and what stands in each file."""


def rule_files(name: str, module: str, test: str, package: str) -> Files:
    """Return a rule and its test.

    name     `house/rule-name`, or `rule-name` for a rule that goes to copydesk itself
    module   where the rule goes
    test     where its test goes
    package  the package that the rule is imported from; empty where its folder is none
    """
    house, _, words = name.rpartition("/")
    stem = module.rpartition("/")[2].removesuffix(".py")
    values = {
        "name": name,
        "family": house or package.rpartition(".")[2] or "house",
        "rule": class_name(words),
        "module": f"{package}.{stem}" if package else stem,
        # Linters want a line between the packages of others and one's own.
        "imports": f"{_TESTING}\n" if house else f"\n{_TESTING}",
    }
    return {module: _RULE.substitute(values), test: _TEST.substitute(values)}


def package_files(name: str, version: str) -> Files:
    """Return a plugin with one rule: an installable package.

    name     the rule, `house/rule-name`
    version  the version of copydesk that it is written for
    """
    house, _, words = name.rpartition("/")
    package = f"{house.replace('-', '_')}_copydesk"
    stem = words.replace("-", "_")
    values = {"house": house, "package": package, "stem": stem, "rule": class_name(words), "version": version}
    return {
        "pyproject.toml": _PYPROJECT.substitute(values),
        f"{package}/__init__.py": f'"""The {house} plugin of copydesk."""\n',
        f"{package}/plugin.py": _PLUGIN.substitute(values),
        **rule_files(name, f"{package}/{stem}.py", f"tests/test_{stem}.py", package),
    }


def class_name(words: str) -> str:
    """Return the name of a rule's class: `weak-word` becomes `WeakWord`."""
    return "".join(word.capitalize() for word in words.split("-"))


_RULE = Template('''\
"""$name: say here what it reports."""

from __future__ import annotations

from collections.abc import Iterator

from copydesk import Context, Document, Example, Finding, Options, Rule, Severity


class ${rule}Options(Options, frozen=True):
    """Options of `$name`.

    words  the words that are reported, lower case
    """

    words: tuple[str, ...] = ("very", "really")


class $rule(Rule[${rule}Options]):
    """Say here how it tells a fault from what only looks like one."""

    name = "$name"
    family = "$family"
    severity = Severity.INFO
    summary = "a word that weakens the next one"
    why = "Say here why an editor wants to know, and what to do about it."
    options = ${rule}Options()
    examples = (
        Example("The lake was [[very]] cold.", "one word"),
        Example("[[Really]], the lake was [[very]] cold.", "two words"),
        Example("The lake was cold.", "nothing to report"),
        Example("“The lake was very cold,” he said.", "what people say is theirs"),
    )

    def check(self, document: Document, context: Context[${rule}Options]) -> Iterator[Finding]:
        """One finding for each of the words."""
        for word in document.words:
            if word.lower in context.options.words:
                yield Finding(word.span, f'"{document.slice(word.span)}" weakens the next word')
''')

_TESTING = "from copydesk.testing import RuleExample, check, check_contract, examples\n"

_TEST = Template('''\
"""The rule $name: its examples, and what every rule promises."""

from __future__ import annotations

import pytest
${imports}from $module import $rule


@pytest.mark.parametrize("example", examples($rule), ids=str)
def test_example(example: RuleExample) -> None:
    example.check()


def test_contract() -> None:
    check_contract($rule)


def test_the_words_can_be_chosen() -> None:
    found = check($rule, "A quite good, very good plan.", words=("quite",))
    assert [finding.excerpt for finding in found] == ["quite"]
''')

_PLUGIN = Template('''\
"""What the $house plugin brings to copydesk. Each hook imports what it returns."""

from __future__ import annotations

from collections.abc import Iterable

from copydesk import AnyRule, hookimpl


@hookimpl
def copydesk_rules() -> Iterable[type[AnyRule]]:
    """The rules of the house."""
    from $package.$stem import $rule

    return [$rule]
''')

_PYPROJECT = Template("""\
[build-system]
requires = ["hatchling"]
build-backend = "hatchling.build"

[project]
name = "$house-copydesk"
version = "0.1.0"
description = "The rules of the $house desk, for copydesk"
requires-python = ">=3.11"
dependencies = ["copydesk>=$version"]

[project.entry-points.copydesk]
$house = "$package.plugin"

[tool.hatch.build.targets.wheel]
packages = ["$package"]

[tool.pytest.ini_options]
pythonpath = ["."]
""")
