"""What users call the things of a speech; a name of a user's own template stands as it is."""

from typing import Final

_PARTS: Final = {
    "opening": "引言",
    "agenda": "会议任务",
    "review": "成绩回顾",
    "thanks": "致谢",
    "shortfall": "存在问题",
    "transition": "过渡语",
    "closing": "结尾号召",
    "congratulation": "祝贺",
    "spirit": "先进精神",
    "drive": "作风要求",
    "mission": "使命任务",
    "why": "意义",
    "headline": "文章标题",
    "intro": "引言",
    "understanding": "认识体会",
    "insight": "体会",
}


def part_name(name: str) -> str:
    """Return what users call the part `name`."""
    return _PARTS.get(name, name)


def line_of(document: str, line: int, template: str = "") -> str:
    """Return what users call a line of `document`, which may be the file of the template."""
    if document == template and line:
        return f"模板第 {line} 行"
    return f"{document}:{line}" if line else document
