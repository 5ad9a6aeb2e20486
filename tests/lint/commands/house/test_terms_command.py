"""`copydesk terms from-vale`: a folder of Vale's in, a terms file out."""

from __future__ import annotations

from copydesk.config.toml.located import load
from copydesk.config.toml.terms import read_terms
from copydesk.model.finding import Severity

STYLES = {
    "styles/House/Words.yml": (
        "extends: substitution\nlevel: error\nswap:\n  advisor: adviser\n  please: ''\n"
    ),
    "styles/House/Weasel.yml": "extends: existence\nmessage: avoid '%s'\ntokens: [very]\n",
    "styles/config/vocabularies/House/accept.txt": "Advisor Perspectives\n",
}
TERMS = """allow = [
    "Advisor Perspectives",
]

[prefer]
adviser = { words = ["advisor"], level = "error" }

[avoid]
very = "avoid \\"very\\""
"""


def test_the_terms_file_is_printed_and_what_is_left_out_is_said(copydesk, folder):
    folder(STYLES)
    ran = copydesk("terms", "from-vale", "styles")
    assert (ran.code, ran.out) == (0, TERMS)
    left_out, summary = ran.err.splitlines()
    assert left_out.startswith('styles/House/Words.yml:5: "please" is left out: it is replaced by nothing')
    assert summary == "copydesk: 3 terms from 3 files, 1 left out"


def test_what_was_written_is_a_terms_file(copydesk, folder):
    root = folder(STYLES)
    assert copydesk("terms", "from-vale", "styles", "--write", "terms.toml").code == 0
    terms = read_terms(load(str(root / "terms.toml"), "terms.toml"))
    assert [(term.text, term.role, term.ruling.level) for term in terms] == [
        ("advisor", "prefer", Severity.ERROR),
        ("very", "avoid", None),
        ("Advisor Perspectives", "allow", None),
    ]


def test_a_file_that_is_there_is_kept(copydesk, folder):
    root = folder({**STYLES, "terms.toml": "# mine\n"})
    ran = copydesk("terms", "from-vale", "styles", "--write", "terms.toml")
    assert ran.code == 2
    assert "terms.toml is there already: name another file, or add --overwrite" in ran.err
    assert (root / "terms.toml").read_text(encoding="utf-8") == "# mine\n"
    assert copydesk("terms", "from-vale", "styles", "--write", "terms.toml", "--overwrite").code == 0


def test_what_cannot_be_read_is_an_error(copydesk, folder):
    root = folder({"empty/a.md": "", "broken.yml": "a: [b"})
    (root / "raw.yml").write_bytes(b"\xff")
    for path, why in [
        ("gone.yml", "gone.yml cannot be read: no such file or directory"),
        ("empty", "empty holds no rule of Vale's (*.yml) and no vocabulary"),
        ("broken.yml", "broken.yml:2: no YAML"),
        ("raw.yml", "raw.yml is not UTF-8"),
    ]:
        ran = copydesk("terms", "from-vale", path)
        assert (ran.code, ran.out.strip()) == (2, "")
        assert why in ran.err
