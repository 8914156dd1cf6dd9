"""Chinese numerals, as headings and transitions use them."""

_DIGITS = "零一二三四五六七八九"
_UNITS = ((1000, "千"), (100, "百"), (10, "十"))


def quantity(number: int) -> str:
    """Return `number` as it counts things: 两 for two, else as `numeral` says it."""
    return "两" if number == 2 else numeral(number)


def numeral(number: int) -> str:
    """Return `number` in Chinese: 三, 十, 十二, 二十, 一百零五; from 10000 on in digits."""
    if number >= 10_000:
        return str(number)
    if number < 10:
        return _DIGITS[number]
    if number < 20:
        return "十" + (_DIGITS[number - 10] if number > 10 else "")
    said, left = "", number
    for unit, name in _UNITS:
        digit, left = divmod(left, unit)
        if digit:
            said += _DIGITS[digit] + name
        elif said and left and not said.endswith("零"):
            said += "零"
    return said + (_DIGITS[left] if left else "")
