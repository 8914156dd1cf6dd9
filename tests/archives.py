"""Folders of many small documents, all different, and programs that mine them."""

import os
import subprocess
import sys
from collections.abc import Iterator
from itertools import cycle, islice
from pathlib import Path

from drafter.storage.documents import read_document

DOCUMENTS = Path(__file__).parent / "data" / "documents"


LINES = 12


def texts() -> Iterator[str]:
    """Yield the heads of the invented documents again and again, each with a line of its own."""
    for number, path in enumerate(cycle(sorted(DOCUMENTS.glob("*.txt")))):
        head = "\n".join(read_document(path).splitlines()[:LINES])
        yield f"{head}\n　　这是第{number}份。\n"


def write_archive(folder: Path, count: int) -> Path:
    folder.mkdir(parents=True)
    for number, text in enumerate(islice(texts(), count)):
        (folder / f"{number:04}.txt").write_text(text, encoding="utf-8")
    return folder


def files(folder: Path) -> dict[str, bytes]:
    """Return what a user sees in the folder."""
    return {p.name: p.read_bytes() for p in folder.iterdir() if not p.name.startswith(".")}


def mining(*arguments: str | Path, home: Path, **more: object) -> subprocess.Popen[bytes]:
    """Start `drafter mine` with user folders inside `home`, in a process group of its own."""
    inside = {"DRAFTER_DATA": str(home / "data"), "DRAFTER_CACHE": str(home / "cache")}
    return subprocess.Popen(
        [sys.executable, "-m", "drafter", "mine", *map(str, arguments)],
        env=os.environ | inside, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
        stderr=subprocess.PIPE, start_new_session=True, **more,
    )  # fmt: skip


def mine(*arguments: str | Path, home: Path) -> tuple[int, str, str]:
    """Run `drafter mine` to its end; return status, results and talk."""
    process = mining(*arguments, home=home)
    out, talk = process.communicate(timeout=300)
    return process.returncode, out.decode(), talk.decode()
