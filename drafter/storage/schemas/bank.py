"""JSON Schemas of the files of a phrasebank."""

from drafter.model.lexicon import Lexicon
from drafter.model.vocabulary import Vocabulary
from drafter.storage.entries.keys import (
    FILE_KEYS,
    MEMBER_KEYS,
    SET_KEYS,
    SINGLE_KEYS,
    SOURCE_KEYS,
)
from drafter.storage.lexicon import LEXICON_KEYS
from drafter.storage.schemas.words import (
    Schema,
    described,
    keyed,
    listed,
    mapping,
    number,
    one_of,
    phrase,
    said,
    table,
    text,
    texts,
)
from drafter.storage.vocabulary import VOCABULARY_KEYS

_MOST = 10**8 - 1


def phrases_schema(lexicon: Lexicon, vocabulary: Vocabulary) -> Schema:
    """Return the schema of headings, points, closings and all other phrase files."""
    told = _entry_keys(lexicon, vocabulary)
    member: Schema = {"anyOf": [phrase(), table(keyed(told, MEMBER_KEYS), ["text"])]}
    told["members"] = described(
        {"type": "array", "minItems": 1, "items": member}, "这一组的各条，都合 frame 的框架"
    )
    changed = {
        **table(keyed(told, SINGLE_KEYS | SET_KEYS), ["id"]),
        "minProperties": 2,
        "not": {"required": ["text"]},
    }
    entry: Schema = {
        "if": {"type": "object", "required": ["members"]},
        "then": table(keyed(told, SET_KEYS)),
        "else": {"anyOf": [phrase(), table(keyed(told, SINGLE_KEYS), ["text"]), changed]},
    }
    keys: dict[str, Schema] = {
        "kind": described(one_of(lexicon.kinds), "种类，与文件名相同"),
        "entries": described(listed(entry), "条目，一项一条，最短的就是一句话"),
    }
    return {**table(keyed(keys, FILE_KEYS)), "title": "短语库文件"}


def _entry_keys(lexicon: Lexicon, vocabulary: Vocabulary) -> dict[str, Schema]:
    topics, organs = one_of(lexicon.topics), one_of(vocabulary.organs)
    slots = "、".join(sorted(vocabulary.slots))
    return {
        "id": described(text(), "编号；不写就由文字算出。与下层同号的条目，以这一条为准"),
        "text": described(phrase(), f"短语。可以用空位 {{{{ 名称 }}}}：{slots}"),
        "frame": described(text(), "框架：共有的字照写，不同的地方用 A、B、C"),
        "level": described(number(0, 4), "小标题的层级：1 是一、，2 是（一），3 是一是；0 不限"),
        "members": {},
        "slots": described(mapping(text()), "框架里每个字母填什么类型的词"),
        "type": described(text(), "填空词的类型，如“角色”"),
        "topics": described(texts(topics), "主题；没有主题的不会被选用"),
        "tags": described(texts(), "自己的标记；模板的 headings 按它选小标题组"),
        "speaker": described(text(), "引语是谁说的"),
        "source": described(_sources(), "出处：文稿名，或文稿名和行号；可以有几处"),
        "era": described(text(), "用的是哪一年的提法，四位数；不过时的不写"),
        "organs": described(texts(organs), "只合这些机关用；不写则都能用"),
        "seen": described(number(1, _MOST), "在文稿里见过几次"),
        "note": described(text(), "备注，程序不看"),
    }


def _sources() -> Schema:
    keys: dict[str, Schema] = {
        "document": described(said(), "文稿的文件名；自己写的写“自编”"),
        "line": described(number(0, _MOST), "行号，从 1 数起"),
    }
    one: Schema = {"anyOf": [text(), table(keyed(keys, SOURCE_KEYS), ["document"])]}
    return {"anyOf": [one, {"type": "array", "items": one}]}


def vocabulary_schema(vocabulary: Vocabulary) -> Schema:
    """Return the schema of `vocabulary.yaml`."""
    words = {"$ref": "#/$defs/words"}
    keys: dict[str, Schema] = {
        "words": described(words, "通用写法，也是全部可用空位的名单"),
        "supplied": described({"type": ["object", "null"]}, "只有成稿时才知道的空位"),
        "levels": described(mapping(words, vocabulary.levels), "级别，和各级不同的写法"),
        "organs": described(mapping(words, vocabulary.organs), "机关，和各机关不同的写法"),
    }
    required = [key for key in VOCABULARY_KEYS if key != "supplied"]
    made = table(keyed(keys, VOCABULARY_KEYS), required)
    return {
        **made,
        "title": "词汇表",
        "$defs": {"words": mapping(text(), sorted(vocabulary.words))},
    }


def lexicon_schema(lexicon: Lexicon) -> Schema:
    """Return the schema of `lexicon.yaml`."""
    years = {"always": "", **{year: "" for year in sorted(set(lexicon.eras.values())) if year}}
    keys: dict[str, Schema] = {
        "kind": described(text(), "写 lexicon"),
        "words": described(mapping(texts(), lexicon.words), "读文稿、挑短语时认的词，一行一组"),
        "kinds": described(mapping(text(), lexicon.kinds), "短语库的种类，和各文件开头的说明"),
        "topics": described(mapping(texts(), lexicon.topics), "主题，和显出这个主题的词"),
        "formulations": described(mapping(texts(), years), "提法及其年代；always 一行是常用不衰的"),
    }
    return {**table(keyed(keys, LEXICON_KEYS), ["words"]), "title": "词表"}
