"""`copydesk-hook`: file names stay names, whatever they are called, and options stay options."""

from __future__ import annotations

import pytest

from copydesk.commands import hook


@pytest.mark.parametrize(
    ("words", "options", "names"),
    [
        ("a.md b.md", "", "a.md b.md"),
        ("--style=ap a.md", "--style=ap", "a.md"),
        ("--style=ap --config=x.md a.md", "--style=ap", "--config=x.md a.md"),
        ("--style=ap a.md --config=x.md b.md", "--style=ap", "a.md --config=x.md b.md"),
        ("--style ap a.md", "--style ap", "a.md"),
        ("--config house.toml a.md", "--config house.toml", "a.md"),
        ("--config house.toml --fix a.md", "--config house.toml --fix", "a.md"),
        ("--select placeholder --config=x.md", "--select placeholder", "--config=x.md"),
        ("--baseline a.md", "--baseline", "a.md"),
        ("--fix --baseline=old.baseline a.md", "--fix --baseline=old.baseline", "a.md"),
        ("--output=x.md --output=x.md a.md", "--output=x.md", "--output=x.md a.md"),
        ("--fix -- --config=x.md", "--fix", "--config=x.md"),
        ("--no-such-option a.md", "--no-such-option", "a.md"),
        ("--fix", "--fix", ""),
        ("", "", ""),
    ],
)
def test_options_come_first_and_names_last(folder, words, options, names):
    there = ["a.md", "b.md", "house.toml", "old.baseline", "placeholder", "--config=x.md", "--output=x.md"]
    folder(dict.fromkeys(there, ""))
    assert hook.separate(words.split()) == (options.split(), names.split())


@pytest.fixture
def call(monkeypatch, capsys):
    """Run the hook: its exit code, and what it says."""

    def run(*words: str) -> tuple[object, str, str]:
        monkeypatch.setattr("sys.argv", ["copydesk-hook", *words])
        with pytest.raises(SystemExit) as ended:
            hook.main()
        return (ended.value.code, *capsys.readouterr())

    return run


def test_a_draft_that_is_named_like_an_option_is_a_draft(folder, call):
    folder({"--config=x.md": "The council met on on Tuesday.\n", "x.md": 'ignore = ["all"]\n'})
    code, out, err = call("--show", "warning", "--config=x.md")
    assert (code, err) == (1, "")
    assert out.startswith("--config=x.md:1:17: error:")


def test_a_name_that_could_be_an_option_of_the_hook_is_refused(folder, call):
    folder({"--style=ap": "", "a.md": "The council met.\n"})
    expected = "copydesk: --style=ap: could be an option of the hook, and is a file: rename it\n"
    assert call("--fix", "--style=ap", "a.md") == (2, "", expected)


def test_nothing_named_is_said(folder, call):
    folder({})
    code, _, err = call("--fail-on", "warning")
    assert code == 2
    assert "name what to check" in err
