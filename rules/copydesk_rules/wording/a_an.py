"""a-an: the article that the sound after it does not take."""

from __future__ import annotations

import re
from collections.abc import Iterator

from copydesk.document import Document
from copydesk.language.copy import OTHERS
from copydesk.language.lists import closed_classes as english
from copydesk.language.lists import lexicon
from copydesk.language.words import SPACES, Cursor
from copydesk.model.finding import Edit, Finding, Fix, Severity
from copydesk.model.prose import Span
from copydesk.plugins.rule import Context, Example, NoOptions, Rule


class AAn(Rule[NoOptions]):
    """Judges by the sound that a word begins with; what is said in two ways (herb) it leaves alone."""

    name = "a-an"
    reads_english = True
    family = "wording"
    severity = Severity.ERROR
    needs = ("article before another letter",)
    summary = "`a` before a vowel sound, or `an` before a consonant sound"
    why = (
        "The sound decides, not the letter: an hour, a unanimous vote, an 18-year-old. Often the word after "
        "the article was changed, and the article was not. Letters said one by one (FBI, NGO), words in h "
        "and words that are said in two ways are left alone."
    )
    examples = (
        Example("She won [[a]] important prize. It is [[an]] new bridge.", "a vowel, and a consonant"),
        Example("He waited [[a]] hour for [[an]] useful answer.", "the sound decides, not the letter"),
        Example("Police held [[a]] 18-year-old man for [[an]] 12-hour talk.", "numbers are read aloud"),
        Example("They sent [[a]] “unusual” letter to [[an]] European firm.", "marks and capitals"),
        Example("It was a unanimous vote for a onetime baker, an honest man.", "right by their sound"),
        Example("She has hepatitis A and B. Take plan a or plan b.", "a letter, and no article"),
        Example("An FBI agent met an NGO in an historic hall, a herb garden.", "said in two ways"),
        Example("The films Vamos a una isla and Voy a olvidarte ran.", "words that are no English"),
        Example("“It is a apple,” he said.", "in a quotation: somebody else's words"),
    )

    def check(self, document: Document, context: Context[NoOptions]) -> Iterator[Finding]:
        """Yield one finding for each article; the fix is safe where a noun phrase goes on after it."""
        for article, other, wrong in (("a", "an", _VOWEL), ("an", "a", _CONSONANT)):
            for index in document.words.vocabulary.get(article, ()):
                word = document.word(index)
                if (
                    _begins(document, index + 1, wrong)
                    and "_" not in word.next.lower
                    and _is_article(document, word)
                ):
                    written = other.capitalize() if word.is_capitalised else other
                    yield Finding(
                        word.span,
                        f'"{word.surface}" before "{word.next.surface}": "{written}"',
                        fix=Fix(
                            f'write "{written}"',
                            (Edit(word.span, written),),
                            "safe" if _opens_noun_phrase(word) else "unsafe",
                        ),
                    )


def _begins(document: Document, index: int, pattern: re.Pattern[str]) -> bool:
    """Whether a word begins as a pattern says."""
    if index >= len(document.words):
        return False
    start = document.words.starts[index]
    return pattern.match(document.text, start, start + len(document.words.lowers[index])) is not None


def _is_article(document: Document, word: Cursor) -> bool:
    """Whether a word is the article of the word after it, in our own words."""
    before = document.before(word.start)
    return (
        word.gap in _GAPS
        and (not before or before in _BEFORE)
        and not (word.is_capitalised and not document.opens_sentence(word.start))
        and word.next.lower not in _NO_NOUNS
        and document.copy.at(word.start) not in OTHERS
        and not document.quotes.hold(Span(word.start, word.next.end))
        and _is_english(word)
    )


def _is_english(article: Cursor) -> bool:
    """Whether the words around an article are English: `Vamos a una isla` may stand in any paragraph.

    A name or a word that no list has (an app) counts as English between words that are.
    """
    following = article.next.lower.removesuffix("'s")
    before = "" if article.is_capitalised else article.previous.lower
    beside = (before, "" if article.next.is_capitalised else article.next.next.lower)
    return not following[0].isalpha() or _is_known(following) or all(map(_is_known, beside))


def _is_known(word: str) -> bool:
    """Whether a word, a part of it between hyphens, or the word after its prefix is in the lexicon."""
    known = lexicon.common_words()
    parts = [word, word.removesuffix("s"), *word.split("-")]
    parts += [word.removeprefix(prefix) for prefix in _PREFIXES if len(word) > _SHORT + len(prefix)]
    return not word or any(part in known for part in parts)


def _opens_noun_phrase(word: Cursor) -> bool:
    """Whether nothing speaks for a leftover article: to a establish a fund, an It rained."""
    before = word.previous.lower if word.previous.gap in SPACES else ""
    after = word.next.next.lower if word.next.gap in SPACES else ""
    return not (word.next.is_capitalised or before in _BEFORE_VERBS or after in _AFTER_VERBS)


_BEFORE_VERBS = english.MODALS | english.SUBJECT_PRONOUNS | english.DETERMINERS | {"to"}
_AFTER_VERBS = english.DETERMINERS | english.OBJECT_PRONOUNS
"""Words beside a verb, and beside no noun that has an article."""

_PREFIXES = ("anti", "inter", "over", "un", "under")
_SHORT = 3
_GAPS = (" ", "\u00a0", " “", ' "', " $", " £", " €")
_BEFORE = ' \u00a0\n(“"—–'
_NO_NOUNS = english.CONJUNCTIONS | english.PREPOSITIONS | english.AUXILIARIES | english.DETERMINERS
"""Words that follow a letter that is called by its name (`plan a or b`), or where another word is missing."""

_YOU = (
    r"eu|ewe|ubiq|ugan|ukr|ukul|unanim|uni(?![dln]|m[^o]|r|ss)|unilat|ur[aeiou]|us[aeu]|ut[eio]|u-"
    r"|one(?:s\b|self|ness|time|\b)|once"
)
"""Words in a vowel letter that begin with the sound of you or of one."""

_UNSURE = r"ou[ij]|oax|u[iy]gh|ubu|uno\b|uru|utr|unid|er\b|est\b|u(?:[^aeiouy\W]{2}|ri|u?id|fo)s?\b|utf"
_SILENT = r"(?:hour|honest|honou?r(?!ar)|heir)"
_VOWEL = re.compile(
    rf"(?!(?i:{_YOU}|{_UNSURE}))(?:[aeiou][a-z’'-]{{2,}}|[AEI][a-z]{{3,}})|{_SILENT}"
    r"|8\d{0,2}(?![\d/])|1[18](?:,\d{3}|(?![\d/,]))"
)
"""What takes `an`: at least three letters, none of them said by its name."""

_CONSONANT = re.compile(
    r"(?:[bcdfgjklmnpqrstvwyzBCDFGJKLMNPQRSTVWYZ][aeiou]|[bcdfgpkBCDFGPK][lr]|[tT][rhw]"
    r"|[sS][chklmnpqtw]|[cwgCWG]h|[kK]n|[wW]r)[a-z’'-]{1,}"
    rf"|(?!.[A-Z])(?i:{_YOU})[a-z’'-]*|[2-79]\d{{0,2}}(?![\d/])|1[02-79]"
)
"""What takes `a`: what can be read as a word, for letters are said by their names (an NFL game)."""
