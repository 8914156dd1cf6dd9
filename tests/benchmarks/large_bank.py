"""A large phrasebank of invented texts, the same at every run: `python large_bank.py FOLDER [ENTRIES]`."""

import random
import re
import sys
from collections.abc import Iterator
from pathlib import Path

ENTRIES = 100_000
WORDS = re.findall(
    "..",
    "工作办公服务落实会议文件督查协调统筹信息保障机关群众基层作风学习制度责任效率质量标准规范创新数字安全保密调研决策参谋队伍",
)
VERBS = re.findall("..", "抓好推进提升强化完善落实做好办好把牢夯实健全优化")
TOPICS = re.findall("....", "政治忠诚参谋辅政统筹协调督查落实办文办会为民服务能力提升安全保密")
CHARACTERS = [chr(code) for code in range(0x4E00, 0x9FA6)]


def clause(chance: random.Random) -> str:
    """Return a few words, one of them of any two characters."""
    rare = "".join(chance.choices(CHARACTERS, k=2))
    return chance.choice(VERBS) + chance.choice(WORDS) + rare + chance.choice(WORDS)


def sentence(chance: random.Random) -> str:
    return "，".join(clause(chance) for _ in range(chance.randint(2, 5))) + "。"


def source(chance: random.Random) -> str:
    return f"{{document: {chance.randint(1, 2000):04}_speech.txt, line: {chance.randint(1, 900)}}}"


def phrases(chance: random.Random, count: int) -> Iterator[str]:
    """Yield single phrases as `drafter mine` writes them."""
    for number in range(count):
        topics = ", ".join(chance.sample(TOPICS, 2))
        yield (
            f"- id: c-{number:08x}\n  text: {sentence(chance)}\n"
            f"  topics: [{topics}]\n  source: {source(chance)}\n"
        )


def by_hand(chance: random.Random, count: int) -> Iterator[str]:
    """Yield phrases as an editor leaves them: indented lists, quotation marks, comments."""
    for number in range(count):
        yield (
            f'  # {clause(chance)}\n  - text: "{sentence(chance)}"\n    topics:\n'
            f"      - {chance.choice(TOPICS)}\n      - {chance.choice(WORDS)}\n"
            f"    era: {chance.randint(2020, 2026)} # {clause(chance)}\n    id: s-{number:08x}\n\n"
        )


def sets(chance: random.Random, count: int) -> Iterator[str]:
    """Yield sets of three as `drafter mine` writes them."""
    for number in range(count):
        verb = chance.choice(VERBS)
        members = "".join(
            f"  - {{text: {verb}{clause(chance)}, topics: [{chance.choice(TOPICS)}]}}\n"
            for _ in range(3)
        )
        yield (
            f"- id: h-{number:08x}\n  frame: {verb}A\n  level: 2\n  members:\n{members}"
            f"  source: {source(chance)}\n"
        )


def write_bank(folder: Path, count: int = ENTRIES) -> Path:
    """Write a bank of `count` entries, nine in ten single phrases, and return its folder."""
    chance = random.Random(count)
    folder.mkdir(parents=True, exist_ok=True)
    write(folder / "closings.yaml", phrases(chance, count - count // 10))
    write(folder / "headings.yaml", sets(chance, count // 10))
    return folder


def write(path: Path, items: Iterator[str]) -> Path:
    """Write the phrase file at `path`."""
    with path.open("w", encoding="utf-8", newline="\n") as file:
        file.write(f"kind: {path.stem}\nentries:\n")
        file.writelines(items)
    return path


if __name__ == "__main__":
    write_bank(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else ENTRIES)
