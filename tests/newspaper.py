"""A made-up newspaper: stories with days, people with offices, and slips of every kind in the newest ones."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from random import Random
from typing import NamedTuple

GIVEN = """
    Ada Adele Alan Alice Amos Anton Arlo Astrid Ben Bertram Bianca Boris Bruno Carla Cecil Clara Cora
    Cyril Dalia Damian Daphne Dexter Dora Edgar Edith Elias Elsa Emil Esther Ezra Felix Flora Frank
    Gavin Gideon Greta Hanna Harvey Hector Helga Hugo Ida Ingrid Irene Isaac Jasper Joachim Jonas Judith
    Julius Karen Klaus Konrad Lars Laura Leon Lionel Lydia Magnus Marcus Martha Miriam Nadia Nathan Nora
    Oliver Oscar Otto Paula Percy Petra Quentin Rachel Ralph Rebecca Rupert Ruth Samuel Saskia Silas
    Simon Sofia Stella Tabea Theodor Thelma Tobias Ursula Vera Victor Viola Wanda Werner Wilma Yvonne
    Zelda
""".split()
ONSETS = "B Br C Cl D Dr F G Gr H K Kr L M N P Pr R S St T Tr V W".split()
MIDDLES = (
    "all an arb ast eck eld enn erl ibb ick ild imm ink olm ond orn osk ott ubb uld umm urst yrd".split()
)
ENDS = """
    a ander berg by dale elius er ford ham hardt holt inger kamp land ley man more ner ow quist sen
    strom wick
""".split()
ROLES = "director manager chairwoman spokesman treasurer commissioner superintendent president".split()
BODIES = [
    f"{kind} {body}"
    for kind in "harbor transit school water library housing museum hospital forest police railway".split()
    for body in "authority board district council commission department trust".split()
]
TRADES = "baker poet farmer teacher nurse plumber violinist fisherman carpenter geologist".split()
TITLES = "Mayor Judge Sheriff Sen. Rep. Councilwoman Commissioner Professor".split()
SHORT = {
    "Ben": "Benny",
    "Victor": "Vic",
    "Samuel": "Sam",
    "Frank": "Frankie",
    "Nathan": "Nate",
    "Theodor": "Theo",
}
LETTERS = "aeioulnrst"
THINGS = "budget bridge ferry pier road roof tunnel levy contract fence garden report station well".split()
VERBS = "approved delayed defended questioned opened sold measured visited praised rejected".split()
FILLER = [
    "The {thing} has been late for {number} years, and nobody on the street has seen a plan.",
    "It took {number} hours to close the {thing}, and another {number} to count the cost of the {other}.",
    "Neighbors have written {number} letters about the {thing} and the {other} beside it.",
    "A vote on the {thing} is due in {number} weeks, once the {other} is paid for.",
]


class Person(NamedTuple):
    """Somebody in the paper. `office` stands in running text; `title`, if there is one, before the name."""

    given: str
    surname: str
    office: str
    title: str

    @property
    def name(self) -> str:
        return f"{self.given} {self.surname}"


class Story(NamedTuple):
    """A story; in `wrong`, by the form that it has: the person who is meant and the class of the slip."""

    path: str
    text: str
    wrong: dict[str, tuple[str, str]]


class Newspaper:
    """The stories of a paper, the same at every run.

    The last fifth are new drafts, with a slip in about every second one.
    """

    def __init__(self, count: int, seed: int = 1) -> None:
        self._random = Random(seed)  # noqa: S311  nothing secret
        self._people = [*self._made_up(count)]
        self._articles: dict[str, int] = {}
        self.archive = [self._story(number) for number in range(count * 4 // 5)]
        self.drafts = [self._story(number, slips=True) for number in range(count * 4 // 5, count)]

    def _made_up(self, count: int) -> Iterator[Person]:
        """Yield the people of the town; some look like others: namesakes, relatives, short forms."""
        random, taken = self._random, set()
        for _ in range(count):
            surname = random.choice(ONSETS) + random.choice(MIDDLES) + random.choice(ENDS)
            person = self._person(random.choice(GIVEN), surname)
            if person.name in taken:
                continue
            taken.add(person.name)
            yield person
            if random.random() < 0.05:  # somebody else, who is called nearly so
                given, surname = random.choice(
                    [
                        (person.given, misspelt(person.surname, random)),
                        (random.choice(GIVEN), person.surname),
                        (SHORT.get(person.given, person.given), person.surname),
                        (person.given, random.choice(ONSETS)[:1] + person.surname[1:]),
                    ]
                )
                if f"{given} {surname}" not in taken:
                    taken.add(f"{given} {surname}")
                    yield self._person(given, surname, private=True)

    def _person(self, given: str, surname: str, *, private: bool = False) -> Person:
        random = self._random
        if private or random.random() < 0.3:
            return Person(given, surname, f"a {random.choice(TRADES)}", "")
        office = f"{random.choice(ROLES)} of the {random.choice(BODIES)}"
        return Person(given, surname, office, random.choice(TITLES) if random.random() < 0.3 else "")

    def _story(self, number: int, *, slips: bool = False) -> Story:
        random = self._random
        day = date(2010, 1, 1) + timedelta(days=number // 4)
        cast: list[Person] = []
        for _ in range(random.randint(3, 7)):
            index = int(len(self._people) * random.random() ** 3)  # a few are in the paper all the time
            if self._people[index] not in cast:
                cast.append(self._people[index])
        wrong: dict[str, tuple[str, str]] = {}
        forms = {person: person.name for person in cast}
        if slips and random.random() < 0.5:
            known = [person for person in cast if self._articles.get(person.name, 0) >= 1]
            if known:
                person = random.choice(known)
                form, kind = self._slip(person)
                forms[person] = form
                wrong[form] = person.name, kind
        paragraphs = [self._paragraph(person, forms[person]) for person in cast]
        random.shuffle(paragraphs)
        if not slips:
            for person in cast:
                self._articles[person.name] = self._articles.get(person.name, 0) + 1
        slug = random.choice(THINGS)
        return Story(f"{day}-{slug}-{number}.txt", "\n\n".join(paragraphs) + "\n", wrong)

    def _slip(self, person: Person) -> tuple[str, str]:
        """Return a wrong form of a name, and its class: `warning` where the archive is sure, else `info`."""
        random, articles = self._random, self._articles.get(person.name, 0)
        kind = "warning" if articles >= 3 else "info"
        part = random.choice(["given", "surname", "surname", "two letters"])
        if part == "given":
            return f"{misspelt(person.given, random)} {person.surname}", kind
        if (
            part == "two letters"
            and len(person.surname) > 7
            and " of the " in person.office
            and not person.title
        ):
            first, second = (changed(person.surname[at], random) for at in (3, 5))
            surname = f"{person.surname[:3]}{first}{person.surname[4]}{second}{person.surname[6:]}"
            return f"{person.given} {surname}", kind
        return f"{person.given} {misspelt(person.surname, random)}", kind

    def _paragraph(self, person: Person, name: str) -> str:
        """Return a paragraph on somebody, described in one of the ways of news copy."""
        random, thing, verb = self._random, random_thing(self._random), self._random.choice(VERBS)
        surname = name.split()[-1]
        office, title = person.office, person.title
        if title:
            first = f"{title} {name} {verb} the {thing} on Monday."
        else:
            first = random.choice(
                [
                    f"{name}, {office}, {verb} the {thing}.",
                    f"The {thing} was {verb} by {name}, {office}.",
                    f"“We will wait for the {thing},” said {name}, {office}.",
                ]
            )
        filler = random.choice(FILLER).format(
            thing=random_thing(random), other=random_thing(random), number=random.randint(2, 40)
        )
        last = (
            f"“It was time,” {surname} said." if random.random() < 0.5 else f"{surname} left before the vote."
        )
        return f"{first} {filler} {last}"


def random_thing(random: Random) -> str:
    """Return something that a town argues about."""
    return random.choice(THINGS)


def changed(letter: str, random: Random) -> str:
    """Return another letter."""
    return random.choice([one for one in LETTERS if one != letter])


def misspelt(word: str, random: Random) -> str:
    """Return a word with one letter changed, added, dropped or swapped; the first stays."""
    at = random.randrange(1, len(word))
    kind = random.choice(["change", "add", "drop", "swap"])
    if kind == "change":
        return word[:at] + changed(word[at], random) + word[at + 1 :]
    if kind == "add":
        return word[:at] + random.choice(LETTERS) + word[at:]
    if kind == "drop" and len(word) > 3:
        return word[:at] + word[at + 1 :]
    if at + 1 < len(word) and word[at] != word[at + 1]:
        return word[:at] + word[at + 1] + word[at] + word[at + 2 :]
    return word[:at] + word[at] + word[at:]
