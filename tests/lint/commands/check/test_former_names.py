"""A rule that was renamed, or took over another's work: what people wrote under the old name still holds."""

from __future__ import annotations

import pytest

from copydesk.model.finding import Severity

TEXT = "A bad word.\n"
TOLD = 'copydesk: the rule "awful" is called "bad" now: the old name still works\n'


@pytest.fixture
def renamed(toys):
    """The rule `bad`, which was called `awful` and took over the work of `gross`."""

    class Renamed(toys.Bad):
        formerly = ("awful", "gross")

    return Renamed


@pytest.fixture
def check(copydesk, renamed, toys):
    return lambda *arguments: copydesk(*arguments, rules=(renamed, toys.Worst))


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("--select", "awful"), 1),
        (("--select", "worst", "--extend-select", "awful"), 1),
        (("--ignore", "awful"), 0),
    ],
)
def test_on_the_command_line(check, folder, arguments, code):
    folder({"a.txt": TEXT})
    result = check("check", "a.txt", *arguments)
    assert (result.code, result.err) == (code, TOLD)


@pytest.mark.parametrize(
    ("configuration", "severity"),
    [
        ('select = ["awful"]', "warning"),
        ('ignore = ["awful"]', None),
        ('[severity]\nawful = "error"', "error"),
        ('[severity]\nawful = "off"', None),
        ('[[overrides]]\npaths = ["a.txt"]\nignore = ["awful"]', None),
        ("[rules.awful]\n", "warning"),
    ],
)
def test_in_a_configuration(check, folder, configuration, severity):
    folder({"a.txt": TEXT, "b.txt": TEXT, "copydesk.toml": configuration})
    result = check("check", "a.txt")
    assert result.err == TOLD
    assert (f"{severity}: " in result.out) if severity else result.out == ""
    assert "bad" in check("config", "show", "a.txt").out


@pytest.mark.parametrize("name", ["awful", "gross"])
def test_in_a_stet_note(check, folder, name):
    folder({"a.txt": f"A bad word. [stet: {name} -- a quotation]\n"})
    result = check("check", "a.txt")
    assert (result.code, result.out) == (0, "")
    assert result.err.count("still works") == 1


def test_a_stet_note_that_lets_nothing_stand_is_unused_under_its_new_name(check, folder):
    folder({"a.txt": "A good word. [stet: awful -- a quotation]\n"})
    assert "bad found nothing in the paragraph" in check("check", "a.txt").out


def test_in_a_baseline(copydesk, check, folder, toys):
    class Awful(toys.Bad):
        name = "awful"

    root = folder({"a.txt": TEXT})
    assert copydesk("baseline", "a.txt", rules=(Awful, toys.Worst)).code == 0
    assert "\tawful\t" in (root / "copydesk.baseline").read_text(encoding="utf-8")
    result = check("check", "a.txt", "--baseline")
    assert (result.code, result.out) == (0, "")
    assert TOLD in result.err
    assert "no longer needed" not in result.err
    assert check("baseline", "a.txt").code == 0
    assert "\tbad\t" in (root / "copydesk.baseline").read_text(encoding="utf-8")


def test_where_a_rule_is_named(check, folder):
    root = folder({"a.txt": TEXT})
    shown = check("explain", "awful")
    assert (shown.code, shown.err) == (0, TOLD)
    assert shown.out.startswith("bad\n")
    assert check("check", "a.txt", "--add-stet", "awful", "--reason", "a quotation").code == 0
    assert "stet: bad -- a quotation" in (root / "a.txt").read_text(encoding="utf-8")


def test_quiet_says_nothing_of_it(check, folder):
    folder({"a.txt": TEXT})
    assert check("check", "a.txt", "--ignore", "awful", "--quiet").err == ""


def test_a_name_that_another_rule_has_is_that_rules(registry_of, toys):
    class Renamed(toys.Bad):
        formerly = ("worst", "awful")

    registry = registry_of(Renamed, toys.Worst)
    assert registry.current("worst") == "worst"
    assert registry.current("awful/kind") == "bad/kind"
    assert registry.current("nothing") == "nothing"
    assert registry.renamed == {"awful": "bad"}
    assert registry.rules["worst"].entry.severity is Severity.ERROR
