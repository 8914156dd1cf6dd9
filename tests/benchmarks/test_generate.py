"""A whole `drafter generate` beside other programs that fill a template of like size from YAML."""

from itertools import count
from pathlib import Path

import pytest
import yaml
from side_by_side import alternate, at_home_in, program, seconds

pytestmark = pytest.mark.benchmark

SPEC = Path(__file__).parents[2] / "templates" / "examples" / "office-work-meeting.yaml"
ROUNDS = 15
CHARACTERS = 3000
NOISE = 1.1
"""No slower means ratio 1.0; shared machines need a margin."""

BODY = """\
# {{ title }}

{{ note }}

{{ salutation }}：

{{ opening }}

{{ review }}

{% if shortfalls %}在肯定成绩的同时也要看到，{{ shortfalls | join("、") }}的问题还不同程度存在。

{% endif -%}
下面，我讲{{ sections | length }}点意见。

{% for section in sections -%}
## {{ "一二三四五"[loop.index0] }}、{{ section.heading }}

{% for point in section.points -%}
### （{{ "一二三四五"[loop.index0] }}）{{ point.text }}

{{ point.body }}

{% endfor -%}
{% endfor -%}
{{ closing }}
"""


def told(subject: str, characters: int) -> str:
    sentence = f"{subject}要把情况摸清、把问题找准、把举措做实，件件有回音、事事有着落。"
    return (sentence * (characters // len(sentence) + 1))[:characters]


def section(number: int, budget: int) -> dict[str, object]:
    points = [
        {"text": f"第{number}部分第{point}点讲清一件事", "body": told("办公室", budget // 3)}
        for point in range(3)
    ]
    return {"heading": f"以第{number}件事为先，当好服务决策的得力助手", "points": points}


def answers() -> dict[str, object]:
    """Return invented words for an outline of about `CHARACTERS` characters."""
    return {
        "title": "在办公室工作会议上的讲话",
        "note": "（2026年3月12日）",
        "salutation": "同志们",
        "opening": told("开场", 200),
        "review": told("回顾", 200),
        "shortfalls": ["调研不深", "督办不实", "作风不严"],
        "sections": [section(number, (CHARACTERS - 600) // 4) for number in range(4)],
        "closing": told("结尾", 200),
    }


def generate(folder: Path) -> float:
    return seconds([program("drafter"), "generate", SPEC], folder, at_home_in(folder))


def assert_like_size(text: str) -> None:
    assert CHARACTERS * 0.9 <= len(text) <= CHARACTERS * 1.2


def test_is_no_slower_than_jinja2_cli(tmp_path: Path) -> None:
    rival = program("jinja2")
    (tmp_path / "template.md").write_text(BODY, encoding="utf-8")
    data = yaml.safe_dump(answers(), allow_unicode=True, sort_keys=False)
    (tmp_path / "data.yaml").write_text(data, encoding="utf-8")
    environment = at_home_in(tmp_path)

    compared = alternate(
        lambda: generate(tmp_path),
        lambda: seconds([rival, "template.md", "data.yaml"], tmp_path, environment),
        ROUNDS,
    )

    assert_like_size((tmp_path / "standard-output").read_text("utf-8"))
    print(compared.told("drafter generate", "jinja2 template data.yaml"))
    assert compared.ratio <= NOISE


def copier_template(folder: Path) -> Path:
    """Write a template of one file, whose answers are the defaults of its questions."""
    folder.mkdir()
    (folder / "outline.md.jinja").write_text(BODY, encoding="utf-8")
    questions = {
        name: {"type": "str" if isinstance(value, str) else "yaml", "default": as_default(value)}
        for name, value in answers().items()
    }
    text = yaml.safe_dump(questions, allow_unicode=True, sort_keys=False)
    (folder / "copier.yml").write_text(text, encoding="utf-8")
    return folder


def as_default(value: object) -> str:
    return value if isinstance(value, str) else yaml.safe_dump(value, allow_unicode=True)


def test_takes_at_most_a_third_of_copier(tmp_path: Path) -> None:
    rival = program("copier")
    template = copier_template(tmp_path / "template")
    environment = at_home_in(tmp_path)
    copies = (f"copy{number}" for number in count())

    compared = alternate(
        lambda: generate(tmp_path),
        lambda: seconds(
            [rival, "copy", "--quiet", "--defaults", template, next(copies)], tmp_path, environment
        ),
        ROUNDS,
    )

    assert_like_size((tmp_path / "copy0" / "outline.md").read_text("utf-8"))
    print(compared.told("drafter generate", "copier copy"))
    assert compared.ratio <= 1 / 3
