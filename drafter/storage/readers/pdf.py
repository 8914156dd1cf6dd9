"""PDF with a text layer, page by page."""

from collections.abc import Iterator
from typing import Any

from drafter.errors import FileError
from drafter.model.document import Manuscript
from drafter.storage.readers.pdf_furniture import without_furniture
from drafter.storage.readers.pdf_glyphs import garbled, glyphs
from drafter.storage.readers.pdf_lines import Row, rows
from drafter.storage.readers.pdf_text import manuscript

_PAGES = 10_000
_CHARACTERS = 20_000_000
_TELLING = 40
"""Characters from which on a text can be judged garbled."""


def read_pdf(data: bytes, where: str) -> Manuscript:
    """Return the text of a PDF, its page numbers and running heads left out."""
    import pypdfium2

    try:
        with pypdfium2.PdfDocument(data) as document:
            pages = list(_pages(document, where))
    except pypdfium2.PdfiumError as error:
        raise _closed(str(error), where) from error
    pages, heads = without_furniture(pages)
    found = manuscript(where, pages, heads)
    if not found.text.strip():
        remedy = "请先用文字识别（OCR）软件转成文字，另存为 .docx"
        raise FileError("这份 PDF 是扫描件，里面没有文字", where=where, remedy=remedy)
    if len(found.text) >= _TELLING and garbled(found.text):
        remedy = "请用原来的 Word 文档，或用文字识别（OCR）软件转换"
        raise FileError("这份 PDF 里的文字没有编码，读出来是乱码", where=where, remedy=remedy)
    return found


def _pages(document: Any, where: str) -> Iterator[list[Row]]:
    """Yield the rows of each page; a page that cannot be opened is left out."""
    import pypdfium2

    if len(document) > _PAGES:
        raise FileError("页数太多", where=where, remedy="请分成几份")
    left = _CHARACTERS
    for number in range(len(document)):
        try:
            page = document[number]
        except pypdfium2.PdfiumError:
            continue
        try:
            found = rows(glyphs(page))
        except pypdfium2.PdfiumError:
            continue
        finally:
            page.close()
        left -= sum(len(row.text) for row in found)
        if left < 0:
            raise FileError("文字太多", where=where, remedy="请分成几份")
        yield found


def _closed(fault: str, where: str) -> FileError:
    if "password" in fault.lower():
        remedy = "请打开后去掉密码，另存为不加密的 PDF"
        return FileError("这份 PDF 加了密", where=where, remedy=remedy)
    remedy = "请重新下载或导出；有原来的 Word 文档更好"
    return FileError("PDF 文件已损坏，打不开", where=where, remedy=remedy)
