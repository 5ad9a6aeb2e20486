"""abbreviation-style: an abbreviation that the house writes another way."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain

from copydesk.analyses.house_forms import NUMBERS, find_words
from copydesk.analyses.spelling.common_words import in_address
from copydesk.analyses.spelling.initials import find_dotted, find_plain
from copydesk.document import Document
from copydesk.house.style import AbbreviationStyle, HouseStyle
from copydesk.language.lists import closed_classes as english
from copydesk.language.people.people import MentionKind
from copydesk.language.words import Cursor
from copydesk.model.finding import Finding, Severity
from copydesk.model.prose import Span
from copydesk.plugins.rule import Context, Example, NoOptions, Rule
from copydesk_rules.style.forms import Form, ends_sentence, report

_AP = HouseStyle(
    label="AP",
    abbreviations=AbbreviationStyle(
        agencies="plain",
        acronyms="capitals",
        degrees="points",
        companies="points",
        junior="points",
        number="points",
        initials="closed",
        middle="point",
        plurals="plain",
        addresses="ap",
    ),
)
_GUARDIAN = HouseStyle(
    label="Guardian",
    abbreviations=AbbreviationStyle(acronyms="title", degrees="plain", junior="plain", initials="plain"),
)
_TIMES = HouseStyle(
    label="Times",
    abbreviations=AbbreviationStyle(agencies="points", acronyms="title", acronyms_from=5),
)


class HouseAbbreviations(Rule[NoOptions]):
    """Each field of the style is asked of its own words."""

    name = "abbreviation-style"
    reads_english = True
    family = "style"
    severity = Severity.WARNING
    needs = ("abbreviations",)
    summary = "an abbreviation is not written as the house writes it: Nato where it has NATO"
    why = (
        "A house writes NATO or Nato, FBI or F.B.I., Jr. or Jr, and initials closed, spaced or without "
        "points. Initials are looked at in the names of people of the draft only: a company's are its own."
    )
    examples = (
        Example("[[Nato]] and the [[F.B.I.]] sent a [[PhD]] to the island.", "three of AP's", house=_AP),
        Example(
            "It is named for John [[Roe, Jr.]], of Acme [[Mills, Inc.]], which closed.", "no comma", house=_AP
        ),
        Example(
            "She lives at [[123 Main Street]] and is [[No 1]] in the list.", "an address, a number", house=_AP
        ),
        Example(
            "[[NATO]] met John [[Roe Jr.]], who has a [[Ph.D.]] in physics.", "no points", house=_GUARDIAN
        ),
        Example("[[UNICEF]] asked the [[FBI]] and NATO for help.", "from five letters on", house=_TIMES),
        Example(
            "NATO and the FBI sent John Roe Jr., of Acme Mills Inc., who has a Ph.D.", "right", house=_AP
        ),
        Example("The BBC and the IMF would not comment.", "said letter by letter", house=_GUARDIAN),
        Example("“Nato left 123 Main Street,” she said. Main Street is closed.", "speech", house=_AP),
        Example("Nato and the F.B.I. met.", "no house"),
    )

    def check(self, document: Document, context: Context[NoOptions]) -> Iterator[Finding]:
        """Yield one finding for each abbreviation."""
        style = context.house.abbreviations
        searches = {
            "agencies": _agencies,
            "acronyms": _acronyms,
            "degrees": _degrees,
            "companies": _companies,
            "junior": _juniors,
            "number": _numbers,
            "initials": _initials,
            "middle": _middle_initials,
            "plurals": _plurals,
            "addresses": _addresses,
        }
        forms = (
            search(document, style) for field, search in searches.items() if getattr(style, field) != "auto"
        )
        yield from report(document, context, chain.from_iterable(forms))


def _agencies(document: Document, style: AbbreviationStyle) -> Iterator[Form]:
    """Yield FBI or F.B.I."""
    text = document.text
    plain = (
        (*_AGENCIES, *_ACRONYMS) if style.agencies == "plain" and style.acronyms == "capitals" else _AGENCIES
    )
    for name in plain:
        dotted = "".join(f"{letter}." for letter in name)
        if style.agencies == "points":
            for word in find_words(document, (name.lower(), f"{name.lower()}'s")):
                span = Span(word.start, word.start + len(name))
                if document.slice(span) == name and not in_address(text, word.span):
                    yield Form("abbreviations.agencies", span, dotted)
        else:
            for word in find_words(document, (name[0].lower(),)):
                if text.startswith(dotted, word.start):
                    yield Form("abbreviations.agencies", Span(word.start, word.start + len(dotted)), name)


def _acronyms(document: Document, style: AbbreviationStyle) -> Iterator[Form]:
    """Yield NATO or Nato."""
    for name in {*_ACRONYMS, *map(str.upper, (*style.as_capitals, *style.as_title))}:
        is_title = style.acronyms == "title" and len(name) >= style.acronyms_from
        field = "acronyms"
        if name in map(str.upper, style.as_capitals):
            is_title, field = False, "as_capitals"
        elif name in map(str.upper, style.as_title):
            is_title, field = True, "as_title"
        good, bad = (name.capitalize(), name) if is_title else (name, name.capitalize())
        for word in find_words(document, (name.lower(), f"{name.lower()}'s")):
            span = Span(word.start, word.start + len(name))
            if document.slice(span) == bad and not in_address(document.text, word.span):
                yield Form(f"abbreviations.{field}", span, good)


def _degrees(document: Document, style: AbbreviationStyle) -> Iterator[Form]:
    """Yield Ph.D. or PhD."""
    if style.degrees == "points":
        for span in find_plain(document, "Ph", "D"):
            yield Form("abbreviations.degrees", span, "Ph.D.")
    else:
        for span in find_dotted(document, "Ph", "D"):
            yield Form("abbreviations.degrees", span, "PhD")


def _companies(document: Document, style: AbbreviationStyle) -> Iterator[Form]:
    """Yield Inc. or Inc, and the comma before it."""
    yield from _after_names(document, "companies", style.companies, ("inc", "ltd", "corp", "co"))


def _juniors(document: Document, style: AbbreviationStyle) -> Iterator[Form]:
    """Yield Jr. or Jr, and the comma before it."""
    yield from _after_names(document, "junior", style.junior, ("jr", "sr"))


def _after_names(document: Document, field: str, want: str, shorts: tuple[str, ...]) -> Iterator[Form]:
    """Yield short forms after a name with a comma before them, or a point too many or too few."""
    for word in find_words(document, shorts):
        name = word.previous
        has_point = document.text.startswith(".", word.end)
        if not word.is_capitalised or word.surface.isupper() or not _is_name(name.surface):
            continue
        if name.gap not in (" ", "\u00a0", ", ") or (
            word.lower in _DOUBTFUL and not (has_point and want == "plain")
        ):
            continue
        is_right = has_point is (want == "points") or (word.lower, name.lower) in _NAMES_WITHOUT
        is_right |= want == "plain" and has_point and ends_sentence(document, word.end + 1)
        if word.lower == "corp" and word.next.lower == "of":
            continue  # the Army Corps of Engineers, misspelled
        if is_right and "," not in name.gap:
            continue
        good = f"{name.surface} {word.surface}{'.' * (want == 'points')}"
        end = word.end + has_point
        goes_on = word.next.lower
        has_pair = (
            "," in name.gap
            and document.text.startswith(", ", end)
            and "," not in document.text[document.sentence_at(name.start).start : name.start]
        )
        if has_pair and goes_on in english.AUXILIARIES:
            yield Form(f"abbreviations.{field}", Span(name.start, end + 1), good)
        elif has_pair and word.next.surface.islower() and goes_on not in _AFTER_COMMAS:
            yield Form(f"abbreviations.{field}", Span(name.start, end + 1), good, safe=False)
        else:
            yield Form(f"abbreviations.{field}", Span(name.start, end), good)


def _is_name(word: str) -> bool:
    return word[:1].isupper() and not (word.isupper() and len(word) == 1)


def _numbers(document: Document, style: AbbreviationStyle) -> Iterator[Form]:
    """Yield No. 1 or No 1."""
    for word in find_words(document, ("no",)):
        found = re.compile(_NUMBER).match(document.text, word.start)
        if found and (found[1] == ".") is not (style.number == "points"):
            if style.number == "points" and document.opens_sentence(word.start):
                continue
            good = f"No{'.' * (style.number == 'points')} {found[2]}"
            yield Form("abbreviations.number", Span(*found.span()), good)


def _initials(document: Document, style: AbbreviationStyle) -> Iterator[Form]:
    """Yield two initials of a person that are not as the house has them: J.K. Rowling."""
    for span in _names(document, surely=style.initials == "spaced"):
        found = re.compile(_TWO_INITIALS).match(document.text, span.start, span.end)
        if found:
            first, second, rest = found[1], found[2], found[3]
            joined = {
                "closed": f"{first}.{second}.",
                "spaced": f"{first}. {second}.",
                "plain": first + second,
            }
            good = f"{joined[style.initials]} {rest}"
            if document.slice(span) != good:
                yield Form("abbreviations.initials", Span(span.start, found.end()), good)


def _middle_initials(document: Document, style: AbbreviationStyle) -> Iterator[Form]:
    """Yield a middle initial with its point or without."""
    for span in _names(document):
        found = re.compile(_MIDDLE).match(document.text, span.start, span.end)
        if found and bool(found[3]) is not (style.middle == "point"):
            good = f"{found[1]} {found[2]}{'.' * (style.middle == 'point')} {found[4]}"
            yield Form("abbreviations.middle", Span(span.start, found.end()), good)


def _names(document: Document, *, surely: bool = False) -> Iterator[Span]:
    """Yield the names of people where they stand in full.

    surely  only of those who have a title or a role anywhere: J.C. Penney may be a shop
    """
    for person in document.people.all:
        if surely and not any(mention.courtesy or mention.role for mention in person.mentions):
            continue
        for mention in person.mentions:
            if mention.kind is MentionKind.FULL and not mention.quoted:
                yield mention.name


def _plurals(document: Document, _: AbbreviationStyle) -> Iterator[Form]:
    """Yield plurals with an apostrophe: two CEO's."""
    if not re.search(r"[A-Z]['’]s\b", document.text):
        return
    lowers = [lower for lower in document.words.vocabulary if lower.endswith("'s") and len(lower) < 8]
    for word in find_words(document, lowers):
        name, before, after = word.surface[:-2], word.previous, word.next
        if len(name) < 2 or not name.isupper():
            continue
        is_counted = (
            before.lower in NUMBERS or before.lower in english.PLURAL_QUANTIFIERS or before.lower.isdecimal()
        )
        is_last = word.gap[:1] not in _SPACES or after.lower in english.AUXILIARIES | english.CONJUNCTIONS
        if is_counted and before.lower not in ("1", "one", "other") and is_last:
            yield Form("abbreviations.plurals", word.span, f"{name}s", minor=True)


def _addresses(document: Document, _: AbbreviationStyle) -> Iterator[Form]:
    """Yield addresses with a number whose street is written in full."""
    for word in find_words(document, _STREETS):
        before = re.compile(_HOUSE_NUMBER).search(document.text, max(0, word.start - 48), word.start)
        if not before or not word.is_capitalised or (word.gap in _SPACES and _is_named(word.next)):
            continue
        short = _STREETS[word.lower]
        yield Form("abbreviations.addresses", Span(before.start(), word.end), before[0] + short)


def _is_named(following: Cursor) -> bool:
    """Whether what stands after a street is called by it, and is counted: 12 Bourbon Street bars."""
    return following.is_capitalised or (
        following.surface.isalpha() and following.lower not in _AFTER_COMMAS | english.AUXILIARIES
    )


_AGENCIES = "FBI CIA NAACP GOP NSA IRS EPA NRA IMF CDC NFL NBA NHL NCAA".split()
_ACRONYMS = "NATO NASA UNICEF UNESCO OPEC ASEAN NAFTA UNAIDS FIFA UEFA DACA".split()
_DOUBTFUL = frozenset({"co"})
"""Without its point it is a word of its own."""

_NAMES_WITHOUT = frozenset({("corp", "news")})
_NUMBER = r"No(\.?)[ \u00a0](\d{1,2})(?![\w%-]|[,.:]\d)"
_TWO_INITIALS = r"([A-Z])\.[ \u00a0]?([A-Z])\.[ \u00a0]([A-Z][\w’'-]+(?: [A-Z][\w’'-]+)*)"
_MIDDLE = r"([A-Z][a-z’'-]+) ([A-HJ-Z])(\.?) ([A-Z][\w’'-]+)"
_SPACES = (" ", "\u00a0")
_AFTER_COMMAS = (
    english.PREPOSITIONS
    | english.CONJUNCTIONS
    | english.ARTICLES
    | english.POSSESSIVES
    | english.RELATIVES
    | english.TIME_PREPOSITIONS
    | english.QUESTION_WORDS
)
"""Words of grammar that begin an aside, or what is said of a place."""

_STREETS = {"street": "St.", "avenue": "Ave.", "boulevard": "Blvd."}
_HOUSE_NUMBER = (
    r"(?<![\w.,-])(?!(?:1[5-9]|20)\d\d Wall |10 Downing )\d{1,5} (?:[NSEW]\. )?"
    r"(?:[A-Z][a-z]+|\d+(?:st|nd|rd|th))(?: [A-Z][a-z]+)? $"
)
