"""The Java that LanguageTool runs on."""

from __future__ import annotations

import os
import re
import subprocess

from copydesk.errors import LanguageToolError
from copydesk.files.programs import find_program

NEEDED = 17
_PATIENCE = 60


def find_java() -> str:
    """Return the program `java`: that of $JAVA_HOME, else the first on the path. Raises LanguageToolError.

    What is found is asked for its version: macOS has a `java` that only says that there is none.
    """
    java = _of_java_home() or find_program("java")
    if java is None:
        raise LanguageToolError(
            f"grammar needs Java {NEEDED} or newer, and there is none: install it, or set JAVA_HOME"
        )
    try:
        asked = subprocess.run(  # noqa: S603  the user's own java
            [java, "-version"],
            cwd=os.path.dirname(java),  # where it crashes it writes a log, and not among drafts
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            errors="replace",
            timeout=_PATIENCE,
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise LanguageToolError(f"{java} is not a Java that runs: {error}") from error
    said = re.search(r'version "(?:1\.)?(\d+)', asked.stdout)
    if asked.returncode or said is None:
        answer = " ".join(asked.stdout.split())[:200] or f"nothing, and exit code {asked.returncode}"
        raise LanguageToolError(
            f"{java} is not a Java that runs (it says: {answer}): install Java {NEEDED} or newer, "
            "or set JAVA_HOME"
        )
    if int(said[1]) < NEEDED:
        raise LanguageToolError(
            f"grammar needs Java {NEEDED} or newer, and {java} is Java {said[1]}: install a newer one, "
            "or set JAVA_HOME"
        )
    return java


def _of_java_home() -> str | None:
    home = os.environ.get("JAVA_HOME")
    return find_program("java", os.path.join(home, "bin")) if home else None
