"""The built-in plugin: the manifest of its rules, and the hooks.

A rule is a line here. It is imported where a draft and its house have what the rule needs.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from copydesk.model.finding import Severity
from copydesk.plugins.hooks import hookimpl
from copydesk.plugins.manifest import EARLIER, RuleEntry

if TYPE_CHECKING:
    from copydesk.house.style import Style

_PACKAGE = __name__.rpartition(".")[0]
INFO, WARNING, ERROR = Severity


def _rule(target: str, family: str, severity: Severity, *needs: str, opt_in: bool = False) -> RuleEntry:
    """Return a rule that judges one draft, in a module that is called as the rule is."""
    name = target.partition(":")[0].rpartition(".")[2].replace("_", "-")
    return RuleEntry(f"{_PACKAGE}.{target}", name, family, severity, needs, opt_in)


MANIFEST = (
    _rule("attribution.agentless_claim:AgentlessClaim", "attribution", INFO, "agentless phrase"),
    _rule("attribution.anonymous_source:AnonymousSource", "attribution", WARNING, "source without a name"),
    _rule("attribution.attribution_verb:AttributionVerb", "attribution", INFO, "judging verb of attribution"),
    _rule(
        "attribution.double_attribution:DoubleAttribution",
        "attribution",
        WARNING,
        "sentence attributed twice",
    ),
    _rule(
        "attribution.late_introduction:LateIntroduction",
        "attribution",
        INFO,
        "pronoun that speaks before anybody is named",
    ),
    _rule("attribution.loaded_word:LoadedWord", "attribution", INFO, "judging phrase"),
    _rule("attribution.orphan_quote:OrphanQuote", "attribution", WARNING, "quotation without a speaker"),
    _rule("attribution.running_quote:RunningQuote", "quotes", WARNING, "paragraph of quotation"),
    _rule(
        "attribution.unclear_speaker:UnclearSpeaker",
        "attribution",
        WARNING,
        "pronoun that speaks and may mean two people",
    ),
    _rule("attribution.unsourced_accusation:UnsourcedAccusation", "attribution", WARNING, "word for a wrong"),
    _rule("attribution.unsourced_claim:UnsourcedClaim", "attribution", INFO),
    _rule("attribution.vague_source:VagueSource", "attribution", INFO),
    _rule("care.accused_label:AccusedLabel", "care", WARNING, "word for a charge"),
    _rule("care.suicide_wording:SuicideWording", "care", WARNING, "suicide"),
    _rule("changes.attribution_removed:AttributionRemoved", "changes", INFO, EARLIER),
    _rule("changes.fact_without_note:FactWithoutNote", "changes", WARNING, EARLIER),
    _rule("changes.headline_changed:HeadlineChanged", "changes", INFO, EARLIER),
    _rule("changes.name_changed:NameChanged", "changes", INFO, EARLIER),
    _rule("changes.negation_changed:NegationChanged", "changes", INFO, EARLIER),
    _rule("changes.number_changed:NumberChanged", "changes", INFO, EARLIER),
    _rule("changes.paragraph_lost:ParagraphLost", "changes", INFO, EARLIER),
    _rule("changes.quote_altered:QuoteAltered", "changes", WARNING, EARLIER),
    _rule("changes.quote_cut:QuoteCut", "changes", INFO, EARLIER),
    _rule("changes.quote_marks_removed:QuoteMarksRemoved", "changes", INFO, EARLIER),
    _rule("changes.quote_restyled:QuoteRestyled", "changes", INFO, EARLIER),
    _rule("changes.speaker_changed:SpeakerChanged", "changes", WARNING, EARLIER),
    _rule("debris.link_address:LinkAddress", "debris", WARNING, "link"),
    _rule("debris.merge_marker:MergeMarker", "debris", ERROR, "mark of a merge"),
    _rule("debris.paste_debris:PasteDebris", "debris", ERROR, "debris of a paste"),
    _rule(
        "duplicates.conflicting_description:ConflictingDescription",
        "duplicates",
        WARNING,
        "person described twice",
    ),
    _rule("duplicates.drifting_quote:DriftingQuote", "duplicates", WARNING, "quotations alike"),
    _rule("duplicates.duplicate_paragraph:DuplicateParagraph", "duplicates", ERROR),
    _rule("duplicates.duplicate_sentence:DuplicateSentence", "duplicates", WARNING),
    _rule(
        "duplicates.near_duplicate_paragraph:NearDuplicateParagraph",
        "duplicates",
        WARNING,
        "paragraphs alike",
    ),
    _rule("duplicates.repeated_description:RepeatedDescription", "duplicates", INFO),
    _rule("duplicates.repeated_quote:RepeatedQuote", "duplicates", WARNING, "quotation twice"),
    _rule("duplicates.repeated_word:RepeatedWord", "duplicates", ERROR, "word twice in a row"),
    _rule("facts.acronym_defined_twice:AcronymDefinedTwice", "facts", WARNING, "acronym in brackets"),
    _rule("facts.acronym_late:AcronymLate", "facts", INFO, "acronym in brackets"),
    _rule("facts.impossible_date:ImpossibleDate", "facts", ERROR, "day near the end of a month"),
    _rule("facts.list_count:ListCount", "facts", WARNING, "list of names"),
    _rule("facts.malformed_number:MalformedNumber", "facts", ERROR, "number of an odd length"),
    _rule("facts.percent_math:PercentMath", "facts", WARNING, "percentage beside its numbers"),
    _rule("facts.unit_conversion:UnitConversion", "facts", WARNING, "measure in two units"),
    _rule("facts.weekday_date:WeekdayDate", "facts", ERROR, "weekday before a date"),
    _rule("facts.year_range:YearRange", "facts", WARNING, "range of years"),
    _rule(
        "honorifics.conflicting_courtesy_title:ConflictingCourtesyTitle",
        "honorifics",
        WARNING,
        "surname with two courtesy titles",
    ),
    _rule(
        "honorifics.courtesy_title_punctuation:CourtesyTitlePunctuation",
        "honorifics",
        WARNING,
        "courtesy titles with a point and without or style.full_point",
    ),
    _rule(
        "honorifics.courtesy_title_with_full_name:CourtesyTitleWithFullName",
        "honorifics",
        WARNING,
        "style.full_names",
    ),
    _rule("honorifics.doctor_title:DoctorTitle", "honorifics", WARNING, "style.doctors"),
    _rule(
        "honorifics.headline_name_not_in_body:HeadlineNameNotInBody",
        "honorifics",
        WARNING,
        "headline",
        "name in a headline",
    ),
    _rule(
        "honorifics.long_title_before_name:LongTitleBeforeName", "honorifics", WARNING, "style.longest_role"
    ),
    _rule("honorifics.missing_courtesy_title:MissingCourtesyTitle", "honorifics", WARNING, "style.later"),
    _rule(
        "honorifics.mixed_courtesy_titles:MixedCourtesyTitles",
        "honorifics",
        WARNING,
        "courtesy title",
        "surname alone",
    ),
    _rule(
        "honorifics.repeated_introduction:RepeatedIntroduction",
        "honorifics",
        INFO,
        "role and full name twice",
    ),
    _rule("honorifics.role_abbreviation:RoleAbbreviation", "honorifics", WARNING, "style.ranks"),
    _rule("honorifics.role_capitalization:RoleCapitalization", "honorifics", WARNING, "style.role_capitals"),
    _rule("honorifics.sir_with_surname:SirWithSurname", "honorifics", ERROR, "knight"),
    _rule("honorifics.surname_clash:SurnameClash", "honorifics", INFO, "shared surname", opt_in=True),
    _rule("honorifics.unintroduced_person:UnintroducedPerson", "honorifics", WARNING),
    _rule("honorifics.unwanted_courtesy_title:UnwantedCourtesyTitle", "honorifics", WARNING, "style"),
    _rule("placeholders.placeholder:Placeholder", "placeholders", ERROR, "sign of a placeholder"),
    _rule("quotes.mixed_quote_marks:MixedQuoteMarks", "quotes", WARNING, "both kinds of quotation mark"),
    _rule("quotes.quote_punctuation:QuotePunctuation", "quotes", WARNING, "quotation"),
    _rule("quotes.spacing:Spacing", "quotes", WARNING, "doubtful spacing"),
    _rule("quotes.unbalanced_bracket:UnbalancedBracket", "quotes", WARNING, "unpaired bracket"),
    _rule("quotes.unbalanced_quote:UnbalancedQuote", "quotes", WARNING, "unpaired quotation mark"),
    _rule(
        "spelling.abbreviation_variant:AbbreviationVariant",
        "spelling",
        WARNING,
        "abbreviation that has two forms",
    ),
    _rule("spelling.capitalization_variant:CapitalizationVariant", "spelling", WARNING),
    _rule("spelling.compound_variant:CompoundVariant", "spelling", WARNING),
    _rule("spelling.diacritic_variant:DiacriticVariant", "spelling", WARNING, "accented word"),
    _rule("spelling.dialect_mix:DialectMix", "spelling", WARNING, "British spelling or spelling.dialect"),
    _rule("spelling.known_name:KnownName", "spelling", ERROR, "names"),
    _rule("spelling.name_variant:NameVariant", "spelling", WARNING, "names alike"),
    _rule("spelling.number_style_variant:NumberStyleVariant", "spelling", INFO, "digit"),
    _rule("spelling.sure_misspelling:SureMisspelling", "spelling", WARNING, "sure misspelling"),
    _rule("spelling.unknown_word:UnknownWord", "spelling", INFO, opt_in=True),
    _rule("style.abbreviation_style:HouseAbbreviations", "style", WARNING, "abbreviations"),
    _rule("style.dash_style:DashStyle", "style", INFO, "punctuation.dash", "dash"),
    _rule("style.date_style:HouseDates", "style", WARNING, "dates", "date"),
    _rule("style.money_style:HouseMoney", "style", WARNING, "numbers", "digit"),
    _rule("style.number_style:HouseNumbers", "style", WARNING, "numbers"),
    _rule("style.percent_style:HousePercentages", "style", WARNING, "numbers", "percentage"),
    _rule("style.place_style:HousePlaces", "style", WARNING, "places"),
    _rule("style.serial_comma:SerialComma", "style", INFO, "punctuation.serial_comma"),
    _rule("style.time_style:HouseTimes", "style", WARNING, "dates", "digit"),
    _rule("terms.house_term:HouseTerm", "terms", WARNING, "terms"),
    _rule("wording.a_an:AAn", "wording", ERROR, "article before another letter"),
    _rule(
        "wording.abbreviation_point:AbbreviationPoint",
        "wording",
        WARNING,
        "abbreviation without its last point",
    ),
    _rule("wording.currency_twice:CurrencyTwice", "wording", WARNING, "sign and word for a currency"),
    _rule("wording.redundancy:Redundancy", "wording", INFO, "phrase that says one thing twice"),
    _rule("wording.repeated_phrase:RepeatedPhrase", "wording", WARNING, "phrase twice in a row"),
    RuleEntry(
        f"{_PACKAGE}.duplicates.duplicate_across_drafts:DuplicateAcrossDrafts",
        "duplicate-across-drafts",
        "duplicates",
        WARNING,
        opt_in=True,
        across=True,
        reads_archive=True,
    ),
    RuleEntry(
        f"{_PACKAGE}.grammar.languagetool:LanguageTool",
        "languagetool",
        "grammar",
        WARNING,
        opt_in=True,
        across=True,
        draftwise=True,
    ),
)


@hookimpl
def copydesk_rules() -> Iterable[RuleEntry]:
    """Return every built-in rule, by its line in the manifest."""
    return MANIFEST


@hookimpl
def copydesk_styles() -> Iterable[Style]:
    """Return every built-in house style: the files of `styles/`."""
    import os

    from copydesk.house.style import Style

    folder = os.path.join(os.path.dirname(__file__), "styles")
    return [
        Style(name.removesuffix(".toml"), os.path.join(folder, name))
        for name in sorted(os.listdir(folder))
        if name.endswith(".toml")
    ]
