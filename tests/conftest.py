"""Settings of all tests, and what all of them share."""

from __future__ import annotations

import os
from collections.abc import Callable
from tempfile import mkdtemp

import pytest
from hypothesis import settings

# No test reads what the user's own runs left behind, nor leaves anything there.
os.environ["COPYDESK_CACHE_DIR"] = mkdtemp(prefix="copydesk-cache-")

# How long one example takes is the machine's affair.
settings.register_profile("copydesk", deadline=None)
settings.load_profile("copydesk")


@pytest.fixture(autouse=True)
def no_ci_service(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let no test see that it runs in a CI service: `--format auto` does."""
    for name in ("GITHUB_ACTIONS", "GITHUB_STEP_SUMMARY", "GITHUB_WORKSPACE", "CI_PROJECT_DIR"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture(scope="session")
def skip() -> Callable[[str, str], None]:
    """Skip a test for want of something: `skip("vim", "there is no vim")`.

    Where the environment's `COPYDESK_NEEDS` names it, the test fails instead: a CI that has it must use it.
    """

    def skip_or_fail(what: str, reason: str) -> None:
        if what in os.environ.get("COPYDESK_NEEDS", "").split():
            pytest.fail(reason)
        pytest.skip(reason)

    return skip_or_fail
