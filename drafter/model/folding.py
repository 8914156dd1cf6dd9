"""Text as a search sees it: wide and narrow, great and small letters alike, blanks left out."""

SEPARATOR = "\x1f"
"""Stands between texts that are searched together, so that no word reaches across."""
_NARROW = {chr(code): chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)}
_BLANKS = " \u3000\u00a0\t\r"


def folded(text: str) -> str:
    """Return `text` as a search sees it; line breaks stay."""
    for wide, narrow in _NARROW.items():
        if wide in text:
            text = text.replace(wide, narrow)
    for blank in _BLANKS:
        if blank in text:
            text = text.replace(blank, "")
    return text.lower()
