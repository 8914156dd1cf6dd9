"""`drafter check`: a speech looked over before it is handed in."""

from collections import Counter
from collections.abc import Sequence

import click

from drafter.cli.bank_entries import json_option, put_json, put_lines
from drafter.cli.check_output import SAID, finding_line, rule_page, rule_table, sarif
from drafter.cli.check_reading import MOST_MENDED, Checked, Desk, open_desk
from drafter.cli.command import DrafterCommand
from drafter.cli.streams import tell
from drafter.errors import DrafterError, Exit, InputError
from drafter.model.speech import Found, Rule
from drafter.storage.collector import collector_paused
from drafter.storage.speech_rules import LEVELS, known

_HELP = """检查讲话稿或提纲：文件是 .docx、.md、.txt、.pdf 或说明书，- 读标准输入。

有错误或警告时退出状态为 1。"""


@click.command("check", cls=DrafterCommand, help=_HELP)
@click.argument("files", metavar="[文件]...", nargs=-1)
@click.option("--spec", metavar="说明书", help="按这份说明书核对日期、级别、机关和篇幅。")
@click.option("--level", type=click.Choice(LEVELS), default="hint", help="只报这个程度以上的。")
@click.option("--no-hints", is_flag=True, help="不报提示，只报错误和警告。")
@json_option
@click.option("--sarif", "as_sarif", is_flag=True, help="输出 SARIF 2.1.0，给编辑器读。")
@click.option("--fix", is_flag=True, help="改掉不用斟酌的毛病：先显示改动，问过才写。")
@click.option("--yes", is_flag=True, help="和 --fix 同用：不再问，直接写。")
@click.option("--rules", "listing", is_flag=True, help="列出全部规则。")
@click.option("--rule", "about", metavar="规则", help="说明一条规则：要求、缘由、例子。")
@collector_paused()
def check(
    files: tuple[str, ...],
    spec: str | None,
    level: str,
    no_hints: bool,
    as_json: bool,
    as_sarif: bool,
    fix: bool,
    yes: bool,
    listing: bool,
    about: str | None,
) -> int:
    """Look speeches over, or tell of the rules."""
    desk = open_desk(spec, MOST_MENDED) if fix else open_desk(spec)
    if listing or about:
        _tell_of(desk.rules, about, as_json)
        return Exit.DONE
    _usable(files, as_json, as_sarif, fix, yes)
    checked, status = _all(files, desk)
    if fix:
        from drafter.cli.check_fixing import fixed  # few want it

        checked = [fixed(each, desk, yes) for each in checked]
    least = "warning" if no_hints and level == "hint" else level
    found = [f for each in checked for f in each.found if _grave(f) <= LEVELS.index(least)]
    _put(found, desk.rules, as_json, as_sarif)
    left = any(f.level != "hint" for f in found) or any(each.unfinished for each in checked)
    return status or (Exit.FINDINGS if left else Exit.DONE)


def _usable(files: Sequence[str], as_json: bool, as_sarif: bool, fix: bool, yes: bool) -> None:
    """Refuse what cannot be asked for together."""
    if not files:
        raise InputError("缺少 文件", where="drafter check", remedy="用法见 --help")
    if "" in files:
        raise InputError("有一个路径是空的", where="drafter check", remedy="请核对引号和变量")
    if as_json and as_sarif:
        raise InputError("--json 和 --sarif 只能写一个", where="drafter check")
    if yes and not fix:
        raise InputError("--yes 要和 --fix 同用", where="drafter check")
    if fix and "-" in files:
        raise InputError("标准输入不能改", where="--fix", remedy="请把文稿存成文件")


def _grave(found: Found) -> int:
    """Return how grave a finding is, 0 for the gravest."""
    return LEVELS.index(found.level)


def _all(files: Sequence[str], desk: Desk) -> tuple[list[Checked], int]:
    """Return what is found in each file; one that cannot be read is told, the rest goes on."""
    checked: list[Checked] = []
    status = 0
    for name in dict.fromkeys(files):
        try:
            checked.append(desk.checked(name))
        except DrafterError as error:
            if len(files) == 1:
                raise
            for line in error.lines:
                tell(line)
            status = max(status, error.exit_code)
    return checked, status


def _tell_of(rules: Sequence[Rule], about: str | None, as_json: bool) -> None:
    if about:
        known(about, [rule.id for rule in rules], "--rule")
        rules = [rule for rule in rules if rule.id == about]
    if as_json:
        put_json([rule._asdict() for rule in rules])
    elif about:
        put_lines(rule_page(rules[0]))
    else:
        put_lines(rule_table(rules))


def _put(found: Sequence[Found], rules: Sequence[Rule], as_json: bool, as_sarif: bool) -> None:
    if as_sarif:
        put_json(sarif(found, rules))
    elif as_json:
        put_json([each._asdict() for each in found])
    else:
        put_lines(map(finding_line, found))
        counts = Counter(each.level for each in found)
        told = [f"{said} {counts[level]} 处" for level, said in SAID.items() if counts[level]]
        tell("，".join(told) or "没有发现问题")
