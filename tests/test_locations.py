"""Folders of the user: as the system keeps them, or as the environment says."""

from pathlib import Path

import platformdirs
import pytest

from drafter.locations import user_cache, user_phrasebank


@pytest.fixture
def unset(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    for name in ("DRAFTER_DATA", "DRAFTER_CACHE", "XDG_DATA_HOME", "XDG_CACHE_HOME"):
        monkeypatch.delenv(name, raising=False)
    return monkeypatch


@pytest.mark.parametrize("said", [None, "", "relative", "/somewhere/else"])
def test_they_are_where_the_system_keeps_them(unset: pytest.MonkeyPatch, said: str | None) -> None:
    if said is not None:
        unset.setenv("XDG_DATA_HOME", said)
        unset.setenv("XDG_CACHE_HOME", said)
    data = platformdirs.user_data_path("drafter", appauthor=False)
    assert user_phrasebank() == data / "phrasebank"
    assert user_cache() == platformdirs.user_cache_path("drafter", appauthor=False)


def test_the_environment_names_others(unset: pytest.MonkeyPatch, tmp_path: Path) -> None:
    unset.setenv("DRAFTER_DATA", str(tmp_path / "data"))
    unset.setenv("DRAFTER_CACHE", str(tmp_path / "cache"))
    assert user_phrasebank() == tmp_path / "data" / "phrasebank"
    assert user_cache() == tmp_path / "cache"


def test_the_cache_can_be_turned_off(unset: pytest.MonkeyPatch) -> None:
    unset.setenv("DRAFTER_CACHE", "off")
    assert user_cache() is None
