"""`copydesk inspect`: what is known of a draft, for programs and for editors."""

from __future__ import annotations

import io
import json
from types import SimpleNamespace

import pytest

from copydesk.document import Document
from copydesk.language.attribution.attributions import Attribution, Attributions, SourceKind, Speaker
from copydesk.language.people.people import Mention, MentionKind, People, Person
from copydesk.language.quotes import Quotation, Quotations
from copydesk.language.spelling.spellings import SpellingForm, SpellingGroup, Use
from copydesk.model.prose import Block, BlockKind, Prose, Span
from copydesk.model.source import Segment, Source, SourceMap
from copydesk.testing import draft
from copydesk.views.inspection import describe, page

TEXT = "Mayor Ann Orr said: “The landmines are gone.” Later she saw Mr. Bell's land mines."
PREFIX = "# 😀\r\n\r\n"


def span(words: str, after: int = 0) -> Span:
    start = TEXT.index(words, after)
    return Span(start, start + len(words))


def ends(words: str) -> tuple[int, int]:
    found = span(words)
    return found.start, found.end


@pytest.fixture
def document() -> Document:
    """A draft whose prose begins seven characters into its file, with the analyses filled in by hand."""
    source = Source("drafts/a.md", PREFIX + TEXT)
    block = Block(BlockKind.PARAGRAPH, 0, len(TEXT))
    source_map = SourceMap([Segment(0, len(PREFIX), len(PREFIX) + len(TEXT))], len(TEXT))
    made = Document(Prose(source, TEXT, [block], source_map, []))
    ann = Mention(*ends("Mayor Ann Orr"), span("Ann Orr"), MentionKind.FULL, None, "Mayor", False, False)
    bell = Mention(*ends("Mr. Bell"), span("Bell"), MentionKind.COURTESY, "Mr.", None, True, False)
    mayor = Person("Ann Orr", "Orr", [ann], ann)
    words = span("“The landmines are gone.”")
    quotation = Quotation(words.start, words.end, Span(words.start + 1, words.end - 1), 0, True, True)
    speaker = Speaker(span("Mayor Ann Orr"), SourceKind.PERSON, mayor)
    made.__dict__["people"] = People([mayor, Person("Bell", "Bell", [bell])])
    made.__dict__["quotes"] = Quotations([quotation])
    made.__dict__["attributions"] = Attributions(
        [
            Attribution(span("said"), speaker, words, (quotation,)),
            Attribution(
                None, Speaker(span("she"), SourceKind.PRONOUN, mayor), span("Mr. Bell's land mines"), ()
            ),
        ]
    )
    made.__dict__["spellings"] = [
        SpellingGroup(
            "landmine",
            (
                SpellingForm("landmines", (Use(span("landmines"), True),)),
                SpellingForm("land mines", (Use(span("land mines"), False),)),
            ),
        )
    ]
    return made


def in_file(words: str, **more: object) -> dict[str, object]:
    start = (PREFIX + TEXT).index(words)
    return {"start": start, "end": start + len(words), **more}


def test_programs_get_offsets_into_the_file(document):
    assert describe(document) == {
        "path": "drafts/a.md",
        "words": 15,
        "published": None,
        "people": [
            {
                "name": "Ann Orr",
                "surname": "Orr",
                "introduced": in_file("Mayor Ann Orr"),
                "mentions": [in_file("Mayor Ann Orr", text="Mayor Ann Orr", kind="full name")],
            },
            {
                "name": "Bell",
                "surname": "Bell",
                "introduced": None,
                "mentions": [in_file("Mr. Bell", text="Mr. Bell", kind="courtesy title")],
            },
        ],
        "quotations": [
            in_file(
                "“The landmines are gone.”",
                speaker=in_file("Mayor Ann Orr", text="Mayor Ann Orr", person="Ann Orr"),
                cue=in_file("said", text="said"),
            )
        ],
        "attributions": [
            in_file(
                "“The landmines are gone.”",
                cue=in_file("said", text="said"),
                speaker=in_file("Mayor Ann Orr", text="Mayor Ann Orr", kind="person", person="Ann Orr"),
            ),
            in_file(
                "Mr. Bell's land mines",
                cue=None,
                speaker=in_file("she", text="she", kind="pronoun", person="Ann Orr"),
            ),
        ],
        "spellings": [
            {
                "key": "landmine",
                "forms": [
                    {"text": "landmines", "count": 1, "uses": [in_file("landmines", quoted=True)]},
                    {"text": "land mines", "count": 1, "uses": [in_file("land mines", quoted=False)]},
                ],
            }
        ],
        "dates": [],
        "figures": [],
    }


def test_dates_and_numbers_are_shown() -> None:
    shown = draft("It opened on May 4, 2031. Twelve men paid $1.2 million for a 5-mile road.")
    assert page(shown).splitlines()[-5:] == [
        "Dates and figures",
        "1:14  May 4, 2031   date     2031-05-04",
        "1:27  Twelve        number   12",
        "1:43  $1.2 million  amount   1,200,000 $",
        "1:62  5-mile        measure  5 mile",
    ]
    described = describe(shown)
    assert described["dates"] == [
        {"start": 13, "end": 24, "text": "May 4, 2031", "year": 2031, "month": 5, "day": 4}
    ]
    assert described["figures"][2] == {
        "start": 61,
        "end": 67,
        "text": "5-mile",
        "kind": "measure",
        "value": 5.0,
        "unit": "mile",
    }


def test_the_publication_date_is_shown() -> None:
    shown = draft("---\ndate: 2031-03-02 09:30\n---\n\nFog.\n", "markdown")
    assert page(shown).startswith("draft: 1 words, published 2031-03-02 09:30:00 (date)\n")
    assert describe(shown)["published"] == {"date": "2031-03-02T09:30:00", "origin": "date"}


def test_editors_get_a_page_with_lines_and_columns(document):
    assert page(document).splitlines() == [
        "drafts/a.md: 15 words",
        "",
        "People",
        "  Ann Orr          surname Orr     introduced 3:1",
        "    Mayor Ann Orr  full name       3:1",
        "  Bell             surname Bell    never introduced",
        "    Mr. Bell       courtesy title  3:61",
        "",
        "Quotations",
        "3:21  Mayor Ann Orr  said  “The landmines are gone.”",
        "",
        "Attributions",
        "3:21  Mayor Ann Orr  person   said  “The landmines are gone.”",
        "3:61  she (Ann Orr)  pronoun        Mr. Bell's land mines",
        "",
        "Spellings",
        "  landmines   1  3:26 quoted",
        "  land mines  1  3:72",
        "",
        "Dates and figures",
        "  none",
    ]


DRAFTS = {
    "a.txt": "“We met,” said Ann Orr, the mayor of the town.\n",
    "b.txt": "Nothing was said on the second day of the week.\n",
}


def test_jsonl_is_an_object_a_line(copydesk, folder):
    folder(DRAFTS)
    result = copydesk("inspect", "--format", "jsonl", "b.txt", "a.txt")
    answers = [json.loads(line) for line in result.out.splitlines()]
    assert [answer["path"] for answer in answers] == ["a.txt", "b.txt"]
    assert list(answers[0]) == [
        "path",
        "words",
        "published",
        "people",
        "quotations",
        "attributions",
        "spellings",
        "dates",
        "figures",
    ]
    assert [(q["start"], q["end"]) for q in answers[0]["quotations"]] == [(0, 9)]
    assert result.code == 0


def test_json_is_one_list(copydesk, folder):
    folder(DRAFTS)
    lines = copydesk("inspect", "--format", "jsonl", ".").out.splitlines()
    assert json.loads(copydesk("inspect", "--format", "json", ".").out) == [
        json.loads(line) for line in lines
    ]


def test_text_is_a_page_a_draft(copydesk, folder):
    folder(DRAFTS)
    out = copydesk("inspect", "a.txt", "b.txt").out
    assert out.startswith("a.txt: 10 words\n\nPeople\n")
    assert "\n\nb.txt: 10 words\n" in out
    assert out.endswith("Dates and figures\n  none\n")


@pytest.mark.parametrize("form", ["text", "json", "jsonl"])
def test_a_draft_that_cannot_be_read_is_named_and_the_others_are_shown(copydesk, folder, form):
    folder(DRAFTS)
    result = copydesk("inspect", "--format", form, "gone.txt", "b.txt")
    assert result.code == 2
    assert "b.txt" in result.out
    assert result.err == "copydesk: gone.txt: there is no such file or folder\n"


def test_an_analysis_that_breaks_is_named_and_the_others_are_shown(copydesk, folder, monkeypatch):
    def broken(document, *, why):
        assert not why
        if document.source.path == "a.txt":
            raise RecursionError("too deep")
        return {"path": document.source.path}

    folder(DRAFTS)
    monkeypatch.setattr("copydesk.views.inspection.describe", broken)
    result = copydesk("inspect", "--format", "jsonl", ".")
    assert (result.code, result.out) == (2, '{"path": "b.txt"}\n')
    assert result.err.startswith("copydesk: a.txt: an analysis broke: RecursionError: too deep (test_inspect")


def test_each_mention_of_a_person_says_why_it_is_one(copydesk, folder):
    folder({"a.txt": "Ann Poe, 45, a clerk, spoke. Later Ms. Poe left."})
    assert "because" not in copydesk("inspect", "a.txt").out
    shown = copydesk("inspect", "--why", "a.txt").out
    assert "because: the name of Ann Poe (" in shown
    assert "+3 an age after it" in shown
    assert "because: Ms. before the surname of Ann Poe" in shown


def test_programs_are_told_why_too(copydesk, folder):
    folder({"a.txt": "Mayor Poe left."})
    (answer,) = json.loads(copydesk("inspect", "--why", "--format", "json", "a.txt").out)
    (mention,) = answer["people"][0]["mentions"]
    assert mention["why"] == "a role before a name of Poe"


def test_findings_play_no_part(copydesk, folder):
    folder({"a.txt": "A bad word."})
    assert copydesk("inspect", "a.txt").code == 0


def test_standard_input_is_a_draft(copydesk, monkeypatch):
    monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=io.BytesIO(b"One word more.")))
    assert copydesk("inspect", "-").out.startswith("<stdin>: 3 words\n")


def test_no_draft_is_a_usage_error(copydesk):
    assert copydesk("inspect").code == 2


def test_why_says_who_answers_for_each_sentence(copydesk, folder):
    folder({"pier.txt": "Ann Poe said the pier was sold.\n\nMr. Roe burned it.\n"})
    out = copydesk("inspect", "--why", "pier.txt").out
    assert [line.split() for line in out.splitlines()[-2:]] == [
        ["1:1", "person", "sentence", "Ann", "Poe"],
        ["3:1", "nobody"],
    ]


def test_the_place_of_an_attribution_is_that_of_its_first_word(copydesk, folder):
    folder({"a.txt": "The mayor said the pool would open.\n"})
    (row,) = [line for line in copydesk("inspect", "a.txt").out.splitlines() if "the pool would open" in line]
    assert row.startswith("1:16 ")
