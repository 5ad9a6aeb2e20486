"""Suppress findings of one draft that a covering rule or a stet note suppresses."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import compress
from operator import and_

from msgspec import Struct
from msgspec.structs import replace

from copydesk.document import Document
from copydesk.engine.checking import ENGINE_FINDINGS, Marked, file_place, own_finding, standing
from copydesk.model.prose import Scope, Span, Stet
from copydesk.model.report import Diagnostic, Place, PlacedEdit, PlacedFix
from copydesk.plugins.registry import Registry
from copydesk.plugins.selection import ALL, ActiveRule
from copydesk.wording import nearest

_FORM = "`stet: RULE -- reason`"


class PlacedStet(Struct, frozen=True):
    """A stet note with all that may have to be reported of it.

    unused   the finding that it lets nothing stand, with the fix that takes the note out
    unknown  the finding that it cannot be followed
    names    the same for each of its names
    listed   where its names stand, or None
    """

    stet: Stet
    unused: Diagnostic
    unknown: Diagnostic
    names: tuple[Diagnostic, ...]
    listed: Place | None


class Notes(Struct, frozen=True):
    """The stet notes of a draft. Plain values, safe to pickle.

    ran  the rules that judged the draft alone; what others across drafts report hangs on the other drafts
    """

    stets: list[PlacedStet]
    ran: frozenset[str]


class NoteUse(Struct, frozen=True):
    """A stet note with the findings of its draft that it is about, by their indexes.

    stands   those that it lets stand; of two notes that say the same, the first lets them
    refused  those that it names, and that no note may let stand
    fault    why it cannot be followed, or empty
    """

    placed: PlacedStet
    stands: list[int]
    refused: list[int]
    fault: str


class Decision(Struct, frozen=True):
    """For each finding whether it is reported; the findings about the notes; what each note does."""

    stands: list[bool]
    own: list[Diagnostic]
    uses: list[NoteUse]


def find_notes(document: Document, rules: Iterable[ActiveRule]) -> Notes | None:
    """Return the stet notes of a checked draft, or None where it has none."""
    if not document.notes:
        return None
    from copydesk.engine.stet import find_stets

    stets = find_stets(document)
    if not stets:
        return None
    ran = frozenset(active.name for active in rules if active.judges_alone)
    return Notes([_place(document, stet) for stet in stets], ran)


def decide_reported(
    notes: Notes | None,
    marked: Sequence[Marked],
    registry: Registry,
    broken: Collection[str] = (),
    *,
    require_reason: bool = False,
    no_stet: Collection[str] = (),
    shadow: Collection[str] = (),
) -> Decision:
    """Decide which findings on one draft are reported, and report notes that are unused or wrong.

    What a note lets stand still covers what lies inside it: a paragraph that may stand twice has no
    repeated sentences either. What is covered by another finding still uses a note.

    marked          the findings, those of rules across drafts too
    broken          rules that could not judge: a note for one of these is not called unused
    require_reason  whether every note without a reason is reported; those that let a finding of a rule stand
                    that is `reasoned` always are
    no_stet         rules and families whose findings stay, whatever a note says
    shadow          rules and families whose findings take no other's place; of a note for one of these
                    nothing is reported that would not be if the rule were off
    """
    is_seen = [{*_names(one)}.isdisjoint(shadow) for one in marked]
    stands = _standing(marked, is_seen)
    if notes is None:
        return Decision(stands, [], [])
    from copydesk.engine.stet import silence

    stets = [_renamed(placed, registry) for placed in notes.stets]
    written = [placed.stet for placed in stets]
    silenced = silence(written, [(_names(one), one.finding.span.start) for one in marked])
    reasoned = [one for one in compress(marked, is_seen) if registry.rules[one.rule.name].rule.reasoned]
    to_explain = silence(written, [(_names(one), one.finding.span.start) for one in reasoned]).users()
    kept = [not {*_names(one)}.isdisjoint(no_stet) for one in marked]
    to_refuse = [*compress(marked, map(and_, kept, is_seen))]
    refusals = silence(written, [(_names(one), one.finding.span.start) for one in to_refuse]).users()
    refused = {
        user: sorted({to_refuse[number].rule.name for number in numbers})
        for user, numbers in refusals.items()
    }
    meanings = {
        **{name: frozenset((name,)) for name in registry.rules},
        **{family: frozenset(names) for family, names in registry.families.items()},
        ALL: frozenset(registry.rules),
    }
    ran = notes.ran.difference(broken, *(meanings.get(name, ()) for name in shadow))
    users = silenced.users()
    used = frozenset(users)
    own: list[Diagnostic] = []
    uses: list[NoteUse] = []
    for placed in stets:
        meant = {
            name: meaning for name in placed.stet.names if (meaning := _meaning(name, meanings, registry))
        }
        is_asked = require_reason or any((placed.stet.scope, name) in to_explain for name in meant)
        unknown = [*_unknown(placed, meant, meanings)]
        own += unknown
        if is_asked and placed.stet.names and not placed.stet.reason:
            own.append(replace(placed.unknown, message=f"this note gives no reason: write {_FORM}"))
        about = {number for name in meant for number in users.pop((placed.stet.scope, name), ())}
        let, held = (
            sorted(number for number in about if stands[number] and kept[number] is is_kept)
            for is_kept in (False, True)
        )
        uses.append(NoteUse(placed, let, held, "; ".join(found.message for found in unknown)))
        own += _refused(placed, refused)
        own += _unused(placed, used, meant, ran)
    stands = [
        stays and (not_let or is_kept)
        for stays, not_let, is_kept in zip(stands, silenced.stands, kept, strict=True)
    ]
    return Decision(stands, own, uses)


def _standing(marked: Sequence[Marked], is_seen: Sequence[bool]) -> list[bool]:
    """Return for each finding whether it is kept beside the others; one in shadow covers none of the rest.

    is_seen  for each finding whether it is of a rule that is not in shadow
    """
    stands = standing(marked)
    if all(is_seen):
        return stands
    seen = iter(standing([*compress(marked, is_seen)]))
    return [next(seen) if is_one else stays for is_one, stays in zip(is_seen, stands, strict=True)]


def _renamed(placed: PlacedStet, registry: Registry) -> PlacedStet:
    """Return a note with the names that its rules have now."""
    names = tuple(map(registry.current, placed.stet.names))
    return replace(placed, stet=replace(placed.stet, names=names))


def _names(marked: Marked) -> tuple[str, ...]:
    """Return the names by which a note lets a finding stand."""
    rule, kind = marked.rule, marked.finding.kind
    names = (rule.name, rule.family, ALL)
    return (f"{rule.name}/{kind}".lower(), *names) if kind else names


def _place(document: Document, stet: Stet) -> PlacedStet:
    unused = own_finding(document, "unused-stet", stet.stretch, "")
    listed = None
    if stet.places:
        listed = file_place(document, Span(stet.places[0].start, stet.places[-1].end))
        edits = _removals(document, [stet.stretch, *([stet.end] if stet.end else [])])
        what = "take the two notes out" if stet.end else "take the note out"
        unused = replace(unused, fix=PlacedFix(what, "safe", edits))
    places = stet.places or (stet.stretch,) * len(stet.names)
    return PlacedStet(
        stet,
        unused,
        own_finding(document, "unknown-stet", stet.stretch, ""),
        tuple(own_finding(document, "unknown-stet", place, "") for place in places),
        listed,
    )


def _removals(document: Document, notes: Iterable[Span]) -> tuple[PlacedEdit, ...]:
    """Return the edits that take notes out; where two meet, one does both."""
    from copydesk.engine.stet import Removal, without_note

    removals: list[Removal] = []
    for note in notes:
        removal = without_note(document.source.text, note)
        if removals and removal.stretch.start <= removals[-1].stretch.end:
            before = removals.pop()
            both = Span(before.stretch.start, removal.stretch.end)
            removal = Removal(both, before.replacement + removal.replacement)
        removals.append(removal)
    return tuple(PlacedEdit(file_place(document, one.stretch), one.replacement) for one in removals)


def _meaning(name: str, meanings: Mapping[str, frozenset[str]], registry: Registry) -> frozenset[str] | None:
    """Return the rules that a name of a note speaks of; None where it is no name."""
    if name in meanings:
        return meanings[name]
    rule = registry.rules.get(name.rpartition("/")[0])
    return frozenset((rule.entry.name,)) if rule and rule.rule.has_kinds else None


def _unknown(placed: PlacedStet, meant: Collection[str], names: Iterable[str]) -> Iterator[Diagnostic]:
    if placed.stet.wrong:
        yield replace(placed.unknown, message=placed.stet.wrong)
        return
    if not placed.stet.names:
        yield replace(placed.unknown, message=f"this note does not say what is to stand: write {_FORM}")
        return
    for name, found in zip(placed.stet.names, placed.names, strict=True):
        if name in ENGINE_FINDINGS:
            yield replace(found, message=f"{name} comes from copydesk itself: no note lets it stand")
        elif name not in meant:
            near = nearest(name, names)
            yield replace(found, message=f'there is no rule or family "{name}" to let stand{near}')


def _refused(placed: PlacedStet, refused: Mapping[tuple[Scope, str], list[str]]) -> Iterator[Diagnostic]:
    """Yield the finding that the house refuses names of a note, with the rules that it refuses them for."""
    if placed.stet.wrong:
        return
    for name, found in zip(placed.stet.names, placed.names, strict=True):
        if rules := refused.get((placed.stet.scope, name)):
            named = " and ".join(rules)
            yield replace(found, message=f"no note lets {named} stand in this house (no-stet): mend the copy")


def _unused(
    placed: PlacedStet,
    used: Collection[tuple[Scope, str]],
    meant: Mapping[str, frozenset[str]],
    ran: frozenset[str],
) -> Iterator[Diagnostic]:
    stet, found = placed.stet, placed.unused
    unused = [
        name for name in stet.names if (stet.scope, name) not in used and name in meant and meant[name] <= ran
    ]
    if not unused:
        return
    part = "range" if stet.end else "paragraph"
    where = "this draft" if stet.covers is None else f"the {part} that it covers"
    message = f"nothing for this note to let stand: {' and '.join(unused)} found nothing in {where}"
    kept = [name for name in stet.names if name not in unused]
    if kept and placed.listed:
        edit = PlacedEdit(placed.listed, ", ".join(kept))
        fix = PlacedFix(f"take {' and '.join(unused)} out of the note", "safe", (edit,))
        found = replace(found, fix=fix)
    yield replace(found, message=message)
