"""`check --profile`: what the time goes into."""

from __future__ import annotations


def test_every_part_of_the_work_has_a_line(copydesk, folder):
    folder({"a.txt": "A bad word.", "b.txt": "The worst word."})
    result = copydesk("check", "a.txt", "b.txt", "gone.txt", "--profile")
    assert result.code == 2
    lines = result.err.splitlines()
    head = next(number for number, line in enumerate(lines) if " passes  share  seconds " in line)
    parts = [line[:44].strip() for line in lines[head + 1 :]]
    assert parts[0] == "all"
    assert {"reading plain", "analysis people", "rule bad", "rule worst", "rule hint"} <= set(parts)
    shares = [float(line[51:58].strip().rstrip("%")) for line in lines[head + 1 :]]
    assert shares[0] == 100.0
    assert shares[1:] == sorted(shares[1:], reverse=True)
    assert abs(sum(shares[1:]) - 100) < 5


def test_judging_across_drafts_has_a_line(copydesk, folder, toys):
    folder({"a.txt": "Bad words.", "b.txt": "Bad words."})
    lines = copydesk("check", "a.txt", "b.txt", "--profile", rules=[toys.FirstWord]).err.splitlines()
    assert any(line.startswith("judging first-word ") for line in lines)


def test_the_report_is_as_ever(copydesk, folder):
    folder({"a.txt": "A bad word."})
    assert copydesk("check", "a.txt", "--profile").out == copydesk("check", "a.txt").out
