"""JSON Schema of layout profiles."""

from drafter.model.layout import ALIGNMENTS, FACES
from drafter.model.spec import NO, YES
from drafter.storage.profiles import (
    FACE_KEYS,
    FONT_KEYS,
    HIGHLIGHTS,
    MOST_MM,
    MOST_PLACES,
    MOST_POINTS,
    NUMBER_KEYS,
    PAGE_KEYS,
    PROFILE_KEYS,
)
from drafter.storage.schemas.words import (
    Schema,
    described,
    keyed,
    number,
    only,
    said,
    table,
    text,
    texts,
)

_BODY_NEEDS = ("font", "digits", "size")
_NEEDED = ("title", "description", "page", "number", "styles")
_TITLES = {
    "body": "正文",
    "title": "标题",
    "note": "题注：讲话人、日期",
    "salutation": "称谓",
    "heading1": "一级小标题（一、）",
    "heading2": "二级小标题（（一））",
    "heading3": "三级小标题（1.）",
    "point": "分论点所在的段落",
    "lead": "段首的分论点",
    "cue": "分论点后面的话",
}


def profile_schema() -> Schema:
    """Return the schema; a profile based on another need only say what differs."""
    whole = {
        "required": list(_NEEDED),
        "properties": {
            "page": {"required": list(PAGE_KEYS)},
            "number": {"required": [key for key in NUMBER_KEYS if key not in ("edge", "facing")]},
            "styles": {
                "required": ["body"],
                "properties": {"body": {"required": list(_BODY_NEEDS)}},
            },
        },
    }
    based = {"required": ["based_on"], "properties": {"based_on": said()}}
    return {**table(keyed(_keys(), PROFILE_KEYS)), "if": {"not": based}, "then": whole}


def _keys() -> dict[str, Schema]:
    return {
        "name": described(text(), "名字，generate --profile 用；不写就用文件名"),
        "title": described(text(), "标题，drafter templates --profiles 列出"),
        "description": described(text(), "什么时候用"),
        "based_on": described(text(), "以哪一种版式为底子：名字，或旁边的文件；只写要改的几项"),
        "subject": described(text(), "文件属性里的主题"),
        "page": described(
            _optional(table(keyed(_page(), PAGE_KEYS))), "纸张、页边、每页行数和每行字数"
        ),
        "number": described(_optional(table(keyed(_number(), NUMBER_KEYS))), "页码"),
        "styles": described(
            _optional(table({name: _face(name) for name in FACES})), "各种段落的样式"
        ),
        "highlight": described(only(HIGHLIGHTS), "【待补：…】的底色"),
        "fonts": described(
            {"type": ["object", "null"], "additionalProperties": _optional(_font())},
            "字体的别名，和没有时通常用什么代替",
        ),
        "words": described(texts(), "标题分行时不拆开的词"),
    }


def _page() -> dict[str, Schema]:
    names = {
        "width": "纸宽", "height": "纸高", "top": "天头", "bottom": "地脚", "left": "订口",
        "right": "切口",
    }  # fmt: skip
    lengths = {key: described(_measure(0, MOST_MM), f"{name}，毫米") for key, name in names.items()}
    return lengths | {
        "lines": described(number(1, MOST_PLACES), "每页行数，行距由此算出"),
        "characters": described(number(1, MOST_PLACES), "每行字数，字距由此算出"),
    }


def _number() -> dict[str, Schema]:
    return {
        "form": described(
            {"type": "string", "pattern": r"^[^{}]*\{\}[^{}]*$|^$"}, "写法，{} 是页码"
        ),
        "font": described(text(), "字体"),
        "size": described(_measure(4, MOST_POINTS), "字号，磅"),
        "gap": described(_measure(0, MOST_MM), "离版心下边缘，毫米"),
        "edge": described(number(0, 20), "离版心左右边缘，字"),
        "facing": described(_switch(), "单页码居右、双页码居左"),
    }


def _face(name: str) -> Schema:
    return described(_optional(table(keyed(_looks(), FACE_KEYS))), _TITLES[name])


def _looks() -> dict[str, Schema]:
    return {
        "font": described(text(), "中文字体；不写同正文"),
        "digits": described(text(), "数字和字母的字体；不写同正文"),
        "size": described(_measure(4, MOST_POINTS), "字号，磅；不写同正文"),
        "bold": described(_switch(), "加粗"),
        "align": described(only(ALIGNMENTS), "左、中、右、两端对齐"),
        "indent": described(number(0, 20), "首行缩进，字"),
        "after": described(_measure(0, 20), "后面空几行"),
        "keep": described(_switch(), "与后面一段同页"),
    }


def _font() -> Schema:
    keys = {
        "also": described(texts(), "同一字体的别名"),
        "instead": described(texts(), "没有时通常用什么代替"),
    }
    return table(keyed(keys, FONT_KEYS))


def _measure(least: int, most: int) -> Schema:
    """Allow a number with decimals, quoted or not."""
    plain = {"type": "number", "minimum": least, "maximum": most}
    return {"anyOf": [plain, {"type": "string", "pattern": r"^(\d{1,4}(\.\d{1,3})?)?$"}, _NOTHING]}


_NOTHING: Schema = {"type": "null"}


def _switch() -> Schema:
    return {"anyOf": [only(sorted(YES | NO)), {"type": "boolean"}]}


def _optional(schema: Schema) -> Schema:
    """Allow a mapping, or nothing."""
    return {**schema, "type": ["object", "null"]}
