"""gazette/weak-word: a word that takes from what it is meant to add to."""

from __future__ import annotations

from collections.abc import Iterator

from copydesk import Context, Document, Example, Finding, Options, Rule, Severity


class WeakWordOptions(Options, frozen=True):
    """Options of `gazette/weak-word`.

    words  the words that are reported, lower case
    """

    words: tuple[str, ...] = ("very", "really", "quite")


class WeakWord(Rule[WeakWordOptions]):
    """Words alone decide: the Gazette wants each of them out, whatever follows."""

    name = "gazette/weak-word"
    family = "gazette"
    severity = Severity.WARNING
    summary = "very, really, quite: a word that weakens the next one"
    why = "It takes from what it is meant to add to. Find the stronger word, or take it out."
    options = WeakWordOptions()
    examples = (
        Example("The lake was [[very]] cold.", "one word"),
        Example("[[Really]], the lake was [[quite]] cold.", "two words"),
        Example("The lake was cold.", "nothing to report"),
        Example("“The lake was very cold,” he said.", "what people say is theirs"),
    )

    def check(self, document: Document, context: Context[WeakWordOptions]) -> Iterator[Finding]:
        """One finding for each of the words."""
        for word in document.words:
            if word.lower in context.options.words:
                yield Finding(word.span, f'"{document.slice(word.span)}" weakens the next word')
