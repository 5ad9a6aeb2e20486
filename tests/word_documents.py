"""Word documents out of a few lines of XML."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
SPACES = (
    f'xmlns:w="{MAIN}" xmlns:r="{RELATION}" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
)
STYLES = {
    "Normal": ("Normal", ""),
    "Title": ("Title", ""),
    "Heading1": ("heading 1", '<w:pPr><w:outlineLvl w:val="0"/></w:pPr>'),
    "Heading2": ("heading 2", '<w:basedOn w:val="Heading1"/><w:pPr><w:outlineLvl w:val="1"/></w:pPr>'),
    "berschrift3": ("heading 3", ""),
    "Zitat": ("Quote", ""),
    "Hauszitat": ("House quotation", '<w:basedOn w:val="Zitat"/>'),
    "Bullets": ("List Bullet", ""),
    "Beschriftung": ("caption", ""),
    "Code": ("HTML Code", ""),
    "Unseen": ("Unseen", "<w:rPr><w:vanish/></w:rPr>"),
    "TOC1": ("toc 1", ""),
}


def _related(*names: str) -> str:
    relations = "".join(
        f'<Relationship Id="rId{n}" Type="{RELATION}/{name}" Target="{name}.xml"/>'
        for n, name in enumerate(names)
    )
    return f'<Relationships xmlns="{PACKAGE}/relationships">{relations}</Relationships>'


def build(body: str, *, root: str = "document", **parts: str) -> bytes:
    """A document with this inside its body, and with other parts: `comments="<w:comment …>"`."""
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="{key}" w:default="{int(key == "Normal")}">'
        f'<w:name w:val="{name}"/>{rest}</w:style>'
        for key, (name, rest) in STYLES.items()
    )
    parts = {"styles": styles, **parts}
    overrides = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="application/vnd.openxmlformats-officedocument.'
        f'wordprocessingml.{name}+xml"/>'
        for name in parts
    )
    files = {
        "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.'
        f'wordprocessingml.document.main+xml"/>{overrides}</Types>',
        "_rels/.rels": f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="rId1" '
        f'Type="{RELATION}/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/document.xml": f"<w:{root} {SPACES}><w:body>{body}</w:body></w:{root}>",
        "word/_rels/document.xml.rels": _related(*parts),
        **{f"word/{name}.xml": f"<w:{name} {SPACES}>{inside}</w:{name}>" for name, inside in parts.items()},
    }
    data = BytesIO()
    with ZipFile(data, "w", ZIP_DEFLATED) as archive:
        for name, text in files.items():
            archive.writestr(name, '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' + text)
    return data.getvalue()


def paragraphs(*words: str, comment: str = "") -> bytes:
    """A document with these paragraphs; a comment is on the first."""
    marks = '<w:commentRangeStart w:id="0"/>' if comment else ""
    body = "".join(
        f'<w:p>{"" if number else marks}<w:r><w:t xml:space="preserve">{one}</w:t></w:r></w:p>'
        for number, one in enumerate(words)
    )
    if not comment:
        return build(body)
    inside = f'<w:comment w:id="0" w:author="Desk"><w:p><w:r><w:t>{comment}</w:t></w:r></w:p></w:comment>'
    return build(body, comments=inside)
