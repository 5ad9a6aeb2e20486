"""Chores by name: `nox -l` lists them, `nox -s quick` runs one. Each uses the environment that nox runs in.

`.ci/run` stays what decides: it runs everything in a copy of the checkout and in environments of its own.
"""

from __future__ import annotations

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
def ci(session: nox.Session) -> None:
    """Run everything that must hold, as CI does."""
    session.run(".ci/run", external=True)
