"""Findings and rules for people, and for editors as SARIF."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from urllib.parse import quote

from drafter import __version__
from drafter.cli.streams import visible
from drafter.cli.tables import Column, laid_out, terminal_cells
from drafter.model.findings import Level
from drafter.model.speech import Example, Found, Rule

SAID: Mapping[Level, str] = {"error": "错误", "warning": "警告", "hint": "提示"}
_COLUMNS = (Column("规则"), Column("程度"), Column("用"), Column("要求"))
_SARIF = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVELS: Mapping[Level, str] = {"error": "error", "warning": "warning", "hint": "note"}
_LONGEST = 30


def finding_line(found: Found) -> str:
    """Return a finding in one line: place, level, text, fault, remedy, rule."""
    place = f"{found.file}：{found.place}" if found.place else _place(found)
    text = found.text if len(found.text) <= _LONGEST else f"{found.text[:_LONGEST]}…"
    quoted = f"“{text}”：" if text and text not in found.what else ""
    remedy = f"（{found.remedy}）" if found.remedy else ""
    return visible(f"{place}：{SAID[found.level]}：{quoted}{found.what}{remedy} [{found.rule}]")


def _place(found: Found) -> str:
    return f"{found.file}:{found.line}:{found.column}"


def rule_table(rules: Sequence[Rule]) -> Iterator[str]:
    """Yield the lines of a table of rules."""
    rows = [(each.id, SAID[each.level], "是" if each.on else "否", each.what) for each in rules]
    return laid_out(_COLUMNS, rows, terminal_cells())


def rule_page(rule: Rule) -> Iterator[str]:
    """Yield the lines that tell all of one rule."""
    state = "" if rule.on else "，没有打开"
    yield visible(f"{rule.id}（{SAID[rule.level]}{state}）：{rule.what}")
    yield visible(f"缘由：{rule.why}")
    for name, said in {**rule.settings, **rule.lists}.items():
        yield visible(f"设置 {name}：{said if isinstance(said, str) else '、'.join(said)}")
    for title, examples in (("对", rule.good), ("错", rule.bad)):
        for example in examples:
            yield from _example(title, example)


def _example(title: str, example: Example) -> Iterator[str]:
    told = (example.date, example.level, example.organ)
    minutes = (f"{example.minutes} 分钟",) if example.minutes else ()
    occasion = "，".join(filter(None, (*told, *minutes)))
    yield f"{title}{f'（{visible(occasion)}）' if occasion else ''}："
    for line in example.text.splitlines():
        yield f"    {visible(line)}"


def sarif(found: Sequence[Found], rules: Sequence[Rule]) -> dict[str, object]:
    """Return findings as a SARIF 2.1.0 log."""
    numbers = {rule.id: number for number, rule in enumerate(rules)}
    driver = {
        "name": "drafter",
        "version": __version__,
        "language": "zh-CN",
        "rules": [_described(rule) for rule in rules],
    }
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [_result(each, numbers[each.rule]) for each in found],
    }
    return {"$schema": _SARIF, "version": "2.1.0", "runs": [run]}


def _described(rule: Rule) -> dict[str, object]:
    return {
        "id": rule.id,
        "shortDescription": {"text": rule.what},
        "fullDescription": {"text": rule.why},
        "defaultConfiguration": {"level": _LEVELS[rule.level], "enabled": rule.on},
    }


def _result(found: Found, number: int) -> dict[str, object]:
    remedy = f"（{found.remedy}）" if found.remedy else ""
    place = f"{found.place}：" if found.place else ""
    return {
        "ruleId": found.rule,
        "ruleIndex": number,
        "level": _LEVELS[found.level],
        "message": {"text": f"{place}{found.what}{remedy}"},
        "locations": [{"physicalLocation": _physical(found)}],
        **_fixes(found),
    }


def _physical(found: Found) -> dict[str, object]:
    artifact = {"artifactLocation": {"uri": _uri(found.file)}}
    if found.place:  # no line of a text file
        return {**artifact}
    return {**artifact, "region": _region(found)}


def _uri(name: str) -> str:
    """Return the place of a file as a URI; one that is not absolute counts from where one is."""
    path = Path(name)
    return path.as_uri() if path.is_absolute() else quote(path.as_posix())


def _region(found: Found) -> dict[str, object]:
    return {
        "startLine": found.line,
        "startColumn": found.column,
        "endLine": found.end_line,
        "endColumn": found.end_column,
        "snippet": {"text": found.text},
    }


def _fixes(found: Found) -> dict[str, object]:
    if found.fix is None or found.place:
        return {}
    region = {name: said for name, said in _region(found).items() if name != "snippet"}
    change = {
        "artifactLocation": {"uri": _uri(found.file)},
        "replacements": [{"deletedRegion": region, "insertedContent": {"text": found.fix}}],
    }
    return {
        "fixes": [
            {"description": {"text": found.remedy or found.what}, "artifactChanges": [change]}
        ]
    }
