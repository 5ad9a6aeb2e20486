"""The names file: what an editor's spreadsheet may hold, and what a count leaves alone."""

from __future__ import annotations

import subprocess

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copydesk.errors import ConfigError
from copydesk.house.names.file import COLUMNS, MOST_ROWS, NamesFile, read_names, updated, write_names
from copydesk.house.names.known import KnownName, Names

HEAD = "name,articles,first,last,words,status,not\n"


def read(text: str) -> tuple[KnownName, ...]:
    return read_names(text.encode(), "names.csv").rows


def test_a_row_has_counts_and_rulings() -> None:
    assert read(
        HEAD + "Ilka Brandvold,31,2028-02-11,2031-04-30,mayor; town council,checked,"
        "Ilka Brandvolt;Ilke Brandvold\nTomas Reyle,6,,,,,\n"
    ) == (
        KnownName(
            "Ilka Brandvold",
            31,
            "2028-02-11",
            "2031-04-30",
            ("mayor", "town council"),
            "checked",
            ("Ilka Brandvolt", "Ilke Brandvold"),
        ),
        KnownName("Tomas Reyle", 6),
    )


def test_a_list_of_names_is_enough() -> None:
    assert read("name,not\nAda Verhoef,Ada Verhof\n\n,\n") == (
        KnownName("Ada Verhoef", wrong=("Ada Verhof",)),
    )


@pytest.mark.parametrize(
    ("name", "form"),
    [
        ("Marnie Okada-Lund", "Marnie Okada Lund"),
        ("Ilka van der Brandvold", "Ilka Vander Brandvold"),
        ("Ilka van der Brandvold", "Ilka Brandvold"),
        ("Ada M. Verhoef", "Ada Verhof"),
        ("Dean Orr", "Dean Ore"),
        ("Ada Verhoef Jr.", "Ada Verhof Jr."),
        ("José Brandt", "Jose Brandt"),
    ],
)
def test_a_form_has_the_shape_of_its_name(name: str, form: str) -> None:
    assert read(f"name,not\n{name},{form}\n") == (KnownName(name, wrong=(form,)),)


def test_a_file_may_have_no_names() -> None:
    assert read(HEAD) == ()


def test_spreadsheets_write_semicolons_marks_and_days_of_their_own() -> None:
    text = (
        "\ufeffname;articles;first;last;words;status;not\r\n"
        'Ilka Brandvold;31;11/02/2028;2031-04-30;"mayor; council";Checked;\r\n'
    )
    file = read_names(text.encode(), "names.csv")
    assert file.rows == (KnownName("Ilka Brandvold", 31, "", "2031-04-30", ("mayor", "council"), "checked"),)
    assert (file.separator, file.mark) == (";", True)
    assert write_names(file).decode().startswith("\ufeffname;articles;")
    assert read_names(write_names(file), "names.csv") == file


NO_FORM = 'cannot stand for "Ada Verhoef": write a form in full, with as many names and no title'
WRONG = [
    ("", "1:1: the first line of a names file has its columns: name,articles,first,last,words,status,not"),
    (
        "name,note\n",
        f'1:6: there is no column "note"; did you mean "not"? (the columns are {", ".join(COLUMNS)})',
    ),
    ("name,name\n", '1:6: the column "name" is here twice'),
    (
        "articles\n",
        "1:1: the first line of a names file has its columns: name,articles,first,last,words,status,not",
    ),
    (
        HEAD + "Ada Verhoef,4\nCher,3\n",
        '3:1: "Cher" is no full name: a row has a given name and a surname, each with a capital',
    ),
    (HEAD + ",3\n", "2:1: the name is missing: a row has a given name and a surname, each with a capital"),
    (HEAD + "Ada Verhoef,many\n", '2:13: "many" is no number of articles'),
    (HEAD + '"Verhoef, Ada",-1\n', '2:16: "-1" is no number of articles'),
    (
        HEAD + "Ada Verhoef,4,soon\n",
        '2:15: "soon" is no day: write 2031-03-02, or leave it to the next count',
    ),
    (
        HEAD + "Ada Verhoef,4,,2031-02-30\n",
        '2:16: "2031-02-30" is no day: write 2031-03-02, or leave it to the next count',
    ),
    (
        HEAD + "Ada Verhoef,4,,,,chekced\n",
        '2:18: there is no status "chekced"; did you mean "checked"? (checked, other, off, or none)',
    ),
    (HEAD + "Ada Verhoef,4,,,,,Ada Verhoef\n", '2:19: "Ada Verhoef" is the name itself'),
    *(
        (
            HEAD + f"Ada Verhoef,4,,,,,Ida Verhoef; {form}\n",
            f'2:19: "{form}" {NO_FORM}',
        )
        for form in ("verhof", "Verhof", "Mayor Verhof", "Mayor Ada Verhof", "Ada Maria Verhof", "Ada verhof")
    ),
    (HEAD + "Ada Verhoef,4,,,,,,more\n", "2:20: here is a cell beyond the 7 columns"),
    (
        HEAD + "Ada Verhoef,4\nAda M. Verhoef,2\n",
        '3:1: "Ada M. Verhoef" is in line 2 already (given name and surname count): keep one',
    ),
    (
        HEAD + "Ada Verhoef,4,,,,,Ada Verhof\nAda M. Verhof,1,,,,checked,\n",
        '2:19: "Ada M. Verhof" is wrong here, and line 3 rules on it as a person: keep one',
    ),
    (
        HEAD + 'Ada Verhoef,4,,,,,"Ada Verhof, Ida Verhoef"\n',
        '2:19: "Ada Verhof, Ida Verhoef" has a comma: write semicolons between forms',
    ),
    (
        HEAD + "Ada Verhoef,4,,,,,Aida Verhof\nIda Verhoef,1,,,,,Aida Verhof\n",
        '3:19: "Aida Verhof" is a wrong form in line 2 already',
    ),
    (
        HEAD + "Ada Verhoef," + "4" * 200_000,
        "2:1: this line is no row of a table: field larger than field limit (131072)",
    ),
    (
        HEAD + 'Ada Verhoef,4,,,"mayor\n',
        "2:17: a quotation mark opens a cell here that does not close on this line",
    ),
]


@pytest.mark.parametrize(("text", "message"), WRONG, ids=[message for _, message in WRONG])
def test_a_fault_is_told_at_its_line_and_column(text: str, message: str) -> None:
    with pytest.raises(ConfigError) as caught:
        read(text)
    assert str(caught.value) == f"names.csv:{message}"


def test_another_encoding_is_told_where_it_shows() -> None:
    with pytest.raises(ConfigError) as caught:
        read_names((HEAD + "Ada Verhoef\nJosé Brandt\n").encode("cp1252"), "names.csv")
    assert str(caught.value) == (
        'names.csv:3:4: is not UTF-8 from here on: let the spreadsheet save it as "CSV UTF-8"'
    )


def test_fifty_thousand_names_are_the_limit() -> None:
    text = "name\n" + "".join(f"Ada Verhoef-{number}\n" for number in range(MOST_ROWS + 1))
    with pytest.raises(ConfigError) as caught:
        read(text)
    assert (caught.value.line, caught.value.message) == (
        MOST_ROWS + 2,
        "a names file has 50,000 names at most: raise --minimum",
    )
    assert len(read(text[: text.rindex("Ada")])) == MOST_ROWS


LETTERS = st.text("abcdeéøşž'", min_size=1, max_size=4)
FULL_NAMES = st.builds(lambda given, surname: f"A{given} B{surname}", LETTERS, LETTERS)
ROWS = st.builds(
    KnownName,
    FULL_NAMES,
    st.integers(0, 60),
    st.dates().map(str) | st.just(""),
    st.dates().map(str) | st.just(""),
    st.lists(st.sampled_from(["mayor", "harbor authority", "poet"]), unique=True).map(tuple),
    st.sampled_from(["", "checked", "other", "off"]),
)
COUNTS = st.builds(KnownName, FULL_NAMES, st.integers(1, 60), words=st.just(("clerk",)))


def distinct(rows: list[KnownName]) -> list[KnownName]:
    return list({row.key: row for row in rows}.values())


FILES = st.lists(ROWS).map(distinct)
ARCHIVES = st.lists(COUNTS).map(distinct)


@given(FILES, st.sampled_from(",;\t"), st.booleans())
def test_what_is_written_is_read_again(rows: list[KnownName], separator: str, mark: bool) -> None:
    file = NamesFile(tuple(rows), separator, mark)
    again = read_names(write_names(file), "names.csv")
    assert sorted(again.rows, key=str) == sorted(rows, key=str)
    assert write_names(again) == write_names(file)


@given(FILES, ARCHIVES, st.integers(1, 9), st.data())
def test_a_count_changes_no_ruling(
    rows: list[KnownName], counted: list[KnownName], minimum: int, data: st.DataObject
) -> None:
    slips = {row.name: row.name + "x" for row in rows if data.draw(st.booleans())}
    ruled = [
        KnownName(row.name, row.articles, row.first, row.last, row.words, row.status, (slips[row.name],))
        if row.name in slips
        else row
        for row in rows
    ]
    update = updated(NamesFile(tuple(ruled)), counted, minimum)
    after = {row.key: row for row in read_names(write_names(update.file), "names.csv").rows}
    counts = {row.key: row.articles for row in counted}
    for row in ruled:
        if row.is_ruled:
            left = after[row.key]
            assert (left.name, left.status, left.wrong) == (row.name, row.status, row.wrong)
            assert left.articles == (0 if row.status == "off" else counts.get(row.key, 0))
    assert all(row.is_ruled or row.articles >= minimum for row in after.values())
    assert updated(update.file, counted, minimum).file == update.file


def test_a_name_that_is_off_keeps_nothing_but_that() -> None:
    file = NamesFile((KnownName("Ada Verhoef", 9, "2030-01-01", "2031-01-01", ("ferry",), "off"),))
    update = updated(file, [KnownName("Ada Verhoef", 11, words=("ferry",))], 3)
    assert write_names(update.file).decode() == HEAD + "Ada Verhoef,,,,,off,\n"


def test_a_wrong_form_gets_no_row_however_often_it_stood() -> None:
    file = NamesFile((KnownName("Ada Verhoef", 9, wrong=("Ada Verhof",)),))
    counted = [KnownName("Ada Verhoef", 12), KnownName("Ada Verhof", 4), KnownName("Lou Orr", 3)]
    update = updated(file, counted, 3)
    assert [row.name for row in update.file.rows] == ["Ada Verhoef", "Lou Orr"]
    assert (update.added, update.gone) == (("Lou Orr",), ())


def test_a_form_that_an_editor_finds_wrong_may_still_have_its_counted_row() -> None:
    file = read_names((HEAD + "Tomas Reile,4,,,,,\nTomas Reyle,6,,,,,Tomas Reile\n").encode(), "names.csv")
    assert [row.name for row in Names().ruled_by(Names(file.rows)).rows] == ["Tomas Reyle"]
    update = updated(file, [KnownName("Tomas Reyle", 6), KnownName("Tomas Reile", 4)], 3)
    assert [row.name for row in update.file.rows] == ["Tomas Reyle"]
    assert update.gone == ("Tomas Reile",)


def test_another_file_may_rule_a_wrong_form_to_be_a_person() -> None:
    wrong = Names([KnownName("Tomas Reyle", 6, wrong=("Tomas Reile",))])
    counted, checked = KnownName("Tomas Reile", 4), KnownName("Tomas Reile", 4, status="checked")
    assert [row.name for row in wrong.ruled_by(Names([counted])).rows] == ["Tomas Reyle"]
    assert [row.name for row in wrong.ruled_by(Names([checked])).rows] == ["Tomas Reyle", "Tomas Reile"]
    assert [row.name for row in Names([checked]).ruled_by(wrong).rows] == ["Tomas Reyle"]


def test_a_merge_of_two_updates_is_a_line_a_name(tmp_path) -> None:
    names = [KnownName(f"{given} Orr", 9) for given in ("Ada", "Ben", "Cleo", "Dora", "Edda", "Finn")]
    base = updated(NamesFile(), names, 3).file
    ours = updated(base, [*names, KnownName("Bess Orr", 3)], 3).file
    theirs = updated(base, [*names, KnownName("Dirk Orr", 4)], 3).file
    for name, file in (("ours", ours), ("base", base), ("theirs", theirs)):
        (tmp_path / name).write_bytes(write_names(file))
    merged = subprocess.run(
        ["git", "merge-file", "-p", "ours", "base", "theirs"], cwd=tmp_path, capture_output=True
    )
    assert merged.returncode == 0
    assert read_names(merged.stdout, "names.csv").rows == tuple(
        sorted([*names, KnownName("Bess Orr", 3), KnownName("Dirk Orr", 4)], key=lambda row: row.name)
    )
