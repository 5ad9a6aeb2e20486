"""`copydesk check --since`: what a changed draft says otherwise than its version in git."""

from __future__ import annotations

import json

import pytest

HEAD = "---\ntitle: The pier\ndate: 2021-05-04\n---\n\n"
MAYOR = "Ada Brandt, the mayor of Hollins, spoke to the council on Monday night.\n\n"
BEFORE = HEAD + MAYOR + "“We don’t sell the pier before the vote,” Brandt said.\n"
AFTER = BEFORE.replace("don’t", "won’t")


@pytest.fixture
def found(copydesk):
    """Return the rules and lines that a check finds: `["quote-altered 8"]`."""

    def answer(*arguments: str) -> list[str]:
        result = copydesk("check", "--select", "changes", "--format", "json", *arguments, installed=True)
        assert result.code in (0, 1), result.err
        return [f"{one['rule']} {one['line']}" for one in json.loads(result.out)["findings"]]

    return answer


def test_the_work_tree_is_compared(found, git):
    git.commit(pier_md=BEFORE)
    git.write("pier.md", AFTER)
    assert found("--since", "HEAD", ".") == ["quote-altered 8", "fact-without-note 2"]


def test_a_draft_that_did_not_change_has_no_changes(found, git):
    git.commit(pier_md=BEFORE)
    assert found("--since", "HEAD", ".") == []


def test_without_since_there_is_nothing_to_compare(found, git):
    git.commit(pier_md=BEFORE)
    git.write("pier.md", AFTER)
    assert found(".") == []


def test_the_index_is_compared(found, git):
    git.commit(pier_md=BEFORE)
    git.write("pier.md", AFTER)
    git("add", "--all")
    git.write("pier.md", BEFORE)
    assert found("--staged", ".") == ["quote-altered 8", "fact-without-note 2"]


def test_two_revisions_are_compared(found, git):
    first = git.commit(pier_md=BEFORE)
    second = git.commit(pier_md=AFTER)
    git.write("pier.md", BEFORE)
    assert found("--since", f"{first}..{second}", ".") == ["quote-altered 8", "fact-without-note 2"]


def test_a_draft_that_was_renamed_is_compared_with_its_older_name(found, git):
    git.commit(pier_md=BEFORE)
    git("mv", "pier.md", "harbor.md")
    git.write("harbor.md", AFTER)
    git("add", "--all")
    assert found("--since", "HEAD", ".") == ["quote-altered 8", "fact-without-note 2"]


def test_what_was_taken_out_is_found_though_no_line_is_new(found, git):
    steps = (
        "Residents of Quay Street have asked the town for two years to repair the steps, which three of them "
        "fell on last winter, and the town has not answered any of their letters.\n"
    )
    git.commit(pier_md=BEFORE + "\n" + steps)
    git.write("pier.md", BEFORE)
    assert found("--since", "HEAD", ".") == ["paragraph-lost 8"]


def test_a_new_draft_has_no_earlier_version(found, git):
    git.commit(pier_md=BEFORE)
    git.write("harbor.md", AFTER)
    assert found("--since", "HEAD", ".") == []


def test_a_note_lets_it_stand(found, git):
    git.commit(pier_md=BEFORE)
    git.write("pier.md", AFTER + "\n<!-- stet-draft: changes -- we have the recording -->\n")
    assert found("--since", "HEAD", ".") == []


def test_a_future_date_is_not_published(copydesk, git):
    git.commit(pier_md=BEFORE.replace("2021", "2921"))
    git.write("pier.md", AFTER.replace("2021", "2921"))
    result = copydesk("check", "--select", "changes", "--since", "HEAD", ".", installed=True)
    assert (result.code, "info" in result.out, "warning:" in result.out) == (0, True, False)


def test_a_version_that_cannot_be_read_is_none(found, git):
    git.commit(pier_md=BEFORE.replace("title: The pier", "title: [The pier"))
    git.write("pier.md", AFTER)
    assert found("--since", "HEAD", ".") == []


def test_nothing_of_two_versions_is_kept(found, git):
    git.commit(pier_md=BEFORE)
    git.write("pier.md", AFTER)
    first = found("--cache", "--since", "HEAD", ".")
    git.commit()
    assert (found("--cache", "--since", "HEAD", "."), len(first)) == ([], 2)
