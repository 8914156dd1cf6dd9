"""`drafter mine`: documents into a phrasebank."""

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import click

from drafter.cli.command import DrafterCommand
from drafter.cli.streams import put, tell
from drafter.errors import DrafterError, Exit, FileError
from drafter.locations import shipped_phrasebank
from drafter.mining.freeing import Freeing
from drafter.mining.mine import Miner, merged, printable
from drafter.mining.parse import Parser
from drafter.model.lexicon import Lexicon
from drafter.model.phrase import Entry
from drafter.model.vocabulary import Vocabulary
from drafter.storage.bank_writer import add_entries
from drafter.storage.documents import documents_in, read_document
from drafter.storage.lexicon import load_lexicon
from drafter.storage.vocabulary import load_vocabulary
from drafter.templating.replacing import replacements


@click.command(cls=DrafterCommand, help="从文稿中挖掘短语，添进短语库；路径是文稿或文件夹。")
@click.argument("paths", metavar="路径...", nargs=-1, required=True)
@click.option(
    "--into",
    "folder",
    metavar="文件夹",
    default="phrasebank",
    help="短语库文件夹，没有就新建，默认 phrasebank。",
)
def mine(paths: tuple[str, ...], folder: str) -> int:
    """Mine the documents; one that cannot be read is told, the rest goes on."""
    bank = shipped_phrasebank()
    lexicon, vocabulary = load_lexicon(bank, places=True), load_vocabulary(bank)
    documents, faults = documents_in([Path(path) for path in paths])
    work = _Work(lexicon, vocabulary)
    for fault in faults:
        work.fault(fault)
    entries = list(merged(work.entries(documents)))
    if not entries:
        tell("没有挖到短语")
        return work.status
    added = add_entries(_made(Path(folder)), entries, lexicon.kinds, vocabulary.slots)
    told = [f"{lexicon.kinds.get(kind, kind)}  {count}\n" for kind, count in added.items()]
    put("".join([*told, f"共新增 {sum(added.values())} 条，写入 {printable(folder)}\n"]).encode())
    if added:
        tell(f"起草时加上 --bank {folder}，就会用到这些短语")
    return work.status


class _Work:
    """Reads one document after the other and keeps the worst exit status."""

    def __init__(self, lexicon: Lexicon, vocabulary: Vocabulary) -> None:
        self.status: int = Exit.DONE
        self._parser = Parser(lexicon, whole=True)
        self._miner = Miner(lexicon, Freeing(lexicon, replacements(vocabulary)))

    def entries(self, documents: Sequence[Path]) -> Iterator[Entry]:
        for number, path in enumerate(documents, 1):
            _show(f"{number}/{len(documents)} {printable(path.name)}")
            try:
                text = read_document(path)
            except DrafterError as error:
                self.fault(error)
                continue
            yield from self._miner.entries(self._parser.document(text, str(path)))
        _show("")

    def fault(self, error: DrafterError) -> None:
        """Tell a fault and go on."""
        tell(str(error))
        self.status = max(self.status, error.exit_code)


def _show(progress: str) -> None:
    """Show what is being read, where someone looks on."""
    if sys.stderr.isatty():
        print(f"\r\x1b[2K{progress}", end="", file=sys.stderr, flush=True)


def _made(folder: Path) -> Path:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        remedy = "请换一个位置，或检查权限"
        raise FileError("不能建立这个文件夹", where=str(folder), remedy=remedy) from error
    return folder
