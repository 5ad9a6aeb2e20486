"""languagetool: drafts in, findings out, with a stand-in for the server."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from copydesk.errors import CannotCheckError
from copydesk.house.terms import Terms
from copydesk.testing import check
from copydesk_rules.grammar.languagetool import LanguageTool, LanguageToolOptions
from copydesk_rules.grammar.preset import load_preset

pytestmark = pytest.mark.slow


@pytest.fixture
def run(languagetool, tmp_path, monkeypatch):
    """Check drafts by the command line: `run({"a.txt": "She have gone."}, "--format", "text")`."""
    monkeypatch.setenv("COPYDESK_LANGUAGETOOL_URL", languagetool.url)

    def check_drafts(drafts, *options, select="grammar"):
        for name, text in drafts.items():
            (tmp_path / name).write_text(text, encoding="utf-8")
        line = [sys.executable, "-m", "copydesk", "check", "--select", select, *options, *sorted(drafts)]
        return subprocess.run(line, cwd=tmp_path, capture_output=True, encoding="utf-8")

    return check_drafts


def words(found):
    return [one.excerpt for one in found]


def test_a_finding_names_the_words_the_fault_and_the_rule(languagetool):
    (found,) = check(LanguageTool, "Title\n\nShe have 😀 gone.", url=languagetool.url)
    assert (found.excerpt, found.place) == ("have", "3:5")
    assert found.message.startswith('"have": The pronoun')
    assert found.message.endswith("(perhaps “has”); LanguageTool HE_VERB_AGR")


@pytest.mark.parametrize(
    ("text", "format_name"),
    [
        ("“She have gone,” Ms. Orr said.", "plain"),
        ("“She have gone home now, and we have been here for hours,” he said. “They have.”", "plain"),
        ("# She have gone\n\nThe bridge is closed.", "markdown"),
        ("> She have gone.\n\nThe bridge is closed.", "markdown"),
        ("The bridge is closed. Type `x` and she have gone. It is open.", "markdown"),
        ("```\nshe have gone\n```\n\nThe bridge is closed.", "markdown"),
        ("| She have | gone |\n|---|---|\n| we have | one |\n", "markdown"),
    ],
)
def test_what_is_not_the_writers_prose_is_left_alone(languagetool, text, format_name):
    assert check(LanguageTool, text, format=format_name, url=languagetool.url) == []


def test_lists_are_prose(languagetool):
    assert words(check(LanguageTool, "- She have gone.\n", format="markdown", url=languagetool.url)) == [
        "have"
    ]


def test_a_rule_that_is_ignored_is_not_asked(languagetool):
    found = check(LanguageTool, "She have an effect.", url=languagetool.url, ignore=("HE_VERB_AGR",))
    assert words(found) == ["effect"]


def test_a_rule_that_a_house_adds_informs(languagetool):
    (found,) = check(LanguageTool, "It is also also red.", url=languagetool.url, rules=("RB_RB_COMMA",))
    assert found.severity == "info"


def test_a_rule_that_is_right_on_some_words_only_is_believed_on_these(languagetool):
    found = check(LanguageTool, "He gave an information to a firm.", url=languagetool.url)
    assert words(found) == ["an information"]


def spelling(languagetool, text, **options):
    return words(check(LanguageTool, text, url=languagetool.url, spelling=True, **options))


def test_spelling_is_asked_where_it_is_switched_on(languagetool):
    text = "It is not anyhting new. Goverment plans consistof it."
    assert spelling(languagetool, text) == ["anyhting", "Goverment", "consistof"]
    assert check(LanguageTool, text, url=languagetool.url) == []
    assert spelling(languagetool, text, ignore=("MORFOLOGIK_RULE_EN_US",)) == []


def test_spelling_only_informs(languagetool):
    (found,) = check(LanguageTool, "It is not anyhting new.", url=languagetool.url, spelling=True)
    assert found.severity == "info"
    assert "“anything”" in found.message
    assert found.message.endswith("LanguageTool MORFOLOGIK_RULE_EN_US")


@pytest.mark.parametrize(
    "text",
    [
        "Anna Zelinska spoke. Zelinska left.",
        "The firm of Zelinska left. Zelinska-led groups stayed. Zelinska paid.",
        "Zelinska left, and nothing else says who that is.",
        "A quokka ran. The quokka fell. One quokka slept.",
        "The behaviour was odd.",
        "A gunbattle and the precampaign show were seen.",
        "“It is not anyhting new,” Ms. Orr said.",
        "anyhting behaviour consistof quokka precampaign Goverment",
    ],
    ids=["person", "name", "opening", "often", "dialect", "made of words", "quoted", "not English"],
)
def test_the_speller_is_not_believed_about(languagetool, text):
    assert spelling(languagetool, text) == []


def test_the_words_of_the_house_are_spelled_right(languagetool):
    text = "Not anyhting new: a quokka ran."
    assert spelling(languagetool, text, terms=Terms.of(watch={"quokka": "an animal"})) == ["anyhting"]
    assert spelling(languagetool, text, terms=Terms.of(allow=["anyhting"])) == ["quokka"]


@pytest.mark.parametrize("limits", [{"memory": 1}, {"timeout": 0}, {"start_timeout": -1}])
def test_limits_that_nothing_can_keep(limits):
    with pytest.raises(ValueError, match="at least"):
        LanguageToolOptions(**limits)


def test_one_server_is_asked_whatever_the_number_of_processes(run, languagetool):
    drafts = {f"{name}.txt": f"She have read it {name}.\n" for name in "abc"}
    alone = run(drafts, "--no-cache", "--jobs", "1")
    assert alone.stdout.count("HE_VERB_AGR") == 3
    assert run(drafts, "--no-cache", "--jobs", "2").stdout == alone.stdout
    assert len(languagetool.seen) == 2


def test_no_cache_keeps_nothing(run, tmp_path):
    run({"a.txt": "She have.\n"}, "--no-cache")
    assert not (tmp_path / "cache").exists()


def test_a_note_lets_one_kind_of_fault_stand(run):
    text = "She have an effect. [stet: languagetool/HE_VERB_AGR -- a quirk of hers]\n\nThey have it.\n"
    found = run({"a.txt": text}).stdout
    assert found.count("[languagetool]") == 2
    assert "a.txt:3:6" in found
    assert "AFFECT_EFFECT" in found


@pytest.mark.parametrize("name", ["languagetool", "grammar", "all"])
def test_a_note_lets_all_of_them_stand(run, name):
    assert run({"a.txt": f"She have an effect. [stet: {name} -- so be it]\n"}).stdout == ""


UNUSED = "nothing for this note to let stand: languagetool/he_verb_agr found nothing in the paragraph"


def test_a_note_that_lets_nothing_stand_is_reported_where_grammar_ran(run):
    draft = {"a.txt": "She has gone. [stet: languagetool/HE_VERB_AGR -- a quirk of hers]\n"}
    assert UNUSED in run(draft, select="all,grammar").stdout
    assert "languagetool/he_verb_agr" not in run(draft, select="all").stdout


@pytest.mark.parametrize("unavailable", ["error", "warn", "skip"])
def test_a_note_is_not_called_unused_where_grammar_could_not_be_asked(
    run, monkeypatch, tmp_path, unavailable
):
    monkeypatch.delenv("COPYDESK_LANGUAGETOOL_URL")
    monkeypatch.setenv("LTP_PATH", str(tmp_path / "nothing"))
    settings = f'[rules.languagetool]\nunavailable = "{unavailable}"\n'
    (tmp_path / "copydesk.toml").write_text(settings, encoding="utf-8")
    draft = {"a.txt": "She has gone. [stet: languagetool/HE_VERB_AGR -- a quirk of hers]\n"}
    assert "let stand" not in run(draft, select="all,grammar").stdout


OVERRIDES = """
[[overrides]]
paths = ["b.txt"]
[overrides.rules.languagetool]
ignore = ["AFFECT_EFFECT"]
[overrides.severity]
languagetool = "info"

[[overrides]]
paths = ["c.txt"]
[overrides.rules.languagetool]
memory = 512
"""


@pytest.mark.usefixtures("installed_languagetool")
def test_drafts_under_settings_of_their_own_are_asked_about_together(run, monkeypatch, tmp_path):
    monkeypatch.delenv("COPYDESK_LANGUAGETOOL_URL")
    monkeypatch.setenv("STANDIN_STARTED", str(tmp_path / "started"))
    (tmp_path / "copydesk.toml").write_text(OVERRIDES, encoding="utf-8")
    found = run({f"{name}.txt": "She have an effect.\n" for name in "abc"}, "--no-cache").stdout
    assert found.count("HE_VERB_AGR") == 3
    assert found.count("AFFECT_EFFECT") == 2
    assert "b.txt:1:5: info" in found
    assert (tmp_path / "started").read_text("utf-8") == "started\n"


def test_only_rules_that_know_kinds_have_them(run):
    found = run({"a.txt": "Fine. [stet: repeated-word/THE -- so be it]\n"}).stdout
    assert 'there is no rule or family "repeated-word/the" to let stand' in found


def test_where_copydesk_sees_the_same_fault_its_finding_stands(run, tmp_path):
    (tmp_path / "copydesk.toml").write_text('[rules.languagetool]\nrules = ["DT_DT"]\n', encoding="utf-8")
    draft = {"a.txt": "They met on the the bridge.\n"}
    assert "DT_DT" in run(draft).stdout
    both = run(draft, select="all,grammar").stdout
    assert "[repeated-word]" in both
    assert "DT_DT" not in both


def test_all_is_all_that_is_on_by_default(run, languagetool):
    run({"a.txt": "She have gone.\n"}, select="all")
    assert languagetool.seen == []


@pytest.mark.usefixtures("run")
def test_the_configuration_switches_it_on(tmp_path):
    (tmp_path / "copydesk.toml").write_text('select = ["all", "grammar"]\n', encoding="utf-8")
    (tmp_path / "a.txt").write_text("She have gone.\n", encoding="utf-8")
    line = [sys.executable, "-m", "copydesk", "check", "a.txt"]
    found = subprocess.run(line, cwd=tmp_path, capture_output=True, encoding="utf-8").stdout
    assert "HE_VERB_AGR" in found


@pytest.mark.parametrize(
    ("unavailable", "code", "shown"), [("error", 2, ""), ("skip", 0, ""), ("warn", 0, "info")]
)
def test_no_languagetool(run, monkeypatch, tmp_path, unavailable, code, shown):
    monkeypatch.delenv("COPYDESK_LANGUAGETOOL_URL")
    monkeypatch.setenv("LTP_PATH", str(tmp_path / "nothing"))
    settings = f'[rules.languagetool]\nunavailable = "{unavailable}"\n'
    (tmp_path / "copydesk.toml").write_text(settings, encoding="utf-8")
    done = run({"a.txt": "She have gone.\n", "b.txt": "She have left.\n"})
    assert done.returncode == code
    assert shown in done.stdout
    assert done.stdout.count("\n") == (1 if shown else 0)
    where = done.stderr if unavailable == "error" else done.stdout
    assert ("run `copydesk grammar install`" in where) == (unavailable != "skip")
    assert "Traceback" not in done.stderr


def test_a_configuration_sends_no_draft_away(run, monkeypatch, tmp_path):
    monkeypatch.delenv("COPYDESK_LANGUAGETOOL_URL")
    (tmp_path / "copydesk.toml").write_text(
        '[rules.languagetool]\nurl = "http://grammar.invalid/v2"\n', encoding="utf-8"
    )
    draft = {"a.txt": "She have gone.\n"}
    refused = run(draft)
    assert refused.returncode == 2
    assert "drafts are not sent to grammar.invalid: only `--allow-remote grammar.invalid`" in refused.stderr
    assert "cannot be reached" in run(draft, "--allow-remote", "grammar.invalid").stderr


def test_rules_raise_what_the_run_reports(monkeypatch, tmp_path):
    monkeypatch.setenv("LTP_PATH", str(tmp_path / "nothing"))
    with pytest.raises(CannotCheckError):
        check(LanguageTool, "She have gone.")


PROGRAM = """
import sys
from copydesk.commands.cli import main
try:
    main(["check", "--format", "text", sys.argv[1]])
except SystemExit:
    pass
print(*sys.modules)
"""


def test_where_it_is_off_nothing_of_it_is_loaded(tmp_path):
    (tmp_path / "a.txt").write_text("The council met.\n", encoding="utf-8")
    line = [sys.executable, "-c", PROGRAM, str(tmp_path / "a.txt")]
    modules = subprocess.run(line, capture_output=True, encoding="utf-8", check=True).stdout.split()
    assert "copydesk_rules.spelling.compound_variant" in modules  # it was checked
    grown = (
        "copydesk.languagetool",
        "copydesk_rules.grammar",
        "language_tool_python",
        "http",
        "sqlite3",
    )
    assert [module for module in modules if module.startswith(grown)] == []


def test_the_preset_says_what_it_was_checked_with():
    from copydesk.languagetool import VERSION

    preset = load_preset()
    assert preset.version == VERSION


def test_only_one_module_imports_language_tool_python():
    root = Path(__file__).parents[3]
    imports = re.compile(r"^\s*(import|from) language_tool_python", re.MULTILINE)
    sources = [*(root / "lint").rglob("*.py"), *(root / "rules").rglob("*.py")]
    named = [path.name for path in sources if imports.search(path.read_text("utf-8"))]
    assert named == ["wrapper.py"]
