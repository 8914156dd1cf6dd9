"""The forms of numbers in which Word counts."""

from collections.abc import Callable

from drafter.model.numerals import numeral

_STEMS = "\u7532\u4e59\u4e19\u4e01\u620a\u5df1\u5e9a\u8f9b\u58ec\u7678"
_BRANCHES = "\u5b50\u4e11\u5bc5\u536f\u8fb0\u5df3\u5348\u672a\u7533\u9149\u620c\u4ea5"
_LEGAL = str.maketrans(
    "\u4e00\u4e8c\u4e09\u56db\u4e94\u516d\u4e03\u516b\u4e5d\u5341\u767e\u5343",
    "\u58f9\u8d30\u53c1\u8086\u4f0d\u9646\u67d2\u634c\u7396\u62fe\u4f70\u4edf",
)
_ROMAN = [(1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L")]
_ROMAN += [(40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")]


def _roman(number: int) -> str:
    said = ""
    for value, letters in _ROMAN:
        times, number = divmod(number, value)
        said += letters * times
    return said


def _letters(number: int) -> str:
    times, place = divmod(number - 1, 26)
    return chr(65 + place) * (times + 1) if number else ""


def _one_of(signs: str) -> Callable[[int], str]:
    return lambda number: signs[(number - 1) % len(signs)]


def _digits(number: int) -> str:
    return "".join(numeral(int(digit)).replace("\u96f6", "\u3007") for digit in str(number))


def _circled(number: int) -> str:
    return chr(0x245F + number) if 1 <= number <= 20 else str(number)


FORMS: dict[str, Callable[[int], str]] = {
    "none": lambda _: "",
    "decimalZero": lambda number: f"{number:02}",
    "decimalFullWidth": lambda number: "".join(chr(ord(d) + 0xFEE0) for d in str(number)),
    "upperRoman": _roman,
    "lowerRoman": lambda number: _roman(number).lower(),
    "upperLetter": _letters,
    "lowerLetter": lambda number: _letters(number).lower(),
    "ideographTraditional": _one_of(_STEMS),
    "ideographZodiac": _one_of(_BRANCHES),
    "ideographDigital": _digits,
    "japaneseDigitalTenThousand": _digits,
    "taiwaneseDigital": _digits,
    "chineseLegalSimplified": lambda number: numeral(number).translate(_LEGAL),
    "ideographLegalTraditional": lambda number: numeral(number).translate(_LEGAL),
    "decimalEnclosedCircle": _circled,
    "decimalEnclosedCircleChinese": _circled,
    "decimalEnclosedParen": lambda number: f"({number})",
    "decimalEnclosedFullstop": lambda number: f"{number}.",
}
FORMS |= dict.fromkeys(
    ("chineseCounting", "chineseCountingThousand", "taiwaneseCounting", "japaneseCounting"), numeral
)
FORMS |= dict.fromkeys(("taiwaneseCountingThousand", "ideographEnclosedCircle"), numeral)
