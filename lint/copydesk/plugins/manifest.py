"""The manifest of rules: what must be known of one to choose it, without importing it."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial
from importlib import import_module
from itertools import chain, pairwise
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from copydesk.document import Document
from copydesk.house.style import HOUSE_TABLES, NO_HOUSE
from copydesk.language.lists import closed_classes as english
from copydesk.language.lists.abbreviations import INITIALS, TITLES_BEFORE_NAMES
from copydesk.language.words import MARKS
from copydesk.model.finding import Severity
from copydesk.model.prose import BlockKind
from copydesk.plugins.rule import AnyRule, Context, DraftsRule

if TYPE_CHECKING:
    from copydesk.language.people.people import Mention

STYLE = "style"
"""Begins a need of how the house names people: `style` of any at all, `style.ranks` of what it says of ranks.

The other tables of a style are needs by their own names: `numbers`, `numbers.percent`.
"""


NAMES = "names"
"""The need of a names file or an archive."""

TERMS = "terms"
"""The need of words that the house prefers, avoids or watches."""

OR = " or "
"""Stands between needs of which one is enough."""


class RuleEntry(Struct, frozen=True):
    """A line of the manifest. A rule is imported where it may report, from its entry.

    target     the class: `module:Class`
    name, family, severity, needs, opt_in, formerly  as the class declares them
    across     whether it is a rule across drafts
    draftwise, reads_archive  as the class declares them, for a rule across drafts
    """

    target: str
    name: str
    family: str
    severity: Severity
    needs: tuple[str, ...] = ()
    opt_in: bool = False
    across: bool = False
    draftwise: bool = False
    reads_archive: bool = False
    formerly: tuple[str, ...] = ()

    @classmethod
    def of(cls, rule: type[AnyRule]) -> RuleEntry:
        """Return the line that a rule class has in a manifest."""
        across = issubclass(rule, DraftsRule)
        return cls(
            f"{rule.__module__}:{rule.__qualname__}",
            rule.name,
            rule.family,
            rule.severity,
            rule.needs,
            rule.opt_in,
            across,
            across and getattr(rule, "draftwise", False),
            across and getattr(rule, "reads_archive", False),
            rule.formerly,
        )

    @property
    def judges_alone(self) -> bool:
        """Whether what the rule reports on a draft hangs on that draft alone."""
        return self.draftwise or not self.across

    def waits(self, *, compares: bool) -> bool:
        """Whether `all` leaves the rule out.

        compares  whether the run has drafts to compare with: an archive, or a few that are named together
        """
        return self.opt_in and not (compares and self.reads_archive)

    def load(self) -> type[AnyRule]:
        """Import the class."""
        module, _, name = self.target.partition(":")
        rule: type[AnyRule] = getattr(import_module(module), name)
        return rule

    def asks(self, context: Context[Any]) -> tuple[Callable[[Document], bool], ...]:
        """Return what must hold of a draft for the rule to report anything in a house.

        How a house names people may change with the path of the draft; all else it says is asked here, once.
        """
        asks: list[Callable[[Document], bool]] = []
        for need in self.needs:
            if need in NEEDS:
                asks.append(NEEDS[need])
            elif OR in need or need.startswith(STYLE):
                asks.append(partial(_is_met, need, context))
            elif not _is_of_house(need, context):
                return (_never,)
        return tuple(asks)

    def lacks(self, context: Context[Any]) -> tuple[str, ...]:
        """Return the needs that a house does not meet, whatever the draft: its words, names and style."""
        return tuple(
            need
            for need in self.needs
            if not any(one in NEEDS or _is_of_house(one, context) for one in need.split(OR))
        )


def is_need(name: str) -> bool:
    """Whether a rule can name this among its `needs`: one, or several of which one is enough."""
    return all(map(_is_one_need, name.split(OR)))


def _is_one_need(name: str) -> bool:
    kind, _, field = name.partition(".")
    if name in NEEDS or name in (STYLE, TERMS, NAMES):
        return True
    defaults = NO_HOUSE if kind == STYLE else HOUSE_TABLES.get(kind)
    return defaults is not None and (name == kind or hasattr(defaults, field))


def _never(_document: Document) -> bool:
    return False


def _is_met(need: str, context: Context[Any], document: Document) -> bool:
    if need in NEEDS:
        return NEEDS[need](document)
    if OR in need:
        return any(_is_met(one, context, document) for one in need.split(OR))
    return _is_of_house(need, context, document.source.path)


def _is_of_house(need: str, context: Context[Any], path: str = "") -> bool:
    """Whether a house has what a rule needs of it, for the draft at a path."""
    if need == TERMS:
        return bool(context.terms)
    if need == NAMES:
        return context.names is not None
    kind, _, field = need.partition(".")
    if kind == STYLE:
        return _says(context.honorifics.in_section(path), NO_HOUSE, field)
    return _says(getattr(context.house, kind), HOUSE_TABLES[kind], field)


def _says(style: Any, defaults: Any, field: str) -> bool:
    """Whether a table of a style says anything, or anything of one field."""
    return bool(getattr(style, field) != getattr(defaults, field) if field else style != defaults)


def _has_doubled(*lengths: int) -> Callable[[Document], bool]:
    """Make the need of so many words that stand twice in a row."""
    return lambda document: any(True for length in lengths for _ in document.words.doubled(length))


def _has_accent(document: Document) -> bool:
    return bool(document.words.accented)


def _has_both_marks(document: Document) -> bool:
    return '"' in document.text and _holds(document.text, "“”")


def _courtesy_titles(document: Document) -> int:
    from copydesk.language.lists.titles import COURTESY

    return len(COURTESY & document.words.vocabulary.keys())


def _has_courtesy_titles_of_two_forms(document: Document) -> bool:
    from copydesk.language.lists.titles import COURTESY

    words = document.words
    ends = (words[at].end for title in COURTESY & words.vocabulary.keys() for at in words.vocabulary[title])
    return len({document.after(end) == "." for end in ends}) > 1


def _has_name_in_headline(document: Document) -> bool:
    """Whether two words with capitals stand side by side in a headline."""
    return any(
        first.is_capitalised and first.gap == " " and first.next.is_capitalised
        for block in document.blocks
        if block.kind is BlockKind.HEADLINE
        for first in map(document.word, document.words.between(block.start, block.end)[:-1])
    )


def _has_surname_alone(document: Document) -> bool:
    return any(
        mention.kind == "surname"
        or (
            mention.kind == "attributive"
            and document.word_after(mention.end).lower.endswith(("ing", "ing's"))
        )
        for person in document.people.all
        for mention in person.mentions
    )


def _has_role_and_full_name_twice(document: Document) -> bool:
    from copydesk.language.lists.titles import ROLE_NOUNS

    def has_role(mention: Mention) -> bool:
        return bool(mention.role) or document.word_before(mention.start, across=MARKS).surface in ROLE_NOUNS

    return any(
        sum(mention.kind == "full name" and has_role(mention) for mention in person.mentions) > 1
        for person in document.people.all
    )


def _has_person_described_twice(document: Document) -> bool:
    from copydesk.analyses.people.descriptions import described_people

    return bool(described_people(document))


def _has_shared_surname(document: Document) -> bool:
    surnames = [person.surname for person in document.people.all]
    return len(set(surnames)) < len(surnames)


def _speaking_pronouns(document: Document) -> list[int]:
    """Return where the pronouns begin that are on record for a quotation."""
    return [
        said.speaker.span.start
        for said in document.attributions
        if said.quotes and said.speaker is not None and said.speaker.kind == "pronoun"
    ]


def _has_pronoun_that_speaks_first(document: Document) -> bool:
    named = min((person.mentions[0].start for person in document.people.all), default=len(document.text))
    return any(start < named for start in _speaking_pronouns(document))


def _has_pronoun_that_may_mean_two(document: Document) -> bool:
    speaking = {document.block_index(start) for start in _speaking_pronouns(document)}
    spans = (
        sorted(m.span for p in document.people.all for m in p.mentions if not m.quoted) if speaking else []
    )
    return _has_pronoun_that_speaks_first(document) or any(
        document.text[one.end : other.start] == " and " and document.block_index(one.start) in speaking
        for one, other in pairwise(spans)
    )


def _has_phrase(kind: str) -> Callable[[Document], bool]:
    """Make the need of a phrase of a kind: a section of `analyses/data`."""

    def has_phrase(document: Document) -> bool:
        from copydesk.analyses.phrases import find_phrases

        return kind in find_phrases(document)

    return has_phrase


def _has_form(kind: str) -> Callable[[Document], bool]:
    """Make the need of a kind of form that a house decides: one of `house_forms.TRIGGERS`."""

    def has_form(document: Document) -> bool:
        from copydesk.analyses.house_forms import find_kinds

        return kind in find_kinds(document)

    return has_form


def _has_judging_verb(document: Document) -> bool:
    return any(said.cue is not None and said.kind != "neutral" for said in document.attributions)


def _has_sentence_attributed_twice(document: Document) -> bool:
    cues = {
        said.cue
        for said in document.attributions
        if said.cue is not None and said.speaker is not None and said.verb in PLAIN_CUES
    }
    return len({document.sentence_at(cue.start) for cue in cues}) < len(cues)


def _has_unattributed_quotation(document: Document) -> bool:
    return any(document.attributions.of(quote) is None for quote in document.quotes.outer)


def _has_quoted_paragraph(document: Document) -> bool:
    whole = {block.span for block in document.blocks}
    return any(not quote.opened or quote.span in whole for quote in document.quotes.outer)


def _has_unpaired_bracket(document: Document) -> bool:
    return any(_are_unpaired(document, *pair) for pair in ("()", "[]"))


def _are_unpaired(document: Document, opening: str, closing: str) -> bool:
    """Whether brackets of one kind lack their other half in their block."""
    text, depth, end = document.text, 0, 0
    signs = (re.finditer(re.escape(sign), text) for sign in (opening, closing) if sign in text)
    for at in sorted(found.start() for found in chain.from_iterable(signs)):
        if depth and at >= end:
            return True
        if not depth:
            end = document.block_at(at).end
        depth += 1 if text[at] == opening else -1
        if depth < 0:
            return True
    return depth > 0


def _has_unpaired_mark(document: Document) -> bool:
    text, signs = document.text, '“”„«»"'
    if not _holds(text, signs + "‘'`"):
        return False
    paired = 0
    for quote in document.quotes:
        opening, closing = text[quote.start], text[quote.inner.end : quote.inner.end + 1]
        if not (quote.opened and quote.closed) or opening == "”" or closing == "“":
            return True
        paired += (opening in signs) + (closing in signs)
    if "''" in text or "``" in text or sum(map(text.count, signs)) > paired:
        return True
    from copydesk.language.quotes import turned_apostrophes

    return any(True for _ in turned_apostrophes(text))


def _has_quotation_twice(document: Document) -> bool:
    from copydesk.analyses.likeness.repeats import repeated_quotes

    return bool(repeated_quotes(document))


def _has_quotations_alike(document: Document) -> bool:
    from copydesk.analyses.likeness.paragraphs import RUN, may_have_version, words_of

    quoted = words_of(document, document.quotes.outer)
    return may_have_version(document, (within for within in quoted if len(within) >= RUN))


def _has_paragraphs_alike(document: Document) -> bool:
    from copydesk.analyses.likeness.copies import likely_near_copies
    from copydesk.analyses.likeness.paragraphs import RUN

    return bool(likely_near_copies(document, RUN))


def _has_names_alike(document: Document) -> bool:
    from copydesk.analyses.spelling.alike import has_names_alike

    return has_names_alike(document)


def _has_unnamed_source(document: Document) -> bool:
    from copydesk.analyses.attribution.unnamed import find_unnamed
    from copydesk.analyses.phrases import find_phrases

    return "unnamed" in find_phrases(document) or any(not one.is_crowd for one in find_unnamed(document))


def _has_surname_with_two_titles(document: Document) -> bool:
    titles: dict[str, str] = {}
    return _courtesy_titles(document) > 1 and any(
        titles.setdefault(person.surname, title) != title
        for person in document.people.all
        for mention in person.mentions
        if (title := (mention.courtesy or "").rstrip("."))
    )


def _has_word_for_a_wrong(document: Document) -> bool:
    from copydesk.analyses.attribution.offences import find_wrongs

    return bool(find_wrongs(document))


def _has_british_spelling(document: Document) -> bool:
    from copydesk.analyses.spelling.dialects import holds_british

    return holds_british(document.words.vocabulary)


def _has_abbreviation_of_two_forms(document: Document) -> bool:
    text, vocabulary = document.text, document.words.vocabulary
    return (
        ("m" in vocabulary or "AM" in text or "PM" in text)
        or not vocabulary.keys().isdisjoint(TITLES_BEFORE_NAMES)
        or any("".join(parts) in text for initials, parts in INITIALS.items() if initials in vocabulary)
    )


def _has_sure_misspelling(document: Document) -> bool:
    from copydesk.analyses.spelling.misspellings import find_misspellings

    return bool(find_misspellings(document))


def _has_article_before_other_letter(document: Document) -> bool:
    lowers, vocabulary = document.words.lowers, document.words.vocabulary
    return any(
        lower.startswith(beginnings)
        for article, beginnings in (("a", _TAKE_AN), ("an", _TAKE_A))
        for index in vocabulary.get(article, ())
        for lower in lowers[index + 1 : index + 2]
    )


def _has_sign_and_word_for_a_currency(document: Document) -> bool:
    return not document.words.vocabulary.keys().isdisjoint(_CURRENCIES) and _holds(document.text, "$£€")


def _has_redundant_phrase(document: Document) -> bool:
    return _has_phrase("redundant")(document) or any(clock in document.text for clock in _CLOCKS)


def _has_debris(document: Document) -> bool:
    text, words = document.text, document.words
    has_machine_word = not words.vocabulary.keys().isdisjoint(_MACHINE_WORDS) or any(
        word.startswith("data-ccp-") for word in words.hyphenated
    )
    if has_machine_word and any(mark in text for mark in _MACHINE_MARKS):
        return True
    if re.search(r"turn\d", text):
        return True
    if text.replace("\n", " ").isprintable() and not _holds(text, _BROKEN_SIGNS):
        return False
    return re.search(_BROKEN, text) is not None


def _has_doubtful_spacing(document: Document) -> bool:
    return "  " in document.text or re.search(_DOUBTFUL_SPACING, document.text) is not None


def _has_sign_of_a_placeholder(document: Document) -> bool:
    text, vocabulary = document.text, document.words.vocabulary
    signs = (forms for sign, forms in PLACEHOLDER_SIGNS.items() if sign in text)
    words = (forms for word, forms in PLACEHOLDER_WORDS.items() if word in vocabulary)
    return any(map(text.__contains__, chain.from_iterable(chain(signs, words))))


def _has_dated_weekday(document: Document) -> bool:
    text, words = document.text, document.words
    places = (words.starts[at] for day in words.vocabulary.keys() & _WEEKDAYS for at in words.vocabulary[day])
    return any(re.search(_DATED, text[max(0, at - _DATE_BEFORE) : at + _DATE_AFTER]) for at in places)


def _has_late_day(document: Document) -> bool:

    words = document.words
    months = tuple(month[:3] for month in english.MONTHS)
    short = tuple(months[at] for at in _OF_30_DAYS)
    return any(
        lower.startswith(short) or (day >= "32" and lower.startswith(months))
        for day in words.vocabulary.keys() & _LATE_DAYS
        for index in words.vocabulary[day]
        for lower in words.lowers[max(0, index - 1) : index + 3]
    )


def _has_any(patterns: dict[str, str]) -> Callable[[Document], bool]:
    """Make the need of any of some patterns, each by a sign that must stand in the text for it."""
    return lambda document: any(
        sign in document.text and re.search(pattern, document.text) for sign, pattern in patterns.items()
    )


def _has_percentage_of_numbers(document: Document) -> bool:
    text = document.text
    has_percentage = "%" in text or not document.words.vocabulary.keys().isdisjoint(("percent", "cent"))
    return has_percentage and any(
        re.search(_SUM, text[max(0, found.start() - _BESIDE) : found.end() + _BESIDE])
        for found in re.finditer(r"%|percent\b|per cent\b", text)
    )


def _holds(text: str, signs: str) -> bool:
    return any(sign in text for sign in signs)


_TAKE_AN = (*"aeiou18", "heir", "hone", "hono", "hour")
_TAKE_A = (*"bcdfgjklmnpqrstuvwyz12345679", "eu", "ew", "on")

_MACHINE_MARKS = ("oaicite", "[cite", "n AI ", "nowledge cut", "data-ccp-", "MsoNormal")
_MACHINE_WORDS = frozenset("oaicite cite cite_start ai knowledge msonormal".split())
"""What programs leave, and the words of it but those with a hyphen."""

_LINKS = {"[": ("](", ")[", "]["), "=": ("href", "HREF", "utm_source=")}
"""What stands in a link, by a sign that stands there too and is looked for faster."""

_BROKEN_SIGNS = "ÃÂâðï【\ufffdﬀﬁﬂﬃﬄﬅﬆ"
"""What stands in debris that can be printed, and in few other drafts."""

_UNPRINTED = (
    r"\x00-\x08\x0b\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069"
    r"\ufb00-\ufb06\ufeff\ufffd"
)
_BROKEN = (
    rf"[{_UNPRINTED}ÃÂâðï\u00a0【](?:(?<=[{_UNPRINTED}])|(?<=[ÃÂ])[^A-Za-z .,\n]|(?<=â)[€‚„]|(?<=ð)Ÿ|(?<=ï)»¿"
    r"|(?<=\u00a0)(?:(?<=[ \u00a0].)|(?= ))|(?<=【)\d)"
)

_CHARGED = frozenset("accused alleged arrested charged guilty suspected trial tried".split())
_OF_30_DAYS = (1, 3, 5, 8, 10)
"""Months without a 31st day, by their index."""

_LATE_DAYS = frozenset(f"{day}{end}" for day in range(29, 40) for end in ("", "st", "nd", "rd", "th"))
_WEEKDAYS = frozenset((*english.WEEKDAYS, *"mon tue tues wed weds thu thur thurs fri sat sun".split()))
_DATE_BEFORE, _DATE_AFTER = 8, 32
"""Characters before and after the beginning of a weekday in which its date begins."""

_DATED = (
    r"(?:day|Mon|Tues?|Weds?|Thu(?:rs?)?|Fri|Sat|Sun)\.?,?\s(?:the\s|\()?(?:[A-Z][a-z]{2,8}\.?\s)?\d"
    r"|[\dytrhe](?:, an? |\s\()(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)"
)

_ODD_NUMBER = {
    ",": r",(?<=\d,)\d(?:\d?(?!\d)|\d{3})|,(?<=\d{4},)\d{3}",
    "1": r"1[89]\d{3}(?<= .{5})(?!\d|,\d)",
    "20": r"20\d{3}(?<= .{5})(?!\d|,\d)",
}
_SPELLED = "one|two|three|four|five|six|seven|eight|nine|ten"
_MEASURES = (
    r"°|º|deg|[CF]\b|k|m[ip]|m\b|mm|met|cm|f[eot]|inch|yard|acre|hect|ha\b|sq|pound|lb|gram|g\b|oz|ounce|ton|stone"
    r"|gal|lit|barrel"
)
_CONVERSION = {
    sign: rf"{re.escape(sign)}(?:[a-z]+ ){{0,3}}(?:(?:US)?[$£€]\d"
    rf"|(?:[-−–]?\d[\d,.]*|{_SPELLED})(?: [mb]illion)?[ \u00a0-]?(?:{_MEASURES}))"
    for sign in ("(", ", or ", "/")
}

_DOUBTFUL_SPACING = (
    r"[,;.?!”“()](?:(?<=[“(])[ \u00a0]|(?<=[ \u00a0].)(?:(?<=[”)])|(?<=[,;.?!])(?=[ \u00a0\n]|$))"
    r"|(?![ \n])(?:(?<=”)[^\W\d_]|(?<=[a-z]{2}[.?!])[A-Z]|(?<=[a-z],)(?:[a-z]|[,;.])|(?<=[a-z];)[;,]"
    r"|(?<=[a-z]\.)\.(?=[ \n]|$)))"
)
"""Begins with one set of marks, so that the search leaps from one to the next."""

_CURRENCIES = frozenset("bucks dollar dollars euro euros pound pounds quid".split())
_CLOCKS = ("m. in the ", "m. at night", "am in the morning", "pm in the ", "pm at night")

_ACRONYM = {"(": r"\((?:the |or )?[“\"']?[A-Z][A-Za-z&]{0,2}[A-Z&][A-Z&\d]{0,6}s?[”\"']?\)"}
_LISTED = {
    sign: rf"{re.escape(sign)}(?:the )?[A-Z][\w’'.-]*(?: [\w’'.-]+){{0,3}}, (?:the )?[A-Z]"
    for sign in (": ", "(")
}
_YEARS = {
    "-": r"- ?(?:1[5-9]|20)\d\d(?!\d)",
    "–": r"– ?(?:1[5-9]|20)\d\d(?!\d)",
    "from ": r"from (?:1[5-9]|20)\d\d to ",
}
_BESIDE = 150
"""Characters between a percentage and the numbers that make it."""

_SUM = (
    r"\bfrom (?:\w+ )?[$£€]?\d"
    r"|\b[Oo]f (?:(?:the|its|their|those|all|a total of) )*\d[^.;:]{0,80}?(?:, or |\()"
)

PLACEHOLDER_SIGNS = {
    "[": (*(f"[{letter}" for letter in "CDEFHILNPTVXceilnpv"), *"?] ome] OME] ere] ERE]".split()),
    "{": ("{{",),
    "@": ("@@",),
    "": tuple("( < ??? TK tk XX xx".split()),
}
PLACEHOLDER_WORDS = {
    **{
        word: (word.upper(),)
        for word in "fixme hold insert publication publish release todo writethru".split()
    },
    **dict.fromkeys(("embargo", "embargoed"), ("EMBARGO",)),
    "30": ("-30-",),
    "lorem": ("orem ",),
    "more": ("-more-",),
    "note": ("NOTE", "Note"),
    "slug": ("SLUG:",),
}
"""One of these, by a sign or a word that stands there too and is looked for faster, stands in every mark that
something is to be filled in, checked or taken out."""

PLAIN_CUES = frozenset({"say", "according to"})
"""Words of attribution that say nothing more, and so may say one thing twice."""

EARLIER = "earlier version"
"""The need of a rule that compares two versions of a draft."""

NEEDS: dict[str, Callable[[Document], bool]] = {
    "abbreviation without its last point": lambda document: bool(
        re.search(r"\.[A-Za-z](?![\w.])", document.text)
    ),
    "abbreviation that has two forms": _has_abbreviation_of_two_forms,
    "accented word": _has_accent,
    "acronym in brackets": _has_any(_ACRONYM),
    "agentless phrase": _has_phrase("agentless"),
    "article before another letter": _has_article_before_other_letter,
    "both kinds of quotation mark": _has_both_marks,
    "British spelling": _has_british_spelling,
    "courtesy title": lambda document: _courtesy_titles(document) > 0,
    "courtesy titles with a point and without": _has_courtesy_titles_of_two_forms,
    "dash": _has_form("dash"),
    "date": _has_form("date"),
    "day near the end of a month": _has_late_day,
    "debris of a paste": _has_debris,
    "digit": lambda document: _holds(document.text, "0123456789"),
    "doubtful spacing": _has_doubtful_spacing,
    EARLIER: lambda document: document.revision is not None,
    "headline": lambda document: any(block.kind is BlockKind.HEADLINE for block in document.blocks),
    "judging phrase": _has_phrase("loaded"),
    "judging verb of attribution": _has_judging_verb,
    "knight": lambda document: not {"sir", "dame"}.isdisjoint(document.words.vocabulary),
    "link": lambda document: any(
        sign in document.source.text and any(mark in document.source.text for mark in marks)
        for sign, marks in _LINKS.items()
    ),
    "measure in two units": _has_any(_CONVERSION),
    "list of names": _has_any(_LISTED),
    "mark of a merge": lambda document: (
        "<<<<<<< " in document.source.text or ">>>>>>> " in document.source.text
    ),
    "name in a headline": _has_name_in_headline,
    "names alike": _has_names_alike,
    "number of an odd length": _has_any(_ODD_NUMBER),
    "paragraph of quotation": _has_quoted_paragraph,
    "paragraphs alike": _has_paragraphs_alike,
    "percentage": _has_form("percentage"),
    "percentage beside its numbers": _has_percentage_of_numbers,
    "person described twice": _has_person_described_twice,
    "phrase that says one thing twice": _has_redundant_phrase,
    "phrase twice in a row": _has_doubled(2, 3, 4),
    "pronoun that speaks and may mean two people": _has_pronoun_that_may_mean_two,
    "pronoun that speaks before anybody is named": _has_pronoun_that_speaks_first,
    "quotation": lambda document: len(document.quotes) > 0,
    "quotation twice": _has_quotation_twice,
    "quotations alike": _has_quotations_alike,
    "quotation without a speaker": _has_unattributed_quotation,
    "range of years": _has_any(_YEARS),
    "role and full name twice": _has_role_and_full_name_twice,
    "sentence attributed twice": _has_sentence_attributed_twice,
    "shared surname": _has_shared_surname,
    "sign of a placeholder": _has_sign_of_a_placeholder,
    "sign and word for a currency": _has_sign_and_word_for_a_currency,
    "source without a name": _has_unnamed_source,
    "sure misspelling": _has_sure_misspelling,
    "surname with two courtesy titles": _has_surname_with_two_titles,
    "surname alone": _has_surname_alone,
    "suicide": lambda document: "suicide" in document.words.vocabulary,
    "unpaired bracket": _has_unpaired_bracket,
    "unpaired quotation mark": _has_unpaired_mark,
    "weekday before a date": _has_dated_weekday,
    "word for a charge": lambda document: not _CHARGED.isdisjoint(document.words.vocabulary),
    "word for a wrong": _has_word_for_a_wrong,
    "word twice in a row": _has_doubled(1),
}
"""Properties of a draft that a rule may need."""
