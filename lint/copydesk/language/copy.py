"""Kinds of copy: whose words each block of a draft holds.

A reader says what a block is on the page. Plain text says little, so a pasted post or a picture credit comes
as a paragraph: here its words decide. What nothing speaks against is running copy, for a block that is taken
for something else is lost to the rules that read running copy.

Patterns that few drafts need are strings: `re` compiles them when one is first asked for.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum
from functools import cached_property
from itertools import chain

from copydesk.language.foreign import foreign_blocks, is_mostly
from copydesk.language.lists import closed_classes as english
from copydesk.language.quotes import Quotations
from copydesk.language.words import Words
from copydesk.model.prose import OBJECT, Block, BlockKind, Prose, Span


class CopyKind(StrEnum):
    """A kind of copy: whose words a block holds."""

    OWN = "running copy"
    """The reporter's own words, in a paragraph."""
    ITEM = "list item"
    """The reporter's own words, in a list."""
    FIRST_PERSON = "first person"
    """Somebody who says I outside quotation marks: a witness, a columnist, an email without its marks."""
    DISPLAY = "display"
    """A headline, deck, heading, crosshead, label or link: set large, and short."""
    BYLINE = "byline"
    DATELINE = "dateline"
    AGENCY = "agency line"
    """Who wrote, edited or holds the rights, as a line of its own."""
    CAPTION = "caption"
    CREDIT = "credit"
    """Who made or owns a picture, and nothing else."""
    POST = "embedded post"
    PULL_QUOTE = "pull quote"
    """A quotation of the story, set apart."""
    PROMOTION = "promotion"
    """A line about the site or its author, not of the story."""
    NOTE = "editor's note"
    """A line of the paper's about the story: updated, corrected, first published elsewhere."""
    QUESTION = "question"
    """What an interviewer asks, after a label."""
    ANSWER = "answer"
    """What is answered, after a label, and every other turn of a transcript."""
    QUOTED = "quoted text"
    """A document, a letter or another paper's text, quoted whole."""
    FOREIGN = "another language"
    """A paragraph that is not English: a Spanish edition, a song, a motto."""
    TABLE = "table"
    ADDRESS = "address"
    SCORE = "score"
    VOTE = "vote"
    RECIPE = "recipe"


COPY = frozenset({CopyKind.OWN, CopyKind.ITEM})
"""The reporter's own words in sentences."""

PROSE = COPY | {CopyKind.FIRST_PERSON, CopyKind.QUESTION, CopyKind.ANSWER}
"""Sentences that the desk edits, whoever speaks."""

OTHERS = frozenset({CopyKind.POST, CopyKind.QUOTED})
"""What somebody else wrote, given whole: its marks, its words and its mistakes are theirs."""

NOT_STORY = frozenset({CopyKind.PROMOTION, CopyKind.NOTE})
"""Kinds of copy that are not of the story and may stand in a page many times."""

REPEATING = frozenset(
    {CopyKind.CAPTION, CopyKind.CREDIT, CopyKind.POST, CopyKind.PULL_QUOTE, CopyKind.QUOTED, CopyKind.AGENCY}
)
"""Kinds of copy that repeat the story by their nature."""

_BY_BLOCK = {
    BlockKind.HEADLINE: CopyKind.DISPLAY,
    BlockKind.STANDFIRST: CopyKind.DISPLAY,
    BlockKind.HEADING: CopyKind.DISPLAY,
    BlockKind.BYLINE: CopyKind.BYLINE,
    BlockKind.DATELINE: CopyKind.DATELINE,
    BlockKind.CAPTION: CopyKind.CAPTION,
    BlockKind.TABLE_CELL: CopyKind.TABLE,
    BlockKind.BLOCK_QUOTE: CopyKind.QUOTED,
    BlockKind.LIST_ITEM: CopyKind.ITEM,
    BlockKind.PARAGRAPH: CopyKind.OWN,
}
"""The kind of copy of each kind of block, if its words say nothing else."""

_FIXED = frozenset({BlockKind.BYLINE, BlockKind.DATELINE, BlockKind.TABLE_CELL, BlockKind.STANDFIRST})
"""Kinds of blocks of which readers are sure."""

DISPLAY_SPACES = 18
"""So many spaces are more than a headline has."""

_TITLE_RATIO = 2
_SHORTEST_LEAD = 120
"""How much longer the lead is than a headline with a full point, and how many characters it has at least."""

_LINK = r".{0,60}[a-z]:[A-Z]"
"""The headline of a linked story after its label: `Now read:Council votes`."""

_QUESTION_SPACES = 9
_FIRST_BLOCKS = 8
_LABEL = 24
_CREDIT_WORDS = 8
_MOST_SMALL = 2
_PULL_WORDS = 5
_ENDS = frozenset(".!?:;…”\"'’)")
_FIRST_PERSON = (
    *english.FIRST_PERSON,
    *(f"i{mark}{end}" for mark in "'’" for end in ("m", "ve", "d", "ll")),
)

_POST = (
    r"\bpic\.twitter|\bt\.co/|^[\W_]{0,3}@\w|^RT @|^Skip Twitter post|—\s?@\w+|\s#\w+$"
    r"|\(@\w{1,20}\)(?: |[\W_]*$)(?:on )?(?:(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)|[\W_]*$)"
    r"|\bA (?:photo|post|video) (?:posted|shared) by\b|^(?:[\w.'’&-]{1,30} ){0,6}\(@\w{1,20}\) [^a-z]"
)
_POST_MARKS = "@", "#", "pic.twitter", "t.co/", "Skip Twitter post"

_AGENCIES = r"(?:Getty|AFP|REUTERS|AP|EPA|Shutterstock|PA|UPI|Bloomberg)"
_CREDIT = (
    rf"(?:\w|\))\s?/\s?{_AGENCIES}\b|\b(?:REUTERS|AP Photo|AFP|EPA|PA Images|Shutterstock)\s?/\s?[A-Z]"
    r"|[-(|]\s?Getty Images\b|\bGetty Images(?:[)/,|]|$)"
    r"|[(,.|] ?(?:AP|PA) [Pp]hoto\b|\bFILE (?:PHOTO|IMAGE)\b"
    r"|\b[Ff]ile (?:[Pp]hoto|[Ii]mage)\)?$|\([Ff]ile (?:photo|image)"
    r"|\b(?:Photo|Photograph|Image|Credit|Caption|Illustration|Screenshot) ?: ?[A-Z]"
    r"|\((?:[Pp]hoto|[Ii]mage|[Ii]llustration|[Pp]icture|[Ss]creenshot)\b[^)]{0,60}\)"
    r"|\([Pp]ictured|, pictured\b(?! (?:as|on|with a)\b)"
    r"|\b[Pp]ictured (?:above|below|left|right|here)\b|^Pictured\b"
    r"|\((?:L|L-R|left|right|center|centre|rear|foreground|from left)\)|^From left\b|^(?:\w+ ){1,3}for TIME$"
)
_NAMED_CREDIT = r"\([A-Z][\w.’'-]{1,20}(?: [A-Z][\w.’'-]{0,20}){1,3} ?/ ?[A-Z][\w.’' -]{1,40}\)$"
"""Who made a picture, and for whom, at the end of its caption: `(Ann Poe/The Harbor Press)`."""

_FIGURE_OPENERS = ("Fig. ", "Figure ")
_FIGURE = r"Fig(?:\.|ure) \d+[.:] "
"""The label of a drawing, before its caption: `Fig. 2: The old bridge`."""

_LONGEST_CREDIT = 100
_CREDIT_MARKS = {
    "getty": ("Getty",),
    "reuters": ("REUTERS",),
    "afp": ("AFP",),
    "epa": ("EPA",),
    "shutterstock": ("Shutterstock",),
    "ap": ("/AP", "/ AP", "AP Photo", "AP photo"),
    "pa": ("/PA", "/ PA", "PA photo", "PA Photo", "PA Images"),
    "upi": ("/UPI", "/ UPI"),
    "bloomberg": ("/Bloomberg", "/ Bloomberg"),
    "photo": ("(Photo", "(photo", "Photo:", "Photo :", "ile Photo", "ile photo", "FILE PHOTO"),
    "photograph": ("Photograph:", "Photograph :"),
    "image": ("(Image", "(image", "Image:", "Image :", "FILE IMAGE", "ile image", "ile Image"),
    "credit": ("Credit:", "Credit :"),
    "caption": ("Caption:", "Caption :"),
    "illustration": ("Illustration:", "Illustration :", "(Illustration", "(illustration"),
    "screenshot": ("Screenshot", "(screenshot"),
    "pictured": ("ictured",),
    "picture": ("(picture", "(Picture"),
    "l": ("(L)",),
    "l-r": ("(L-R)",),
    "left": ("(left)", "(from left)", "From left"),
    "right": ("(right)",),
    "center": ("(center)",),
    "centre": ("(centre)",),
    "rear": ("(rear)",),
    "foreground": ("(foreground)",),
    "time": ("for TIME",),
}
"""One of these stands in every block with a credit, by the word that a draft with it has."""

_AGENCY = (
    r"\(?(?:(?:Additional )?[Rr]eporting|Writing|Written|Edited|Editing|Compiled) by [A-Z]"
    r"|.{0,200}\bcontributed to this (?:report|story|article)\b|(?:©|\([cC]\)|Copyright\b)"
    r"|(?:By )?(?:Reuters|AP|AFP|UPI|PA|(?:The )?Associated Press|Agence France-Presse)(?: Staff)?[\W_]*$"
)
_AGENCY_OPENERS = tuple(
    words.strip()
    for words in """
    (; Additional; Reporting by; Writing by; Written by; Edited by; Editing by; Compiled by; ©; Copyright;
    By Reuters; By A; By UPI; By PA; By The A; Reuters; AP; AFP; UPI; PA; The Associated; Associated; Agence
    """.split(";")
)

_PROMOTIONS = tuple(
    words.strip()
    for words in """
    all rights reserved; also read; click here; click to; do you have a story; do you have a tip;
    download our; download the; follow us; for more;
    get all the latest; get our; get the latest; get breaking;
    have a story; have a tip; if you or someone you know; image 1 of; like us; listen now; listen to; more on;
    most read; next image; now read; play video; prev image; quick guide; read also; read more; read next;
    read the full; related:; scroll down; share all; share this; sign up; slideshow (; story continue;
    story continues; stories continue; stories continues; subscribe; support our; support us;
    the associated press contributed;
    watch live; watch more; watch now; watch the; want more; you might like
    """.split(";")
)
"""Beginnings of paragraphs about the site."""

_NOTE = (
    r"\(?(?:This is a (?:breaking|developing)\b"
    r"|This (?:story|article|post|piece|report|column) (?:has been|is part|originally|was|will be)\b"
    r"|An? (?:(?:earlier|previous|prior) )?version of (?:this|the)\b"
    r"|(?i:corrections?|clarifications?|advisory)\b ?[:&]"
    r"|(?i:editor['’]?s['’]? note)|(?:UPDATED?|Updated?)\b(?::| \d))"
)
_NOTE_OPENERS = (
    *("This ", "A version ", "A previous ", "A prior ", "A earlier ", "An version ", "An earlier "),
    *("An previous ", "An prior ", "Co", "CO", "Cl", "CL", "Ad", "AD", "Ed", "ED", "Up", "UP", "("),
)
_LONGEST = max(map(len, _PROMOTIONS)) + 8
_SHORTEST = min(map(len, _PROMOTIONS))
_BEGINNINGS = frozenset(words[:_SHORTEST] for words in _PROMOTIONS)
_ADVERTISEMENT = "advertisement"
_NET = rf"(?:{OBJECT}|@|Twitter|Facebook)"
_ABOUT = (
    rf"\b(?:[Ff]ollow|[Rr]each|[Cc]ontact|[Ee]-?mail) (?:him|her|them|us|me)\b.{{0,20}}{_NET}"
    rf"|\b(?:Write to|Follow|Contact|E-?mail) [^.]{{2,60}} (?:at|on|via) {_NET}"
    r"|\bTwitter: ?@|\b[Ll]ike \w+ on Facebook"
)
_ABOUT_MARKS = {
    "newsletter": ("ewsletter",),
    "follow": ("ollow ",),
    "reach": ("each ",),
    "contact": ("ontact ",),
    "email": ("mail ",),
    "e-mail": ("mail ",),
    "write": ("rite to",),
    "twitter": ("Twitter:",),
    "facebook": ("on Facebook",),
}

_QUESTION_LABEL = r"Q(?:uestion|UESTION)?[.:] "
_ANSWER_LABEL = r"A(?:nswer|NSWER)?: "
_SPEAKER_LABEL = r"((?:[A-Z][\w.'’&-]{0,20} ?){1,3}|[a-z]{3,12}(?:\.[a-z]{2,15})?): ?\S"
_LONGEST_LABEL = 64
_CAPITALS_LABEL = r"\b[A-Z][A-Z .]{2,30}: "
_NO_SPEAKERS = frozenset(
    "correction update updated related read watch photos photo video poll source note look".split()
)

_LETTER = r"Dear (?:[A-Z]\w*[ .-]{0,2}){1,6}[,:]|To the [Ee]ditor[:,]|To [Ww]hom it may concern"
_SALUTATIONS = "Dear ", "To "
_LETTER_END = r"(?:Sincerely|Yours|Respectfully|Best regards|Kind regards|Regards)\b[\w ]{0,30},?"
_FULL_TEXT = (
    r"\b(?:[Tt]he |[Hh]is |[Hh]er |[Tt]heir )?(?:full|complete|entire|verbatim) "
    r"(?:text|statement|letter|transcript|remarks|speech|memo|email|op-ed|resolution|article)\b[^.]{0,80}:$"
)

_LEAD_IN = (
    r"(?:\b(?:wrote|writes|(?<!the )(?<!this )(?<!a )(?:reports|reported)|said|says|added|adds|continued"
    r"|continues|concluded|concludes|noted|notes|explained|explains|argued|argues|tweeted|tweets|posted|read"
    r"|reads|stated|states|declared|declares|observed|observes|responded|replied|chronicles|put it|has more"
    r"|(?:fired|blasted) back|told [^.,:]{1,40})"
    r"(?:,? (?:in|on|at|last|this|that|earlier|later|recently|yesterday|today|to|for|about|via|then|[A-Z])"
    r"[^.:]{0,50})?"
    r"|\b(?:CNN|NPR|[Ff]ox|Politico|Reuters|Post|Times|Journal|News|Press|Examiner)(?:['’]s)?"
    r" (?:[A-Z][\w'’-]+ ){0,3}(?:captured|chronicles|describes|details|explains|has|notes|quotes|reports"
    r"|summarizes|writes) [^.:]{1,150}"
    r"|(?:^|[.!?] )(?:From|According to|Per|Via|This is from) [^,:]{1,120}"
    r"|\b(?:[Qq]uote|excerpt|passage|[Ss]tatement|takeaway|the gist)(?: (?:from|by|of|on|[A-Z])[^.:,]{0,40})?"
    r"|\bdefined this way[^.:]{0,60}):$"
)
"""How a paragraph ends that another's words follow: `The paper reported:`."""

_LISTING = (
    r"\b(?:are|include[ds]?|including|following|these|those|things|points|ways|options|areas|with)\b"
    r"[^.]{0,60}:$"
)
"""How one ends that a list follows."""

_VOTE = (
    r"(?:Yeas?|Ayes?|Nays?|Noes|YEAS?|AYES?|NAYS?|NOES|Yes|No|YES|NO|For|Against|Abstain(?:ed|ing)?|Abstentions?"
    r"|Not [Vv]oting|Absent|DEMOCRATS|REPUBLICANS)(?:\s?[:—–]|\s-\s)\s?(?=.*(?:\d|, [YN]\b|[A-Z]))"
    r"|Voting (?:yes|no|for|against|to) "
)
_VOTE_OPENERS = tuple(
    "Yea Aye Nay Noes YEA AYE NAY NOES Yes No YES NO For Against Abs DEMO REPU Voting".split()
)
_TEAM = r"[A-Z][\w.’' &-]{1,30}?"
_SCORE = (
    rf"(?:{_TEAM} \(?\d{{1,3}}\)?,? (?:{_TEAM} )\(?\d{{1,3}}\)?|{_TEAM} \d{{1,3}} ?[-–] ?\d{{1,3}} {_TEAM})"
    r"(?:[,(; ]{1,2}(?:\d?OT|SO|F/OT|aet|AET|\d{1,2} innings|\d sets)\)?)?[.;]?"
)
_RECIPE = (
    r"(?:About )?(?:\d{1,4}(?:[/.,–-]\d{1,4})?|[½¼¾⅓⅔⅛]|[Oo]ne|[Tt]wo|[Hh]alf an?|[Aa])"
    r"(?: ?[½¼¾⅓⅔⅛]| \d/\d)?[ -]?"
    r"(?:(?:heaping|level|large|small|medium) )?"
    r"(?:cups?|tablespoons?|tbsps?|teaspoons?|tsps?|ounces?|oz|g|grams?|kg|ml"
    r"|pounds?|lbs?|cloves?|sticks?|pinch|cans?|sprigs?)"
    r"\.? (?:\([^)]{1,30}\) )?(?:of )?[a-z]|(?:Serves|Makes|Yield:?) (?:about )?\d"
)
_RECIPE_OPENERS = (
    *"0123456789½¼¾⅓⅔⅛aA",
    "One",
    "one",
    "Two",
    "two",
    "Half",
    "half",
    "Serves",
    "Makes",
    "Yield",
)
_COOK_OPENERS = tuple(
    f"{verb} "
    for verb in (
        "Add Bake Beat Boil Combine Cook Fry Grill Heat Knead Mix Place Pour Preheat Roast Simmer Stir Whisk"
    ).split()
)
_COOK_MEASURE = (
    r"\b\d{1,3}(?:[–-]\d{1,3})?[ -](?:cups?|tablespoons?|teaspoons?|ounces?|eggs?|cloves?"
    r"|minutes?|degrees)\b"
)
"""A step of a recipe: what to do, with how much, or for how long."""

_ADDRESS = (
    r"\d{1,5} (?:[NSEW]\.? )?(?:[A-Z][\w.’'-]{0,20} ){1,4}"
    r"(?:St|Street|Ave|Avenue|Blvd|Boulevard|Road|Rd|Lane|Drive|Square)\b|.*\b[A-Z]{2} \d{5}(?:-\d{4})?$"
    r"|(?:Tel|Phone|Telephone|E-?mail|Web(?:site)?|Address|Online|Box office)[.:]"
    r"|[^a-z]*\(?\d{3}\)?[ .-]\d{3}[.-]\d{4}$"
    r"|(?:[—–-] ?)?(?:[A-Z][\w’'-]{1,20},?[ \n]){0,3}[A-Z][\w’'-]{1,20}, "
    r"(?:[A-Z]\.[A-Z]\.|(?!Jr|Sr|Inc|Esq)[A-Z][a-z]{1,4}\.)$"
)
_NUMBER = r"[-+($£€]*\d[\d,.:%/()–-]*[a-z]{0,2}[.,;]?"


class Copy(list[CopyKind]):
    """The kind of copy of each block, in the order of the blocks."""

    def __init__(self, blocks: list[Block], kinds: list[CopyKind]) -> None:
        super().__init__(kinds)
        self._blocks = blocks
        self._starts = [block.start for block in blocks]

    def at(self, offset: int) -> CopyKind:
        """Return the kind of copy at an offset of the prose.

        Between two blocks, it is the kind of the first one.
        """
        return self[bisect_right(self._starts, offset, 1) - 1]

    @cached_property
    def is_foreign(self) -> bool:
        """Whether most of the draft is in another language."""
        foreign = {number for number, kind in enumerate(self) if kind is CopyKind.FOREIGN}
        return bool(foreign) and is_mostly(self._blocks, foreign)

    def of(self, block: Block) -> CopyKind:
        """Return the kind of copy of a block."""
        return self.at(block.start)


def find_copy(prose: Prose, words: Words, quotes: Quotations) -> Copy:
    """Return the kind of copy of every block; empty for a draft without a block."""
    return Copy(prose.blocks, _CopyFinder(prose, words, quotes).kinds())


class _CopyFinder:
    """A draft whose blocks are looked at one by one; what no block can have is not looked for."""

    def __init__(self, prose: Prose, words: Words, quotes: Quotations) -> None:
        self._prose, self._words, self._quotes = prose, words, quotes
        self._posts = self._blocks_with(_POST_MARKS)
        self._credits = self._blocks_with(self._marks(_CREDIT_MARKS))
        self._about = self._blocks_with(self._marks(_ABOUT_MARKS))
        self._contributed = self._blocks_with(("contributed to this ",))
        self._first_person = self._blocks_in_first_person()
        self._labels_end = self._end_of_labels()
        self._turns = self._transcript()

    def kinds(self) -> list[CopyKind]:
        """Return the kind of each block, then of those that what stands around them decides."""
        blocks = self._prose.blocks
        kinds = [self._kind(number, block) for number, block in enumerate(blocks)]
        for number, kind in self._turns.items():
            kinds[number] = kind
        self._mark_documents(kinds)
        self._mark_pull_quotes(kinds)
        for number in foreign_blocks(self._prose, self._words):
            kinds[number] = CopyKind.FOREIGN
        return kinds

    def _marks(self, marks: Mapping[str, tuple[str, ...]]) -> Iterator[str]:
        """Return the marks that may stand in the draft: their words do."""
        return chain.from_iterable(marks[word] for word in marks.keys() & self._words.vocabulary.keys())

    def _blocks_with(self, marks: Iterable[str]) -> set[int]:
        """Return the blocks in which one of the marks stands."""
        text, found = self._prose.text, set()
        for mark in marks:
            at = text.find(mark)
            while at >= 0:
                number = self._prose.block_index(at)
                found.add(number)
                at = text.find(mark, self._prose.blocks[number].end)
        return found

    def _kind(self, number: int, block: Block) -> CopyKind:
        """Classify one block by its own words."""
        plain = _BY_BLOCK[block.kind]
        if block.kind in _FIXED:
            return plain
        text = self._prose.text[block.start : block.end]
        spaces = text.count(" ")
        if number in self._posts and (self._has(_POST, block, text) or self._addresses_many(block, text)):
            return CopyKind.POST
        if number in self._credits and self._has(_CREDIT, block, text):
            return CopyKind.CREDIT if _is_credit(text, spaces) else CopyKind.CAPTION
        if text[-1] == ")" and re.search(_NAMED_CREDIT, text[-_LONGEST_CREDIT:]):
            return CopyKind.CREDIT if _is_credit(text, spaces) else CopyKind.CAPTION
        if (text.startswith(_AGENCY_OPENERS) or number in self._contributed) and re.compile(_AGENCY).match(
            text
        ):
            return CopyKind.AGENCY
        if block.kind is BlockKind.CAPTION or block.kind is BlockKind.BLOCK_QUOTE:
            return plain
        if text.startswith(_FIGURE_OPENERS) and re.match(_FIGURE, text):
            return CopyKind.CAPTION
        if _begins_promotion(text, spaces) or (number in self._about and _is_about_the_site(text)):
            return CopyKind.PROMOTION
        if text.startswith(_NOTE_OPENERS) and re.match(_NOTE, text):
            return CopyKind.NOTE
        if text.startswith(_COOK_OPENERS) and re.search(_COOK_MEASURE, text):
            return CopyKind.RECIPE
        if spaces < DISPLAY_SPACES or ":" in text[:16]:
            listed = _listed(text, spaces)
            if listed is not None:
                return listed
        if plain is CopyKind.DISPLAY or self._is_display(number, text, spaces):
            return CopyKind.DISPLAY
        return CopyKind.FIRST_PERSON if number in self._first_person else plain

    def _has(self, pattern: str, block: Block, text: str) -> bool:
        """Whether a pattern is found in a block outside its quotations."""
        return any(not self._is_inside(block, *found.span()) for found in re.compile(pattern).finditer(text))

    def _addresses_many(self, block: Block, text: str) -> bool:
        """Whether two handles stand in a block outside quotations: a reporter names people."""
        handles = re.finditer(r"(?<!\w)@\w", text) if text.count("@") > 1 else ()
        return sum(not self._is_inside(block, *found.span()) for found in handles) > 1

    def _is_inside(self, block: Block, start: int, end: int) -> bool:
        """Whether a stretch of a block stands inside a quotation that is not all of the block."""
        around = self._quotes.around(Span(block.start + start, block.start + end))
        return around is not None and (around.start > block.start or around.end < block.end)

    def _is_display(self, number: int, text: str, spaces: int) -> bool:
        """Whether a block is display type that its reader could not tell from copy.

        A headline may end with a full point, a crosshead may ask a question, a list of links has neither.
        """
        if number < self._labels_end or text.isupper():
            return True
        if ":" in text[:64] and re.match(_LINK, text):
            return True
        if spaces >= DISPLAY_SPACES:
            return False
        if text[-1] not in _ENDS:
            return True
        if text[-1] == "?" and spaces <= _QUESTION_SPACES and text[0].isalnum():
            return text.find("? ") < 0
        return number == 0 and self._is_title(text)

    def _is_title(self, text: str) -> bool:
        """Whether the first block is a headline that ends with a mark."""
        blocks = self._prose.blocks
        if len(blocks) < 3:
            return False
        if text[-1] == ";":
            return True
        words = [word for word in text.split() if len(word) > 3 and word[0].isalpha()]
        if len(words) > 2 and all(word[0].isupper() for word in words):
            return True
        lead = next((block for block in blocks[1:] if block.kind is BlockKind.PARAGRAPH), None)
        return lead is not None and lead.end - lead.start > max(_SHORTEST_LEAD, _TITLE_RATIO * len(text))

    def _end_of_labels(self) -> int:
        """Return the number of the block after the last label of a draft from an archive.

        Such labels are ABSTRACT and FULL TEXT.
        """
        labels = [
            number
            for number, block in enumerate(self._prose.blocks[:_FIRST_BLOCKS])
            if block.end - block.start < _LABEL
            and block.kind is not BlockKind.DATELINE
            and self._prose.slice(block.span).isupper()
        ]
        return labels[-1] + 1 if len(labels) > 1 else 0

    def _blocks_in_first_person(self) -> set[int]:
        """Return the blocks in which somebody says I outside quotation marks."""
        prose, words, vocabulary = self._prose, self._words, self._words.vocabulary
        return {
            prose.block_index(words.starts[index])
            for word in _FIRST_PERSON
            for index in vocabulary.get(word, ())
            if self._is_spoken(words.starts[index], len(word))
        }

    def _is_spoken(self, start: int, length: int) -> bool:
        """Whether a word means the speaker: no quotation, no initial as in I.R.S., no numeral, no title."""
        text, end = self._prose.text, start + length
        if text[end : end + 1] in (".", "-") or (
            length > 1
            and text[start].isupper()
            and text[start] != "I"
            and text[max(0, start - 2) : start].strip('\n \u00a0“"‘—').isalnum()
        ):
            return False
        if text[start] == "I" and length == 1:
            before = text[max(0, start - 30) : start].rstrip(" \u00a0").rpartition(" ")[2]
            at = start - len(before) - 2
            if before[:1].isupper() and before.isalpha() and at > 0 and text[at - 1].isalpha():
                return False  # `World War I`
        return not self._quotes.hold(Span(start, end))

    def _transcript(self) -> dict[int, CopyKind]:
        """Return the questions and answers of an interview and the turns of a transcript, by block."""
        interview: dict[int, CopyKind] = {}
        speakers: dict[int, str] = {}
        dialogues: dict[int, CopyKind] = {}
        for number, block in enumerate(self._prose.blocks):
            text = self._prose.text[block.start : min(block.end, block.start + _LONGEST_LABEL)]
            if block.kind in _FIXED or not (":" in text or text.startswith("Q. ")):
                continue
            if re.match(_QUESTION_LABEL, text):
                interview[number] = CopyKind.QUESTION
            elif re.match(_ANSWER_LABEL, text):
                interview[number] = CopyKind.ANSWER
            elif (label := re.match(_SPEAKER_LABEL, text)) and label[1].lower() not in _NO_SPEAKERS:
                speakers[number] = label[1]
                if label[1].isupper() and len(re.findall(_CAPITALS_LABEL, self._prose.slice(block.span))) > 1:
                    dialogues[number] = CopyKind.ANSWER
        often = {label for label, times in Counter(speakers.values()).items() if times > 1}
        spoken = {number: self._turn(number) for number, label in speakers.items() if label in often}
        is_talk = len(often) > 1 and (CopyKind.QUESTION in spoken.values() or all(map(str.isupper, often)))
        return {**dialogues, **(spoken if is_talk else {}), **(interview if len(interview) > 1 else {})}

    def _turn(self, number: int) -> CopyKind:
        """Return a turn of a transcript that asks is a question."""
        asks = self._prose.text[self._prose.blocks[number].end - 1] == "?"
        return CopyKind.QUESTION if asks else CopyKind.ANSWER

    def _mark_documents(self, kinds: list[CopyKind]) -> None:
        """Mark letters from Dear to Sincerely, and what follows `Here is the full statement:`.

        A statement ends where a heading or a quotation shows that the story goes on. Of what follows a
        lead-in (`The paper reported:`) without quotation marks only the first paragraph is certain.
        """
        text, blocks = self._prose.text, self._prose.blocks
        letters: list[int] = []
        is_document = is_led_in = False
        for number, block in enumerate(blocks):
            if letters and re.compile(_LETTER_END).match(text, block.start, block.end):
                for inside in range(letters.pop(), number):
                    kinds[inside] = CopyKind.QUOTED
                letters.clear()
            if is_document and kinds[number] in PROSE and not self._quotes.within(block.span):
                kinds[number] = CopyKind.QUOTED
            else:
                is_document = False
            if is_led_in and self._is_extract(block, kinds[number]):
                kinds[number] = CopyKind.QUOTED
            is_led_in = False
            if text[block.end - 1] == ":":
                lead = text[max(block.start, block.end - 200) : block.end]
                is_document = re.search(_FULL_TEXT, lead) is not None
                is_led_in = bool(re.search(_LEAD_IN, lead)) and not re.search(_LISTING, lead)
            elif number and text.startswith(_SALUTATIONS, block.start):
                letters += [number] if re.match(_LETTER, text[block.start : block.end]) else []

    def _is_extract(self, block: Block, kind: CopyKind) -> bool:
        """Whether a paragraph after a lead-in is the text that was announced, not a quotation or a list."""
        text = self._prose.text
        is_prose = kind in (CopyKind.OWN, CopyKind.FIRST_PERSON) and text[block.end - 1] in _ENDS
        return is_prose and text[block.start] not in "\"“‘'—–-•*"

    def _mark_pull_quotes(self, kinds: list[CopyKind]) -> None:
        """Mark paragraphs of nothing but a quotation that the story has elsewhere, or that is set apart."""
        text, words = self._prose.text, self._words
        whole: dict[tuple[str, ...], int] = {}
        for number, block in enumerate(self._prose.blocks):
            is_display = kinds[number] is CopyKind.DISPLAY and block.kind is BlockKind.PARAGRAPH
            if text[block.start] not in "\"“‘'" or not (is_display or kinds[number] in PROSE):
                continue
            quotes = self._quotes.within(block.span)
            if not quotes or quotes[0].start != block.start:
                continue
            after = text[quotes[0].end : block.end].lstrip()
            if after and not (after[0] in "—–―" and after.count(" ") < DISPLAY_SPACES):
                continue
            if after or text.startswith((" ", "\u00a0"), quotes[0].inner.start):
                kinds[number] = CopyKind.PULL_QUOTE
                continue
            within = words.between(block.start, block.end)
            if len(within) >= _PULL_WORDS and not is_display:
                whole[tuple(words.lowers[within.start : within.start + _PULL_WORDS])] = number
        quoted = set(whole.values())
        for first in {run[0] for run in whole}:
            for index in words.vocabulary.get(first, ()):
                found = whole.get(tuple(words.lowers[index : index + _PULL_WORDS]))
                other = self._prose.block_index(words.starts[index]) if found is not None else -1
                if found is not None and other not in quoted and kinds[other] in PROSE:
                    kinds[found] = CopyKind.PULL_QUOTE


def _begins_promotion(text: str, spaces: int) -> bool:
    """Whether a block speaks of the site, not of the story: it may stand in a page many times."""
    start = text[:_LONGEST].lower().lstrip("( ")
    if start.startswith(_ADVERTISEMENT):
        return not spaces
    if start[:_SHORTEST] not in _BEGINNINGS or not start.startswith(_PROMOTIONS):
        return False
    return not start.startswith("for more than") and any(
        start.startswith(words) and not (words[-1].isalnum() and start[len(words) : len(words) + 1].isalnum())
        for words in _PROMOTIONS
    )


def _is_about_the_site(text: str) -> bool:
    """Whether a block asks its reader to sign up, to follow or to write."""
    signs_up = "ewsletter" in text and re.search(r"\b(?i:sign up)\b", text)
    return bool(signs_up or re.search(_ABOUT, text))


def _is_credit(text: str, spaces: int) -> bool:
    """Whether a block with a credit is the credit alone: names, and hardly a word in small letters."""
    small = sum(word[0].islower() for word in text.split())
    return spaces < _CREDIT_WORDS and small <= _MOST_SMALL


def _listed(text: str, spaces: int) -> CopyKind | None:
    """Classify a line of a list: a vote, a score, an ingredient, an address, a row of numbers."""
    if text.startswith(_VOTE_OPENERS) and re.compile(_VOTE).match(text):
        return CopyKind.VOTE
    if spaces >= DISPLAY_SPACES:
        return None
    has_digits = re.search(r"\d", text) is not None
    if has_digits and re.compile(_SCORE).fullmatch(text):
        return CopyKind.SCORE
    is_open = text[-1] not in ".!?”" and text.startswith(_RECIPE_OPENERS)
    if is_open and re.compile(_RECIPE).match(text):
        return CopyKind.RECIPE
    if (has_digits or OBJECT in text or ":" in text or (text[-1] == "." and spaces < 5)) and re.compile(
        _ADDRESS
    ).match(text):
        return CopyKind.ADDRESS
    words = text.split()
    numbers = sum(re.compile(_NUMBER).fullmatch(word) is not None for word in words) if has_digits else 0
    return CopyKind.TABLE if "\t" in text or (numbers > 1 and 2 * numbers >= len(words)) else None
