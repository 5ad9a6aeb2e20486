"""Documents taken apart at random: `COPYDESK_EXAMPLES=2500` tries ten thousand of them."""

from __future__ import annotations

import os
import random
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from copydesk.errors import UnreadableError
from copydesk.readers.word.reader import read
from copydesk.testing import check_prose

pytestmark = pytest.mark.hostile

GOLDEN = sorted((Path(__file__).parent / "golden").glob("*.docx"))
MUTATIONS = int(os.environ.get("COPYDESK_EXAMPLES", "300"))
PIECES = [
    *(
        b"<",
        b">",
        b"/>",
        b"</w:p>",
        b"<w:p>",
        b"<w:r>",
        b"</w:r>",
        b"<w:t>",
        b"&amp;",
        b"&#x1F600;",
        b"&lt",
        b"\x00",
    ),
    *(
        b"<w:del>",
        b"</w:ins>",
        b"<w:txbxContent>",
        b'<w:fldChar w:fldCharType="begin"/>',
        b"<w:pPr>",
        b"]]>",
        b"<!--",
    ),
    *(
        b"<w:tc>",
        b"</w:tbl>",
        b'w:val="',
        b"\xff",
        b"\xc3",
        b"<w:commentReference/>",
        b"<!DOCTYPE a>",
        b"<?x?>",
    ),
]


def mutated(data: bytes, chance: random.Random) -> bytes:
    """The bytes with a few of them changed, cut out, doubled, or replaced by what means something in XML."""
    changed = bytearray(data)
    for _ in range(chance.randint(1, 4)):
        start = chance.randrange(len(changed) + 1)
        end = min(len(changed), start + int(chance.expovariate(0.1)))
        match chance.randrange(4):
            case 0:
                changed[start:end] = b""
            case 1:
                changed[start:start] = changed[start:end]
            case 2:
                changed[start:start] = chance.choice(PIECES)
            case _:
                changed[start:end] = bytes(chance.randrange(256) for _ in range(end - start))
    return bytes(changed)


def with_mutated_part(data: bytes, chance: random.Random) -> bytes:
    """The document, whole but for the XML of one part."""
    out = BytesIO()
    with ZipFile(BytesIO(data)) as old, ZipFile(out, "w", ZIP_DEFLATED) as new:
        names = [name for name in old.namelist() if name.endswith((".xml", ".rels"))]
        chosen = "word/document.xml" if chance.random() < 0.6 else chance.choice(names)
        for name in old.namelist():
            part = old.read(name)
            new.writestr(name, mutated(part, chance) if name == chosen else part)
    return out.getvalue()


@pytest.mark.parametrize("mutate", [mutated, with_mutated_part])
@pytest.mark.parametrize("path", GOLDEN, ids=lambda path: path.stem)
def test_a_damaged_document_raises_nothing_but_the_named_error(path, mutate):
    data = path.read_bytes()
    read_whole = 0
    said: list[str] = []
    for seed in range(MUTATIONS):
        chance = random.Random(seed)  # noqa: S311
        try:
            prose = read("draft.docx", mutate(data, chance))
        except UnreadableError as error:
            said.append(str(error))
            continue
        read_whole += 1
        check_prose(prose)
        for block in prose.blocks:
            place = prose.to_source(block.span)
            assert prose.source.label(place.start, place.end)
    assert 0 < read_whole < MUTATIONS
    assert not any("\n" in line for line in said)


def test_fields_in_fields_are_read_once(docx):
    """Each open field is asked of each piece of text, so they may not be many in each other."""
    opened = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    words = "<w:r><w:t>a</w:t></w:r>"
    closed = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    data = docx(f"<w:p>{opened * 5_000}{words * 5_000}{closed * 5_000}</w:p>")
    with pytest.raises(UnreadableError, match="has fields 100 deep in each other"):
        read("draft.docx", data)
