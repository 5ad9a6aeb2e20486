"""Everything that can be wrong in a configuration: one line, at its place, with what would be right."""

from __future__ import annotations

import pytest

from copydesk.config.toml.located import ConfigError
from copydesk.errors import UsageError
from copydesk.version import __version__

ERRORS = [
    ('selct = ["all"]', ':1:1: there is no key "selct" here; did you mean "select"?'),
    ("fail_on = 1", ':1:1: there is no key "fail_on" here; did you mean "fail-on"?'),
    ("select = 3", ':1:10: "select" wants a list of strings, not the number 3'),
    ('select = "length"', ':1:10: "select" wants a list of strings, not "length"'),
    ('select = ["length", 3]', ':1:21: "select" wants a list of strings, not the number 3'),
    ("select = []", ':1:10: "select" names no rule, so nothing would be checked'),
    (
        'select = [\n  "lenght",\n]',
        ':2:3: there is no rule or family "lenght"; did you mean "length"? (`copydesk rules` lists them)',
    ),
    (
        'ignore = ["toy"]',
        ':1:11: there is no rule or family "toy"; did you mean "toys"? (`copydesk rules` lists them)',
    ),
    ('ignore = ["all"]', ": the selection leaves no rule to run, so nothing would be checked"),
    ('language = "de"', ':1:12: "language" wants "en", not "de"'),
    (
        'fail-on = "warn"',
        ':1:11: "fail-on" wants "info", "warning", "error" or "never", not "warn"; did you mean "warning"?',
    ),
    ('show = "never"', ':1:8: "show" wants "info", "warning" or "error", not "never"'),
    ("show = 1979-05-27", ':1:8: "show" wants "info", "warning" or "error", not a date or a time'),
    ('require-reason = "yes"', ':1:18: "require-reason" wants true or false, not "yes"'),
    ("severity = 3", ':1:12: "severity" is a table, not the number 3'),
    (
        'severity.lenght = "info"',
        ':1:10: there is no rule or family "lenght"; did you mean "length"? (`copydesk rules` lists them)',
    ),
    (
        '[severity]\nlength = "warn"',
        ':2:10: "length" wants "error", "warning", "info" or "off", not "warn"; did you mean "warning"?',
    ),
    ("severity.length = true", ':1:19: "length" wants "error", "warning", "info" or "off", not true'),
    ("[rules.lenght]", ':1:8: there is no rule "lenght"; did you mean "length"?'),
    ("rules.length = 3", ":1:16: [rules.length] is a table of options, not the number 3"),
    ("[rules.length]\nword = 3", ':2:1: the rule length has no option "word"; did you mean "words"?'),
    ("[rules.length]\nlong-ones = 1", ':2:1: the rule length has no option "long-ones"'),
    ('[rules.length]\nwords = "3"', ':2:9: "words" wants a whole number, not "3"'),
    ("[rules.length]\nwords = 3.5", ':2:9: "words" wants a whole number, not the number 3.5'),
    ("[rules.length]\nwords = true", ':2:9: "words" wants a whole number, not true'),
    ("[rules.length]\nwords = 0", ':2:9: "words" is at least 1'),
    ('[rules.length]\nshare = "x"', ':2:9: "share" wants a number, not "x"'),
    ("[rules.length]\nshare = nan", ':2:9: "share" wants a number, not the number nan'),
    ("[rules.length]\nstrict = 1", ':2:10: "strict" wants true or false, not the number 1'),
    ('[rules.length]\nallow = "x"', ':2:9: "allow" wants a list of strings, not "x"'),
    ('[rules.length]\nsteps = [1, "x"]', ':2:13: "steps" wants a list of whole numbers, not "x"'),
    (
        '[rules.length]\nform = "line"',
        ':2:8: "form" wants "words" or "lines", not "line"; did you mean "lines"?',
    ),
    (
        'honorifics.latr = "never"',
        ':1:12: there is no key "latr" in [honorifics]; did you mean "later"?',
    ),
    (
        '[honorifics]\nlater = "nevr"',
        ':2:9: "later" wants "auto", "always" or "never", not "nevr"; did you mean "never"?',
    ),
    (
        'numbers.percnt = "sign"',
        ':1:9: there is no key "percnt" in [numbers]; did you mean "percent"?',
    ),
    (
        '[numbers]\npercent = "signs"',
        ':2:11: "percent" wants "auto", "sign", "percent" or "per cent", not "signs"; did you mean "sign"?',
    ),
    ('[numbers]\nwords_to = "ten"', ':2:12: "words_to" wants "auto" or a whole number, not "ten"'),
    (
        '[numbers]\nwords_to = 101\nages = "figures"',
        ':2:12: "words_to" wants "auto" or a number from 0 to 100, not 101',
    ),
    ("dates = 3", ':1:9: "dates" is a table, not the number 3'),
    (
        '[[overrides]]\npaths = ["a"]\nplaces.stats = "ap"',
        ':3:8: there is no key "stats" in [places]; did you mean "states"?',
    ),
    ('style = "lod"', ':1:9: there is no style "lod"; did you mean "loud"? (the styles are auto, loud)'),
    ('extends = "lod"', ':1:11: there is no style "lod"; did you mean "loud"? (the styles are auto, loud)'),
    ('extends = ["gone.toml"]', ':1:12: there is no file "gone.toml"'),
    ('terms = ["gone.toml"]', ':1:10: there is no file "gone.toml"'),
    (
        'terms = ["loud"]',
        ':1:10: there is no file "loud": what comes with copydesk is named in extends = ["loud"]',
    ),
    ('extends = "copydesk.toml"', ':1:11: "extends" goes round in a circle: copydesk.toml -> copydesk.toml'),
    ("overrides = 3", ':1:13: "overrides" wants [[overrides]] in double brackets, not the number 3'),
    ("[overrides]", ':1:2: "overrides" wants [[overrides]] in double brackets, not a table'),
    ("overrides = [3]", ':1:14: "overrides" wants tables, not the number 3'),
    ("[[overrides]]", ':1:1: an override says for which drafts it holds: "paths" is missing'),
    (
        '[[overrides]]\npaths = ["a"]\nfail-on = "error"',
        ':3:1: there is no key "fail-on" here',
    ),
    (
        '[[overrides]]\npaths = ["a"]\n[[overrides]]\npaths = ["/a"]',
        ':4:10: "/a" is no pattern: patterns start from the folder of the configuration and stay below it',
    ),
    ('exclude = ["a", "b\\\\c"]', ':1:17: "b\\c" is no pattern: write "/" between folders'),
    (
        'required-version = ">=99.1"',
        (
            f':1:20: this is copydesk {__version__}, and ">=99.1" is required: '
            "install such a version from where you have copydesk"
        ),
    ),
    (
        'required-version = "<0.0.1"',
        (
            f':1:20: this is copydesk {__version__}, and "<0.0.1" is required: '
            "install such a version from where you have copydesk"
        ),
    ),
    (
        'of-a-later-version = true\nrequired-version = ">=99.1"',
        (
            f':2:20: this is copydesk {__version__}, and ">=99.1" is required: '
            "install such a version from where you have copydesk"
        ),
    ),
    ('required-version = "0.3"', ':1:20: "0.3" is no condition: write required-version = ">=0.3,<0.5"'),
    ('required-version = ">=0.1,"', ':1:20: "" is no condition: write required-version = ">=0.3,<0.5"'),
    ('required-plugins = ["house"]', ':1:21: the plugin "house" is required and not installed'),
    (
        'required-plugins = ["newsrom"]',
        ':1:21: the plugin "newsrom" is required and not installed; did you mean "newsroom"?',
    ),
    (
        'required-plugins = ["newsroom>=1.5"]',
        ':1:21: the plugin "newsroom" is required from 1.5 on, and is 1.4.2',
    ),
    (
        'required-plugins = ["newsroom>=new"]',
        ':1:21: "newsroom>=new" is no plugin: write "name" or "name>=1.2"',
    ),
    ("a b", ":1:3: not TOML: expected '=' after a key in a key/value pair"),
    (f'"{"x" * 5000}" = 1', f':1:1: there is no key "{"x" * 59}…" here'),
    ('"a\\nb" = 1', ':1:1: there is no key "a\\nb" here'),
]


@pytest.mark.parametrize(("file", "error"), ERRORS, ids=[error[:60] for _, error in ERRORS])
def test_one_line_at_its_place(folder, holds, file, error):
    folder({"copydesk.toml": file, "styles/loud.toml": 'as_of = "2023"\nsource = "x"'})
    with pytest.raises(ConfigError) as raised:
        holds("a.txt")
    assert str(raised.value) == f"copydesk.toml{error}"


def test_the_second_file_of_two_names_itself(folder, holds):
    folder({"copydesk.toml": 'extends = "house.toml"', "house.toml": "\nshow = 1"})
    with pytest.raises(ConfigError, match=r'^house.toml:2:8: "show" wants'):
        holds("a.txt")


def test_a_circle_names_the_whole_chain(folder, holds):
    folder(
        {
            "copydesk.toml": 'extends = "a.toml"',
            "a.toml": 'extends = ["b.toml"]',
            "b.toml": 'show = "info"\nextends = ["a.toml"]',
        }
    )
    with pytest.raises(ConfigError) as raised:
        holds("a.txt")
    assert str(raised.value) == 'b.toml:2:12: "extends" goes round in a circle: a.toml -> b.toml -> a.toml'


def test_a_circle_of_styles(folder, holds):
    head = 'as_of = "2023"\nsource = "x"\n'
    folder(
        {
            "styles/a.toml": f'{head}extends = ["b"]',
            "styles/b.toml": f'{head}extends = ["a"]',
            "copydesk.toml": 'style = "a"',
        }
    )
    with pytest.raises(
        ConfigError, match=r"b.toml:3:12: .* circle: styles.a.toml -> styles.b.toml -> styles.a.toml"
    ):
        holds("a.txt")


def test_a_chain_without_end(folder, holds):
    files = {f"{n}.toml": f'extends = "{n + 1}.toml"' for n in range(50)}
    folder({**files, "copydesk.toml": 'extends = "0.toml"', "50.toml": ""})
    with pytest.raises(ConfigError, match='"extends" goes through more than 20 files'):
        holds("a.txt")


@pytest.mark.parametrize(
    ("file", "error"),
    [
        ('source = "x"', 'a style says when it held and where that is written: "as_of" is missing'),
        ('as_of = "2023"', '"source" is missing'),
        ('as_of = 3\nsource = "x"', '"as_of" wants a string, not the number 3'),
        ('as_of = "2023"\nsource = "x"\nshow = "info"', 'there is no key "show" here'),
        ('as_of = "2023"\nsource = "x"\nterms = ["a.toml"]', 'loud.toml:3:9: "terms" is a table, not a list'),
        (
            'as_of = "2023"\nsource = "x"\n[terms.prefer]\na = "b"\n[terms.patterns]\n"a*" = "b"',
            'loud.toml:6:1: "*" at character 2 of "a*" repeats without end',
        ),
    ],
)
def test_a_style_that_is_none(folder, holds, file, error):
    folder({"styles/loud.toml": file, "copydesk.toml": 'style = "loud"'})
    with pytest.raises(ConfigError) as raised:
        holds("a.txt")
    assert error in str(raised.value)


@pytest.mark.parametrize("key", ["extends", "terms"])
@pytest.mark.parametrize(
    ("path", "why"),
    [
        ("../outside.toml", "leads outside the repository"),
        ("x/../../outside.toml", "leads outside the repository"),
        ("{root}/house.toml", "is an absolute path"),
        ("link.toml", "leads outside the repository"),
        ("folder/outside.toml", "leads outside the repository"),
        ("no\\u0000thing.toml", "leads outside the repository"),
    ],
)
def test_nothing_leads_out_of_the_repository(folder, holds, key, path, why):
    root = folder({"outside.toml": "", "repository/house.toml": ""})
    try:
        (root / "repository" / "link.toml").symlink_to(root / "outside.toml")
        (root / "repository" / "folder").symlink_to(root)
    except OSError:
        pytest.skip("links cannot be made here")
    named = path.format(root=(root / "repository").as_posix())
    folder({"repository/copydesk.toml": f'{key} = ["{named}"]'})
    with pytest.raises(ConfigError, match=rf"{why}: only a configuration that --config names may go there$"):
        holds("repository/a.txt")


def test_inside_a_git_repository_a_file_may_extend_those_above_it(folder, holds):
    root = folder({"house.toml": 'show = "error"', "a/copydesk.toml": 'extends = "../house.toml"'})
    with pytest.raises(ConfigError, match="leads outside"):
        holds("a/a.txt")
    (root / ".git").mkdir()
    assert holds("a/a.txt").show == "error"


@pytest.mark.parametrize(
    ("line", "error"),
    [
        ({"select": ["lenght"]}, 'there is no rule or family "lenght"; did you mean "length"?'),
        ({"style": "lod"}, 'there is no style "lod"'),
        ({"config": "gone.toml"}, "gone.toml: there is no such file"),
        ({"config": "broken.toml"}, "broken.toml:1:3: not TOML"),
        ({"config": "pyproject.toml"}, r"pyproject.toml has no table \[tool.copydesk\]"),
    ],
)
def test_what_is_wrong_on_the_command_line_is_said_before_anything_is_read(folder, house, line, error):
    folder({"broken.toml": "a b", "pyproject.toml": ""})
    with pytest.raises(UsageError, match=error):
        house(**line)


@pytest.mark.parametrize(
    ("facts", "error"),
    [
        ("facts = 3", ':3:9: "facts" is a table, not the number 3'),
        (
            "[facts.number]",
            ':3:8: there is no table "number" to have facts of; did you mean "numbers"?',
        ),
        (
            "[facts.numbers]\npercnt = {}",
            ':4:1: there is no key "percnt" in [numbers]; did you mean "percent"?',
        ),
        (
            "[facts.numbers]\npercent = 3",
            ':4:11: "percent" is a table, not the number 3',
        ),
        (
            '[facts.numbers]\npercent = {mark = "own"}',
            ':4:12: there is no key "mark" in [facts.numbers.percent]; did you mean "marks"?',
        ),
        (
            '[facts.numbers]\npercent = {marks = ["own", "heard"]}',
            ':4:28: "marks" wants a list of "own", "accounts" or "measured", not "heard"',
        ),
    ],
)
def test_a_fact_of_a_style_that_is_none(folder, holds, facts, error):
    folder(
        {
            "styles/loud.toml": f'as_of = "2023"\nsource = "x"\n{facts}',
            "copydesk.toml": 'style = "loud"',
        }
    )
    with pytest.raises(ConfigError) as raised:
        holds("a.txt")
    assert str(raised.value).replace("\\", "/") == f"styles/loud.toml{error}"
