"""The paragraphs of a Word document, each piece of text with the bytes that it was read from.

What was inserted under tracking is text; what was deleted or moved away, and hidden, is not.
"""

from __future__ import annotations

from collections.abc import Callable

from msgspec import Struct

from copydesk.errors import UnreadableError
from copydesk.model.prose import OBJECT
from copydesk.readers.word.styles import Styles, number
from copydesk.readers.word.xml import (
    DEEPEST,
    SEPARATOR,
    attribute,
    end_of_element,
    feed,
    is_on,
    new_parser,
    refuse_depth,
)

MOST_PARAGRAPHS = 300_000
DEEPEST_FIELDS = 100
LONGEST_TEXT = 10_500_000
"""Characters of the longest document that is read: as of other drafts, see `LARGEST` of run/inputs.py."""

NAMESPACES = (
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "http://purl.oclc.org/ooxml/wordprocessingml/main",
)
"""Of Word's elements: as Word writes them, and in the strict variant of the standard."""
_MATH = (
    "http://schemas.openxmlformats.org/officeDocument/2006/math",
    "http://purl.oclc.org/ooxml/officeDocument/math",
)
_COMPATIBILITY = "http://schemas.openxmlformats.org/markup-compatibility/2006"

_FILLED_IN = frozenset(
    "CREATEDATE DATE EDITTIME FILENAME FILESIZE NUMCHARS NUMPAGES NUMWORDS PAGE PAGEREF PRINTDATE REVNUM "
    "SAVEDATE SECTION SECTIONPAGES TIME".split()
)
"""Fields that Word fills in by itself: no writer's words. The text of a link or a reference is prose."""
_LISTS = frozenset(["INDEX", "TOA", "TOC"])
"""Fields that list what the document holds."""
_LINK = "HYPERLINK"
"""A field whose text is the writer's own."""

_SPACES = " \t\r\n"
_PARTING = frozenset(["column", "page"])
"""Breaks after which words stand elsewhere on the page."""


class Run(Struct, gc=False):
    """A run: words in one format.

    start, end  its bytes; `end` is 0 while it is open
    props       the bytes of its properties, both 0 where it has none
    inserted    the byte at which the insertion begins that it stands in directly; -1 for none
    shown       whether readers see its words
    is_prose    whether they are more than code
    """

    start: int
    inserted: int
    end: int = 0
    props: tuple[int, int] = (0, 0)
    shown: bool = True
    is_prose: bool = True


class Chunk(Struct, gc=False):
    """Text of one element of a run: of a `w:t`, or a character that a tab, a break or a formula stands for.

    at          where it begins in its paragraph, in characters
    text        without the blanks that Word drops at its ends
    tag, close  where its element begins and where its closing tag does, in bytes; the same for an empty one
    skipped     how many characters of the element stand before the text
    run         None for a formula, which stands in no run
    locked      whether a field shows it, which Word may fill anew
    is_prose    whether readers read it as words, and not code, a formula or a date that Word fills in
    """

    at: int
    text: str
    tag: int
    close: int
    skipped: int
    run: Run | None
    locked: bool
    is_prose: bool


class Paragraph(Struct):
    """A paragraph. One whose mark is deleted goes on in the next, and both are one.

    style     the id of its style, or empty
    numbered  whether it says itself that it is an item of a list; None where it does not say
    outline   the level of a heading that it says itself, from 0; None where it does not say
    in_table  whether it stands in a table
    host      the run of the story that holds it, for one in a text box
    breaks    the offsets of the blanks that stand for the breaks of pages and columns
    anchors   (offset, comment): where comments begin
    notes     (offset, note, run): the marks of footnotes and endnotes; `note` is its key in `Notes`
    note      the key of the footnote or endnote that it is of; empty in the story itself
    """

    style: str = ""
    numbered: bool | None = None
    outline: int | None = None
    in_table: bool = False
    host: Run | None = None
    chunks: list[Chunk] = []
    length: int = 0
    breaks: list[int] = []
    anchors: list[tuple[int, str]] = []
    notes: list[tuple[int, str, Run | None]] = []
    note: str = ""

    @property
    def text(self) -> str:
        """Its words; no line end is among them."""
        return "".join([chunk.text for chunk in self.chunks])


def read_paragraphs(xml: bytes, part: str, styles: Styles) -> list[Paragraph]:
    """Return the paragraphs of a part in reading order; those of a text box follow the one that holds it.

    part  its name, for errors

    Raises UnreadableError for what is no XML, or longer or deeper than any draft.
    """
    scanner = _Scanner(part, styles)
    scanner.read(xml)
    if scanner.unclosed:  # Word opens such a document, and shows all its words
        scanner = _Scanner(part, styles, scanner.unclosed)
        scanner.read(xml)
    return scanner.found


class _Field(Struct):
    """A field that is open.

    start    the byte at which it begins
    told     what it is told to show
    reached  whether that was reached
    """

    start: int
    told: list[str]
    reached: bool

    @property
    def kind(self) -> str:
        """The word that names it, in capitals: `PAGE`."""
        return ("".join(self.told)[:200].split(None, 1) or [""])[0].upper()


class _Scanner:
    """Reads one part, element by element.

    What holds no prose is passed over whole.

    unclosed  the bytes at which fields begin that never end: their marks are passed over
    """

    def __init__(self, part: str, styles: Styles, unclosed: frozenset[int] = frozenset()) -> None:
        self.found: list[Paragraph] = []
        self._part = part
        self._styles = styles
        self._parser = new_parser(part)
        self._xml = b""
        self._depth = 0
        self._length = 0
        self._paragraph: Paragraph | None = None
        self._run: Run | None = None
        self._outer: list[tuple[Paragraph | None, Run | None, bool]] = []
        self._in_properties = False
        self._joined: tuple[int, Paragraph] | None = None
        self._joins = False
        # Where each open insertion begins, and at which depth.
        self._insertions: list[tuple[int, int]] = []
        self._cells = 0
        self._note = ""
        self._text: list[str] | None = None
        self._text_tag = 0
        self._preserved = False
        self._fields: list[_Field] = []
        self._unclosed = unclosed
        self._instruction = False
        self._placeholders: list[bool] = []
        self._is_word = self._has_pictures = False

    def read(self, xml: bytes) -> None:
        self._xml = xml
        self._listen, self._pass_over = self._handlers()
        self._listen()
        feed(self._parser, xml, self._part)
        if not self._is_word:
            raise UnreadableError("is an Office file, but no Word document: save it as .docx")
        if self._has_pictures and not self._length:
            raise UnreadableError("holds pictures and no words: save it with the words of the story as text")

    @property
    def unclosed(self) -> frozenset[int]:
        """The bytes at which the fields begin that were not closed at the end of the part."""
        return frozenset(field.start for field in self._fields)

    def _handlers(self) -> tuple[Callable[[], None], Callable[[], None]]:
        """Return two functions: one reports each element to the parser, one skips the open element.

        Most elements of a document say how it looks, and each costs two calls: they are functions with the
        depth as a variable of their own, which Python calls in half the time of methods.
        """
        parser, part, begin, finish = self._parser, self._part, _STARTS.get, _ENDS.get
        depth = skipped = 0

        def start(name: str, attributes: dict[str, str]) -> None:
            nonlocal depth
            depth += 1
            if depth > DEEPEST:
                refuse_depth(depth, part)
            action = begin(name)
            if action is not None:
                self._depth = depth
                action(self, attributes)

        def end(name: str) -> None:
            nonlocal depth
            action = finish(name)
            if action is not None:
                self._depth = depth
                action(self)
            depth -= 1

        def start_unread(_: str, __: dict[str, str]) -> None:
            nonlocal depth
            depth += 1
            if depth > DEEPEST:
                refuse_depth(depth, part)

        def end_unread(_: str) -> None:
            nonlocal depth
            if depth == skipped:
                listen()
            depth -= 1

        def listen() -> None:
            parser.StartElementHandler, parser.EndElementHandler = start, end
            parser.CharacterDataHandler = self._characters

        def pass_over() -> None:
            nonlocal skipped
            skipped = depth
            parser.StartElementHandler, parser.EndElementHandler = start_unread, end_unread
            parser.CharacterDataHandler = None

        return listen, pass_over

    def _characters(self, text: str) -> None:
        if self._text is not None:
            self._text.append(text)
        elif self._instruction and self._fields:
            self._fields[-1].told.append(text)

    def _skip_here(self, _: dict[str, str]) -> None:
        """Pass over the open element with all that is in it."""
        self._pass_over()

    def _open_story(self, _: dict[str, str]) -> None:
        self._is_word = True

    def _picture(self, _: dict[str, str]) -> None:
        self._has_pictures = True

    # Paragraphs

    def _open_paragraph(self, _: dict[str, str]) -> None:
        self._outer.append((self._paragraph, self._run, self._joins))
        self._joins = False
        if self._joined is not None and self._joined[0] == self._depth:
            paragraph = self._joined[1]
            # The mark that is left is the one of the next paragraph, and its properties hold for both.
            paragraph.style, paragraph.numbered, paragraph.outline = "", None, None
        else:
            host = self._paragraph.host if self._paragraph is not None else None
            paragraph = Paragraph(in_table=self._cells > 0, host=host or self._run, note=self._note)
            self.found.append(paragraph)
            if len(self.found) > MOST_PARAGRAPHS:
                raise UnreadableError(
                    f"has more than {MOST_PARAGRAPHS:,} paragraphs, longer than any draft: split it"
                )
        self._joined = None
        self._paragraph, self._run = paragraph, None

    def _close_paragraph(self) -> None:
        if self._joins and self._paragraph is not None:
            self._joined = (self._depth, self._paragraph)
        if self._outer:
            self._paragraph, self._run, self._joins = self._outer.pop()

    def _open_properties(self, _: dict[str, str]) -> None:
        self._in_properties = True

    def _close_properties(self) -> None:
        self._in_properties = False

    def _paragraph_style(self, attributes: dict[str, str]) -> None:
        if self._paragraph is not None and self._in_properties:
            self._paragraph.style = attribute(attributes, "val")

    def _paragraph_number(self, attributes: dict[str, str]) -> None:
        if self._paragraph is not None and self._in_properties:
            self._paragraph.numbered = attribute(attributes, "val") != "0"

    def _paragraph_outline(self, attributes: dict[str, str]) -> None:
        if self._paragraph is not None and self._in_properties:
            self._paragraph.outline = number(attribute(attributes, "val"))

    def _open_cell(self, _: dict[str, str]) -> None:
        self._cells += 1

    def _close_cell(self) -> None:
        self._cells -= 1

    def _open_footnote(self, attributes: dict[str, str]) -> None:
        self._open_note("footnote", attributes)

    def _open_endnote(self, attributes: dict[str, str]) -> None:
        self._open_note("endnote", attributes)

    def _open_note(self, kind: str, attributes: dict[str, str]) -> None:
        if attribute(attributes, "type", "normal") != "normal":  # the line that parts notes from the page
            self._skip_here(attributes)
        self._note = note_key(kind, attribute(attributes, "id"))

    # Runs

    def _open_run(self, _: dict[str, str]) -> None:
        inserted = -1
        if self._insertions and self._insertions[-1][1] == self._depth - 1:
            inserted = self._insertions[-1][0]
        self._run = Run(self._parser.CurrentByteIndex, inserted)

    def _close_run(self) -> None:
        if self._run is not None:
            self._run.end = self._end_of_tag()
            self._run = None

    def _open_run_properties(self, _: dict[str, str]) -> None:
        if self._run is not None and not self._in_properties:
            self._run.props = (self._parser.CurrentByteIndex, 0)

    def _close_run_properties(self) -> None:
        if self._run is not None and not self._in_properties:
            self._run.props = (self._run.props[0], self._end_of_tag())

    def _hide(self, attributes: dict[str, str]) -> None:
        if self._run is not None and not self._in_properties and is_on(attributes):
            self._run.shown = False

    def _run_style(self, attributes: dict[str, str]) -> None:
        if self._run is not None and not self._in_properties:
            style = self._styles.of(attribute(attributes, "val"))
            self._run.shown, self._run.is_prose = not style.is_hidden, style.is_prose

    def _open_insertion(self, _: dict[str, str]) -> None:
        self._insertions.append((self._parser.CurrentByteIndex, self._depth))

    def _close_insertion(self) -> None:
        self._insertions.pop()

    def _open_deletion(self, attributes: dict[str, str]) -> None:
        if self._in_properties:
            self._joins = True
        self._skip_here(attributes)

    # Text

    def _open_text(self, attributes: dict[str, str]) -> None:
        self._text = []
        self._text_tag = self._parser.CurrentByteIndex
        self._preserved = attribute(attributes, "space") == "preserve"

    def _close_text(self) -> None:
        parts, self._text = self._text or [], None
        text = "".join(parts)
        kept = text
        if not self._preserved:
            kept = text.lstrip(_SPACES)
        skipped = len(text) - len(kept)
        if not self._preserved:
            kept = kept.rstrip(_SPACES)
        if "\n" in kept or "\r" in kept:
            kept = kept.replace("\n", " ").replace("\r", " ")
        self._add(kept, self._text_tag, self._parser.CurrentByteIndex, skipped)

    def _space(self, _: dict[str, str]) -> None:
        self._add(" ", *self._here())

    def _break(self, attributes: dict[str, str]) -> None:
        paragraph = self._paragraph
        length = paragraph.length if paragraph is not None else 0
        self._space(attributes)
        if paragraph is not None and paragraph.length > length and attribute(attributes, "type") in _PARTING:
            paragraph.breaks.append(length)

    def _tab(self, _: dict[str, str]) -> None:
        # The same element says in the properties of a paragraph where its tabs stop.
        if not self._in_properties:
            self._add("\t", *self._here())

    def _hyphen(self, _: dict[str, str]) -> None:
        self._add("-", *self._here())

    def _symbol(self, _: dict[str, str]) -> None:
        self._put(OBJECT, *self._here(), 0, is_prose=False)

    def _formula(self, attributes: dict[str, str]) -> None:
        self._put(OBJECT, *self._here(), 0, is_prose=False)
        self._skip_here(attributes)

    def _here(self) -> tuple[int, int]:
        at = self._parser.CurrentByteIndex
        return at, at

    def _add(self, text: str, tag: int, close: int, skipped: int = 0) -> None:
        """Add text that a run holds, unless it is hidden, or what tells a field what to show."""
        if not text or self._run is None or not self._run.shown:
            return
        is_prose = self._run.is_prose
        for field in self._fields:
            if not field.reached or field.kind in _LISTS:
                return
            is_prose = is_prose and field.kind not in _FILLED_IN
        self._put(text, tag, close, skipped, is_prose=is_prose)

    def _put(self, text: str, tag: int, close: int, skipped: int, *, is_prose: bool) -> None:
        paragraph = self._paragraph
        if paragraph is None:
            return
        locked = any(field.kind != _LINK for field in self._fields)
        chunk = Chunk(paragraph.length, text, tag, close, skipped, self._run, locked, is_prose)
        paragraph.chunks.append(chunk)
        paragraph.length += len(text)
        self._length += len(text)
        if self._length > LONGEST_TEXT:
            raise UnreadableError(
                f"has more than {LONGEST_TEXT:,} characters, longer than any draft: split it"
            )

    # Fields, comments, notes, controls

    def _field_mark(self, attributes: dict[str, str]) -> None:
        match attribute(attributes, "fldCharType"):
            case "begin":
                if self._parser.CurrentByteIndex not in self._unclosed:
                    self._open_field([], reached=False)
            case "separate" if self._fields:
                self._fields[-1].reached = True
            case "end" if self._fields:
                self._fields.pop()
            case _:
                pass

    def _open_field(self, told: list[str], *, reached: bool) -> None:
        self._fields.append(_Field(self._parser.CurrentByteIndex, told, reached))
        if len(self._fields) > DEEPEST_FIELDS:
            raise UnreadableError(f"has fields {DEEPEST_FIELDS} deep in each other, which no document has")

    def _open_instruction(self, _: dict[str, str]) -> None:
        self._instruction = True

    def _close_instruction(self) -> None:
        self._instruction = False

    def _open_simple_field(self, attributes: dict[str, str]) -> None:
        self._open_field([attribute(attributes, "instr")], reached=True)

    def _close_simple_field(self) -> None:
        if self._fields:
            self._fields.pop()

    def _comment(self, attributes: dict[str, str]) -> None:
        if self._paragraph is not None:
            self._paragraph.anchors.append((self._paragraph.length, attribute(attributes, "id")))

    def _footnote(self, attributes: dict[str, str]) -> None:
        self._refer("footnote", attributes)

    def _endnote(self, attributes: dict[str, str]) -> None:
        self._refer("endnote", attributes)

    def _refer(self, kind: str, attributes: dict[str, str]) -> None:
        if self._paragraph is not None:
            key = note_key(kind, attribute(attributes, "id"))
            self._paragraph.notes.append((self._paragraph.length, key, self._run))

    def _open_control(self, _: dict[str, str]) -> None:
        self._placeholders.append(False)

    def _close_control(self) -> None:
        self._placeholders.pop()

    def _placeholder(self, attributes: dict[str, str]) -> None:
        if self._placeholders and is_on(attributes):
            self._placeholders[-1] = True

    def _gallery(self, attributes: dict[str, str]) -> None:
        if self._placeholders and "contents" in attribute(attributes, "val").lower():
            self._placeholders[-1] = True

    def _open_control_content(self, attributes: dict[str, str]) -> None:
        if self._placeholders and self._placeholders[-1]:
            self._skip_here(attributes)

    def _end_of_tag(self) -> int:
        """Return the byte after the element that ends here."""
        return end_of_element(self._xml, self._parser.CurrentByteIndex)


def note_key(kind: str, number: str) -> str:
    """Return the name of a footnote or endnote in a document: `footnote 3`. The number is its id."""
    return f"{kind} {number}"


Start = Callable[[_Scanner, dict[str, str]], None]

_ACTIONS: dict[str, Start] = {
    "document": _Scanner._open_story,
    "footnotes": _Scanner._open_story,
    "endnotes": _Scanner._open_story,
    "drawing": _Scanner._picture,
    "pict": _Scanner._picture,
    "p": _Scanner._open_paragraph,
    "pPr": _Scanner._open_properties,
    "pStyle": _Scanner._paragraph_style,
    "numId": _Scanner._paragraph_number,
    "outlineLvl": _Scanner._paragraph_outline,
    "tc": _Scanner._open_cell,
    "footnote": _Scanner._open_footnote,
    "endnote": _Scanner._open_endnote,
    "r": _Scanner._open_run,
    "rPr": _Scanner._open_run_properties,
    "rStyle": _Scanner._run_style,
    "vanish": _Scanner._hide,
    "strike": _Scanner._hide,
    "dstrike": _Scanner._hide,
    "ins": _Scanner._open_insertion,
    "moveTo": _Scanner._open_insertion,
    "del": _Scanner._open_deletion,
    "moveFrom": _Scanner._open_deletion,
    "t": _Scanner._open_text,
    "br": _Scanner._break,
    "cr": _Scanner._space,
    "tab": _Scanner._tab,
    "ptab": _Scanner._tab,
    "noBreakHyphen": _Scanner._hyphen,
    "sym": _Scanner._symbol,
    "fldChar": _Scanner._field_mark,
    "instrText": _Scanner._open_instruction,
    "fldSimple": _Scanner._open_simple_field,
    "commentRangeStart": _Scanner._comment,
    "commentReference": _Scanner._comment,
    "footnoteReference": _Scanner._footnote,
    "endnoteReference": _Scanner._endnote,
    "sdt": _Scanner._open_control,
    "showingPlcHdr": _Scanner._placeholder,
    "docPartGallery": _Scanner._gallery,
    "sdtContent": _Scanner._open_control_content,
    **dict.fromkeys(
        "pPrChange rPrChange sectPr sectPrChange tblPrChange tblPr tcPr trPr rt delText delInstrText".split(),
        _Scanner._skip_here,
    ),
}
_CLOSINGS: dict[str, Callable[[_Scanner], None]] = {
    "p": _Scanner._close_paragraph,
    "pPr": _Scanner._close_properties,
    "tc": _Scanner._close_cell,
    "r": _Scanner._close_run,
    "rPr": _Scanner._close_run_properties,
    "ins": _Scanner._close_insertion,
    "moveTo": _Scanner._close_insertion,
    "t": _Scanner._close_text,
    "instrText": _Scanner._close_instruction,
    "fldSimple": _Scanner._close_simple_field,
    "sdt": _Scanner._close_control,
}

_STARTS: dict[str, Start] = {
    **{f"{space}{SEPARATOR}{name}": action for space in NAMESPACES for name, action in _ACTIONS.items()},
    **{f"{space}{SEPARATOR}{name}": _Scanner._formula for space in _MATH for name in ("oMath", "oMathPara")},
    f"{_COMPATIBILITY}{SEPARATOR}Fallback": _Scanner._skip_here,
}
_ENDS = {f"{space}{SEPARATOR}{name}": action for space in NAMESPACES for name, action in _CLOSINGS.items()}
