"""A starter spec, written out of the questions of a template."""

from drafter.model.slots import is_plain
from drafter.model.template import Question, Template

_HEAD = """\
# {title}：说明书
# {description}
# 每一项的意思写在它上面；不写的由短语库补上，补不上的在提纲里留作【待补】。
# 生成提纲：drafter generate 本文件 -o 提纲.md

# 用哪个模板
template: {name}
"""
_TAIL = """
# 种子：换一个数，选出另一批词句；同一个数，选出同样的词句
seed: 1

# 讲多少分钟；写了就按每分钟 150 到 200 字算出各部分的字数
minutes:

# 一分钟讲多少字；写了就不按 150 到 200 字
rate:

# 写 否：不看、也不记这位讲话人以前讲过什么
log: 是

# Word 文件的版式：standard 标准稿（不写就是它），reading 朗读稿，或自己的版式
profile:

# 小标题的个数，{least} 到 {most}；不写则由短语库决定
sections:

# 各部分的主题，按先后写；不写则由短语库决定。可用的主题：
#   {topics}
topics: []

# 指定某一部分的文字，写原文，或写短语的编号；可以指定的有：
#   {parts}
parts: {{}}

# 指定小标题和分论点，一项一个部分，空着的由短语库补上，例如：
#   - topic: {topic}
#     heading: 写小标题的原文，或短语的编号
#     points: [写分论点的原文, 或短语的编号]
outline: []

# 检查这份提纲时不用的规则，例如 checks: {{clause-twice: 否}}；规则见 drafter check --rules
checks: {{}}
"""


def starter_spec(template: Template) -> str:
    """Return a spec that explains every key and generates as it is."""
    plan = template.plan
    topics = [topic.name for topic in plan.topics]
    head = _HEAD.format(title=template.title, description=template.description, name=template.name)
    tail = _TAIL.format(
        least=plan.sections.least,
        most=plan.sections.most,
        topics="、".join(topics),
        parts="、".join(part.name for part in plan.parts),
        topic=topics[0],
    )
    return head + "".join(map(_asked, template.questions)) + tail


def _asked(question: Question) -> str:
    explained = [question.help]
    if question.choices:
        explained.append("可以写：" + "、".join(question.choices))
    if question.kind == "list":
        explained.append("一行一条，以“- ”开头")
    if question.kind == "yes-no":
        explained.append("写 是 或 否")
    if question.when:
        explained.append(f"只在 {question.when} 时用到")
    return f"\n# {'。'.join(explained)}\n{question.name}: {_value(question)}".rstrip() + "\n"


def _value(question: Question) -> str:
    """Return the default where it is a plain word; what has to be worked out is left open."""
    if question.kind == "list":
        return "[]"
    default = str(question.default)
    settled = question.kind in ("choice", "number", "yes-no") and is_plain(default)
    return default if settled and "{" not in default else ""
