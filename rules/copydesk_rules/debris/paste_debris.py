"""paste-debris: broken letters, unseen characters and a program's marks that a paste brought along."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from msgspec import Struct

from copydesk.document import Document
from copydesk.model.finding import Edit, Finding, Fix, Severity
from copydesk.model.prose import Span
from copydesk.plugins.rule import Context, Example, NoOptions, Rule
from copydesk_rules.debris.encodings import MOJIBAKE, from_windows, repaired


class PasteDebris(Rule[NoOptions]):
    """Reads the prose, so code may hold anything; a character that the file names (`&shy;`) is meant."""

    name = "paste-debris"
    family = "debris"
    severity = Severity.ERROR
    needs = ("debris of a paste",)
    in_quotes = "check"
    has_kinds = True
    summary = "broken letters, unseen characters or a program's marks were pasted in"
    why = (
        "Text that was read in the wrong encoding, copied from a PDF or a word processor, or answered by a "
        "chatbot brings what no reader should see, or what nobody sees and a search trips over. Take it out, "
        "or write the letter. A mark that nobody sees and that parts no word is an info, unless the draft "
        "is full of them; so are two spaces. Joiners in emoji and in scripts that need them are left alone."
    )
    examples = (
        Example("Fran[[Ã§]]ois Orr[[â€™]]s plan failed.", "letters that were read in the wrong encoding"),
        Example("The [[ﬁ]]re burned, and nobody wait[[\u200b]]ed for the of[[\u00ad]]fice.", "out of a PDF"),
        Example("It fell[[ \u00a0]]by half.", "two spaces, one of which does not break"),
        Example("It rained[[:contentReference[oaicite:1]{index=1}]]. [[turn0search1]]", "a chatbot's marks"),
        Example("[[As an AI language model, I]] cannot check this.", "a chatbot's answer"),
        Example(
            "Inês of São Brás met the family 👩\u200d🌾 in “CAFÉ”.", "letters and joiners as they should be"
        ),
        Example("“As an AI language model, I cannot,” it wrote.", "what a program said, in a quotation"),
    )

    def check(self, document: Document, context: Context[NoOptions]) -> Iterator[Finding]:
        """One finding a piece: errors for what is broken, warnings and infos for what is not seen.

        Of what is not seen and stands all over a draft, one finding for all: a program put it there.
        """
        for debris in _DEBRIS:
            if debris.holds and not any(part in document.text for part in debris.holds):
                continue
            found = [
                match
                for match in re.finditer(debris.pattern, document.text)
                if not debris.is_meant(document, match)
            ]
            if len(found) > _MOST and debris.severity is not None:
                first, *others = found
                often = f"{_message(debris, first)}, and there are {len(others)} more in the draft"
                yield _finding(debris, found, often)
                continue
            for match in found:
                one = _finding(debris, [match], _message(debris, match))
                yield one.noted_if(debris.is_harmless(document, match))


def _message(debris: _Debris, match: re.Match[str]) -> str:
    return debris.message.format(_shown(match[0]))


def _finding(debris: _Debris, pieces: list[re.Match[str]], message: str) -> Finding:
    """The finding at the first of some pieces, with the fix for all of them."""
    edits = [
        Edit(Span(*match.span()), better)
        for match in pieces
        if (better := debris.correct(match[0])) is not None
    ]
    fix = None
    if edits:
        written = edits[0].replacement
        one = f'write "{written}"' if written.strip() else "take it out"
        fix = Fix(one if len(edits) == 1 else f"mend all {len(edits)}", tuple(edits), "safe")
    return Finding(Span(*pieces[0].span()), message, fix=fix, severity=debris.severity, kind=debris.kind)


def _shown(piece: str) -> str:
    """A piece as a message can show it: what is not seen by its number."""
    return piece if piece.isprintable() else " ".join(f"U+{ord(sign):04X}" for sign in piece)


def _never(_document: Document, _match: re.Match[str]) -> bool:
    return False


def _always(_document: Document, _match: re.Match[str]) -> bool:
    return True


def _parts_no_word(document: Document, match: re.Match[str]) -> bool:
    """Whether a mark stands at the edge of a word, where every search still finds the word."""
    beside = document.text[match.start() - 1 : match.start()], document.text[match.end() : match.end() + 1]
    return not all(map(str.isalnum, beside))


def _is_written_out(document: Document, match: re.Match[str]) -> bool:
    """Whether the file names the character instead of holding it."""
    place = document.to_source(Span(*match.span()))
    return document.source.text[place.start : place.end] != match[0]


def _is_joiner(document: Document, match: re.Match[str]) -> bool:
    """Whether a letter of another script or an emoji stands beside a mark that is not seen."""
    beside = document.text[max(0, match.start() - 2) : match.start()] + document.text[match.end() :][:2]
    return bool(re.search(r"[^\x00-\u058f\u1e00-\u206f\ufe00-\uffff]", beside)) or _is_written_out(
        document, match
    )


def _has_right_to_left(document: Document, match: re.Match[str]) -> bool:
    """Whether the block has letters that run from right to left."""
    return bool(
        re.search(
            r"[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]",
            document.slice(document.block_at(match.start()).span),
        )
    )


def _is_quoted(document: Document, match: re.Match[str]) -> bool:
    return document.quotes.hold(Span(*match.span()))


def _is_spoken_of(document: Document, match: re.Match[str]) -> bool:
    """Whether the sentence is about the character that stands for a lost letter."""
    sentence = document.slice(document.sentence_at(match.start()))
    return "U+FFFD" in sentence or "eplacement character" in sentence


def _nothing(_piece: str) -> str:
    return ""


def _none(_piece: str) -> None:
    return None


class _Debris(Struct, frozen=True):
    """A kind of debris: how it is found, where it is meant, and what stands in its place.

    is_harmless  whether a piece is only an info, unless the draft is full of them
    holds        texts of which every piece has one; empty where that is not said
    """

    kind: str
    pattern: str
    message: str
    correct: Callable[[str], str | None] = _nothing
    is_meant: Callable[[Document, re.Match[str]], bool] = _never
    severity: Severity | None = Severity.WARNING
    is_harmless: Callable[[Document, re.Match[str]], bool] = _never
    holds: tuple[str, ...] = ()


_MOST = 5
"""How many pieces of one kind are reported one by one."""

_LIGATURES = dict(zip("ﬀﬁﬂﬃﬄﬅﬆ", ("ff", "fi", "fl", "ffi", "ffl", "st", "st"), strict=True))
_UNSEEN = "{} is not seen"
_CITATION = (
    r":?contentReference\[oaicite:\d+\](?:\{index=\d+\})?|\[oaicite:\d+\]|\boaicite:\d+"
    r"|[\ue200-\ue202]?(?:cite)?\b(?:cite)?[\ue200-\ue202]?turn\d{1,3}(?:search|view|news|image|file|fetch)\d{1,3}\b[\ue200-\ue202]?"
    r"|【\d+(?::\d+)?†[^】\n]{0,80}】|\[cite(?:_start)?\](?!\()|\[cite: ?\d[\d, ]{0,30}\]"
)
_CITED = ("cite", "†", *(f"turn{digit}" for digit in range(10)))
_ANSWER = r"\b[Aa]s an? AI (?:language model|assistant),? I\b|\b[Mm]y (?:last )?knowledge cut-?off\b"

_DEBRIS = (
    _Debris(
        "mojibake",
        MOJIBAKE,
        '"{}" was read in the wrong encoding',
        repaired,
        severity=None,
        holds=("Ã", "Â", "â", "ð", "ï"),
    ),
    _Debris("lost letter", "\ufffd", 'a letter was lost: "{}"', _none, _is_spoken_of, None),
    _Debris(
        "control character",
        r"(?<![ÃÂ€Ÿ])[\x00-\x08\x0b\x0e-\x1f\x7f-\x84\x86-\x9f]",
        "{} is a control character",
        from_windows,
        severity=None,
    ),
    _Debris("machine mark", _CITATION, '"{}" is a mark of a chatbot', severity=None, holds=_CITED),
    _Debris(
        "machine answer",
        _ANSWER,
        '"{}": a chatbot\'s answer was left in',
        _none,
        _is_quoted,
        holds=("n AI ", "a AI ", "nowledge cut"),
    ),
    _Debris("ligature", "[ﬀﬁﬂﬃﬄﬅﬆ]", '"{}" is one character: a ligature', _LIGATURES.get),
    _Debris(
        "unseen",
        r"[\u200b-\u200d\u2060\ufeff]+",
        _UNSEEN,
        is_meant=_is_joiner,
        is_harmless=_parts_no_word,
    ),
    _Debris(
        "soft hyphen",
        "\u00ad+",
        "{}, a soft hyphen, is not seen",
        is_meant=_is_written_out,
        is_harmless=_always,
    ),
    _Debris(
        "direction",
        r"[\u200e\u200f\u202a-\u202e\u2066-\u2069]+",
        _UNSEEN,
        is_meant=_has_right_to_left,
        is_harmless=_always,
    ),
    _Debris(
        "space",
        r"\u00a0{2,}| +\u00a0[ \u00a0]*|\u00a0[ \u00a0]* ",
        "{} is more than one space",
        lambda _: " ",
        _is_written_out,
        Severity.INFO,
        holds=("\u00a0",),
    ),
    _Debris(
        "markup",
        r"\bdata-ccp-(?:props|\w{4,9}style)\b|\bMsoNormal\b",
        '"{}" is markup of Word',
        _none,
        holds=("data-ccp-", "MsoNormal"),
    ),
)
