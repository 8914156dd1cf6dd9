"""Drafts: read as any spec, never torn, never in two hands."""

import json
import os
import random
import subprocess
import sys
import time
from datetime import datetime
from pathlib import Path

import pytest

from drafter.errors import DrafterError, FileError
from drafter.model.spec import Choice, Section, Spec
from drafter.storage.drafts import (
    DraftFile,
    Progress,
    draft_bytes,
    new_draft,
    progress_in,
    read_draft,
    recent_drafts,
)
from drafter.storage.settings import read_settings, write_settings
from drafter.tui.workshop import begun, opened, progress_of

SPEC = Spec(
    "office-work-meeting",
    answers={"level": "县", "achievements": ("一", "二"), "stale": True},
    seed="7",
    topics=("政治忠诚", "数字化"),
    number=3,
    parts={"opening": Choice("今天开会")},
    sections=(Section("政治忠诚", Choice("讲政治"), (Choice("一", cue=Choice("提示")),)),),
)
NOW = datetime(2026, 3, 12, 9, 30)


def test_generate_reads_a_draft(tmp_path: Path) -> None:
    path = tmp_path / "draft.yaml"
    path.write_bytes(draft_bytes(SPEC, Progress("points", ("meeting",), "题目")))
    done = subprocess.run(
        [sys.executable, "-m", "drafter", "generate", str(path)], capture_output=True, check=True
    )
    assert "一、讲政治" in done.stdout.decode()


def test_a_draft_comes_back_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "draft.yaml"
    progress = Progress("points", ("meeting",), "题目", {"date": "2026\n\x85\u2028：# {"})
    path.write_bytes(draft_bytes(SPEC, progress))
    workshop, session = opened(path)
    assert read_draft(path)[1] == progress
    assert (session.step, session.unsettled) == ("points", progress.unsettled)
    again = draft_bytes(session.spec, progress_of(session, "题目"))
    assert again == path.read_bytes()
    assert workshop.template.name == "office-work-meeting"


@pytest.mark.parametrize(
    "line",
    [
        "",
        "# drafter: ",
        "# drafter: {",
        "# drafter: []",
        "# drafter: 7",
        '# drafter: {"step": 3, "done": 4, "unsettled": [1]}',
        "# drafter: " + "[" * 100_000,
        '# drafter: {"step": "nowhere", "done": ["nothing"]}',
    ],
)
def test_a_first_line_that_somebody_wrote_in_does_no_harm(line: str, tmp_path: Path) -> None:
    path = tmp_path / "draft.yaml"
    path.write_text(f"{line}\ntemplate: office-work-meeting\n", "utf-8")
    _, session = opened(path)
    assert (session.step, session.done, session.unsettled) == ("meeting", frozenset(), {})
    assert isinstance(progress_in(line), Progress)


@pytest.mark.parametrize(
    ("name", "file"),
    [
        ("讲话", "讲话-20260312-0930.yaml"),
        ("a/b\\c:d", "a-b-c-d-20260312-0930.yaml"),
        ("../..", "draft-20260312-0930.yaml"),
        ("", "draft-20260312-0930.yaml"),
        ("长" * 90, "长" * 40 + "-20260312-0930.yaml"),
    ],
)
def test_names_of_new_drafts(name: str, file: str, tmp_path: Path) -> None:
    path = new_draft(tmp_path, name, NOW)
    assert path == tmp_path / file
    path.touch()
    assert new_draft(tmp_path, name, NOW) == path.with_name(f"{path.stem}-2.yaml")


def test_recent_drafts_come_last_changed_first_and_a_broken_one_is_listed(tmp_path: Path) -> None:
    for number, name in enumerate(("old", "new")):
        path = tmp_path / f"{name}.yaml"
        path.write_bytes(draft_bytes(SPEC, Progress(title=name)))
        os.utime(path, (number, number))
    (tmp_path / "broken.yaml").write_bytes(b"\0")
    names = [(each.path.stem, each.progress.title) for each in recent_drafts(tmp_path)]
    assert names == [("broken", ""), ("new", "new"), ("old", "old")]
    assert recent_drafts(tmp_path / "nothing") == []


def test_one_draft_is_in_one_hand(tmp_path: Path) -> None:
    path = tmp_path / "draft.yaml"
    with DraftFile(path, print), pytest.raises(FileError, match="另一个窗口"):
        DraftFile(path, print)
    DraftFile(path, print).close()


def test_a_disk_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    told: list[DrafterError] = []
    path = tmp_path / "draft.yaml"
    path.mkdir()
    with DraftFile(path, told.append) as draft:
        draft.save(b"x")
        draft.flush()
    assert "不能当作文件来写" in str(told[0])


CHILD = """
import sys
from pathlib import Path
from drafter.storage.drafts import DraftFile, Progress, draft_bytes
from drafter.tui.workshop import begun
_, session = begun("office-work-meeting")
draft = DraftFile(Path(sys.argv[1]), print)
for number in range(100000):
    session = session.answer("meeting", f"第{number}次会议" + "长" * 500)
    draft.save(draft_bytes(session.spec, Progress()))
    print(number, flush=True)
"""


@pytest.mark.parametrize("seed", range(5))
def test_a_killed_program_loses_no_more_than_the_last_change(seed: int, tmp_path: Path) -> None:
    path = tmp_path / "draft.yaml"
    with subprocess.Popen(
        [sys.executable, "-c", CHILD, str(path)], stdout=subprocess.PIPE, text=True
    ) as child:
        assert child.stdout
        child.stdout.readline()
        time.sleep(random.Random(seed).uniform(0, 0.3))
        child.kill()
        last = int(child.stdout.read().split()[-1])
    _, session = opened(path)
    meeting = str(session.spec.answers["meeting"])
    assert int(meeting.partition("次")[0][1:]) >= last - 1
    with DraftFile(path, print):
        pass


def test_nothing_is_kept_of_a_new_session_until_something_is_said() -> None:
    _, session = begun("office-work-meeting")
    assert session.spec == Spec("office-work-meeting")


@pytest.mark.parametrize("text", ["", "{", "[]", '{"theme": 3}', "\0"])
def test_settings_are_read_leniently_and_written_whole(text: str, tmp_path: Path) -> None:
    (tmp_path / "settings.json").write_text(text, "utf-8")
    write_settings(tmp_path, {"theme": "light"})
    assert read_settings(tmp_path) == {"theme": "light"}
    assert json.loads((tmp_path / "settings.json").read_text("utf-8")) == {"theme": "light"}
