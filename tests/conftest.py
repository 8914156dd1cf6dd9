"""Every test, and every program it starts, has user folders of its own."""

import os
import tempfile
from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest

_FOLDERS = count()
_HOME = pytest.StashKey[tempfile.TemporaryDirectory[str]]()


def _move_to(folder: Path) -> None:
    os.environ["DRAFTER_DATA"] = str(folder / "data")
    os.environ["DRAFTER_CACHE"] = str(folder / "cache")


def pytest_configure(config: pytest.Config) -> None:
    """Test modules read phrasebanks while they are imported, before any fixture runs."""
    home = config.stash[_HOME] = tempfile.TemporaryDirectory(prefix="drafter-tests-")
    _move_to(Path(home.name))


def pytest_unconfigure(config: pytest.Config) -> None:
    config.stash[_HOME].cleanup()


@pytest.fixture(autouse=True)
def folders_of_its_own(pytestconfig: pytest.Config) -> Iterator[None]:
    before = {name: os.environ[name] for name in ("DRAFTER_DATA", "DRAFTER_CACHE")}
    _move_to(Path(pytestconfig.stash[_HOME].name) / str(next(_FOLDERS)))
    yield
    os.environ.update(before)
