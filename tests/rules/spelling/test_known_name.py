"""known-name: what is reported beside a names file, and what is left alone."""

from __future__ import annotations

import pytest

from copydesk.house.names.known import KnownName as Known
from copydesk.house.names.known import Names, Status
from copydesk.plugins.rule import Context
from copydesk.testing import check, draft, examples
from copydesk_rules.spelling.known_name import KnownName

INFO, WARNING, ERROR = "info", "warning", "error"

FILE = Names(
    (
        Known(
            "Ilka Brandvold",
            31,
            "2028-02-11",
            "2031-04-30",
            ("mayor", "town council", "hollins"),
            "checked",
            ("Ilka Brandvolt", "Ilke Brandvold"),
        ),
        Known("Tomas Reyle", 6, "2030-01-09", "2031-03-02", ("director", "harbor authority")),
        Known("Thomas Reyle", 2, "2029-05-17", "2029-06-01", ("poet", "library"), "other"),
        Known("Marnie Okada-Lund", 12, "2028-03-03", "2031-04-21", ("spokesperson", "school district")),
    )
)


def archive(name: str, articles: int, *words: str, status: Status = "") -> Names:
    return Names((Known(name, articles, words=words, status=status),))


def report(text: str, names: Names = FILE, **options: object) -> list[tuple[str, str, str]]:
    found = check(KnownName, text, names=names, **options)
    return [(one.severity, one.excerpt, one.message) for one in found]


@pytest.mark.parametrize("example", examples(KnownName), ids=str)
def test_examples(example) -> None:
    example.check()


MAYOR = 'the names file has "Ilka Brandvold" (checked; mayor, town council; last 30 April 2031)'
DIRECTOR = 'the archive has "Tomas Reyle" in 6 articles (director, harbor authority; last 2 March 2031)'
TEACHER = (
    'the archive has "Marnie Okada-Lund" in 12 articles (spokesperson, school district; last 21 April 2031)'
)


@pytest.mark.parametrize(
    ("severity", "name", "text", "known"),
    [
        (WARNING, "Ilka Branvold", "Mayor {} opened the hall.", MAYOR),
        (WARNING, "Tomas Ryele", "{}, director of the harbor authority, resigned.", DIRECTOR),
        (None, "Thomas Reyle", "{} read from his new poems.", ""),
        (INFO, "Tomas Royle", "{}, a cook, was hurt.", DIRECTOR),
        (None, "Romas Reyle", "{} won the race.", ""),
        (None, "Tom Reyle", "{}, director of the harbor authority, resigned.", ""),
        (INFO, "Marnie Okada Lund", "{}, a school district spokesperson, agreed.", TEACHER),
        (INFO, "Ilka Bråndvold", "Mayor {} opened the hall.", MAYOR),
    ],
)
def test_drafts_beside_four_rows(severity: str | None, name: str, text: str, known: str) -> None:
    found = [] if severity is None else [(severity, name, f'"{name}" is new; {known}')]
    assert report(text.format(name)) == found


WORDS = ("director", "harbor authority")


@pytest.mark.parametrize(
    ("draft", "known"),
    [
        ("Tomas Reyl", "Tomas Reyle"),
        ("Tomas Reylle", "Tomas Reyle"),
        ("Tomas Reile", "Tomas Reyle"),
        ("Tomas Ryele", "Tomas Reyle"),
        ("Tomaz Reyle", "Tomas Reyle"),
        ("Tomas J. Reile", "Tomas Reyle"),
        ("Josef Brandvoldt-Oehr", "Josef Brandvold-Oehr"),
        ("Amina Tschernyschow", "Amina Tschernischew"),
    ],
)
def test_a_slip_with_a_word_in_common_is_a_warning(draft: str, known: str) -> None:
    text = f"{draft}, director of the harbor authority, resigned."
    assert [one[:2] for one in report(text, archive(known, 3, *WORDS))] == [(WARNING, draft)]
    assert report(text, Names()) == []


@pytest.mark.parametrize(
    ("draft", "known", "why"),
    [
        ("Joe Reyle", "Joey Reyle", "a short form"),
        ("Dan Reyle", "Dani Reyle", "a short form"),
        ("J.D. Reyle", "J.B. Reyle", "initials"),
        ("Tomas Reyles", "Tomas Reyle", "a plural"),
        ("Tomas OReyle", "Tomas O'Reyle", "an apostrophe"),
        ("Tomas Beyle", "Tomas Reyle", "another first letter"),
        ("Lomas Reyle", "Tomas Reyle", "another first letter"),
        ("Tomas Raylo", "Tomas Reyle", "two letters of a short name"),
        ("Tomas Reyle", "Tomas Reyle", "the name itself"),
        ("Tomas J. Reyle", "Tomas Reyle", "an initial more"),
        ("Tomas Reyle Jr.", "Tomas Reyle", "a suffix"),
    ],
)
def test_what_is_no_slip(draft: str, known: str, why: str) -> None:
    text = f"{draft}, director of the harbor authority, resigned."
    assert report(text, archive(known, 40, *WORDS)) == [], why


def test_without_a_word_in_common_many_articles_are_asked_for() -> None:
    text = "Tomas Reile, a cook, was hurt."
    assert report(text, archive("Tomas Reyle", 20, *WORDS))[0][0] == WARNING
    assert report(text, archive("Tomas Reyle", 19, *WORDS))[0][0] == INFO
    assert report(text, archive("Tomas Reyle", 19, *WORDS), sure=19)[0][0] == WARNING


def test_what_fewer_articles_have_is_an_info_or_nothing() -> None:
    text = "Tomas Reile, director of the harbor authority, resigned."
    assert report(text, archive("Tomas Reyle", 2, *WORDS))[0][0] == INFO
    assert report(text, archive("Tomas Reyle", 2, *WORDS), once="off") == []
    assert report(text, archive("Tomas Reyle", 2, *WORDS), minimum=2)[0][0] == WARNING
    assert report(text, archive("Tomas Reyle", 1, *WORDS, status="checked"))[0][0] == WARNING
    assert report("Tomás Reyle resigned.", archive("Tomas Reyle", 9), once="off") == []


def test_a_name_that_stood_once_is_new_enough() -> None:
    names = Names((Known("Tomas Reyle", 6, words=WORDS), Known("Tomas Reile", 1)))
    ((severity, _, message),) = report("Tomas Reile, director of the harbor authority, resigned.", names)
    assert severity == WARNING
    assert message.startswith(
        '"Tomas Reile" stands in one other article; the archive has "Tomas Reyle" in 6 '
    )
    twice = Names((Known("Tomas Reyle", 6, words=WORDS), Known("Tomas Reile", 2)))
    assert report("Tomas Reile, director of the harbor authority, resigned.", twice) == []


def test_a_name_that_is_a_slip_itself_is_no_evidence() -> None:
    rows = (Known("Tomas Reile", 3, words=WORDS), Known("Tomas Reyle", 15, words=WORDS))
    assert report("Tomas Reille, director of the harbor authority, resigned.", Names(rows[:1])) != []
    assert report("Tomas Reille, director of the harbor authority, resigned.", Names(rows)) == []


def test_a_namesake_takes_nothing_away() -> None:
    rows = (Known("Tomas Reyle", 6, words=WORDS), Known("Thomas Reyle", 40, status="other"))
    text = "Tomas Reile, director of the harbor authority, resigned."
    assert [one[0] for one in report(text, Names(rows))] == [WARNING]


@pytest.mark.parametrize("status", ["other", "off"])
def test_a_name_that_an_editor_set_aside_is_neither_reported_nor_suggested(status: Status) -> None:
    text = "Tomas Reile, director of the harbor authority, resigned."
    assert report(text, archive("Tomas Reyle", 30, *WORDS, status=status)) == []
    rows = (Known("Tomas Reyle", 30, words=WORDS), Known("Tomas Reile", status=status))
    assert report(text, Names(rows)) == []


def test_a_wrong_form_is_an_error_and_corrected_but_in_quotations() -> None:
    text = "Ilka Brandvolt’s plan failed. “Ilke Brandvold is my friend,” she said."
    assert report(text) == [
        (ERROR, "Ilka Brandvolt", '"Ilka Brandvolt": the names file says Ilka Brandvold'),
        (ERROR, "Ilke Brandvold", '"Ilke Brandvold": the names file says Ilka Brandvold'),
    ]
    first, second = KnownName().check(draft(text), Context(KnownName.options, names=FILE))
    assert first.fix is not None
    assert (first.fix.applicability, first.fix.edits[0].replacement) == ("safe", "Ilka Brandvold")
    assert second.fix is None


@pytest.mark.parametrize(
    "name",
    [
        "Ilka Brandvolt-Smith",
        "Ann Ilka Brandvolt",
        "Ilka Brandvolt Orr",
        "the Ilka Brandvolt School",
        "Lou-Ilka Brandvolt",
    ],
)
def test_a_wrong_form_is_a_whole_name(name: str) -> None:
    text = f"The council met {name} on Friday. It rained in Hollins."
    assert [one for one in report(text) if one[0] == ERROR] == []


@pytest.mark.parametrize(
    "text",
    [
        "Mayor Ilka Brandvolt opened the hall.",
        "Ilka Brandvolt, the mayor, opened the hall.",
        "The hall was opened by Ilka\nBrandvolt.",
        "# Ilka Brandvolt resigns\n\nIlka Brandvolt, the mayor, resigned on Friday.",
        "The council met Ilka Brandvolt. Brandvolt agreed.",
        "Ilka Brandvolt and Lou Orr came.",
    ],
)
def test_a_wrong_form_is_found_wherever_a_person_is_named(text: str) -> None:
    found = check(KnownName, text, names=FILE, format="markdown")
    assert [" ".join(one.excerpt.split()) for one in found] == ["Ilka Brandvolt"] * text.count("Ilka")


def test_other_peoples_texts_are_theirs() -> None:
    quoted = "The letter said:\n\n> Mayor Ilka Branvold opened the hall. So did Ilka Brandvolt.\n"
    assert check(KnownName, quoted, names=FILE, format="markdown") == []


def test_speech_is_looked_at() -> None:
    text = "“Mayor Ilka Branvold came,” said Lou Orr."
    assert [one[:2] for one in report(text)] == [(WARNING, "Ilka Branvold")]


def test_a_name_is_reported_once_with_its_other_places() -> None:
    text = "Mayor Ilka Branvold opened the hall.\n\nLater Ilka Branvold left."
    (one,) = check(KnownName, text, names=FILE)
    assert (one.place, one.related) == ("1:7", ("3:7",))


def test_both_forms_in_one_draft_are_for_name_variant() -> None:
    text = "Mayor Ilka Branvold opened the hall. The mayor, Ilka Brandvold, then left."
    assert report(text) == []


def test_a_byline_in_capitals_is_compared_by_its_letters() -> None:
    known = archive("Ada McKinnon", 31, "reporter")
    story = "\n\nThe council met on Monday. It was late."
    assert [one[:2] for one in report("By ADA MCKINNAN" + story, known)] == [(WARNING, "ADA MCKINNAN")]
    assert report("By ADA MCKINNON" + story, known) == []


def test_somebodys_relative_may_have_a_near_name() -> None:
    known = archive("Ivanka Orr", 6, *WORDS)
    text = "The director of the harbor authority brought his {} Ivana Orr."
    assert [one[0] for one in report(text.format("deputy"), known)] == [WARNING]
    assert [one[0] for one in report(text.format("wife,"), known)] == [INFO]
    text = "Ivana Orr, {}, is director of the harbor authority."
    assert [one[0] for one in report(text.format("the daughter of the judge"), known)] == [INFO]
    text = "The director of the harbor authority, Ivana Orr and her son agreed."
    assert [one[0] for one in report(text, known)] == [WARNING]


@pytest.mark.parametrize(
    ("severity", "text"),
    [
        (INFO, "Ivana Orr, the sheriff's mother, agreed."),
        (INFO, "Ivana Orr, the attorney’s sister, agreed."),
        (INFO, "Ivana Orr, the defense attorney's daughter, agreed."),
        (INFO, "Ivana Orr, 41, the union president's nephew, agreed."),
        (INFO, "Ivana Orr (the coach's half-sister) agreed."),
        (INFO, "Ivana Orr, Coach Orr's wife, agreed."),
        (INFO, "The coach brought his ex-wife, Ivana Orr, on Monday."),
        (INFO, "The late wife of the coach, Ivana Orr, was a nurse."),
        (INFO, "The coach’s stepmother, former teacher Ivana Orr, agreed."),
        (INFO, "The coach's mother-in-law Ivana Orr agreed."),
        (INFO, "The coach married Ivana Orr in May."),
        (INFO, "The coach was married to Ivana Orr."),
        (INFO, "Ivana Orr married the coach in May."),
        (WARNING, "Coach Ivana Orr agreed, and his son left."),
        (WARNING, "Ivana Orr, a coach whose mother had called, agreed."),
        (WARNING, "The sheriff met his wife, and coach Ivana Orr agreed."),
        (WARNING, "Ivana Orr, coach of the team, agreed. His wife left."),
    ],
)
def test_kin_words_about_a_name(severity: str, text: str) -> None:
    known = archive("Ivanka Orr", 6, "coach", "sheriff", "attorney", "president")
    assert [one[:2] for one in report(text, known)] == [(severity, "Ivana Orr")]


def test_a_given_name_with_an_ending_may_be_another_persons() -> None:
    known = archive("Eric Orr", 6, *WORDS)
    assert [one[0] for one in report("Erica Orr, director of the harbor authority, left.", known)] == [INFO]
    assert [one[0] for one in report("Ericc Orr, director of the harbor authority, left.", known)] == [
        WARNING
    ]
    assert [one[0] for one in report("Erik Orr, director of the harbor authority, left.", known)] == [WARNING]


def test_another_office_before_the_name_is_another_person() -> None:
    known = archive("Jamie Comer", 31, "director")
    assert [one[0] for one in report("Rep. Jamie Comey asked.", known)] == [INFO]
    assert [one[0] for one in report("Jamie Comey asked.", known)] == [WARNING]


def test_ranks_are_words_in_common_however_they_are_written() -> None:
    known = archive("Lindsay Orr", 6, "senator")
    assert [one[0] for one in report("Sen. Lindsey Orr asked.", known)] == [WARNING]


@pytest.mark.parametrize(
    ("draft", "known"),
    [
        ("Chris Holden", "Chris Van Hollen"),
        ("Anna van Dam", "Anna van Ham"),
        ("Mary Louise Orr", "Mary Ann Orr"),
        ("Kim Hak Song", "Kim Il Sung"),
    ],
)
def test_particles_and_middle_names_tell_people_apart(draft: str, known: str) -> None:
    assert report(f"{draft}, director of the harbor authority, left.", archive(known, 30, *WORDS)) == []


def test_a_hand_made_list_counts_as_known() -> None:
    names = Names((Known("Tomas Reile"), Known("Tomas Reyle", 30, words=WORDS)))
    assert report("Tomas Reile, director of the harbor authority, resigned.", names) == []


BODY = "\n\nThe council met on Monday. {} It was late.\n"


@pytest.mark.parametrize(
    ("headline", "slip"),
    [
        ("Mayor Ilka Branvold Vetoes Budget", "Ilka Branvold"),
        ("Council Rebukes Mayor Ilka Branvold’s Plan", "Ilka Branvold"),
        ("Mayor Ilka M. Branvold Vetoes Budget", "Ilka M. Branvold"),
        ("MAYOR ILKA BRANVOLD VETOES BUDGET", "ILKA BRANVOLD"),
        ("School District Names Marnie Okada-Lunt Its Spokesperson", "Marnie Okada-Lunt"),
    ],
)
def test_a_headline_in_capitals_is_searched_for_known_names(headline: str, slip: str) -> None:
    assert [one[:2] for one in report(headline + BODY.format(""))] == [(WARNING, slip)]


def test_a_headline_is_compared_with_whom_the_body_names() -> None:
    headline = "Tomas Reile Quits After Long Quarrel"
    assert report(headline + BODY.format("")) == []
    assert [one[:2] for one in report(headline + BODY.format("Tomas Reyle resigned."))] == [
        (WARNING, "Tomas Reile")
    ]


@pytest.mark.parametrize(
    ("headline", "known"),
    [
        ("Director Tomas Reyle Quits Harbor Authority", "Tomas Reyle"),
        ("Harbor Authority: Director May Well Quit", "May Wells"),
        ("Harbor Director Mark Pays Again", "Mark Pay"),
        ("Harbor Director Grant Parks Quits", "Grant Park"),
        ("Harbor Director Will Power Quits", "Will Bower"),
        ("Harbor Director Rosa Lanes Quits", "Rosa Lanez"),
        ("Director of Harbor Authority: Reile Quits", "Tomas Reyle"),
    ],
)
def test_other_words_of_a_headline_are_no_slips(headline: str, known: str) -> None:
    assert report(headline + BODY.format(""), archive(known, 30, *WORDS)) == []
