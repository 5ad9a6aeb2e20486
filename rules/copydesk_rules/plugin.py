"""The hooks that bring the built-in rules and styles. Everything is imported inside them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from copydesk.plugins.hooks import hookimpl
from copydesk.plugins.rule import AnyRule

if TYPE_CHECKING:
    from copydesk.house.style import Style


@hookimpl
def copydesk_rules() -> Iterable[type[AnyRule]]:
    """Every built-in rule."""
    from copydesk_rules.attribution.agentless_claim import AgentlessClaim
    from copydesk_rules.attribution.anonymous_source import AnonymousSource
    from copydesk_rules.attribution.attribution_verb import AttributionVerb
    from copydesk_rules.attribution.double_attribution import DoubleAttribution
    from copydesk_rules.attribution.late_introduction import LateIntroduction
    from copydesk_rules.attribution.loaded_word import LoadedWord
    from copydesk_rules.attribution.orphan_quote import OrphanQuote
    from copydesk_rules.attribution.running_quote import RunningQuote
    from copydesk_rules.attribution.unclear_speaker import UnclearSpeaker
    from copydesk_rules.attribution.unsourced_accusation import UnsourcedAccusation
    from copydesk_rules.attribution.unsourced_claim import UnsourcedClaim
    from copydesk_rules.attribution.vague_source import VagueSource
    from copydesk_rules.duplicates.conflicting_description import ConflictingDescription
    from copydesk_rules.duplicates.drifting_quote import DriftingQuote
    from copydesk_rules.duplicates.duplicate_across_drafts import DuplicateAcrossDrafts
    from copydesk_rules.duplicates.duplicate_paragraph import DuplicateParagraph
    from copydesk_rules.duplicates.duplicate_sentence import DuplicateSentence
    from copydesk_rules.duplicates.near_duplicate_paragraph import NearDuplicateParagraph
    from copydesk_rules.duplicates.repeated_description import RepeatedDescription
    from copydesk_rules.duplicates.repeated_quote import RepeatedQuote
    from copydesk_rules.duplicates.repeated_word import RepeatedWord
    from copydesk_rules.grammar.languagetool import LanguageTool
    from copydesk_rules.honorifics.conflicting_courtesy_title import ConflictingCourtesyTitle
    from copydesk_rules.honorifics.courtesy_title_punctuation import CourtesyTitlePunctuation
    from copydesk_rules.honorifics.courtesy_title_with_full_name import CourtesyTitleWithFullName
    from copydesk_rules.honorifics.doctor_title import DoctorTitle
    from copydesk_rules.honorifics.headline_name_not_in_body import HeadlineNameNotInBody
    from copydesk_rules.honorifics.long_title_before_name import LongTitleBeforeName
    from copydesk_rules.honorifics.missing_courtesy_title import MissingCourtesyTitle
    from copydesk_rules.honorifics.mixed_courtesy_titles import MixedCourtesyTitles
    from copydesk_rules.honorifics.repeated_introduction import RepeatedIntroduction
    from copydesk_rules.honorifics.role_abbreviation import RoleAbbreviation
    from copydesk_rules.honorifics.role_capitalization import RoleCapitalization
    from copydesk_rules.honorifics.sir_with_surname import SirWithSurname
    from copydesk_rules.honorifics.surname_clash import SurnameClash
    from copydesk_rules.honorifics.unintroduced_person import UnintroducedPerson
    from copydesk_rules.honorifics.unwanted_courtesy_title import UnwantedCourtesyTitle
    from copydesk_rules.placeholders.placeholder import Placeholder
    from copydesk_rules.quotes.mixed_quote_marks import MixedQuoteMarks
    from copydesk_rules.quotes.quote_punctuation import QuotePunctuation
    from copydesk_rules.quotes.unbalanced_bracket import UnbalancedBracket
    from copydesk_rules.quotes.unbalanced_quote import UnbalancedQuote
    from copydesk_rules.spelling.abbreviation_variant import AbbreviationVariant
    from copydesk_rules.spelling.capitalization_variant import CapitalizationVariant
    from copydesk_rules.spelling.compound_variant import CompoundVariant
    from copydesk_rules.spelling.diacritic_variant import DiacriticVariant
    from copydesk_rules.spelling.dialect_mix import DialectMix
    from copydesk_rules.spelling.name_variant import NameVariant
    from copydesk_rules.spelling.number_style_variant import NumberStyleVariant
    from copydesk_rules.terms.house_term import HouseTerm

    return [
        AbbreviationVariant,
        AgentlessClaim,
        AnonymousSource,
        AttributionVerb,
        CapitalizationVariant,
        CompoundVariant,
        DiacriticVariant,
        DoubleAttribution,
        LateIntroduction,
        RunningQuote,
        UnclearSpeaker,
        DialectMix,
        ConflictingCourtesyTitle,
        ConflictingDescription,
        DriftingQuote,
        DuplicateAcrossDrafts,
        DuplicateParagraph,
        HouseTerm,
        LanguageTool,
        LoadedWord,
        DuplicateSentence,
        MixedCourtesyTitles,
        MixedQuoteMarks,
        NearDuplicateParagraph,
        NameVariant,
        NumberStyleVariant,
        OrphanQuote,
        Placeholder,
        QuotePunctuation,
        RepeatedDescription,
        RepeatedQuote,
        RepeatedWord,
        UnbalancedBracket,
        UnbalancedQuote,
        UnintroducedPerson,
        UnsourcedAccusation,
        UnsourcedClaim,
        CourtesyTitlePunctuation,
        CourtesyTitleWithFullName,
        DoctorTitle,
        HeadlineNameNotInBody,
        LongTitleBeforeName,
        MissingCourtesyTitle,
        RepeatedIntroduction,
        RoleAbbreviation,
        RoleCapitalization,
        SirWithSurname,
        SurnameClash,
        UnwantedCourtesyTitle,
        VagueSource,
    ]


@hookimpl
def copydesk_styles() -> Iterable[Style]:
    """Every built-in house style: the files of `styles/`."""
    import os

    from copydesk.house.style import Style

    folder = os.path.join(os.path.dirname(__file__), "styles")
    return [
        Style(name.removesuffix(".toml"), os.path.join(folder, name))
        for name in sorted(os.listdir(folder))
        if name.endswith(".toml")
    ]
