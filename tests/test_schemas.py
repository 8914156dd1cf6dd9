"""JSON Schemas say what the readers say, and lie beside the files that name them."""

import json
import re
from pathlib import Path

import pytest
import yaml
from building import TEMPLATE, VOCABULARY
from jsonschema import Draft202012Validator
from reading import LEXICON

from drafter.errors import InputError
from drafter.locations import shipped_phrasebank, shipped_templates
from drafter.storage.bank.phrasebank import entries_of
from drafter.storage.lexicon import load_lexicon
from drafter.storage.profiles import load_profile
from drafter.storage.schemas.kinds import (
    KINDS,
    put_schema,
    schema_bytes,
    schema_line,
    shipped_schema,
)
from drafter.storage.specs.files import SpecFile
from drafter.storage.speech_rules import load_rules, with_own
from drafter.storage.templates import load_template
from drafter.storage.vocabulary import load_vocabulary

BANK, TEMPLATES = shipped_phrasebank(), shipped_templates()
EXAMPLES = sorted((TEMPLATES / "examples").glob("*.yaml"))
PROFILES = sorted((TEMPLATES / "profiles").glob("*.yaml"))
HEAD = re.compile(r"---\n(.*?)---\n", re.DOTALL)


ALL = [load_template(path, VOCABULARY) for path in sorted(TEMPLATES.glob("*.md"))]


def made(kind: str) -> bytes:
    return schema_bytes(kind, LEXICON, VOCABULARY, ALL)


VALIDATORS = {kind: Draft202012Validator(json.loads(made(kind))) for kind in KINDS}


class Core(yaml.SafeLoader):
    """Reads scalars as the core schema of YAML 1.2 does, as editors do: dates are texts."""


Core.yaml_implicit_resolvers = {
    first: [(tag, found) for tag, found in pairs if not tag.endswith("timestamp")]
    for first, pairs in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def faults(kind: str, text: str) -> list[str]:
    """Return what the schema has against `text`, whether scalars are typed or all are texts."""
    trees = [yaml.load(text, loader) for loader in (Core, yaml.BaseLoader)]
    return [each.message for tree in trees for each in VALIDATORS[kind].iter_errors(tree)]


def read(kind: str, text: str, folder: Path) -> None:
    """Read `text` as the program reads a file of `kind`."""
    path = folder / f"{kind}.yaml"
    path.write_text(text, "utf-8")
    match kind:
        case "phrases":
            entries_of(text, path, "phrases", VOCABULARY.slots)
        case "vocabulary":
            load_vocabulary(folder)
        case "lexicon":
            load_lexicon(folder)
        case "checks":
            with_own(load_rules(shipped_phrasebank()), folder)
        case "template":
            path = folder / "mine.md"
            path.write_text(f"---\n{text}\n---\n正文\n", "utf-8")
            load_template(path, VOCABULARY)
        case "profile":
            load_profile(path)
        case _:
            spec = SpecFile(text, str(path))
            assert spec.template[0] == TEMPLATE.name
            spec.spec(TEMPLATE, VOCABULARY.slots, VOCABULARY.words)


@pytest.mark.parametrize("kind", KINDS)
def test_a_schema_is_one(kind: str) -> None:
    schema = json.loads(made(kind))
    Draft202012Validator.check_schema(schema)
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"


@pytest.mark.parametrize("kind", KINDS)
def test_the_shipped_schema_is_what_the_program_writes(kind: str) -> None:
    assert shipped_schema(kind).read_bytes() == made(kind)


@pytest.mark.parametrize("path", sorted(BANK.glob("*.yaml")), ids=lambda path: path.name)
def test_the_files_of_the_shipped_bank_are_valid(path: Path) -> None:
    kind = path.stem if path.stem in KINDS else "phrases"
    assert faults(kind, path.read_text("utf-8")) == []


@pytest.mark.parametrize("path", sorted(TEMPLATES.glob("*.md")), ids=lambda path: path.name)
def test_the_heads_of_the_shipped_templates_are_valid(path: Path) -> None:
    head = HEAD.match(path.read_text("utf-8"))
    assert head and faults("template", head[1]) == []


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.name)
def test_the_shipped_examples_are_valid(path: Path) -> None:
    assert faults("spec", path.read_text("utf-8")) == []


@pytest.mark.parametrize("path", PROFILES, ids=lambda path: path.name)
def test_the_shipped_profiles_are_valid(path: Path) -> None:
    assert faults("profile", path.read_text("utf-8")) == []


def named_in(path: Path) -> Path:
    """Return the schema that the first line of a file names."""
    found = re.match(r"(?:---\n)?# yaml-language-server: \$schema=(\S+)\n", path.read_text("utf-8"))
    assert found
    return path.parent / found[1]


@pytest.mark.parametrize(
    "path",
    [*sorted(BANK.glob("*.yaml")), *sorted(TEMPLATES.glob("*.md")), *EXAMPLES, *PROFILES],
    ids=lambda path: path.name,
)
def test_every_shipped_file_names_its_schema(path: Path) -> None:
    assert named_in(path).is_file()


def test_a_schema_put_beside_a_file_is_the_one_its_first_line_names(tmp_path: Path) -> None:
    for kind in KINDS:
        put_schema(tmp_path, kind)
        path = tmp_path / f"{kind}.yaml"
        path.write_text(schema_line(kind), "utf-8")
        assert named_in(path).read_bytes() == made(kind)


def test_a_schema_that_is_there_is_not_written_again(tmp_path: Path) -> None:
    put_schema(tmp_path, "phrases")
    path = tmp_path / ".schemas" / "phrases.json"
    before = path.stat().st_mtime_ns, path.stat().st_ino
    put_schema(tmp_path, "phrases")
    assert (path.stat().st_mtime_ns, path.stat().st_ino) == before


QUESTION = "title: 题\ndescription: 述\nplan: {topics: {政治忠诚: {}}}\nquestions:\n  "
PLAN = "title: 题\ndescription: 述\nquestions: {level: {help: 级别}}\nplan:\n  topics: {政治忠诚: {}}\n  "
BASED = "based_on: standard\n"
SOUND = [
    ("profile", BASED),
    ("profile", BASED + "page: {lines: 20, left: 27.5, right: '26'}\n"),
    ("profile", BASED + "title: 大字\nstyles: {title: {size: 26, bold: 是}, cue: {}}\nwords: 会议\n"),
    ("profile", BASED + "number: {form: '- {} -', facing: 否}\nfonts: {隶书: {instead: 楷体}}\n"),
    ("phrases", "kind: phrases\nentries:\n- 同志们，努力奋斗！\n"),
    ("phrases", "entries:\n- {text: 奋斗, era: 2022, seen: 3, topics: 政治忠诚, source: 自编}\n"),
    ("phrases", "entries:\n- {text: '为{{ region }}奋斗', source: [{document: a.txt, line: 3}, b]}\n"),
    ("phrases", "entries:\n- {frame: 坚持A, level: 1, slots: {A: 事项}, members: [坚持一, {text: 坚持二}]}\n"),
    ("phrases", "entries:\n- {id: c-1, topics: [政治忠诚]}\n"),
    ("phrases", "entries: []\n"),
    ("phrases", "entries:\n- {text: 我的, topics: [自己的主题], organs: [自己的机关], tags: [甲]}\n"),
    ("vocabulary", "words: {a: 甲}\nlevels: {旗: {above: 市}}\norgans: {工会: {office: 工会办}}\n"),
    ("lexicon", "words: {title: [讲话]}\ntopics: {自己的主题: 甲}\n"),
    ("checks", "rules: {cliche: 是, breath: {level: warning, settings: {clause: 50}}}\n"),
    ("checks", "kind: checks\nrules: {confusable: {use: 否, table: [{误: 甲, 正: 乙, 不前接: 丙}]}}\n"),
    ("template", QUESTION + "level: {type: choice, choices: levels, help: 级别}"),
    ("template", PLAN + "parts: {opening: {wordings: [好, {text: 好, since: 2026, until: 2026-03}]}}"),
    ("spec", "template: office-work-meeting\nlevel:\nseed: 7\nstale: 是\nexchange: 甲、乙\n"),
    ("spec", "template: office-work-meeting\ndate: 2026-03-12\ntopics: 参谋辅政、督查落实\n"),
    ("spec", "template: office-work-meeting\noutline:\n- {topic: 政治忠诚, heading: {text: 好, id: h-1}}\n"),
    ("spec", "template: office-work-meeting\nchecks: {cliche: 是, breath: 否}\n"),
    ("spec", "template: office-work-meeting\nparts: {closing: 谢谢}\noffice: 市委办公厅\nsections: 3\n"),
]  # fmt: skip
BROKEN = [
    ("profile", "title: 大字\n"),
    ("profile", BASED + "pgae: {lines: 15}\n"),
    ("profile", BASED + "page: {line: 15}\n"),
    ("profile", BASED + "page: {lines: 15.5}\n"),
    ("profile", BASED + "page: {left: 宽}\n"),
    ("profile", BASED + "page: {left: -3}\n"),
    ("profile", BASED + "styles: {titel: {size: 26}}\n"),
    ("profile", BASED + "styles: {title: {align: middle}}\n"),
    ("profile", BASED + "styles: {title: {keep: 也许}}\n"),
    ("profile", BASED + "styles: {title: {size: 2}}\n"),
    ("profile", BASED + "number: {form: 第页}\n"),
    ("profile", BASED + "highlight: 黄\n"),
    ("profile", BASED + "fonts: {黑体: {intsead: [宋体]}}\n"),
    ("phrases", "entries:\n- {txet: 奋斗}\n"),
    ("phrases", "entries:\n- {text: 奋斗, era2: 2022}\n"),
    ("phrases", "entries:\n- {topics: [政治忠诚]}\n"),
    ("phrases", "entries:\n- {id: c-1}\n"),
    ("phrases", "entries:\n- {text: ''}\n"),
    ("phrases", "entries:\n- {text: '{% if 1 %}'}\n"),
    ("phrases", "entries:\n- {text: '{{ a.b }}'}\n"),
    ("phrases", "entries:\n- {text: 好, seen: 0}\n"),
    ("phrases", "entries:\n- {text: 好, seen: 多}\n"),
    ("phrases", "entries:\n- {text: 好, topics: {政治忠诚: 1}}\n"),
    ("phrases", "entries:\n- {text: 好, source: {line: 3}}\n"),
    ("phrases", "entries:\n- {text: 好, source: {document: a, lines: 3}}\n"),
    ("phrases", "entries:\n- {frame: A, members: []}\n"),
    ("phrases", "entries:\n- {frame: A, members: [{topics: 甲}]}\n"),
    ("phrases", "entries:\n- {frame: A, members: [甲], level: 5}\n"),
    ("phrases", "entries: {a: 1}\n"),
    ("phrases", "entrys: []\n"),
    ("checks", "rules: {clichee: 是}\n"),
    ("checks", "rules: {cliche: 也许}\n"),
    ("checks", "rules: {cliche: {levle: warning}}\n"),
    ("checks", "rules: {cliche: {level: fatal}}\n"),
    ("checks", "rules: [cliche]\n"),
    ("spec", "template: office-work-meeting\nchecks: {cliche: 也许}\n"),
    ("vocabulary", "words: {a: 甲}\nlevels: {}\n"),
    ("vocabulary", "words: {a: [甲]}\nlevels: {市: {}}\norgans: {甲: {}}\n"),
    ("vocabulary", "words: {a: 甲}\nlevels: {市: {}}\norgans: {甲: {}}\nmore: 1\n"),
    ("lexicon", "topics: {}\n"),
    ("lexicon", "words: {title: {a: b}}\n"),
    ("lexicon", "words: {title: [讲话]}\ntopic: {}\n"),
    ("template", QUESTION + "Level: {help: 级别}"),
    ("template", QUESTION + "level: {type: choise, help: 级别}"),
    ("template", QUESTION + "level: {type: choice, help: 级别}"),
    ("template", QUESTION + "level: {type: text, choices: [甲], help: 级别}"),
    ("template", QUESTION + "level: {type: text}"),
    ("template", PLAN + "months: {今年: 一月}"),
    ("template", PLAN + "sections: {least: 0}"),
    ("template", PLAN + "parts: {opening: {kind: thanks}}"),
    ("template", PLAN + "parts: {opening: {wordings: [{since: 2026}]}}"),
    ("spec", "level: 市\n"),
    ("spec", "template: office-work-meeting\nlevle: 市\n"),
    ("spec", "template: office-work-meeting\nlevel: [市]\n"),
    ("spec", "template: office-work-meeting\ndate: 三月\n"),
    ("spec", "template: office-work-meeting\nstale: 也许\n"),
    ("spec", "template: office-work-meeting\nsections: 99\n"),
    ("spec", "template: office-work-meeting\nparts: {clsoing: 谢谢}\n"),
    ("spec", "template: office-work-meeting\noutline: [{tpoic: 政治忠诚}]\n"),
    ("spec", "template: office-work-meeting\noutline: [{heading: {id: h-1}}]\n"),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "text"), SOUND)
def test_what_the_reader_takes_the_schema_takes(kind: str, text: str, tmp_path: Path) -> None:
    read(kind, text, tmp_path)
    assert faults(kind, text) == []


@pytest.mark.parametrize(("kind", "text"), BROKEN)
def test_what_the_reader_refuses_the_schema_refuses(kind: str, text: str, tmp_path: Path) -> None:
    with pytest.raises(InputError):
        read(kind, text, tmp_path)
    assert faults(kind, text)


def test_editors_offer_topics_organs_and_keys_in_chinese() -> None:
    schema = made("phrases").decode()
    assert all(f'"{name}"' in schema for name in (*LEXICON.topics, *VOCABULARY.organs))
    for kind in KINDS:
        top = json.loads(made(kind))["properties"]
        assert all(re.search("[一-鿿]", each["description"]) for each in top.values())
