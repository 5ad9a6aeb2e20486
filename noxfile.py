"""Chores by name: `nox -l` lists them, `nox -s quick` runs one. Each uses the environment that nox runs in.

`.ci/run` stays what decides: it runs everything in a copy of the checkout and in environments of its own.
"""

from __future__ import annotations

import json
import shutil
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory

import nox

nox.options.sessions = ["quick", "style"]
nox.options.default_venv_backend = "none"


@nox.session
def quick(session: nox.Session) -> None:
    """Run the inner loop: every test but the slow ones."""
    session.run("python", "-m", "pytest", "-q", "-m", "not slow", *session.posargs)


@nox.session
def tests(session: nox.Session) -> None:
    """Run every test."""
    session.run("python", "-m", "pytest", *session.posargs)


@nox.session
def style(session: nox.Session) -> None:
    """Check style, types, layers, and the project's own prose."""
    session.run("ruff", "check", ".")
    session.run("ruff", "format", "--check", ".")
    session.run("mypy")
    session.run("lint-imports")
    session.run(
        "copydesk", "check", "--isolated", "--show", "warning", "README.md", "CONTRIBUTING.md", "docs/"
    )


@nox.session
def primer(session: nox.Session) -> None:
    """Show what the rules report, and with `-- --base main` what a change makes and unmakes."""
    session.run("python", "tests/primer/run.py", *session.posargs)


@nox.session
def speed(session: nox.Session) -> None:
    """Measure a start and the rate of a run."""
    session.run("python", "tests/bench/startup.py")
    session.run("python", "tests/bench/throughput.py")


@nox.session
def release(session: nox.Session) -> None:
    """Build what is published into `dist/`, with hashes, a lock file and a CycloneDX list.

    It builds twice, and keeps nothing where the two differ. It needs `pip install -e ".[release]"`.
    """
    dist = Path("dist")
    if dist.exists() and any(dist.iterdir()):
        session.error("dist/ is not empty: a release is built into an empty folder")
    with TemporaryDirectory() as again:
        for folder in (str(dist), again):
            session.run("python", "-m", "build", "--outdir", folder, silent=True)
        first, second = hashes(dist), hashes(Path(again))
    if first != second:
        shutil.rmtree(dist)
        session.error(f"two builds differ: {first} and {second}")
    lock, listed = dist / "requirements.lock", dist / "copydesk.cdx.json"
    session.run(
        *("pip-compile", "--quiet", "--generate-hashes", "--strip-extras", "--no-header", "--no-annotate"),
        *("--no-emit-find-links", "--no-emit-index-url", "--output-file", str(lock), "pyproject.toml"),
    )
    session.run(
        *(
            "cyclonedx-py",
            "requirements",
            str(lock),
            "--pyproject",
            "pyproject.toml",
            "--output-reproducible",
        ),
        *("--output-format", "JSON", "--output-file", str(listed)),
    )
    name_what_is_listed(listed, next(dist.glob("*.whl")).name.split("-")[1])
    sums = "".join(f"{digest}  {name}\n" for name, digest in sorted(hashes(dist).items()))
    (dist / "SHA256SUMS").write_text(sums, encoding="ascii")
    session.log(f"\n{sums}")


def name_what_is_listed(listed: Path, version: str) -> None:
    """Give a CycloneDX list the version of copydesk, and let copydesk depend on what the list holds."""
    bom = json.loads(listed.read_text(encoding="utf-8"))
    copydesk = bom["metadata"]["component"]
    copydesk["version"] = version
    parts = [one["bom-ref"] for one in bom["components"]]
    others = [one for one in bom.get("dependencies", []) if one["ref"] != copydesk["bom-ref"]]
    bom["dependencies"] = [{"ref": copydesk["bom-ref"], "dependsOn": parts}, *others]
    listed.write_text(json.dumps(bom, indent=2) + "\n", encoding="utf-8")


def hashes(folder: Path) -> dict[str, str]:
    """Return the SHA-256 of every file in a folder, by its name."""
    return {path.name: sha256(path.read_bytes()).hexdigest() for path in folder.iterdir()}


@nox.session
def ci(session: nox.Session) -> None:
    """Run everything that must hold, as CI does."""
    session.run(".ci/run", external=True)
