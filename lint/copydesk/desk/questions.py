"""What the page may ask, as it comes in JSON. What does not fit is refused before anybody looks at it."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from copydesk.house.verdicts import Opinion

Format = Literal["plain", "markdown", "file"]
"""How the text of the page is read: `file` stands for the reader of the file's own suffix."""


class Page(Struct, frozen=True, forbid_unknown_fields=True):
    """The text as it stands on the page.

    name    what the draft is called: a name of a file, never a path
    number  the draft of the command line that it is; None for one that came by the page
    format  how the text is read
    text    with `\\n` as line ends
    style   the house style that is chosen; empty for what the configuration says
    """

    name: str
    format: Format
    text: str
    number: int | None = None
    style: str = ""


class Open(Struct, frozen=True, forbid_unknown_fields=True):
    """A draft for the page: one of the command line by its number, or a file that was dropped.

    data  its bytes
    """

    name: str = ""
    number: int | None = None
    data: bytes | None = None


class Pasted(Struct, frozen=True, forbid_unknown_fields=True):
    """HTML from the clipboard, and the format of the draft that it goes into."""

    html: str
    format: Format


class Fix(Struct, frozen=True, forbid_unknown_fields=True):
    """Make the correction of the finding of this rule at this place, or, with no rule, all safe ones."""

    page: Page
    rule: str = ""
    start: int = 0


class Stet(Struct, frozen=True, forbid_unknown_fields=True):
    """Let a finding stand, by a note in the draft."""

    page: Page
    rule: str
    start: int
    reason: str = ""


class Judge(Struct, frozen=True, forbid_unknown_fields=True):
    """Keep what the editor holds of a finding."""

    page: Page
    rule: str
    start: int
    opinion: Opinion


class Explain(Struct, frozen=True, forbid_unknown_fields=True):
    """What a rule says of itself."""

    rule: str


class Save(Struct, frozen=True, forbid_unknown_fields=True):
    """The draft as a file.

    kind      as the file it came from, as a Word document with comments, or as the page of a report
    original  the bytes of the file that it came from; None where it came from none
    ignored   the findings that the editor does not want to see: each a rule and where it begins
    """

    page: Page
    kind: Literal["same", "word", "page"]
    original: bytes | None = None
    ignored: tuple[tuple[str, int], ...] = ()
