"""A generated history: stories that are edited again and again, with planted changes and typographic ones."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from random import Random

import pytest

from copydesk.analyses.versions.changes import Change, ChangeKind, compare
from copydesk.testing import draft

pytestmark = pytest.mark.slow

STORIES, VERSIONS = 200, 3
FOUND, FALSE = 0.95, 1 / 200

GIVEN = "Ada Milo Ines Tomas Ruth Oskar Nell Piet Marta Hugo Lena Karl Edda Jonas Vera Anton".split()
SURNAMES = "Brandt Verhoef Okada Lindqvist Moreau Castell Haldane Ferris Norling Quade Tremblay Varga".split()
ROLES = (
    "the mayor",
    "a farmer",
    "the harbor master",
    "a teacher",
    "the fire chief",
    "a member of the council",
)
PLACES = "Hollins Marwick Tolland Eastry Cranmoor Hadley Ostend".split()
THINGS = ("pier", "bridge", "school", "library", "mill", "ferry", "market hall")
DAYS = "Monday Tuesday Wednesday Thursday Friday".split()
MONTHS = "March April June July August September October".split()
SAID = ("said", "told the council", "wrote in a letter", "added", "told reporters")
SPEECH = (
    "We have waited for the {thing} for {number} years, and we will not wait any longer",
    "Nobody asked the people on the hill before they closed the {thing}",
    "I walked past the {thing} every morning, and I never saw a single guard there",
    "The money for the {thing} is there, and it has been there since the spring",
    "My children learned to swim under that {thing}, and so did I",
    "They promised us a new {thing} before the election and forgot it the day after",
    "It is the only {thing} that we have, and it leaks whenever it rains",
    "If the {thing} goes, half of the shops in {place} will close within a year",
)
PLAIN = (
    "The council of {place} voted on {day} to spend ${money} million on the {thing}.",
    "The work on the {thing} will begin on {month} {date} and last for {number} weeks.",
    "About {percent} percent of the people in {place} have signed a letter against the plan.",
    "The {thing} was built by the town in {year} and has not been repaired since.",
    "{number} families live close to the {thing}, and most of them rent their houses.",
    "The road to the {thing} has been closed to trucks since {day}, when a wall fell on it.",
    "A fire in the {thing} destroyed {number} boats and two workshops in the winter of {year}.",
    "The firm of {other} has asked for ${money} million for the repair of the {thing}.",
    "The crews did not find the cause of the damage to the {thing} on {day}.",
    "The town has never paid for guards at the {thing}.",
)
SOURCED = (
    "The repair of the {thing} was {number} weeks late, according to a report of the auditor.",
    "The wall beside the {thing} had been cracked for {number} months, {speaker} said.",
)


class Story:
    """A story as a list of paragraphs, each a list of sentences, that can be edited."""

    def __init__(self, chance: Random) -> None:
        self.chance = chance
        people = chance.sample(GIVEN, 3), chance.sample(SURNAMES, 4)
        self.people = list(zip(*people, strict=False))
        self.other = people[1][3]
        self.edited: set[str] = set()
        self.headline = self.filled("{place} will mend its {thing}")
        roles = chance.sample(ROLES, 3)
        introduced = (
            f"{given} {surname}, {role}, spoke on {chance.choice(DAYS)}."
            for (given, surname), role in zip(self.people, roles, strict=True)
        )
        self.paragraphs = [[sentence, self.filled(chance.choice(PLAIN))] for sentence in introduced]
        speech, plain = chance.sample(SPEECH, 5), chance.sample(PLAIN, 7)
        for words in speech:
            self.paragraphs.append([self.quotation(self.filled(words)), self.filled(plain.pop())])
        self.paragraphs.append([self.filled(chance.choice(SOURCED)), self.filled(plain.pop())])
        self.paragraphs.append([self.filled(plain.pop())])

    def filled(self, text: str) -> str:
        chance = self.chance
        return text.format(
            thing=chance.choice(THINGS),
            place=chance.choice(PLACES),
            day=chance.choice(DAYS),
            month=chance.choice(MONTHS),
            date=chance.randint(2, 27),
            number=chance.randint(13, 97),
            percent=chance.randint(11, 89),
            year=chance.randint(1890, 1999),
            money=f"{chance.randint(2, 9)}.{chance.randint(1, 9)}",
            other=self.other,
            speaker=chance.choice(self.people)[1],
        )

    def quotation(self, words: str) -> str:
        surname, said = self.chance.choice(self.people)[1], self.chance.choice(SAID)
        first, comma, rest = words.partition(", ")
        match self.chance.randint(0, 2):
            case 0 if comma:
                return f"“{first},” {surname} said, “{rest}.”"
            case 1:
                return f"{surname} {said}: “{words}.”"
            case _:
                return f"“{words},” {surname} {said}."

    def text(self) -> str:
        body = "\n\n".join(" ".join(sentences) for sentences in self.paragraphs)
        return f"---\ntitle: {self.headline}\n---\n\n{body}\n"

    def sentence(self, pattern: str) -> tuple[int, int] | None:
        """Return a place of a sentence in which a pattern is found, at random."""
        places = [
            (number, index)
            for number, sentences in enumerate(self.paragraphs)
            for index, sentence in enumerate(sentences)
            if sentence not in self.edited and re.search(pattern, sentence)
        ]
        return self.chance.choice(places) if places else None

    def edit(self, pattern: str, change: Callable[[re.Match[str]], str]) -> bool:
        """Replace what a pattern finds in one sentence that was not edited; returns whether it changed."""
        place = self.sentence(pattern)
        if place is None:
            return False
        number, index = place
        before = self.paragraphs[number][index]
        after = self.paragraphs[number][index] = re.sub(pattern, change, before, count=1)
        self.edited.add(after)
        return before != after


def alter_quotation(story: Story) -> bool:
    swaps = {
        "never": "always", "only": "first", "morning": "evening", "closed": "opened", "money": "plan",
        "children": "brothers", "promised": "offered", "shops": "houses", "waited": "paid",
    }  # fmt: skip
    words = "|".join(swaps)
    return story.edit(rf"(“[^”]*\b)({words})\b", lambda match: match[1] + swaps[match[2]])


def change_speaker(story: Story) -> bool:
    names = [surname for _, surname in story.people]

    def other(match: re.Match[str]) -> str:
        return match[0].replace(match[1], next(name for name in names if name != match[1]))

    return story.edit(rf"” ({'|'.join(names)}) (?:said|told|wrote|added)", other)


def cut_quotation(story: Story) -> bool:
    return story.edit(r"(“[^”,]{30,}), (?:and|before|since)[^”]*?([,.]”)", lambda match: match[1] + match[2])


def lengthen_quotation(story: Story) -> bool:
    more = story.chance.choice(
        ("whatever they tell you", "and that is all there is to it", "believe it or not")
    )
    return story.edit(r"([^”“]{20,}[a-z])([,.]”)", lambda match: f"{match[1]}, {more}{match[2]}")


def change_number(story: Story) -> bool:
    return story.edit(r"^([^“$]*?)\b(\d\d)(?= (?:weeks|months|families|boats|percent))", _other_number)


def _other_number(match: re.Match[str]) -> str:
    return f"{match[1]}{int(match[2]) + 2}"


def change_amount(story: Story) -> bool:
    return story.edit(r"\$(\d)\.(\d)", lambda match: f"${(int(match[1]) + 3) % 9 + 1}.{match[2]}")


def change_year(story: Story) -> bool:
    return story.edit(r"\bin (1\d{3})", lambda match: f"in {int(match[1]) + 7}")


def change_name(story: Story) -> bool:
    return story.edit(
        rf"(?<=firm of ){story.other}", lambda match: f"{match[0]}s" if match[0][-1] != "s" else "Poe"
    )


def turn_round(story: Story) -> bool:
    if story.edit(r"did not find", lambda _: "found"):
        return True
    return story.edit(r"^(The town has) never paid", lambda match: f"{match[1]} paid")


def drop_source(story: Story) -> bool:
    return story.edit(
        r"(.{30,}), (?:according to a report of the auditor|\w+ said)\.$", lambda match: f"{match[1]}."
    )


def lose_paragraph(story: Story) -> bool:
    long = [
        one
        for one in story.paragraphs[3:]
        if len(" ".join(one).split()) >= 28 and story.edited.isdisjoint(one)
    ]
    if not long:
        return False
    story.paragraphs.remove(story.chance.choice(long))
    return True


def change_headline(story: Story) -> bool:
    before = story.headline
    story.headline = before.replace("will mend", "may sell")
    return story.headline != before


PLANTED: dict[Callable[[Story], bool], ChangeKind] = {
    alter_quotation: ChangeKind.QUOTE_ALTERED,
    change_speaker: ChangeKind.SPEAKER,
    cut_quotation: ChangeKind.QUOTE_CUT,
    lengthen_quotation: ChangeKind.QUOTE_LENGTHENED,
    change_number: ChangeKind.NUMBER,
    change_amount: ChangeKind.NUMBER,
    change_year: ChangeKind.NUMBER,
    change_name: ChangeKind.NAME,
    turn_round: ChangeKind.NEGATION,
    drop_source: ChangeKind.SOURCE,
    lose_paragraph: ChangeKind.PARAGRAPHS,
    change_headline: ChangeKind.HEADLINE,
}


def other_marks(story: Story) -> None:
    story.paragraphs = [
        [sentence.replace("“", '"').replace("”", '"') for sentence in sentences]
        for sentences in story.paragraphs
    ]


def markup(story: Story) -> None:
    story.edit(r"\bthe (council|town|road|work)\b", lambda match: f"the *{match[1]}*")
    story.edit(r"\b(families|trucks|guards)\b", lambda match: f"[{match[1]}](https://example.org/{match[1]})")


def percent_signs(story: Story) -> None:
    story.edit(r"(\d+) percent", lambda match: f"{match[1]}%")


def short_months(story: Story) -> None:
    story.edit(
        r"\b(September|October|August) (\d)",
        lambda match: f"{match[1][: 3 + (match[1][0] == 'S')]}. {match[2]}",
    )


def join_paragraphs(story: Story) -> None:
    index = story.chance.randrange(3, len(story.paragraphs) - 1)
    story.paragraphs[index : index + 2] = [[*story.paragraphs[index], *story.paragraphs[index + 1]]]


def split_paragraph(story: Story) -> None:
    index = story.chance.randrange(3, len(story.paragraphs))
    sentences = story.paragraphs[index]
    story.paragraphs[index : index + 1] = (
        [sentences[:1], sentences[1:]] if len(sentences) > 1 else [sentences]
    )


def move_paragraph(story: Story) -> None:
    index = story.chance.randrange(3, len(story.paragraphs))
    story.paragraphs.insert(story.chance.randrange(3, len(story.paragraphs)), story.paragraphs.pop(index))


def add_paragraph(story: Story) -> None:
    words = story.filled(
        "A second meeting about the {thing} is planned in {place} before the end of the year."
    )
    story.paragraphs.insert(story.chance.randrange(3, len(story.paragraphs) + 1), [words])


def spaces(story: Story) -> None:
    story.edit(r"(?<=[a-z]) (?=the )", lambda _: "  ")


TYPOGRAPHIC = (
    markup,
    percent_signs,
    short_months,
    join_paragraphs,
    split_paragraph,
    move_paragraph,
    add_paragraph,
    spaces,
)


def is_warning(change: Change) -> bool:
    return change.kind in (ChangeKind.QUOTE_ALTERED, ChangeKind.SPEAKER) and not change.is_slight


def test_planted_changes_are_found_and_nothing_else_is_a_warning() -> None:
    planted: Counter[ChangeKind] = Counter()
    found: Counter[ChangeKind] = Counter()
    false_warnings = false_infos = 0
    for number in range(STORIES):
        chance = Random(number)  # noqa: S311
        story = Story(chance)
        before = story.text()
        for _ in range(VERSIONS):
            wanted: Counter[ChangeKind] = Counter()
            story.edited.clear()
            for edit in chance.sample([*PLANTED], chance.randint(0, 3)):
                if PLANTED[edit] not in wanted and edit(story):
                    wanted[PLANTED[edit]] += 1
            for slight in chance.sample(TYPOGRAPHIC, chance.randint(0, 3)):
                slight(story)
            if chance.random() < 0.1:
                other_marks(story)
            after = story.text()
            changes = compare(draft(before, "markdown"), draft(after, "markdown")).changes
            seen = Counter(change.kind for change in changes)
            planted += wanted
            found += seen & wanted
            false_warnings += sum(is_warning(change) and change.kind not in wanted for change in changes)
            false_infos += sum(not is_warning(change) and change.kind not in wanted for change in changes)
            before = after
    missed = {kind.value: (found[kind], number) for kind, number in planted.items() if found[kind] < number}
    assert found.total() >= FOUND * planted.total(), missed
    assert all(found[kind] >= 0.9 * number for kind, number in planted.items()), missed
    assert false_warnings <= FALSE * STORIES * VERSIONS
    assert false_infos <= 0.1 * STORIES * VERSIONS
