"""unknown-word: a word that stands once, that no list has, and that looks like a very frequent one."""

from __future__ import annotations

from collections.abc import Iterator

from copydesk.analyses.spelling.common_words import is_ours_to_spell
from copydesk.analyses.spelling.unknown_words import find_unknown
from copydesk.document import Document
from copydesk.model.finding import Edit, Finding, Fix, Severity
from copydesk.plugins.rule import Context, Example, NoOptions, Rule


class UnknownWord(Rule[NoOptions]):
    """In small letters only. A word that the house's archive has is known."""

    name = "unknown-word"
    reads_english = True
    family = "spelling"
    severity = Severity.INFO
    opt_in = True
    summary = "a word that no list has is one slip away from a very frequent one: presidnet, famiily"
    why = (
        "A slip of the finger in a frequent word makes a word that nobody knows. Of what this rule reports, "
        "about half is one; the rest is coinages, slang and foreign words, so it runs only where it is "
        "selected. What is misspelled for sure is reported by sure-misspelling."
    )
    examples = (
        Example("The [[presidnet]] saw his [[famiily]] at noon.", "two letters swapped, one typed twice"),
        Example("National [[secuity]] suffers.", "a letter left out"),
        Example("The stove was stoked, and the stopes were shored up.", "rare words are words"),
        Example("The wuzzle is a game. Each wuzzle has nine pieces.", "like no frequent word"),
        Example("“The presidnet spoke,” he wrote.", "in a quotation"),
        Example("A presidnet is a net of presids; the presidnet is old.", "it stands twice"),
    )

    def check(self, document: Document, context: Context[NoOptions]) -> Iterator[Finding]:
        """Yield one finding for each word."""
        for word, frequent in find_unknown(document).items():
            span = document.word(document.words.vocabulary[word][0]).span
            if not is_ours_to_spell(document, span):
                continue
            if context.usage is not None and context.usage.count(word):
                continue
            fix = Fix(f'spell it "{frequent}"', (Edit(span, frequent),), "unsafe")
            yield Finding(span, f'"{word}" is in no word list: "{frequent}"?', fix=fix)
