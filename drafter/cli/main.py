"""The `drafter` command; here and nowhere else errors are told."""

import sys
from collections.abc import Sequence
from typing import NoReturn

import click

from drafter import __version__
from drafter.cli.command import DrafterGroup
from drafter.cli.streams import put, speak_utf8, tell
from drafter.errors import DrafterError, Exit, InputError

INTERRUPTED = 130
COMMANDS = {
    "tui": ("drafter.cli.tui:tui", "打开向导，一步一步写出提纲"),
    "generate": ("drafter.cli.generate:generate", "按说明书生成讲话提纲"),
    "new": ("drafter.cli.new:new", "写一份起步的说明书，每一项都有注释"),
    "import": ("drafter.cli.import_:import_", "把改过的提纲读回说明书"),
    "templates": ("drafter.cli.templates:templates", "列出模板，或一个模板要问的事"),
    "check": ("drafter.cli.check:check", "检查讲话稿和提纲，交稿之前过一遍"),
    "parse": ("drafter.cli.parse:parse", "分析文稿的结构，输出 JSON"),
    "mine": ("drafter.cli.mine:mine", "从文稿中挖掘短语，写进短语库"),
    "bank": ("drafter.cli.bank:bank", "查看、搜索、检查短语库"),
    "schema": ("drafter.cli.schema:schema", "各种文件的 JSON Schema，供编辑器补全和检查"),
}
_STATUSES = """\b
退出状态：0 完成；1 还有待补（--strict）或检查出问题；2 用法或输入有错；
3 文件读不了或写不了；130 中途打断。"""


def _show_version(context: click.Context, _: click.Parameter, wanted: bool) -> None:
    if wanted:
        put(f"drafter {__version__}\n".encode())
        context.exit()


def _begin() -> int | None:
    """Open the wizard where somebody sits at a terminal, else show the help."""
    context = click.get_current_context()
    if context.invoked_subcommand is not None:
        return None
    if sys.stdin and sys.stdout and sys.stdin.isatty() and sys.stdout.isatty():
        from drafter.cli.tui import check_terminal, run_wizard  # the other commands need none of it

        check_terminal()
        return run_wizard(None)
    put(f"{context.get_help()}\n".encode())
    return None


root = DrafterGroup(
    name="drafter",
    callback=_begin,
    commands_at=COMMANDS,
    help="离线起草办公室工作会议讲话提纲：词句来自短语库，每一句都能查到出处。",
    epilog=_STATUSES,
    params=[
        click.Option(
            ["--version"],
            is_flag=True,
            is_eager=True,
            expose_value=False,
            callback=_show_version,
            help="显示版本。",
        )
    ],
)


def main() -> NoReturn:
    """Run the command line and exit."""
    speak_utf8()
    sys.exit(run(sys.argv[1:]))


def run(arguments: Sequence[str]) -> int:
    """Run the command line and return its exit status."""
    try:
        status = root.main(list(arguments), prog_name="drafter", standalone_mode=False)
    except DrafterError as error:
        return _told(error)
    except click.UsageError as error:
        from drafter.cli.usage import usage_fault  # only a fault has need of it

        return _told(InputError(usage_fault(error)))
    except (click.Abort, KeyboardInterrupt):
        return INTERRUPTED
    return status if isinstance(status, int) else Exit.DONE


def _told(error: DrafterError) -> int:
    for line in error.lines:
        tell(line)
    return error.exit_code
