"""`drafter check --sarif`: a log that keeps the rules of SARIF 2.1.0."""

import io
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import docx
import pytest
from checked import RULES
from jsonschema import Draft202012Validator
from rendering import saved

from drafter.cli.main import run

SCHEMA = Path(__file__).parent / "data" / "sarif.json"
FAULTY = (
    "在县政府办公室工作会议上的讲话\n\n同志们：\n\n一、提高认识\n\n"
    "要学懂弄通,做到知行合一。。落实“三个一遍。\n\n三、抓好落实。\n\n贯穿贯穿始终，联系xx同志……。\n"
)
SPEC = """\
template: office-work-meeting
level: 县
organ: 政府办
date: 2026-03-12
outline:
- topic: 参谋辅政
  heading: 学习xx同志的先进事迹
"""


def as_word(text: str) -> bytes:
    document = docx.Document()
    for line in filter(None, text.splitlines()):
        document.add_paragraph(line)
    return saved(document)


FILES = {
    "讲话.txt": FAULTY.encode(),
    "讲 话：#1%?.txt": FAULTY.encode(),
    "夹/讲话.md": b"# " + FAULTY.encode(),
    "讲话.docx": as_word(FAULTY),
    "甲:乙.txt": FAULTY.encode(),
    "讲话.yaml": SPEC.encode(),
    "没有毛病.txt": "同志们，大家辛苦了。\n".encode(),
}


@pytest.fixture(params=FILES)
def name(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.chdir(tmp_path)
    path = Path(request.param)
    path.parent.mkdir(exist_ok=True)
    try:
        path.write_bytes(FILES[request.param])
    except OSError:  # Windows has no such name
        pytest.skip("no name of a file here")
    return str(request.param)


def log_of(capsysbinary: pytest.CaptureFixture[bytes], *arguments: str) -> Any:
    assert run(["check", "--sarif", *arguments]) in (0, 1)
    return json.loads(capsysbinary.readouterr().out)


def results(log: Any) -> list[Any]:
    return [result for run_ in log["runs"] for result in run_["results"]]


def uris(found: object) -> Iterator[str]:
    if isinstance(found, dict):
        yield from ([found["uri"]] if "uri" in found else [])
        found = list(found.values())
    for each in found if isinstance(found, list) else ():
        yield from uris(each)


def regions(found: object) -> Iterator[Any]:
    if isinstance(found, dict):
        yield from ([found] if "startLine" in found else [])
        found = list(found.values())
    for each in found if isinstance(found, list) else ():
        yield from regions(each)


def test_a_log_keeps_the_rules(name: str, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    log = log_of(capsysbinary, name)
    validator = Draft202012Validator(json.loads(SCHEMA.read_text("utf-8")))
    assert [f"{each.json_path} {each.message}" for each in validator.iter_errors(log)] == []
    rules = log["runs"][0]["tool"]["driver"]["rules"]
    assert [each["id"] for each in rules] == list(RULES)
    for result in results(log):
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
    assert bool(results(log)) == (name != "没有毛病.txt")


def test_a_uri_leads_to_the_file(name: str, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    for uri in uris(log_of(capsysbinary, name)):
        assert unquote(uri) == name
    for uri in uris(log_of(capsysbinary, str(Path(name).resolve()))):
        assert uri == Path(name).resolve().as_uri()


def test_a_region_lies_in_the_file(name: str, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    found = list(regions(results(log_of(capsysbinary, name))))
    if name.endswith(".docx"):  # has no lines
        assert found == []
        return
    lines = io.StringIO(FILES[name].decode()).readlines()
    for region in found:
        start = (region["startLine"], region["startColumn"])
        assert start <= (region["endLine"], region["endColumn"])
        last = lines[region["endLine"] - 1].rstrip("\n")
        assert region["endColumn"] <= len(last) + 1  # the column behind the last one
        if "snippet" in region and region["startLine"] == region["endLine"]:
            said = last[region["startColumn"] - 1 : region["endColumn"] - 1]
            assert region["snippet"]["text"] in (said, said.replace("\\", "")) or name.endswith(
                ".yaml"
            )


def test_the_fixes_mend_the_text(
    capsysbinary: pytest.CaptureFixture[bytes], tmp_path: Path
) -> None:
    path = tmp_path / "讲话.txt"
    path.write_text(FAULTY, "utf-8")
    (change, *_) = [
        replacement
        for result in results(log_of(capsysbinary, str(path)))
        for fix in result.get("fixes", ())
        for artifact in fix["artifactChanges"]
        for replacement in artifact["replacements"]
    ]
    region, put = change["deletedRegion"], change["insertedContent"]["text"]
    line = FAULTY.splitlines()[region["startLine"] - 1]
    mended = line[: region["startColumn"] - 1] + put + line[region["endColumn"] - 1 :]
    assert mended.startswith("要学懂弄通，做到知行合一")
