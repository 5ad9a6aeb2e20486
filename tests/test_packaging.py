"""What would be published holds what it must, and nothing else."""

from __future__ import annotations

import subprocess
import sys
import tarfile
from pathlib import Path
from zipfile import ZipFile

import pytest

from copydesk import __version__

pytestmark = pytest.mark.install

ROOT = Path(__file__).parents[1]
PACKAGES = {"copydesk": ROOT / "lint" / "copydesk", "copydesk_rules": ROOT / "rules" / "copydesk_rules"}
METADATA = f"copydesk-{__version__}.dist-info"


@pytest.fixture(scope="module")
def dist(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The source distribution, and the wheel built from it. The build tools of this environment are used."""
    folder = tmp_path_factory.mktemp("dist")
    build = [sys.executable, "-m", "build", "--no-isolation", "--outdir", str(folder), str(ROOT)]
    subprocess.run(build, check=True, capture_output=True)
    return folder


@pytest.fixture(scope="module")
def wheel(dist: Path) -> list[str]:
    """The names in the wheel."""
    with ZipFile(dist / f"copydesk-{__version__}-py3-none-any.whl") as archive:
        return archive.namelist()


def test_two_builds_are_the_same_byte_for_byte(dist: Path, tmp_path: Path) -> None:
    build = [sys.executable, "-m", "build", "--no-isolation", "--outdir", str(tmp_path), str(ROOT)]
    subprocess.run(build, check=True, capture_output=True)
    built = {path.name: path.read_bytes() for path in dist.iterdir()}
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == built


def test_the_wheel_holds_the_two_packages_and_nothing_else(wheel: list[str]) -> None:
    assert {name.split("/")[0] for name in wheel} == {*PACKAGES, METADATA}


@pytest.mark.parametrize("package", PACKAGES)
def test_every_file_of_a_package_is_in_the_wheel(package: str, wheel: list[str]) -> None:
    folder = PACKAGES[package]
    files = [path for path in folder.rglob("*") if path.is_file() and path.parent.name != "__pycache__"]
    expected = {f"{package}/{path.relative_to(folder).as_posix()}" for path in files}
    assert {name for name in wheel if name.startswith(f"{package}/")} == expected
    assert f"{package}/py.typed" in expected


def test_the_wheel_holds_the_data(wheel: list[str]) -> None:
    assert [name for name in wheel if name.startswith("copydesk/schema/") and name.endswith(".json")]
    assert [name for name in wheel if name.startswith("copydesk_rules/data/") and name.endswith(".txt")]
    assert f"{METADATA}/licenses/LICENSE" in wheel


def test_the_source_distribution_can_be_tested(dist: Path) -> None:
    with tarfile.open(dist / f"copydesk-{__version__}.tar.gz") as archive:
        names = {name.partition("/")[2] for name in archive.getnames()}
    own = {
        ".ci/run",
        ".pre-commit-hooks.yaml",
        "pre-commit-hooks.yaml",
        "README.md",
        "CHANGELOG.md",
        "LICENSE",
    }
    assert own <= names
    assert "tests/test_packaging.py" in names
    assert any(name.startswith("seeds/") for name in names)
