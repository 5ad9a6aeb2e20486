"""language-tool-python, which finds and fetches LanguageTool. The only module that imports it.

It is GPL-3.0, so it comes with the extra `copydesk[grammar]` only. Starting and asking a server is not left
to it: its own start tries hundreds of ports where LanguageTool cannot start, goes through proxies, and leaves
Java running behind a process that was killed (version 3.4.0).
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import chdir, contextmanager
from typing import Any

from copydesk.errors import LanguageToolError
from copydesk.languagetool import VERSION


def jar_path() -> str:
    """Return the jar to start, of what is installed; raises LanguageToolError."""
    with _one_kind_of_error("LanguageTool cannot be found"):
        return os.path.abspath(str(_tool().get_jar_path()))


def download_url() -> str:
    """Return where `download` fetches from."""
    with _one_kind_of_error("LanguageTool cannot be had"):
        return str(_tool().download_url)


def download(folder: str, java: str) -> None:
    """Fetch LanguageTool with a progress bar, compare its SHA-256, and unpack it below a folder.

    java  the Java that it is for; language-tool-python wants to see one before it fetches anything

    Raises LanguageToolError, and OSError for what the disk has against it.
    """
    path = os.pathsep.join((os.path.dirname(java), os.environ.get("PATH", "")))
    with (
        _one_kind_of_error("LanguageTool was not fetched"),
        _environment(LTP_PATH=folder, PATH=path),
        chdir(folder),  # on Windows it would start the `java` of the current folder
    ):
        _tool().download()


def _tool() -> Any:
    from language_tool_python.download_lt import LocalLanguageTool

    return LocalLanguageTool.from_version_name(VERSION)


@contextmanager
def _one_kind_of_error(what: str) -> Iterator[None]:
    """Make one kind of error of the many that language-tool-python raises, SystemExit among them."""
    try:
        yield
    except ModuleNotFoundError as error:
        raise LanguageToolError(
            f'{what}: {error} (`pip install "copydesk[grammar]"` brings what is needed)'
        ) from error
    except (Exception, SystemExit) as error:
        if isinstance(error, OSError) and error.errno is not None and error.filename is None:
            raise
        raise LanguageToolError(f"{what}: {type(error).__name__}: {error}") from error


@contextmanager
def _environment(**values: str) -> Iterator[None]:
    """Set variables of the environment for a while: language-tool-python takes no other word for it."""
    before = {name: os.environ.get(name) for name in values}
    os.environ.update(values)
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                del os.environ[name]
            else:
                os.environ[name] = value
