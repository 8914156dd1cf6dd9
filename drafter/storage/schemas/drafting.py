"""JSON Schemas of specs and of the heads of templates."""

from collections.abc import Iterable, Sequence

from drafter.model.lexicon import Lexicon
from drafter.model.outline import POINT_STYLES
from drafter.model.spec import NO, YES
from drafter.model.template import Question, Template
from drafter.model.vocabulary import Vocabulary
from drafter.storage.schemas.words import (
    Schema,
    described,
    keyed,
    listed,
    mapping,
    number,
    one_of,
    only,
    phrase,
    phrase_or_nothing,
    said,
    table,
    text,
    texts,
)
from drafter.storage.specs.keys import (
    CHOICE_KEYS,
    FILLED_KEYS,
    LEAST_RATE,
    LOWEST_LEVEL,
    MOST_MINUTES,
    MOST_RATE,
    POINT_KEYS,
    SECTION_KEYS,
    SPEC_KEYS,
    WRITTEN_KEYS,
)
from drafter.storage.templates import (
    CUE_KEYS,
    HEAD_KEYS,
    HEADING_KEYS,
    MOST_WEIGHT,
    PART_KEYS,
    PENDING_KEYS,
    PLAN_KEYS,
    QUESTION_KEYS,
    QUESTION_KINDS,
    SPAN_KEYS,
    SUFFIX,
    TOPIC_KEYS,
    WORDING_KEYS,
)

_MOST = 10**8 - 1
_DATE = r"^$|^\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?$"
_SINCE = r"^$|^\d{4}(-\d\d){0,2}$"
_MONTHS = r"^\d{1,2}-\d{1,2}$"


def spec_schema(templates: Sequence[Template], vocabulary: Vocabulary) -> Schema:
    """Return the schema of specs; those of a template of the user's own may say more."""
    names = [template.name for template in templates]
    keys = _spec_keys(["template"])
    keys["template"] = described(
        {"anyOf": [{"enum": names}, {"type": "string", "pattern": rf"\{SUFFIX}$"}]},
        f"用哪个模板：名字，或自己的模板文件（{SUFFIX}）",
    )
    return {
        "title": "说明书",
        "type": "object",
        "required": ["template"],
        "properties": keys,
        "allOf": [_asked_by(template, vocabulary) for template in templates],
    }


def _asked_by(template: Template, vocabulary: Vocabulary) -> Schema:
    """Return what a spec of `template` may say."""
    topics = [topic.name for topic in template.plan.topics]
    keys: dict[str, Schema] = {name: phrase_or_nothing() for name in sorted(vocabulary.words)}
    keys |= {question.name: _answer(question, vocabulary) for question in template.questions}
    keys |= _spec_keys(topics)
    span = template.plan.sections
    parts = {part.name: _choice() for part in template.plan.parts}
    keys["sections"] = described(number(span.least, span.most), "小标题的个数；不写由短语库决定")
    keys["parts"] = described(
        {"anyOf": [table(parts), {"type": "null"}]}, "指定某一部分的文字：原文，或短语的编号"
    )
    named = {"properties": {"template": {"const": template.name}}, "required": ["template"]}
    return {"if": named, "then": table(keys)}


def _spec_keys(topics: Iterable[str]) -> dict[str, Schema]:
    section: dict[str, Schema] = {
        "topic": described(one_of(topics), "主题"),
        "heading": described(_choice(FILLED_KEYS), "小标题的原文，或短语的编号"),
        "points": described(listed(_choice(POINT_KEYS)), "分论点，一项一条"),
    }
    told: dict[str, Schema] = {
        "template": described(said(), "用哪个模板"),
        "seed": described(text(), "种子：同一个数，选出同样的词句"),
        "minutes": described(number(0, MOST_MINUTES), "讲多少分钟；不写就不算字数"),
        "rate": described(number(LEAST_RATE, MOST_RATE), "一分钟讲多少字；不写按 150 到 200 字"),
        "log": described(_yes_no(), "写 否：不看、也不记以前讲过什么"),
        "sections": described(number(0, _MOST), "小标题的个数"),
        "topics": described(texts(one_of(topics)), "各部分的主题，按先后写"),
        "parts": described(mapping(_choice()), "指定某一部分的文字"),
        "outline": described(
            listed({"anyOf": [table(keyed(section, SECTION_KEYS)), {"type": "null"}]}),
            "指定小标题和分论点，一项一个部分",
        ),
        "written": described(
            listed({"anyOf": [_line(kind, more) for kind, more in WRITTEN_KEYS.items()]}),
            "整篇提纲的原稿，一项一行；写了它，就不再由短语库拼写",
        ),
        "checks": described(mapping(_yes_no()), "drafter check 的规则：写 否 关掉一条，写 是 打开"),
        "profile": described(
            text(), "Word 文件的版式：standard 标准稿（不写就是它），reading 朗读稿，或自己的版式"
        ),
    }
    return keyed(told, SPEC_KEYS)


def _line(kind: str, more: Sequence[str]) -> Schema:
    """Return the schema of a line of the outline."""
    keys: dict[str, Schema] = {
        kind: described(said(), "原文"),
        "level": described(number(1, LOWEST_LEVEL), "小标题的级别：1 是一、，2 是（一），3 是 1."),
        "style": described(only(POINT_STYLES), "分论点怎样标"),
        "cue": described(text(), "这一点后面的话"),
        "cue_id": described(text(), "后面的话出自短语库的哪一条"),
        "id": described(text(), "出自短语库的哪一条"),
    }
    return table(keyed(keys, (kind, "id", *more)), [kind])


def _choice(allowed: Sequence[str] = CHOICE_KEYS) -> Schema:
    keys: dict[str, Schema] = {
        "text": described(phrase(), "原文"),
        "id": described(text(), "出自短语库的哪一条"),
    }
    if "cue" in allowed:
        keys["cue"] = described(_choice(), "这一点下面的提示；空着就不要")
    if "fillers" in allowed:
        keys["fillers"] = described(mapping(text()), "框架的各个空位由哪些填空词填成")
    return {"anyOf": [phrase_or_nothing(), table(keyed(keys, allowed), ["text"])]}


def _answer(question: Question, vocabulary: Vocabulary) -> Schema:
    """Return what may be answered; levels and organs of the user's own are allowed."""
    return described(_said(question, vocabulary), question.help)


def _said(question: Question, vocabulary: Vocabulary) -> Schema:
    match question.kind:
        case "choice":
            own = question.choices in (tuple(vocabulary.levels), tuple(vocabulary.organs))
            return one_of(question.choices) if own else only(question.choices)
        case "number":
            return number(0, _MOST)
        case "date":
            return {"type": ["string", "null"], "pattern": _DATE}
        case "yes-no":
            return _yes_no()
        case "list":
            return texts(phrase_or_nothing())
        case "text":
            return phrase_or_nothing()


def _yes_no() -> Schema:
    words = "|".join(sorted(map(_either_case, YES | NO)))
    return {"type": ["boolean", "string", "null"], "pattern": f"^(?:{words})?$"}


def _either_case(word: str) -> str:
    return "".join(f"[{c.upper()}{c}]" if c.isascii() else c for c in word)


def template_schema(lexicon: Lexicon) -> Schema:
    """Return the schema of the YAML head of a template."""
    plan = _plan_keys(lexicon)
    told: dict[str, Schema] = {
        "name": described(text(), "名字，说明书里写 template: 名字；不写就用文件名"),
        "title": described(said(), "标题，drafter templates 列出"),
        "description": described(said(), "什么时候用"),
        "questions": described(
            {
                "type": "object",
                "minProperties": 1,
                "propertyNames": {"pattern": r"^[a-z][a-z0-9_]*$"},
                "additionalProperties": _question(),
            },
            "要问用户的事：名字用小写英文、数字和下划线",
        ),
        "plan": described(table(plan, ["topics"]), "有哪些部分、几个小标题、哪些主题"),
    }
    required = [key for key in HEAD_KEYS if key != "name"]
    return {**table(keyed(told, HEAD_KEYS), required), "title": "模板开头的说明"}


def _question() -> Schema:
    told: dict[str, Schema] = {
        "type": described(only(QUESTION_KINDS), "怎样回答；不写是 text"),
        "help": described(said(), "问的是什么"),
        "default": described(texts(), "默认的回答，可以用 {{ 名称 }}"),
        "choices": described(texts(), "可选的回答；levels、organs 取自词汇表"),
        "when": described(text(), "条件：成立才问"),
        "validate": described(text(), "Jinja2：回答（value）有什么不对"),
        "separators": described(text(), "一问多答写成一行时，用哪些符号分隔"),
    }
    chosen: Schema = {
        "if": {"properties": {"type": {"const": "choice"}}, "required": ["type"]},
        "then": {"required": ["choices"]},
        "else": {"properties": {"choices": {"enum": [[], "", None]}}},
    }
    return {**table(keyed(told, QUESTION_KEYS), ["help"]), **chosen}


def _plan_keys(lexicon: Lexicon) -> dict[str, Schema]:
    span = keyed({"least": number(1, 20), "most": number(1, 20)}, SPAN_KEYS)
    topic = keyed(
        {
            "lack": described(text(), "这一部分要解决的问题"),
            "must": described(_yes_no(), "说明书没有列出主题时，是不是一定要有这一部分"),
            "asked": described(_yes_no(), "是不是只在说明书列出这个主题时才有这一部分"),
        },
        TOPIC_KEYS,
    )
    tones = {
        "first": described(texts(), "有这些标记的小标题组、分论点组排在最前：专为这个场合写的"),
        "tags": described(texts(), "多选有这些标记的小标题组"),
        "without": described(
            texts(), "不选有这些标记的小标题组、分论点组，也不选框架里有这些字样的小标题组"
        ),
    }
    chains = {
        "holding": described(texts(), "挖来的分句要以其中一个字样开头；自编的不论"),
        "without": described(texts(), "提示里不能含的字样"),
    }
    pending = keyed({"heading": text(), "points": text()}, PENDING_KEYS)
    optional_topic = {"anyOf": [table(topic), {"type": "null"}]}
    topics = {**mapping(optional_topic, lexicon.topics), "minProperties": 1, "type": "object"}
    part = {"anyOf": [table(_part_keys(lexicon)), {"type": "null"}]}
    told: dict[str, Schema] = {
        "sections": described(table(span), "小标题最少几个、最多几个"),
        "points": described(table(span), "每个小标题下分论点最少几个、最多几个"),
        "headings": described(table(keyed(tones, HEADING_KEYS)), "用哪种语气的小标题"),
        "cues": described(table(keyed(chains, CUE_KEYS)), "分论点下的提示用哪些平行句式"),
        "pending": described(table(pending), "短语库里找不到时留下的待补"),
        "months": described(
            mapping({"type": "string", "pattern": _MONTHS}), "只用于从几月到几月的字样，如 1-4"
        ),
        "topics": described(topics, "主题，按通常的先后"),
        "parts": described(mapping(part), "各部分从哪里来"),
    }
    return keyed(told, PLAN_KEYS)


def _part_keys(lexicon: Lexicon) -> dict[str, Schema]:
    since: Schema = {"type": ["string", "integer", "null"], "pattern": _SINCE}
    wording: dict[str, Schema] = {
        "text": described(phrase(), "写法"),
        "since": described(since, "从什么时候起用：2026 或 2026-03"),
        "until": described(since, "用到什么时候"),
        "levels": described(texts(), "只用于哪些级别；不写都用"),
        "organs": described(texts(), "只用于哪些机关；不写都用"),
    }
    own = {"anyOf": [phrase(), table(keyed(wording, WORDING_KEYS), ["text"])]}
    told: dict[str, Schema] = {
        "kinds": described(texts(one_of(lexicon.kinds)), "取自短语库的哪些种类"),
        "wordings": described(listed(own), "模板自己的写法"),
        "holding": described(texts(), "至少要含其中一个字样"),
        "without": described(texts(), "不能含的字样"),
        "most": described(number(0, 10_000), "最多的字数"),
        "weight": described(number(0, MOST_WEIGHT), "占篇幅的份数；不写是 1，一个小标题是 10"),
    }
    return keyed(told, PART_KEYS)
