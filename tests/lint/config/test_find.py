"""Which file holds for a draft: the nearest one upward from it."""

from __future__ import annotations

import os

import pytest

from copydesk.config.find import Finder
from copydesk.config.toml.located import ConfigError
from copydesk.files.links import shown


def nearest(folder: str) -> str | None:
    found = Finder().nearest(os.path.abspath(folder))
    return None if found is None else shown(found.path).replace(os.sep, "/")


@pytest.mark.parametrize(
    ("draft", "file"),
    [
        ("news", "copydesk.toml"),
        ("news/city", "copydesk.toml"),
        ("sports", "sports/pyproject.toml"),
        ("sports/golf", "sports/pyproject.toml"),
        ("arts", "arts/copydesk.toml"),
        (".", "copydesk.toml"),
    ],
)
def test_the_nearest_file_upward_that_speaks_of_us(folder, draft, file):
    folder(
        {
            "copydesk.toml": "",
            "pyproject.toml": "[tool.copydesk]\n",
            "news/pyproject.toml": "[tool.black]\nname = 'copydesk'\n",
            "news/city/a.txt": "",
            "sports/pyproject.toml": "[tool.copydesk]\n",
            "sports/golf/a.txt": "",
            "arts/copydesk.toml": "",
            "arts/pyproject.toml": "[tool.copydesk]\n",
        }
    )
    assert nearest(draft) == file


def test_no_file_at_all(folder):
    folder({"drafts/a.txt": ""})
    assert nearest("drafts") is None


@pytest.mark.parametrize(
    "table",
    [
        '[tool.copydesk]\nshow = "info"',
        '[tool]\ncopydesk = { show = "info" }',
        '[ "tool" . copydesk.severity ]',
        "[[tool.copydesk.overrides]]",
        'tool.copydesk.show = "info"',
    ],
)
def test_the_table_is_found_in_whatever_way_it_is_written(folder, table):
    folder({"pyproject.toml": table})
    assert nearest(".") == "pyproject.toml"


def test_a_pyproject_that_is_broken_and_not_ours_is_none_of_our_business(folder):
    folder({"pyproject.toml": "[tool.black]\na = = 1"})
    assert nearest(".") is None


def test_a_pyproject_that_is_broken_and_ours_is_an_error(folder):
    folder({"pyproject.toml": "[tool.copydesk]\na = = 1"})
    with pytest.raises(ConfigError, match=r"pyproject.toml:2:5: not TOML"):
        nearest(".")


def test_a_folder_is_looked_into_once(folder, monkeypatch):
    top = folder({"copydesk.toml": "", "a/b/c/x.txt": ""})
    looked: list[str] = []
    isfile = os.path.isfile
    monkeypatch.setattr(os.path, "isfile", lambda path: looked.append(path) or isfile(path))
    finder = Finder()
    for _ in range(100):
        for below in ("a/b/c", "a/b", "a"):
            assert finder.nearest(str(top / below)).path == str(top / "copydesk.toml")
    assert len(looked) == len(set(looked)) < 10


def test_a_link_that_leads_out_is_refused(folder, tmp_path_factory):
    outside = tmp_path_factory.mktemp("outside") / "copydesk.toml"
    outside.write_text("", encoding="utf-8")
    try:
        (folder({"a.txt": ""}) / "copydesk.toml").symlink_to(outside)
    except OSError:
        pytest.skip("links cannot be made here")
    with pytest.raises(ConfigError, match=r"copydesk.toml: is a link that leads outside the repository"):
        nearest(".")


class TestWhatIsNoFile:
    """A configuration that is there and cannot be read is never passed over."""

    @pytest.mark.parametrize("name", ["copydesk.toml", "pyproject.toml"])
    def test_a_folder_in_its_place_is_not_passed_over(self, copydesk, folder, name):
        (folder({"d/a.txt": "A good word.\n"}) / name).mkdir()
        result = copydesk("check", "d")
        assert result.code == 2
        message = "is not a file but a folder, a pipe or a device"
        assert f"copydesk: {name}: {message}; {os.path.join('d', 'a.txt')} was not checked\n" == result.err

    def test_a_link_that_leads_nowhere_is_not_passed_over(self, copydesk, folder):
        root = folder({"d/a.txt": "A good word.\n"})
        try:
            (root / "copydesk.toml").symlink_to("gone.toml")
        except OSError as error:
            pytest.skip(f"this user may not make links: {error}")
        result = copydesk("check", "d")
        assert result.code == 2
        assert result.err.startswith("copydesk: copydesk.toml: is a link that leads nowhere; ")
        assert copydesk("check", "d", "--isolated").code == 0

    @pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no such pipes here")
    def test_a_pipe_is_not_passed_over_and_not_waited_for(self, copydesk, folder):
        root = folder({"d/a.txt": "A good word.\n"})
        os.mkfifo(root / "copydesk.toml")
        assert copydesk("check", "d").code == 2
