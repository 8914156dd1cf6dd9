"""Chinese numerals, as headings and transitions use them."""

_DIGITS = "零一二三四五六七八九"
_TEN = "十"


def numeral(number: int) -> str:
    """Return `number` (0 to 99) in Chinese: 三, 十, 十二, 二十."""
    tens, ones = divmod(number, 10)
    if not tens:
        return _DIGITS[ones]
    return (_DIGITS[tens] if tens > 1 else "") + _TEN + (_DIGITS[ones] if ones else "")
