"""`drafter bank`: look at the phrasebank; each command is loaded only when it is called."""

import click

from drafter.cli.command import DrafterGroup
from drafter.cli.streams import put

BANK_COMMANDS = {
    "path": ("drafter.cli.bank_path:path", "各层短语库在哪里，有多少条"),
    "list": ("drafter.cli.bank_list:list_entries", "按种类、主题、出处、年代列出条目"),
    "search": ("drafter.cli.bank_search:search", "按字样或拼音查找"),
    "show": ("drafter.cli.bank_show:show", "一条的全部内容，和出处原文"),
    "stats": ("drafter.cli.bank_stats:stats", "按种类、主题、年代、出处统计"),
    "check": ("drafter.cli.bank_check:check", "检查短语库，指出哪个文件哪一行要改什么"),
}


def _show_help() -> None:
    context = click.get_current_context()
    if context.invoked_subcommand is None:
        put(f"{context.get_help()}\n".encode())


bank = DrafterGroup(
    name="bank",
    callback=_show_help,
    commands_at=BANK_COMMANDS,
    help="查看、搜索、检查短语库：随程序的、自己的、当前文件夹的、--bank 指定的，各层一起看。",
)
