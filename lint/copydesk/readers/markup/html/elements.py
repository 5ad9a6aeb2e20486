"""Properties of HTML elements: blocks or parts of a sentence, prose or none, and where they end."""

from __future__ import annotations

from copydesk.model.prose import BlockKind

VOID = frozenset(
    "area base basefont br col embed frame hr img input link meta param source track wbr".split()
)
"""Elements without content: no end tag is looked for."""

NO_PROSE = frozenset(
    "audio button canvas code datalist del dialog iframe kbd math noembed noframes noscript object pre s "
    "samp script select strike style svg template textarea title video xmp".split()
)
"""What stands in these elements is no prose: programs, drawings, controls, and words struck out."""

CODE = frozenset("code kbd samp".split())
"""Those of them that are a word of the sentence they stand in."""

INLINE = frozenset(
    "a abbr acronym b bdi bdo big blink cite data dfn em font i img ins label map mark nobr output picture "
    "q rb rp rt rtc ruby slot small source span strong sub sup time tt u var wbr".split()
)

BLOCK = frozenset(
    "address article aside blockquote body caption center col colgroup dd details dir div dl dt fieldset "
    "figcaption figure footer form frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html legend li main "
    "menu nav ol optgroup option p search section summary table tbody td tfoot th thead tr ul".split()
)

SENTENCES = frozenset("caption dt figcaption h1 h2 h3 h4 h5 h6 legend p summary".split())
"""Blocks that hold sentences and no other blocks: an element of an unknown name is a part of one."""

KINDS = {
    "blockquote": BlockKind.BLOCK_QUOTE,
    "figcaption": BlockKind.CAPTION,
    "caption": BlockKind.CAPTION,
    "td": BlockKind.TABLE_CELL,
    "th": BlockKind.TABLE_CELL,
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), BlockKind.HEADING),
    "li": BlockKind.LIST_ITEM,
}
"""What these elements make of their words."""

RANK = {kind: rank for rank, kind in enumerate(dict.fromkeys(KINDS.values()))}
"""Of two kinds that are open, the one of the lower rank wins."""

_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_CELLS = frozenset({"td", "th"})
_ROWS = frozenset({"tr"})
_GROUPS = frozenset({"thead", "tbody", "tfoot", "caption", "colgroup"})
_TERMS = frozenset({"dt", "dd"})
_LISTS = frozenset({"ul", "ol", "menu", "dir", "dl"})
_TABLE = frozenset({"table"})

ENDED_BY: dict[str, tuple[tuple[frozenset[str], frozenset[str]], ...]] = {
    "li": ((frozenset({"li"}), _LISTS | _CELLS),),
    **dict.fromkeys(_TERMS, ((_TERMS, _LISTS | _CELLS),)),
    **dict.fromkeys(_CELLS, ((_CELLS, _TABLE | _ROWS),)),
    "tr": ((_ROWS, _TABLE),),
    **dict.fromkeys(_GROUPS, ((_GROUPS, _TABLE),)),
    **dict.fromkeys(_HEADINGS, ((_HEADINGS, _TABLE | _CELLS | _LISTS),)),
    "option": ((frozenset({"option"}), frozenset({"select"})),),
}
"""What the start of an element ends whose own end tag may be left out: which elements, and what they must
stand inside of."""

PARAGRAPH_SCOPE = frozenset({"table", "td", "th", "caption", "button", "object", "template"})
"""Every block ends a paragraph that is open, but for one that lies outside of these."""

END_SCOPE = frozenset({"table", "td", "th", "caption"})
"""An end tag ends nothing outside of the table cell that it stands in."""

NOTHING = frozenset[str]()

TABLE_PARTS = _TABLE | _CELLS | _ROWS | _GROUPS
