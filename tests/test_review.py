"""`drafter mine --review`: the user decides entry by entry, and can leave at any time."""

import io
import sys
from pathlib import Path

import pytest
from archives import files
from building import VOCABULARY
from mined import mined, write_sources

from drafter.cli.main import run
from drafter.model.phrase import Phrasebank
from drafter.storage.bank.phrasebank import load_bank, rejected_ids

STOPPED = 130


class Review:
    """A bank under review."""

    def __init__(self, folder: Path, capsysbinary, monkeypatch: pytest.MonkeyPatch) -> None:
        self.sources = write_sources(folder / "sources")
        self.bank = folder / "bank"
        self.count = len(list(mined(folder / "mined", self.sources)))
        self._capture = capsysbinary
        self._patch = monkeypatch
        for name in ("EDITOR", "VISUAL"):
            monkeypatch.delenv(name, raising=False)

    def say(self, *answers: str, status: int = 0) -> tuple[str, str]:
        """Review with these answers; return what was shown and what was told."""
        said = "".join(f"{answer}\n" for answer in answers).encode()
        self._patch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(said), encoding="utf-8"))
        self._capture.readouterr()
        assert run(["mine", str(self.sources), "--into", str(self.bank), "--review"]) == status
        shown = self._capture.readouterr()
        return shown.out.decode(), shown.err.decode()

    def load(self) -> Phrasebank:
        return load_bank(self.bank, None, VOCABULARY.slots)

    def ledger(self) -> list[str]:
        lines = (self.bank / "mined.txt").read_text("utf-8").splitlines()
        return [line for line in lines if not line.startswith("#")]


@pytest.fixture
def review(tmp_path: Path, capsysbinary, monkeypatch: pytest.MonkeyPatch) -> Review:
    return Review(tmp_path, capsysbinary, monkeypatch)


def test_an_entry_is_shown_with_all_that_helps_to_decide(review: Review) -> None:
    shown, _ = review.say("q")
    assert shown.splitlines()[1:8] == [
        f"1/{review.count}  小标题组",
        "  坚持A为B，做C的D表率",
        "  · 坚持忠诚为先，做旗帜鲜明的政治表率〔政治忠诚〕",
        "  · 坚持参谋为要，做出谋划策的工作表率〔参谋辅政〕",
        "  · 坚持廉洁为本，做守住底线的纪律表率〔作风纪律〕",
        "出处：a.txt:5",
        f"定了 0 条，还剩 {review.count} 条，再运行一次就会接着问",
    ]
    assert list(review.load()) == []


def test_each_decision_is_written_at_once_and_not_asked_again(review: Review) -> None:
    shown, _ = review.say("k", "l", "r", "与主题 不合", "q")
    assert shown.endswith(f"定了 2 条，还剩 {review.count - 2} 条，再运行一次就会接着问\n")
    assert len(list(review.load())) == 1
    (rejected,) = rejected_ids(review.bank)
    text = (review.bank / "rejected.txt").read_text("utf-8")
    assert f"{rejected}  # 与主题 不合\n" in text
    assert review.ledger() == []
    shown, _ = review.say("q")
    assert f"1/{review.count - 2}  " in shown


def test_all_kept_is_what_mining_writes(review: Review, tmp_path: Path) -> None:
    review.say(*["k"] * review.count)
    assert files(review.bank) == files(tmp_path / "mined")


def test_a_document_is_done_when_all_of_its_own_is_decided(review: Review) -> None:
    review.say(*["k"] * (review.count - 1), "l")
    assert len(review.ledger()) == 1
    shown, _ = review.say("r", "")
    assert "定了 1 条，还剩 0 条\n" in shown
    assert len(review.ledger()) == 2
    shown, talk = review.say()
    assert (shown, talk) == (f"共新增 0 条，{review.bank} 没有变化\n", "早已挖过 2 份\n")


@pytest.mark.parametrize(
    ("answer", "kept", "rejected"),
    [
        ("k", 1, 0), ("Ｋ", 1, 0), ("留", 1, 0), (" 留下 ", 1, 0), ("keep", 1, 0),
        ("r", 0, 1), ("ｒ", 0, 1), ("不要", 0, 1),
        ("l", 0, 0), ("以后", 0, 0), ("", 0, 0), ("q", 0, 0), ("离开", 0, 0),
    ],
)  # fmt: skip
def test_keys_and_words_are_understood(
    review: Review, answer: str, kept: int, rejected: int
) -> None:
    review.say(answer, *[""] * rejected, "q")
    assert len(list(review.load())) == kept
    assert len(rejected_ids(review.bank)) == rejected


def test_what_is_not_understood_is_told_and_asked_again(review: Review) -> None:
    _, talk = review.say("好\x1b[2J", "?", "？", "k", "q")
    assert "没有“好\\x1b[2J”这个回答" in talk
    assert talk.count("直接回车也是") == 3
    assert len(list(review.load())) == 1


def test_a_retyped_entry_keeps_its_id_and_gets_a_frame_of_its_own(review: Review) -> None:
    _, talk = review.say("e", "做{{ 不对", "坚持学习为先|坚持实干为要", "q")
    (kept,) = review.load()
    assert "短语里的空位写法不对" in talk
    assert [member.text for member in kept.members] == ["坚持学习为先", "坚持实干为要"]
    assert (kept.frame, kept.id[:2]) == ("坚持A为B", "h-")
    assert "坚持A为B，做C的D表率" not in review.say("q")[0]


def editor(folder: Path, code: str) -> str:
    script = folder / "editor.py"
    script.write_text(
        f"import sys\nfrom pathlib import Path\nfile = Path(sys.argv[1])\n{code}\n", "utf-8"
    )
    return f'"{sys.executable}" "{script}"'


def test_an_entry_is_edited_as_yaml(
    review: Review, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    code = (
        "text = file.read_text('utf-8')\n"
        "file.write_text(text.replace('topics: [政治忠诚]', 'topics: [能力提升]'), 'utf-8')"
    )
    monkeypatch.setenv("EDITOR", editor(tmp_path, code))
    review.say("e", "q")
    (kept,) = review.load()
    assert kept.members[0].topics == ("能力提升",)
    assert kept.members[1].topics == ("参谋辅政",)


def test_what_the_editor_leaves_broken_is_told_and_may_be_mended(
    review: Review, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    code = "text = file.read_text('utf-8')\nfile.write_text(text.replace('坚持忠诚', '{{ tihs }}'), 'utf-8')"
    monkeypatch.setenv("VISUAL", editor(tmp_path, code))
    _, talk = review.say("e", "n", "l", "q")
    assert "请按 YAML 的写法改正" in talk
    assert list(review.load()) == []


def test_what_the_editor_leaves_broken_is_told_at_its_line_there(
    review: Review, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    code = (
        "text = file.read_text('utf-8')\nfile.write_text(text.replace('frame:', 'farme:'), 'utf-8')"
    )
    monkeypatch.setenv("VISUAL", editor(tmp_path, code))
    _, talk = review.say("e", "n", "q")
    assert "第 2 行：不认识“farme”（是不是 frame？）\n" in talk


@pytest.mark.parametrize("code", [None, "sys.exit(1)"])
def test_an_editor_that_fails_leaves_the_entry_to_be_decided(
    code: str | None, review: Review, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("VISUAL", editor(tmp_path, code) if code else "no-such-editor")
    shown, talk = review.say("e", "k", "q")
    assert "编辑器打不开，或没有正常结束（请核对环境变量 VISUAL、EDITOR）" in talk
    assert shown.endswith(f"定了 1 条，还剩 {review.count - 1} 条，再运行一次就会接着问\n")
    assert len(list(review.load())) == 1


def test_the_end_of_the_input_leaves_what_is_decided(review: Review) -> None:
    _, talk = review.say("k", status=STOPPED)
    assert "已停下：定下的 1 条都已写好，再运行一次就会接着问" in talk
    assert len(list(review.load())) == 1


def test_what_is_almost_the_same_is_shown_and_decided_together(review: Review) -> None:
    said = "同志们：\n2023年的会。\n我们要努力工作，不断开创办公室各项工作的崭新局面{}！\n"
    for name, end in (("c", ""), ("d", "吧")):
        (review.sources / f"{name}.txt").write_text(said.format(end), "utf-8")
    for path in review.sources.glob("[ab].txt"):
        path.unlink()
    shown, _ = review.say("r", "", "r", "")
    assert "  我们要努力工作，不断开创办公室各项工作的崭新局面！\n" in shown
    assert "近似：我们要努力工作，不断开创办公室各项工作的崭新局面吧！\n" in shown
    assert review.say()[1] == "早已挖过 2 份\n"
    assert run(["mine", str(review.sources), "--into", str(review.bank), "--again"]) == 0
    assert list(review.load()) == []
