"""Other programs: git, Java, Maven."""

from __future__ import annotations

import os


def find_program(name: str, folders: str | None = None) -> str | None:
    """Return the absolute path of a program; None where there is none.

    name     without the suffix that Windows wants
    folders  where it is looked for, as $PATH writes them; by default there

    Never in the current folder, where a stranger's drafts may lie: Windows looks there first, and other
    systems where $PATH has an entry that is empty or relative.
    """
    suffixes = os.environ.get("PATHEXT", ".COM;.EXE;.BAT;.CMD").split(";") if os.name == "nt" else [""]
    searched = os.get_exec_path() if folders is None else folders.split(os.pathsep)
    for folder in filter(os.path.isabs, searched):
        for suffix in suffixes:
            path = os.path.join(folder, name + suffix)
            if os.path.isfile(path) and os.access(path, os.X_OK):
                return path
    return None
