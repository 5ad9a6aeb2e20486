"""Whether a draft says of a person that a trial is to come, or that a verdict has been given."""

from __future__ import annotations

import re

from copydesk.document import Document
from copydesk.language.people.people import Person

_TO_COME = (
    r"\b(?:(?:has|have)\spleaded\snot\sguilty|(?:will|is\sto)\s(?:be\stried|stand\strial|go\son\strial)"
    r"|(?:await(?:s|ing)?|faces?|facing)\strial|(?:is|are)\scharged\s(?:with|in|over)"
    r"|(?:was|were)\scharged\s[^.\n]{0,60}\bon\s(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b"
)
_GIVEN = (
    r"\b(?:convict\w*|(?:found|pleaded|pleads?|pleading|plead)\sguilty|sentenced?|confess\w*|admitted|admits"
    r"|serving|jailed|imprisoned|executed|acquitted|serial|killed\s(?:him|her)self|suicide|died|dead)\b"
)


def is_awaiting_trial(document: Document, person: Person) -> bool:
    """Whether the sentences that name a person tell of a charge or a trial to come.

    False where a paragraph that names the person tells of a verdict, a confession or the person's death.
    """
    blocks = {document.block_at(mention.start).span for mention in person.mentions}
    if any(re.search(_GIVEN, document.slice(block)) for block in blocks):
        return False
    sentences = {document.sentence_at(mention.start) for mention in person.mentions}
    return any(re.search(_TO_COME, document.slice(sentence)) for sentence in sentences)
