"""`copydesk check` in a newsroom with configurations: what an editor sees, and the exit code."""

from __future__ import annotations

import pytest

DRAFT = "A bad word, the worst word, a hint of a word.\n"
BAD, WORST, HINT = "[bad]", "[worst]", "[hint]"


def marks(out: str) -> list[str]:
    """`path [rule]` of each line."""
    return [
        f"{line.split(':')[0]} {line[line.rindex('[') :]}".replace("\\", "/") for line in out.splitlines()
    ]


def test_each_draft_goes_by_its_own_configuration(copydesk, folder):
    folder(
        {
            "copydesk.toml": '[[overrides]]\npaths = ["sports"]\nignore = ["hint"]\nseverity.bad = "error"',
            "news/a.txt": DRAFT,
            "sports/a.txt": DRAFT,
            "wire/copydesk.toml": 'select = ["grave"]',
            "wire/a.txt": DRAFT,
        }
    )
    result = copydesk("check", ".")
    assert marks(result.out) == [
        "news/a.txt [bad]",
        "news/a.txt [worst]",
        "news/a.txt [hint]",
        "sports/a.txt [bad]",
        "sports/a.txt [worst]",
        "wire/a.txt [worst]",
    ]
    assert "sports/a.txt:1:3: error:" in result.out.replace("\\", "/")
    assert result.code == 1


@pytest.mark.parametrize(
    ("files", "code", "seen"),
    [
        ({"copydesk.toml": 'fail-on = "never"'}, 0, 4),
        ({"copydesk.toml": 'fail-on = "error"'}, 0, 4),
        ({"copydesk.toml": 'fail-on = "info"'}, 1, 4),
        ({"copydesk.toml": 'fail-on = "error"', "b/copydesk.toml": ""}, 1, 4),
        ({"copydesk.toml": 'show = "warning"'}, 1, 2),
        ({"b/copydesk.toml": 'show = "warning"'}, 1, 3),
        ({"copydesk.toml": 'show = "error"'}, 1, 0),
    ],
)
def test_what_is_shown_and_what_fails_is_each_drafts_own(copydesk, folder, files, code, seen):
    folder({**files, "a/a.txt": "A bad hint.\n", "b/a.txt": "A bad hint.\n"})
    result = copydesk("check", "a", "b")
    assert (result.code, len(result.out.splitlines())) == (code, seen)


def test_a_failure_that_the_configuration_hides_is_said(copydesk, folder):
    folder({"copydesk.toml": 'show = "error"', "a.txt": "A bad word."})
    assert copydesk("check", "a.txt").err == (
        "copydesk: the configuration hides the findings that this run fails for\n"
    )


def test_one_folder_with_a_broken_configuration_does_not_keep_the_others_from_being_checked(copydesk, folder):
    folder(
        {
            "good/a.txt": DRAFT,
            "bad/copydesk.toml": 'selct = ["bad"]',
            "bad/a.txt": DRAFT,
            "bad/b.txt": DRAFT,
            "worse/copydesk.toml": "=",
            "worse/a.txt": DRAFT,
        }
    )
    result = copydesk("check", ".", "--fail-on", "never")
    assert result.code == 2
    assert set(marks(result.out)) == {"good/a.txt [bad]", "good/a.txt [worst]", "good/a.txt [hint]"}
    assert result.err.replace("\\", "/").splitlines() == [
        (
            'copydesk: bad/copydesk.toml:1:1: there is no key "selct" here; did you mean "select"?; '
            "2 drafts were not checked"
        ),
        "copydesk: worse/copydesk.toml:1:1: not TOML: invalid statement; worse/a.txt was not checked",
    ]


@pytest.mark.parametrize(
    ("arguments", "seen"),
    [
        (["."], ["a.txt"]),
        (["**/*.txt", "a.txt"], ["a.txt"]),
        (["archive"], []),
        (["archive/a.txt"], ["archive/a.txt"]),
        (["archive/a.txt", "."], ["a.txt", "archive/a.txt"]),
        (["archive/a.txt", "a.txt", "--force-exclude"], ["a.txt"]),
        (["archive/a.txt", "--isolated"], ["archive/a.txt"]),
        ([".", "--isolated"], ["a.txt", "archive/a.txt"]),
    ],
)
def test_exclude_holds_for_folders_and_for_names_only_by_force(copydesk, folder, arguments, seen):
    folder({"copydesk.toml": 'exclude = ["archive"]', "a.txt": "bad", "archive/a.txt": "bad"})
    result = copydesk("check", *arguments)
    assert marks(result.out) == [f"{path} [bad]" for path in seen]
    nothing_left = "copydesk: archive: nothing is left here: the draft is excluded\n"
    assert result.err == ("" if seen else nothing_left)
    assert result.code == (1 if seen else 2)


def test_standard_input_goes_by_the_name_that_it_is_given(copydesk, folder, monkeypatch):
    import io
    from types import SimpleNamespace

    folder({"wire/copydesk.toml": 'ignore = ["bad"]'})
    for name, code in (("wire/a.txt", 0), ("a.txt", 1)):
        monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=io.BytesIO(b"A bad word.")))
        assert copydesk("check", "-", "--stdin-filename", name).code == code


def test_the_command_line_wins(copydesk, folder):
    folder({"copydesk.toml": 'ignore = ["toys"]\nfail-on = "never"', "a.txt": DRAFT})
    assert marks(copydesk("check", "a.txt").out) == ["a.txt [worst]"]
    assert marks(copydesk("check", "a.txt", "--select", "bad,hint").out) == ["a.txt [bad]", "a.txt [hint]"]
    assert copydesk("check", "a.txt", "--fail-on", "error").code == 1


def test_isolated_and_config_contradict_each_other(copydesk, folder):
    folder({"copydesk.toml": "", "a.txt": DRAFT})
    result = copydesk("check", "a.txt", "--isolated", "--config", "copydesk.toml")
    assert result.code == 2
    assert "--isolated reads no configuration file, --config names one: choose" in result.err


def test_what_the_engine_reports_can_be_put_down_and_switched_off(copydesk, folder):
    root = folder({"copydesk.toml": 'severity.encoding-fallback = "error"'})
    (root / "a.txt").write_bytes(b"A caf\xe9.")
    assert "a.txt:1:6: error: not UTF-8" in copydesk("check", "a.txt").out
    assert copydesk("check", "a.txt", "--ignore", "encoding-fallback").out == ""


def test_a_rule_across_drafts_judges_each_draft_by_its_own_settings(copydesk, folder, toys):
    folder(
        {
            "copydesk.toml": '[[overrides]]\npaths = ["b"]\nseverity.first-word = "info"\n'
            '[[overrides]]\npaths = ["d"]\nignore = ["first-word"]',
            "a/1.txt": "Same.",
            "b/2.txt": "Same.",
            "c/3.txt": "Same.",
            "d/4.txt": "Same.",
        }
    )
    lines = copydesk("check", ".", rules=[toys.FirstWord, toys.Bad]).out.replace("\\", "/").splitlines()
    assert [line.split(" begins")[0] for line in lines if "first-word" in line] == [
        'b/2.txt:1:1: info: "Same"',
        'c/3.txt:1:1: warning: "Same"',
    ]


def test_the_order_of_the_arguments_changes_nothing(copydesk, folder):
    folder({"b/copydesk.toml": "=", "c/copydesk.toml": "x = 1", **{f"{n}/a.txt": DRAFT for n in "abc"}})
    assert copydesk("check", "a", "b", "c") == copydesk("check", "c", "b", "a")
