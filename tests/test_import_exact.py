"""What was exported and not touched comes back as it was, whatever it says."""

from hypothesis import given, settings
from outlines import OUTLINES
from reading import PARSER

from drafter.exporters.markdown import to_markdown
from drafter.exporters.plain import to_plain
from drafter.exporters.word import to_word
from drafter.importers.markdown import markdown_nodes
from drafter.importers.plain import plain_nodes
from drafter.importers.word import word_nodes
from drafter.model.outline import Outline
from drafter.storage.readers.word import read_blocks


@settings(max_examples=500, deadline=None)
@given(OUTLINES)
def test_markdown_comes_back(outline: Outline) -> None:
    assert markdown_nodes(to_markdown(outline).decode()) == outline.nodes


@settings(max_examples=500, deadline=None)
@given(OUTLINES)
def test_plain_text_comes_back(outline: Outline) -> None:
    assert plain_nodes(to_plain(outline).decode()) == outline.nodes


@settings(max_examples=500, deadline=None)
@given(OUTLINES)
def test_word_comes_back(outline: Outline) -> None:
    blocks, _ = read_blocks(to_word(outline), "提纲.docx")
    assert word_nodes(blocks, PARSER.cues) == outline.nodes
