"""`drafter templates`: the templates, or the questions of one."""

import json
from collections.abc import Iterable, Iterator

import click

from drafter.cli.command import DrafterCommand
from drafter.cli.streams import put
from drafter.errors import Exit
from drafter.locations import shipped_phrasebank, shipped_templates
from drafter.model.template import Question, Template
from drafter.storage.templates import find_template, load_template, template_names
from drafter.storage.vocabulary import load_vocabulary


@click.command(cls=DrafterCommand, help="列出模板；写明 NAME 则列出这个模板要问的事。")
@click.argument("name", required=False)
@click.option("--json", "as_json", is_flag=True, help="输出 JSON，给程序读。")
def templates(name: str | None, as_json: bool) -> int:
    """List the templates, or what one asks."""
    if name is None:
        found = [_load(each) for each in template_names(shipped_templates())]
        put(_json([_about(each) for each in found]) if as_json else _text(map(_line, found)))
        return Exit.DONE
    template = _load(name)
    put(_json(_about(template) | _questions(template)) if as_json else _text(_lines(template)))
    return Exit.DONE


def _load(name: str) -> Template:
    path = find_template(shipped_templates(), name, "drafter templates")
    return load_template(path, load_vocabulary(shipped_phrasebank()))


def _about(template: Template) -> dict[str, object]:
    return {
        "name": template.name,
        "title": template.title,
        "description": template.description,
    }


def _questions(template: Template) -> dict[str, object]:
    return {"questions": [_asked(question) for question in template.questions]}


def _asked(question: Question) -> dict[str, object]:
    return {
        "name": question.name,
        "type": question.kind,
        "help": question.help,
        "default": question.default,
        "choices": question.choices,
        "when": question.when,
    }


def _line(template: Template) -> str:
    return f"{template.name}  {template.title}：{template.description}"


def _lines(template: Template) -> Iterator[str]:
    yield _line(template)
    for question in template.questions:
        yield f"\n{question.name}（{question.kind}）{question.help}"
        if question.default:
            default = question.default
            yield f"    默认：{default if isinstance(default, str) else '；'.join(default)}"
        if question.choices:
            yield f"    可选：{'、'.join(question.choices)}"
        if question.when:
            yield f"    条件：{question.when}"


def _text(lines: Iterable[str]) -> bytes:
    return ("\n".join(lines) + "\n").encode()


def _json(value: object) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=2) + "\n").encode()
