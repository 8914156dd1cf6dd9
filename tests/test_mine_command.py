"""`drafter mine`: what it takes, what it refuses, what it tells."""

import io
import subprocess
import sys
from pathlib import Path

import pytest
from archives import files
from mined import PLACES, write_sources

from drafter.cli.main import run

GOLDEN = Path(__file__).parent / "golden"
SHORT = "同志们：\n会很短。\n我的发言到此结束，请各位同志指正。\n"


@pytest.fixture(autouse=True)
def at_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def write(name: str, text: str) -> None:
    Path(name).parent.mkdir(parents=True, exist_ok=True)
    Path(name).write_text(text, encoding="utf-8", newline="")


def mine(capsysbinary, *arguments: str) -> tuple[int, str, str]:
    capsysbinary.readouterr()
    status = run(["mine", *arguments])
    said = capsysbinary.readouterr()
    return status, said.out.decode(), said.err.decode()


def test_it_tells_what_was_read_and_what_came_of_it(capsysbinary) -> None:
    write("a.txt", SHORT)
    status, out, talk = mine(capsysbinary, "a.txt")
    assert status == 0
    assert out == "开场  新增 2\n结尾号召  新增 1\n共新增 3 条，写入 phrasebank\n"
    assert talk.splitlines()[0] == "读了 1 份"
    write("b.txt", f"{SHORT}\n")
    _, out, _ = mine(capsysbinary, "a.txt", "b.txt")
    assert out == "开场  添出处 2\n结尾号召  添出处 1\n共新增 0 条，写入 phrasebank\n"


def test_a_dry_run_shows_a_diff_and_writes_nothing(capsysbinary) -> None:
    write("a.txt", SHORT)
    assert mine(capsysbinary, "a.txt")[0] == 0
    before = files(Path("phrasebank"))
    write("b.txt", f"{SHORT}\n")
    write("c.txt", "同志们：\n2023年的会。在此，我向同志们表示衷心的感谢和崇高的敬意！\n")
    status, out, talk = mine(capsysbinary, "a.txt", "b.txt", "c.txt", "--dry-run")
    assert status == 0
    assert out == (GOLDEN / "mine.diff").read_text("utf-8")
    assert talk == "读了 2 份，早已挖过 1 份\n"
    assert files(Path("phrasebank")) == before


def test_a_dry_run_makes_no_folder(capsysbinary) -> None:
    write("a.txt", SHORT)
    status, out, _ = mine(capsysbinary, "a.txt", "--dry-run")
    assert (status, out.splitlines()[0]) == (0, "--- phrasebank/openings.yaml")
    assert not Path("phrasebank").exists()


@pytest.mark.parametrize(("into", "told"), [("phrasebank", False), ("elsewhere", True)])
def test_a_bank_that_drafting_does_not_look_at_is_told(capsysbinary, into: str, told: bool) -> None:
    write("a.txt", SHORT)
    assert ("--bank" in mine(capsysbinary, "a.txt", "--into", into)[2]) == told


def test_the_same_bytes_under_two_names_are_one_document(capsysbinary) -> None:
    write("a.txt", SHORT)
    write("b/copy.txt", SHORT)
    _, _, talk = mine(capsysbinary, "b/copy.txt", "a.txt")
    assert f"{Path('b/copy.txt')}：与 a.txt 内容相同，只算一份" in talk
    assert "读了 1 份，内容重复 1 份" in talk
    assert "seen" not in Path("phrasebank/closings.yaml").read_text("utf-8")


def test_a_document_marked_confidential_is_refused_unless_asked_for(capsysbinary) -> None:
    write("a.txt", SHORT)
    write("m.txt", f"\n机密★1年\n{PLACES}")
    status, _, talk = mine(capsysbinary, "a.txt", "m.txt")
    assert status == 2
    assert "m.txt:2：标有密级“机密★1年”，没有读（确实可以用的，请加 --allow-marked）" in talk
    assert "读了 1 份，有密级、没有读 1 份" in talk
    assert "m.txt" not in Path("phrasebank/mined.txt").read_text("utf-8")
    assert mine(capsysbinary, "m.txt", "--allow-marked", "--dry-run")[0] == 0
    assert mine(capsysbinary, "m.txt")[0] == 2
    status, _, talk = mine(capsysbinary, "a.txt", "m.txt", "--allow-marked")
    assert (status, talk.splitlines()[0]) == (0, "上次停下前读好 1 份，早已挖过 1 份")


def test_what_cannot_be_read_is_told_and_the_rest_goes_on(capsysbinary) -> None:
    write("a.txt", SHORT)
    write("empty.txt", "\n")
    status, out, talk = mine(capsysbinary, "nowhere.txt", "empty.txt", "a.txt")
    assert status == 3
    assert "nowhere.txt：没有这个文件" in talk
    assert "empty.txt：这份文稿是空的" in talk
    assert "读了 1 份，读不了 2 份" in talk
    assert out.endswith("共新增 3 条，写入 phrasebank\n")


def test_standard_input_is_a_document(capsysbinary, monkeypatch: pytest.MonkeyPatch) -> None:
    for options, name in (([], "标准输入"), (["--name", "去年的讲话"], "去年的讲话")):
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(SHORT.encode())))
        assert mine(capsysbinary, "-", "--into", f"bank{name}", *options)[0] == 0
        text = Path(f"bank{name}/closings.yaml").read_text("utf-8")
        assert f"document: {name}, line: 3" in text


def test_where_nothing_is_found_the_document_is_known_all_the_same(capsysbinary) -> None:
    write("a.txt", "2023年。\n")
    status, out, _ = mine(capsysbinary, "a.txt")
    assert (status, out) == (0, "没有挖到短语\n")
    assert mine(capsysbinary, "a.txt")[2] == "早已挖过 1 份\n"


@pytest.mark.parametrize("jobs", ["0", "-1", "x", "1000"])
def test_a_number_of_processes_that_makes_no_sense_is_told(capsysbinary, jobs: str) -> None:
    status, _, talk = mine(capsysbinary, "a.txt", "--jobs", jobs)
    assert (status, talk) == (2, "drafter mine：--jobs 的值不对（用法见 --help）\n")


def test_several_processes_write_the_same_bytes(capsysbinary, tmp_path: Path) -> None:
    sources = write_sources(tmp_path / "sources")
    assert mine(capsysbinary, str(sources), "--into", "one", "--jobs", "1")[0] == 0
    assert mine(capsysbinary, str(sources), "--into", "two", "--jobs", "2")[0] == 0
    assert files(Path("one")) == files(Path("two"))


HEAVY = {"distributed", "multiprocessing", "docx", "pypdfium2", "wcwidth", "difflib"}


@pytest.mark.parametrize(("before", "unwanted"), [(0, HEAVY), (1, HEAVY | {"jinja2", "rapidfuzz"})])
def test_a_few_texts_load_little_and_known_ones_less(
    tmp_path: Path, before: int, unwanted: set[str]
) -> None:
    write("a.txt", SHORT)
    code = (
        "import sys\nfrom drafter.cli.main import run\n"
        "run(['mine', 'a.txt'])\nprint(*sys.modules, file=sys.stderr)"
    )
    for _ in range(before + 1):
        done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True)
    assert not unwanted & set(done.stderr.decode().splitlines()[-1].split())


def test_a_bank_without_a_name_is_refused(capsysbinary) -> None:
    write("a.txt", SHORT)
    status, _, talk = mine(capsysbinary, "a.txt", "--into", "")
    assert (status, talk) == (2, "drafter：--into 后面没有写名称（请写明文件或文件夹）\n")
    assert files(Path()) == {"a.txt": SHORT.encode()}


def test_mining_the_working_folder_again_does_not_mine_the_bank(capsysbinary) -> None:
    write("a.txt", SHORT)
    assert mine(capsysbinary, ".")[0] == 0
    before = files(Path("phrasebank"))
    assert mine(capsysbinary, ".")[2] == "早已挖过 1 份\n"
    assert files(Path("phrasebank")) == before


def test_what_another_layer_has_is_told_and_not_added(capsysbinary) -> None:
    write("a.txt", SHORT)
    assert mine(capsysbinary, "a.txt")[0] == 0
    _, out, _ = mine(capsysbinary, "a.txt", "--into", "elsewhere")
    told = "另有 3 条各层短语库里已有，或是早先删去的\n"
    assert out == f"{told}共新增 0 条，写入 elsewhere\n"
