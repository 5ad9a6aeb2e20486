"""House styles: what they are called, where they are written down, and what they say of names."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from msgspec import Struct
from msgspec.structs import replace

if TYPE_CHECKING:
    pass

Use = Literal["auto", "always", "never"]
"""Whether a house does something; `auto` leaves it to the draft."""


class Style(Struct, frozen=True):
    """A house style that a plugin brings.

    name  what `style = "…"` and `--style` call it
    path  its TOML file
    """

    name: str
    path: str


class HonorificStyle(Struct, frozen=True):
    """A house's style for names of people: the table [honorifics] of a style or a configuration.

    later            courtesy titles on later references in running copy: Mr. Roe or Roe
    headlines        the same in headlines and headings
    captions         the same in captions
    quotations       the same inside quotation marks
    full_names       whether a courtesy title may stand before a full name, as in Mr. John Roe
    full_point       whether Mr., Ms., Mrs. and Dr. end in a full point
    convicted        courtesy titles for people of whom the draft says that they were convicted
    dead             the same for people of whom it says that they died
    minors           the same for people of whom it says that they are under adult_age
    adult_age        the age from which somebody is named as an adult
    plain_sections   sections whose copy has no courtesy titles, as their folders are called
    titled_sections  sections whose copy has them, whatever `later` says
    section          the section of the draft; "auto" is the name of a folder that it lies in
    knights          later references to knights and dames: Sir John (title) or Roe (surname)
    peers            later references to peers: Lord Roe (title) or Roe (surname)
    doctors          who may be Dr.: people who heal (health), anybody with a doctorate (any), or nobody
    ranks            whether AP's ranks and offices are abbreviated before a full name: Gen., Sen.
    role_capitals    where offices have a capital: "before_name" is AP's President Roe, the president
    longest_role     how many capitalised words a role before a name may have; 0 is any number
    public_figures   whether a bare or attributive use of a known name must be introduced
    """

    later: Use = "auto"
    headlines: Use = "auto"
    captions: Use = "auto"
    quotations: Use = "auto"
    full_names: Use = "auto"
    full_point: Use = "auto"
    convicted: Use = "auto"
    dead: Use = "auto"
    minors: Use = "auto"
    adult_age: int = 18
    plain_sections: tuple[str, ...] = ()
    titled_sections: tuple[str, ...] = ()
    section: str = "auto"
    knights: Literal["auto", "title", "surname"] = "auto"
    peers: Literal["auto", "title", "surname"] = "auto"
    doctors: Literal["auto", "health", "any", "nobody"] = "auto"
    ranks: Literal["auto", "abbreviated"] = "auto"
    role_capitals: Literal["auto", "before_name"] = "auto"
    longest_role: int = 0
    public_figures: Literal["auto", "introduce"] = "auto"

    def in_section(self, path: str) -> HonorificStyle:
        """Return the style as it holds for the draft at a path: its section may have titles of its own."""
        if not (self.plain_sections or self.titled_sections):
            return self
        folders = path.replace("\\", "/").split("/")[:-1]
        sections = {self.section} if self.section != "auto" else {folder.lower() for folder in folders}
        later = self.later
        if not sections.isdisjoint(self.plain_sections):
            later = "never"
        elif not sections.isdisjoint(self.titled_sections):
            later = "always"
        return self if later == self.later else replace(self, later=later)


NO_HOUSE = HonorificStyle()
"""`auto` everywhere: only what contradicts itself inside a draft counts."""
