"""The hook that brings the built-in rules. Everything is imported inside it."""

from __future__ import annotations

from collections.abc import Iterable

from copydesk.plugin import hookimpl
from copydesk.rule import AnyRule


@hookimpl
def copydesk_rules() -> Iterable[type[AnyRule]]:
    """Every built-in rule."""
    from copydesk_rules.attribution.orphan_quote import OrphanQuote
    from copydesk_rules.attribution.vague_source import VagueSource
    from copydesk_rules.duplicates.duplicate_paragraph import DuplicateParagraph
    from copydesk_rules.duplicates.near_duplicate_paragraph import NearDuplicateParagraph
    from copydesk_rules.honorifics.mixed_courtesy_titles import MixedCourtesyTitles
    from copydesk_rules.honorifics.unintroduced_person import UnintroducedPerson
    from copydesk_rules.placeholders.placeholder import Placeholder
    from copydesk_rules.spelling.compound_variant import CompoundVariant

    return [
        CompoundVariant,
        DuplicateParagraph,
        MixedCourtesyTitles,
        NearDuplicateParagraph,
        OrphanQuote,
        Placeholder,
        UnintroducedPerson,
        VagueSource,
    ]
