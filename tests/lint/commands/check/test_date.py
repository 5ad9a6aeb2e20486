"""`copydesk check --date`, and the keys that a house names: the publication date that rules see."""

from __future__ import annotations

import datetime

import pytest

import copydesk as api

DRAFT = "---\nlive: 2022-02-22\n---\n\nIt meets on Thursday, March 4.\n"


def test_the_command_line_says_the_date(copydesk, folder):
    folder({"a.md": DRAFT, "copydesk.toml": 'select = ["weekday-date"]'})
    assert copydesk("check", "a.md", installed=True).code == 0
    found = copydesk("check", "--date", "2022-02-22", "a.md", installed=True)
    assert found.code == 1
    assert '"Thursday, March 4" is a Friday in 2022, a Thursday in 2021 [weekday-date]' in found.out
    assert copydesk("check", "--date", "2021-02-22", "a.md", installed=True).code == 0


def test_what_is_no_date_is_refused(copydesk, folder):
    folder({"a.md": DRAFT})
    refused = copydesk("check", "--date", "Thursday", "a.md", installed=True)
    assert refused.code == 2
    assert '--date: "Thursday" is no date: write 2031-03-02' in refused.err
    assert copydesk("check", "--date", "2022-02-22; noon", "a.md", installed=True).code == 2


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31"])
def test_the_first_and_the_last_day_of_the_calendar(copydesk, folder, day):
    folder({f"{day}-a.md": "It opens on Monday, January 1, and Friday, Dec. 31.\n"})
    for given in ([], ["--date", day]):
        checked = copydesk("check", "--select", "weekday-date", *given, f"{day}-a.md", installed=True)
        assert checked.code == 0


def test_a_house_names_its_own_key(copydesk, folder):
    folder({"a.md": DRAFT, "copydesk.toml": 'select = ["weekday-date"]\npublished-key = ["live"]'})
    assert copydesk("check", "a.md", installed=True).code == 1
    shown = copydesk("config", "show", "a.md", installed=True).out
    assert ["published-key", '["live"]', "copydesk.toml:2"] in [line.split() for line in shown.splitlines()]


def test_the_cache_knows_under_which_date_a_draft_was_checked(copydesk, folder):
    folder({"drafts/a.md": DRAFT, "copydesk.toml": 'select = ["weekday-date"]'})
    codes = [
        copydesk("check", "--cache", "--date", day, "drafts", installed=True).code
        for day in ("2022-02-22", "2021-02-22", "2022-02-22")
    ]
    assert codes == [1, 0, 1]


def test_a_program_says_the_date():
    report = api.check({"a.md": DRAFT}, select="weekday-date", isolated=True, date=datetime.date(2022, 2, 22))
    assert [one.rule for one in report.findings] == ["weekday-date"]
