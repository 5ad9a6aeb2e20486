"""LanguageTool put on this machine: whole, as it was published, or not at all."""

from __future__ import annotations

import errno
import hashlib
import os
import shutil
import subprocess
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from urllib.parse import quote

from copydesk.errors import LanguageToolError
from copydesk.files.programs import find_program
from copydesk.files.reading import reason
from copydesk.languagetool import VERSION, guard, installation
from copydesk.languagetool.java import find_java
from copydesk.languagetool.server import MAIN

LICENCE = "LGPL-2.1-or-later; its word lists have licences of their own"
ZIP_MEGABYTES = 259
MAVEN_MEGABYTES = 97

_HERE = os.path.dirname(__file__)
_POM = os.path.join(_HERE, "pom.xml")
_SUMS = os.path.join(_HERE, f"languagetool-{VERSION}.sha256")
_STAGING = ".copydesk-installing"
_PLUGIN = "org.apache.maven.plugins:maven-dependency-plugin:3.6.1:copy-dependencies"
_FULL = {errno.ENOSPC, errno.EFBIG, errno.EDQUOT} if hasattr(errno, "EDQUOT") else {errno.ENOSPC, errno.EFBIG}


def from_zip() -> None:
    """Install the complete LanguageTool that language-tool-python fetches. Raises LanguageToolError."""
    from copydesk.languagetool.wrapper import download

    java = find_java()
    with _staging() as staging:
        download(staging, java)
        _put_in_place(staging)


def from_maven(progress: Callable[[str], None]) -> None:
    """Install LanguageTool for English from the Maven repository that `mvn` uses. Raises LanguageToolError.

    progress  called with each line that Maven says

    Every jar is compared with the SHA-256 that it had when this version of copydesk was made.
    """
    mvn = find_program("mvn")
    if mvn is None:
        raise LanguageToolError("--from-maven needs Maven, and there is no `mvn` on the path: install it")
    find_java()
    with _staging() as staging:
        folder = os.path.join(staging, os.path.basename(installation.folder()))
        libs = os.path.join(folder, "libs")
        os.makedirs(libs)
        _run_maven(mvn, libs, staging, progress)
        _compare(libs)
        _write_jar(folder)
        _put_in_place(staging)


@contextmanager
def _staging() -> Iterator[str]:
    """Make an empty folder beside the installation, and remove what a killed install left."""
    staging = os.path.join(installation.root(), _STAGING)
    try:
        shutil.rmtree(staging, ignore_errors=True)
        os.makedirs(staging)
        yield staging
    except OSError as error:
        why = "the disk is full" if error.errno in _FULL else reason(error)
        raise LanguageToolError(
            f"LanguageTool cannot be installed in {installation.root()}: {why}; nothing was changed there"
        ) from error
    finally:
        shutil.rmtree(staging, ignore_errors=True)


def _put_in_place(staging: str) -> None:
    """Let what was staged take the place of what is there."""
    target = installation.folder()
    staged = os.path.join(staging, os.path.basename(target))
    if not os.path.isfile(os.path.join(staged, installation.JAR)):
        raise LanguageToolError(f"what was fetched holds no {installation.JAR}: nothing was installed")
    if os.path.lexists(target):
        os.rename(target, os.path.join(staging, "old"))
    os.rename(staged, target)


def _run_maven(mvn: str, libs: str, staging: str, progress: Callable[[str], None]) -> None:
    command = [mvn, "-B", "-f", _POM, f"-Dlt.version={VERSION}", "--strict-checksums"]
    command += [_PLUGIN, "-DincludeScope=runtime", f"-DoutputDirectory={libs}"]
    said = []
    with subprocess.Popen(  # noqa: S603  the user's own mvn
        guard.guarded(staging, command),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
    ) as running:
        for line in running.stdout or ():
            said.append(line.strip())
            progress(said[-1])
    if running.returncode:
        errors = [line for line in said if "ERROR" in line] or said
        raise LanguageToolError(f"Maven failed: {' '.join(' '.join(errors[:3]).split())[:600]}")


def _compare(libs: str) -> None:
    """Raise LanguageToolError unless exactly the jars are there that there must be."""
    with open(_SUMS, encoding="utf-8") as file:
        wanted = {name: sum_ for sum_, name in (line.split() for line in file)}
    there = set(os.listdir(libs))
    for name in sorted(there.symmetric_difference(wanted)):
        what = "came, and does not belong to it" if name in there else "did not come"
        raise LanguageToolError(f"{name} of LanguageTool {VERSION} {what}: nothing was installed")
    for name, sum_ in wanted.items():
        with open(os.path.join(libs, name), "rb") as file:
            found = hashlib.file_digest(file, "sha256").hexdigest()
        if found != sum_:
            raise LanguageToolError(
                f"{name} has the wrong checksum, {found} and not {sum_}: nothing was installed. "
                "Ask who runs the Maven mirror, or delete it from the local repository and try again"
            )


def _write_jar(folder: str) -> None:
    """Write the jar that is started: a manifest that names the others.

    LanguageTool's own jar expects the names that its zip has, not Maven's.
    """
    names = sorted(os.listdir(os.path.join(folder, "libs")))
    lines = (
        "Manifest-Version: 1.0",
        f"Main-Class: {MAIN}",
        "Class-Path: " + " ".join(["./", *(f"libs/{quote(name)}" for name in names)]),
    )
    with zipfile.ZipFile(os.path.join(folder, installation.JAR), "w") as jar:
        jar.writestr("META-INF/MANIFEST.MF", "".join(_folded(line) for line in lines) + "\r\n")


def _folded(line: str) -> str:
    """Return a line of a manifest, which may have 72 bytes."""
    pieces = [line[:70], *(line[at : at + 69] for at in range(70, len(line), 69))]
    return "\r\n ".join(pieces) + "\r\n"
