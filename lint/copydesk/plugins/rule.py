"""Base classes of rules. A rule is one class: its name, its promise, examples, one generator."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any, ClassVar, Generic, Literal, TypeVar

from msgspec import Struct

from copydesk.document import Document
from copydesk.errors import CannotCheckError, LeftOutError
from copydesk.house.style import NO_HOUSE, NO_STYLE, HonorificStyle, HouseStyle
from copydesk.house.terms import Terms
from copydesk.model.finding import Finding, Severity
from copydesk.model.prose import Span

if TYPE_CHECKING:
    from copydesk.house.names.known import Names
    from copydesk.house.usage import Usage

OptionsT = TypeVar("OptionsT")
FactsT = TypeVar("FactsT")

InQuotes = Literal["skip", "check", "only"]
"""Whether a rule reports on what stands inside quotation marks. Other people's words are theirs."""


class Options(Struct, frozen=True):
    """The base of what a rule lets a house set: a frozen struct, each field documented and with a default."""


class NoOptions(Options, frozen=True):
    """For a rule that has nothing to set."""


class Reach(Struct, frozen=True):
    """The outside resources that a run allows its rules; only the command line grants them.

    hosts  the hosts that drafts may be sent to, beside this machine
    cache  whether answers of earlier runs may be used, and kept for later ones
    """

    hosts: frozenset[str] = frozenset()
    cache: bool = True


THIS_MACHINE = Reach()


class Context(Struct, Generic[OptionsT], frozen=True):
    """Values that a rule gets beside the draft: its options, the house's terms and style.

    options     the rule's own options, as the configuration sets them
    terms       the words of the house
    honorifics  how the house names people
    usage       the words of the house's archive, counted when a rule asks; None where there is no archive
    names       the people of the house's names files and of its archive; None where there is neither
    reach       what the run lets it use
    house       what the house has decided beside that: numbers, dates, places and so on
    """

    options: OptionsT
    terms: Terms = Terms()
    honorifics: HonorificStyle = NO_HOUSE
    usage: Usage | None = None
    names: Names | None = None
    reach: Reach = THIS_MACHINE
    house: HouseStyle = NO_STYLE


class Example(Struct, frozen=True):
    """A draft that shows a rule at work: its test and its documentation in one.

    text        the draft; `[[` and `]]` mark the words that the rule must report. A draft without marks
                must stay silent
    why         one line for the reader of the rule's page
    format      the reader: `plain` or `markdown`
    earlier     the version before, for a rule that compares versions; empty for a draft that has none. The
                newer one was made a day after the earlier one was published
    terms       the words of the house, for a rule that asks for them
    honorifics  how the house names people, for a rule that asks for that
    names       the people that the house knows, for a rule that asks for them
    house       what the house has decided beside that, for a rule that asks
    """

    text: str
    why: str
    format: str = "plain"
    earlier: str = ""
    terms: Terms = Terms()
    honorifics: HonorificStyle = NO_HOUSE
    names: Names | None = None
    house: HouseStyle = NO_STYLE


class Metadata(Generic[OptionsT]):
    """Fields that every kind of rule declares about itself.

    name       in words, with hyphens; a house's own rule is `house/rule-name`
    family     the family that it is switched on and off with
    severity   the promise that it keeps
    summary    one line: what it reports
    why        why an editor wants to know, and what to do
    options    the options at their defaults: an instance of the rule's own subclass of `Options`
    examples   drafts with and without the fault
    reads_english  whether it knows English alone: it then says nothing of a block in another language
    in_quotes  `skip`: silent inside quotation marks. `check`: looks there too. `only`: looks nowhere else
    covers     nothing else is reported inside the words that this rule reports
    has_kinds  its findings say of which `kind` they are
    reasoned   a stet note for it is reported where it does not say why
    info_until what a house must set before its findings have that severity: they are infos until then
    opt_in     runs only where its name or its family is selected: `all` leaves it out, but for a rule that
               reads the archive where there is one
    formerly   names that it had, and names of rules whose work it took over: configurations, stet notes and
               baselines that have one of these still hold
    needs      what the draft and the house must have before there is anything to report: names of
               `copydesk.plugins.manifest`, such as `quotation`, `terms`, `style.ranks`. Where one is missing
               the rule is not called
    """

    name: ClassVar[str]
    family: ClassVar[str]
    severity: ClassVar[Severity]
    summary: ClassVar[str]
    why: ClassVar[str]
    examples: ClassVar[tuple[Example, ...]]
    reads_english: ClassVar[bool] = False
    in_quotes: ClassVar[InQuotes] = "skip"
    covers: ClassVar[bool] = False
    has_kinds: ClassVar[bool] = False
    reasoned: ClassVar[bool] = False
    info_until: ClassVar[str] = ""
    opt_in: ClassVar[bool] = False
    formerly: ClassVar[tuple[str, ...]] = ()
    needs: ClassVar[tuple[str, ...]] = ()
    options: ClassVar[Any] = NoOptions()


class Rule(Metadata[OptionsT]):
    """A rule that reads one draft. Write `class MyRule(Rule[MyOptions])`."""

    @abstractmethod
    def check(self, document: Document, context: Context[OptionsT]) -> Iterable[Finding]:
        """Yield a finding for each fault of the draft, in any order."""


class Collected(Struct, Generic[FactsT], frozen=True):
    """The facts that a rule across drafts collected from one draft.

    archived  whether it is a draft of the archive, which others are compared with
    """

    path: str
    facts: FactsT
    archived: bool = False


class DraftFinding(Struct, frozen=True):
    """A finding of a rule across drafts, with the draft that it stands in."""

    path: str
    finding: Finding


class DraftsRule(Metadata[OptionsT], Generic[OptionsT, FactsT]):
    """A rule across drafts: it keeps facts of each, and judges all of them once, where there are two or more.

    Drafts may be read in other processes, so facts are plain values that can be pickled.

    reads_archive  whether it keeps facts of the drafts of the archive too, on which nothing is reported
    draftwise      whether what it reports on a draft hangs on that draft alone: it wants all of them at once
                   for another reason, and is asked once, whatever settings they are under; what it must
                   know of these is in its facts
    """

    reads_archive: ClassVar[bool] = False
    draftwise: ClassVar[bool] = False

    @abstractmethod
    def collect(self, document: Document, context: Context[OptionsT]) -> FactsT:
        """Return the facts to keep of one draft; spans stay spans of the document's text."""

    @abstractmethod
    def check(
        self, drafts: Sequence[Collected[FactsT]], context: Context[OptionsT]
    ) -> Iterable[DraftFinding]:
        """Yield a finding for each fault between the drafts.

        Those of the run come first, in its order, then those of the archive.
        """


AnyRule = Rule[Any] | DraftsRule[Any, Any]

__all__ = [
    "THIS_MACHINE",
    "AnyRule",
    "CannotCheckError",
    "Collected",
    "Context",
    "DraftFinding",
    "DraftsRule",
    "Example",
    "Finding",
    "InQuotes",
    "LeftOutError",
    "Metadata",
    "NoOptions",
    "Options",
    "OptionsT",
    "Reach",
    "Rule",
    "Severity",
    "Span",
]
