"""`drafter templates`: the templates, or the questions of one."""

import json
from collections.abc import Iterable, Iterator
from pathlib import Path

import click

from drafter.cli.command import DrafterCommand
from drafter.cli.streams import put, tell, visible
from drafter.cli.tables import Column, laid_out, terminal_cells
from drafter.errors import DrafterError, Exit
from drafter.locations import shipped_phrasebank, shipped_templates
from drafter.model.layout import Profile
from drafter.model.template import Question, Template
from drafter.storage.templates import load_template, template_called, template_places
from drafter.storage.vocabulary import load_vocabulary

_COLUMNS = (Column("名字"), Column("标题"), Column("什么时候用"))
_KINDS = {
    "text": "文字",
    "choice": "选一项",
    "number": "整数",
    "date": "日期",
    "list": "列表",
    "yes-no": "是或否",
}


_LAYOUTS = (Column("名字"), Column("标题"), Column("什么样"))


@click.command(cls=DrafterCommand, help="列出模板；写明 NAME 则列出这个模板要问的事。")
@click.argument("name", required=False)
@click.option("--profiles", is_flag=True, help="列出 Word 文件的版式（generate --profile 用）。")
@click.option("--json", "as_json", is_flag=True, help="输出 JSON，给程序读。")
def templates(name: str | None, profiles: bool, as_json: bool) -> int:
    """List the templates, or what one asks, or the layouts."""
    if profiles:
        put(_layouts(as_json))
        return Exit.DONE
    if name is not None:
        template = _load(template_called(name, "drafter templates"))
        put(_json(_about(template) | _asks(template)) if as_json else _text(_lines(template)))
        return Exit.DONE
    found = list(_listed())
    put(_json([_about(each) for each in found]) if as_json else _text(_table(found)))
    return Exit.DONE


def _load(path: Path) -> Template:
    return load_template(path, load_vocabulary(shipped_phrasebank()))


def _listed() -> Iterator[Template]:
    """Yield every template; a file of the user's own that is none is told, not refused."""
    for *hidden, path in template_places().values():
        for other in hidden:
            tell(f"{other}：有同名的模板，用的是 {path}（两个都要用，请改一个文件名）")
        try:
            template = _load(path)
            _tell_misnamed(template)
            yield template
        except DrafterError as error:
            if path.parent == shipped_templates():
                raise
            tell(str(error))


def _tell_misnamed(template: Template) -> None:
    """Tell of a template whose head gives it another name than its file, which alone counts."""
    if template.named not in ("", template.name):
        remedy = f"请改成 name: {template.name}，或给文件改名"
        tell(f"{template.path}：name 写的是“{template.named}”，但模板只按文件名叫（{remedy}）")


def _about(each: Template | Profile) -> dict[str, object]:
    return {"name": each.name, "title": each.title, "description": each.description}


def _asks(template: Template) -> dict[str, object]:
    plan = template.plan
    return {
        "questions": [_asked(question) for question in template.questions],
        "sections": plan.sections._asdict(),
        "points": plan.points._asdict(),
        "topics": [topic.name for topic in plan.topics],
        "parts": [part.name for part in plan.parts],
    }


def _asked(question: Question) -> dict[str, object]:
    return {
        "name": question.name,
        "type": question.kind,
        "help": question.help,
        "default": question.default,
        "choices": question.choices,
        "when": question.when,
    }


def _layouts(as_json: bool) -> bytes:
    from drafter.cli.layouts import listed_profiles  # few ask for them

    found = list(listed_profiles())
    return _json([_about(each) for each in found]) if as_json else _text(_table(found, _LAYOUTS))


def _table(
    found: Iterable[Template | Profile], columns: tuple[Column, ...] = _COLUMNS
) -> Iterator[str]:
    rows = [(each.name, each.title, each.description) for each in found]
    return laid_out(columns, rows, terminal_cells())


def _lines(template: Template) -> Iterator[str]:
    yield visible(f"{template.name}  {template.title}")
    yield visible(template.description)
    for question in template.questions:
        yield ""
        yield visible(f"{question.name}（{_KINDS[question.kind]}）{question.help}")
        yield from (visible(f"    {label}：{said}") for label, said in _details(question) if said)
    plan = template.plan
    yield ""
    yield visible(f"主题：{'、'.join(topic.name for topic in plan.topics)}")
    yield visible(f"各部分：{'、'.join(part.name for part in plan.parts)}")
    yield f"小标题 {_span(plan.sections)} 个，每个小标题下分论点 {_span(plan.points)} 个"


def _details(question: Question) -> Iterator[tuple[str, str]]:
    default = question.default
    yield "默认", default if isinstance(default, str) else "；".join(default)
    yield "可选", "、".join(question.choices)
    yield "条件", question.when


def _span(span: tuple[int, int]) -> str:
    least, most = span
    return str(least) if least == most else f"{least} 到 {most}"


def _text(lines: Iterable[str]) -> bytes:
    return ("\n".join(lines) + "\n").encode()


def _json(value: object) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=2) + "\n").encode()
