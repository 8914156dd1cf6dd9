"""Values of a YAML file that know the line they stand in."""


class Text(str):
    """A scalar and its 1-based line; line 0 was not read from the file."""

    __slots__ = ("line",)
    line: int


class Items(list["Node"]):
    """A sequence and its 1-based line."""

    __slots__ = ("line",)
    line: int


class Table(dict[str, "Node"]):
    """A mapping, its 1-based line, and the line of every key."""

    __slots__ = ("line", "lines")
    line: int
    lines: dict[str, int]


Node = Text | Items | Table


def text_at(value: str, line: int = 0) -> Text:
    """Return `value` as it would have been read from `line`."""
    text = Text(value)
    text.line = line
    return text


def table_at(line: int = 0) -> Table:
    """Return an empty table as it would have been read from `line`."""
    table = Table()
    table.line, table.lines = line, {}
    return table
