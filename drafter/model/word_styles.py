"""Styles of Word that say what a paragraph is: the export sets them, the import reads them.

A style is known by its name, not by its id: Word keeps names (built-in ones in English, whatever
the language of its menus) but gives ids anew when it saves a file.

The number of a heading and the mark of a point are text of the paragraph, so that they survive
copying; line breaks (`w:br`) in a title are layout, a title is one paragraph. A paragraph in
`POINT` begins with runs in the character style `LEAD` (mark, point, full stop); what follows, in
the character style `CUE`, is the cue. A paragraph without any of these styles is running text.

Where a style was lost in editing, the import goes by the text. What that would take for something
else says so in Word's own terms: a paragraph of running text that resembles a heading has outline
level 9 (`w:outlineLvl`), as has a second title in a row and a lead of several sentences without a
cue; a point without a mark that begins as one does is in no list (`w:numId` 0).
"""

TITLE = "Title"
NOTE = "Note"
SALUTATION = "Salutation"
HEADINGS = ("heading 1", "heading 2", "heading 3")
"""Styles of headings, by level from 1 on."""
POINT = "Point"
LEAD = "Lead"
CUE = "Cue"
PAGE_NUMBER = "footer"
BODY = "Normal"
