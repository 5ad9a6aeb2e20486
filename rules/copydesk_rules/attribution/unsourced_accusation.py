"""`unsourced-accusation`."""

from __future__ import annotations

from collections.abc import Iterator

from copydesk.analyses.attribution.accusations import Accusation
from copydesk.analyses.attribution.charges import unanswered_accusations
from copydesk.document import Document
from copydesk.language.lists import closed_classes as english
from copydesk.model.finding import Finding, Severity
from copydesk.plugins.rule import Context, Example, NoOptions, Rule


class UnsourcedAccusation(Rule[NoOptions]):
    """A crime or grave wrong of somebody who can be told, as a fact of the paper's own."""

    name = "unsourced-accusation"
    reads_english = True
    family = "attribution"
    severity = Severity.WARNING
    needs = ("word for a wrong",)
    summary = "a crime or grave wrong of a person, firm or office, and nobody on record for it"
    why = (
        "A grave wrong that the paper states itself is the paper's own to prove. Say in the same sentence "
        "who says so: a person, a charge, a verdict, a record; or say that it is alleged, and by whom."
    )
    reasoned = True
    examples = (
        Example("The mayor [[stole the election]].", "who says so"),
        Example("Brobst Steel [[falsified its safety]] records.", "a firm"),
        Example("Bribes were [[paid]] by Ann Poe, the mayor.", "in the passive"),
        Example("The mayor stole the election, Ann Poe said.", "Ann Poe says so"),
        Example("Ann Poe was charged with theft on Friday. She stole the parish funds in May.", "a charge"),
        Example("The mayor did not steal the election.", "said of nobody"),
        Example("Did the mayor steal the election?", "a question"),
        Example("Ann Poe stole second base in the ninth.", "sport"),
        Example("In the novel, the vicar poisons his sister.", "fiction"),
        Example("“The mayor stole the election,” Ann Poe said.", "her words"),
    )

    def check(self, document: Document, context: Context[NoOptions]) -> Iterator[Finding]:
        """Report each accusation for which nobody and nothing in reach answers."""
        for accusation in unanswered_accusations(document):
            words = f'"{document.slice(accusation.words)}"{_about(document, accusation)}'
            yield Finding(accusation.words, f"nobody answers for {words}: name who says so, or the record")


def _about(document: Document, accusation: Accusation) -> str:
    """Return ` about the mayor`, in the words of the draft; nothing for a pronoun, which names nobody."""
    subject = document.slice(accusation.subject).replace("’", "'").removesuffix("'s")
    if subject.lower() in english.SUBJECT_PRONOUNS | english.POSSESSIVES:
        return ""
    before = document.word_before(accusation.subject.start, " ").lower
    return f" about {before} {subject}" if before in _OPENS else f" about {subject}"


_OPENS = english.POSSESSIVES | {"the"}
"""Words before a noun without which the message would not name it."""
