"""accused-label: a person who is only accused is called what the accusation says."""

from __future__ import annotations

import re
from collections.abc import Iterator

from copydesk.analyses.people.verdicts import is_awaiting_trial
from copydesk.document import Document
from copydesk.language.copy import OTHERS
from copydesk.language.lists import closed_classes as english
from copydesk.model.finding import Edit, Finding, Fix, Severity
from copydesk.model.prose import Span
from copydesk.plugins.rule import Context, Example, NoOptions, Rule


class AccusedLabel(Rule[NoOptions]):
    """`Alleged` softens a charge, not a label; and whoever waits for a trial is no murderer yet."""

    name = "accused-label"
    reads_english = True
    family = "care"
    severity = Severity.WARNING
    needs = ("word for a charge",)
    summary = "somebody who is only accused is called a murderer, or accused of allegedly doing it"
    why = (
        "A label before a name says that the person is one: accused killer Ann Roe reads as a killer who is "
        "accused. Say what the charge is, and who brings it. Accused and charged already say that nothing is "
        "proved, so allegedly says it twice; arrested for says that it was done."
    )
    examples = (
        Example("The [[alleged gunman, Lee Orr]], fled.", "Lee Orr, who is accused of firing the shots"),
        Example("Police led [[accused killer Ann Roe]] away.", "Ann Roe, who is charged with murder"),
        Example("He was [[arrested for allegedly]] taking the car.", "arrested on a charge of taking"),
        Example("She is [[accused of allegedly]] lying to the board.", "accused of lying"),
        Example(
            "Ann Roe has pleaded not guilty. [[The murderer, Roe]], will be tried in May.",
            "nobody has found her guilty",
        ),
        Example("Lee Orr, accused of killing two, fled. The alleged gunman fled.", "no label on a name"),
        Example("The suspected gunman's car was found. Ann Roe was convicted of murder. The murderer, Roe, "
                "will be sentenced in May.", "a car; a verdict"),
        Example("“The accused killer Ann Roe is here,” he said.", "in a quotation"),
    )  # fmt: skip

    def check(self, document: Document, context: Context[NoOptions]) -> Iterator[Finding]:
        """Yield one finding a label, and one for each word that says twice that nothing is proved."""
        known = document.words.vocabulary
        for match in () if _NOUNS.isdisjoint(known) else re.finditer(_LABEL, document.text):
            person = document.people.at(match.end())
            mention = person and next((one for one in person.mentions if one.end > match.end()), None)
            if not person or not mention or document.copy.at(match.start()) in OTHERS:
                continue
            if "," in match[0] and any(
                said.cue and said.cue.start == mention.end + 1 for said in document.attributions
            ):
                continue  # the name is that of whoever says so: `The alleged gunman, Ann Roe said, fled.`
            name = document.slice(mention.name)
            span = Span(match.start("label"), mention.end)
            if match["doubt"] and " " in name and ":" not in match[0]:
                if mention.name.start > match.end() or _is_subject(document, mention.end):
                    continue  # `the alleged gunman Detective Roe had sought`, `… Roe shot is dead`
                is_one = match["noun"] not in _MANY
                accused = f"{name}, who is accused of …" if is_one else "…, who are accused of …"
                called = "a person one" if is_one else "people that"
                message = f'"{document.slice(span)}" calls {called}: "{accused}"'
                yield Finding(span, message)
            elif not match["doubt"] and is_awaiting_trial(document, person):
                yield Finding(span, f'"{match["noun"]}" says that {name} is guilty, and there is no verdict')
        for match in re.finditer(_TWICE, document.text) if "allegedly" in known else ():
            if document.copy.at(match.start()) not in OTHERS:
                yield _doubled(match)


def _is_subject(document: Document, end: int) -> bool:
    """Whether a name is that of whoever did it to the person of the label: a verb, and then the main verb."""
    verb = document.word(document.words.between(end, len(document.text)).start)
    if document.text[end : verb.start] != " ":
        return False
    if verb.lower in ("had", "has"):
        verb = verb.next
        return verb.gap == " " and verb.next.lower in english.FINITE_AUXILIARIES
    return (
        verb.lower not in english.AUXILIARIES | english.CONJUNCTIONS | english.RELATIVES
        and not verb.lower.endswith("ly")
        and verb.gap == " "
        and verb.next.lower in english.FINITE_AUXILIARIES
    )


def _doubled(match: re.Match[str]) -> Finding:
    verb = match[0].split()[0]
    span = Span(*match.span())
    if verb.lower() == "arrested":
        return Finding(span, f'"{match[0]}": say on what charge')
    edit = Edit(Span(match.start("twice"), match.end()), "")
    fix = Fix('take "allegedly" out', (edit,), "unsafe")
    return Finding(span, f'"{match[0]}": {verb.lower()} says already that it is not proved', fix=fix)


_NOUNS = frozenset(
    """
    abuser abusers arsonist arsonists assailant assailants attacker attackers bomber bombers carjacker
    carjackers dealer dealers gunman gunmen kidnapper kidnappers killer killers mastermind masterminds
    molester molesters murderer murderers predator predators rapist rapists robber robbers shooter shooters
    slayer slayers swindler swindlers terrorist terrorists thief thieves
    """.split()
)
_MANY = frozenset(noun for noun in _NOUNS if noun.endswith(("s", "men")))
_NOUN = "|".join(
    rf"drug {noun}" if noun.startswith("dealer") else noun for noun in sorted(_NOUNS, reverse=True)
)
_LABEL = (
    r"(?P<label>\b(?:(?P<doubt>[Aa]ccused|[Aa]lleged|[Ss]uspected)\s(?:(?!of\b|that\b|to\b)[a-z-]{1,20}\s)?"
    r"(?:(?<=(?:Accus|alleg)ed\s)(?:[A-Z][\w-]{1,20}\s){1,3})?"
    rf"|(?:[Tt]he|[Aa]n?)\s(?:(?!accused|alleged|suspected)[a-z-]{{1,20}}\s)?)(?P<noun>{_NOUN}))"
    r"(?:,?\s(?=[A-Z])|\s[^.,;:\n]{1,80}:\s(?=[A-Z]))"
)
_TWICE = r"\b(?:[Aa]ccused of|[Cc]harged with|[Aa]rrested for)(?P<twice>\sallegedly)\b"
