"""The verdicts file: lines in any order, from several people, give the same figures."""

from __future__ import annotations

import subprocess
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copydesk.errors import ConfigError
from copydesk.house.verdicts import (
    LONGEST,
    OPINIONS,
    Tally,
    Verdict,
    date_after,
    last_verdicts,
    read_verdicts,
    tallies,
    written,
)
from copydesk.model.finding import Severity

MORNING = datetime(2031, 3, 2, 9, 30, tzinfo=UTC)
LINE = (
    b'{"date":"2031-03-02T09:30:00Z","digest":"00000000000000aa","excerpt":"the the",'
    b'"rule":"repeated-word","verdict":"wrong"}\n'
)


def verdict(opinion="right", *, digest=0, minutes=0, rule="repeated-word", **more):
    date = MORNING + timedelta(minutes=minutes)
    return Verdict(date=date, digest=f"{digest:016x}", excerpt="the the", rule=rule, opinion=opinion, **more)


verdicts = st.builds(
    verdict,
    st.sampled_from(OPINIONS),
    digest=st.integers(0, 3),
    minutes=st.integers(0, 3),
    rule=st.sampled_from(["repeated-word", "vague-source"]),
    reason=st.sampled_from(["", "a refrain"]),
    certain=st.booleans(),
    stet=st.booleans(),
)


def test_a_verdict_is_a_line_with_its_keys_in_order():
    line = written(verdict("wrong", digest=0xAA))
    assert line == LINE
    assert read_verdicts(line, "verdicts.jsonl") == [verdict("wrong", digest=0xAA)]


@given(st.lists(verdicts))
def test_what_is_written_is_read_again(given):
    data = b"".join(map(written, given))
    assert read_verdicts(data, "verdicts.jsonl") == given
    assert read_verdicts(data.replace(b"\n", b"\r\n\r\n"), "verdicts.jsonl") == given


@given(st.lists(verdicts), st.lists(verdicts), st.randoms(use_true_random=False))
def test_two_files_in_any_order_give_the_same_figures(ann, ben, random):
    merged = [*ann, *ben, *ann[:2]]
    random.shuffle(merged)
    assert tallies(merged) == tallies([*ben, *ann])
    assert last_verdicts(merged) == last_verdicts([*ann, *ben])


@pytest.mark.parametrize("first", ["ann", "ben"])
def test_git_merges_what_two_people_wrote(tmp_path: Path, first: str) -> None:
    def git(*words: str) -> None:
        who = ("-c", "user.name=desk", "-c", "user.email=desk@example.org", "-c", "commit.gpgsign=false")
        subprocess.run(["git", *who, *words], cwd=tmp_path, check=True, capture_output=True)

    file = tmp_path / "verdicts.jsonl"
    shared = [verdict("right", digest=1)]
    said = {
        "ann": [verdict("wrong", digest=2, minutes=5), verdict("petty", digest=1, minutes=9)],
        "ben": [verdict("right", digest=2, minutes=1), verdict("wrong", digest=1, minutes=7)],
    }
    git("init", "-q", "-b", "main")
    (tmp_path / ".gitattributes").write_text("verdicts.jsonl merge=union\n", encoding="utf-8")
    file.write_bytes(b"".join(map(written, shared)))
    git("add", ".")
    git("commit", "-qm", "shared")
    for name, own in said.items():
        git("checkout", "-qb", name, "main")
        file.write_bytes(b"".join(map(written, [*shared, *own])))
        git("commit", "-qam", name)
    git("checkout", "-q", first)
    git("merge", "-q", "-m", "both", next(name for name in said if name != first))
    found = read_verdicts(file.read_bytes(), "verdicts.jsonl")
    assert tallies(found) == {("repeated-word", True): Tally(petty=1, wrong=1)}


def test_the_later_verdict_on_a_finding_counts():
    last = verdict("petty", minutes=2)
    assert tallies([last, verdict("wrong", minutes=1), verdict("right")]) == {
        ("repeated-word", True): Tally(petty=1)
    }


def test_of_verdicts_of_one_date_the_gravest_counts():
    for both in ([verdict("right"), verdict("wrong")], [verdict("wrong"), verdict("right")]):
        assert tallies(both) == {("repeated-word", True): Tally(wrong=1)}


def test_what_somebody_said_counts_before_what_a_note_says():
    assert tallies([verdict("wrong"), verdict("petty", minutes=9, stet=True)]) == {
        ("repeated-word", True): Tally(wrong=1)
    }


def test_what_was_less_certain_than_its_rule_is_counted_apart():
    assert tallies([verdict("right"), verdict("wrong", digest=1, certain=False)]) == {
        ("repeated-word", True): Tally(right=1),
        ("repeated-word", False): Tally(wrong=1),
    }


def test_a_verdict_is_later_than_the_last_one_whatever_the_clock_says():
    far = verdict(minutes=60 * 24 * 365 * 100)
    assert date_after(far) > far.date
    assert date_after(None).tzinfo is UTC


@pytest.mark.parametrize(
    ("tally", "severity", "falls_short"),
    [
        (Tally(27, 2, 1), Severity.WARNING, False),
        (Tally(26, 2, 2), Severity.WARNING, True),
        (Tally(0, 0, 29), Severity.WARNING, False),
        (Tally(29, 1, 0), Severity.ERROR, True),
        (Tally(99, 0, 1), Severity.ERROR, False),
        (Tally(0, 0, 30), Severity.INFO, False),
    ],
)
def test_a_promise_is_broken_below_its_share_of_thirty(tally, severity, falls_short):
    assert tally.falls_short(severity) is falls_short


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (b"{", "it is not JSON"),
        (b"[]", "it is no object of JSON"),
        (b"NaN", "it is not JSON"),
        (b"\xff", "it is not JSON"),
        (LINE.replace(b'"wrong"', b'"maybe"'), '"verdict" is to be right, petty or wrong'),
        (LINE.replace(b'"wrong"', b"NaN"), "it is not JSON"),
        (LINE.replace(b'"wrong"', b"1e999"), '"verdict" is to be right, petty or wrong'),
        (LINE.replace(b"the the", b"\xed\xa0\x80"), "it is not JSON"),
        (LINE.replace(b"the the", b"\\ud800"), "it is not JSON"),
        (LINE.replace(b'"rule"', b'"who"'), 'it has an unknown key "who"'),
        (LINE.replace(b'"repeated-word"', b'""'), '"rule" is to be the name of a rule'),
        (LINE.replace(b"aa", b"zz"), '"digest" is to be 16 hexadecimal digits in small letters'),
        (LINE.replace(b"aa", b"aa\\n"), '"digest" is to be 16 hexadecimal digits'),
        (LINE.replace(b"2031", b"9999"), '"date" is to be a date with a time in UTC'),
        (LINE.replace(b"Z", b"+05:00"), '"date" is to be a date with a time in UTC'),
        (LINE.replace(b"Z", b""), '"date" is to be a date with a time in UTC'),
        (
            LINE.replace(b"2031-03-02", b"2031-03-32"),
            '"date" is to be a date with a time in UTC: 2031-03-02T09:30:00Z',
        ),
        (b'{"a":' * 700, 'it has an unknown key "a"'),
        (LINE.replace(b'"the the"', b"[" * 900), '"excerpt" is to be text in quotation marks'),
        (LINE.replace(b"the the", b"x" * LONGEST), "4,000 bytes at most"),
        (b"<<<<<<< ours", "`*.jsonl merge=union` in .gitattributes"),
        (b"=======", "a merge left a conflict here"),
        (b">>>>>>> theirs", "a merge left a conflict here"),
        (b"||||||| base", "a merge left a conflict here"),
    ],
)
def test_a_hostile_line_is_an_error_with_its_number(line, said):
    with pytest.raises(ConfigError) as caught:
        read_verdicts(LINE + b"\n" + line.strip(b"\n") + b"\n" + LINE, "verdicts.jsonl")
    assert str(caught.value).startswith("verdicts.jsonl:3:1: ")
    assert said in str(caught.value)


@given(st.binary(max_size=80) | st.text(alphabet='{}[]":,\\u0dé \n', max_size=80).map(str.encode))
def test_any_bytes_are_verdicts_or_an_error(data):
    with suppress(ConfigError):
        assert all(one.rule for one in read_verdicts(data, "verdicts.jsonl"))


def test_notes_of_a_rule_with_one_reason_are_one_opinion():
    notes = [verdict("petty", digest=at, reason="older than the rule", stet=True) for at in range(30)]
    other = verdict("petty", digest=30, reason="a refrain", stet=True)
    assert tallies([*notes, other]) == {("repeated-word", True): Tally(petty=2)}


def test_what_people_say_of_many_findings_counts_for_each():
    said = [verdict("petty", digest=at, reason="older than the rule") for at in range(30)]
    assert tallies(said) == {("repeated-word", True): Tally(petty=30)}
