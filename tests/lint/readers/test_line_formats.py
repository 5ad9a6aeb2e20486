"""AsciiDoc, reStructuredText and Org in, blocks and notes out."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from copydesk.document import Document
from copydesk.model.prose import OBJECT, Prose, Span
from copydesk.plugins.registry import load_registry
from copydesk.readers import asciidoc, org, rst
from copydesk.testing import check_prose, check_reader

X = OBJECT
Read = Callable[[str, bytes], Prose]

ASCIIDOC = """= Fog at Vik
Jane Doe <jane@example.org>
:toc: left

// stet: rule -- why
Fog *fell* on the https://example.org/a_b[harbor], said `ls` and _Ann_.
It was late.footnote:[By an hour.]

== What they knew

.The pier
image::pier.jpg[The pier at Vik, 300]

* One thing
that goes on
** nested
+
and more
. Two

Term:: Its meaning.

[quote, Ann Roe]
They knew.

____
And waited.
____

[source,ruby]
----
no prose
----

 literal

....
no prose
....

NOTE: Mind the gap.

|===
|Ship |Crew
|Aurora |9
|===

////
ask Moe
////
The end. [stet: all]
"""

RST = """Fog at Vik
==========

:Author: Jane Doe
:Date: today

.. stet: rule -- why

Fog *fell* on the `harbor <https://example.org/a_b>`__, said ``ls`` and
**Ann**. It was late. [1]_

What they knew
--------------

.. figure:: pier.jpg
   :alt: Fog over the pier
   :width: 300

   The pier at Vik

-  One thing
   that goes on

   and more

#. Two

Term
   Its meaning.

..

   They knew.

.. epigraph::

   And waited.

.. code-block:: ruby

   no prose

Run this::

   no prose

.. note:: Mind the gap.

   And the fog.

====== ====
Ship   Crew
====== ====
Aurora 9
====== ====

+------+------+
| Year | Cost |
+======+======+
| 2024 | 3    |
+------+------+

.. _target: https://example.org
.. [1] By an hour.

The end. [stet: all]
"""

ORG = """#+TITLE: Fog at Vik
#+AUTHOR: Jane Doe
#+OPTIONS: toc:nil

# stet: rule -- why
Fog *fell* on the [[https://example.org/a_b][harbor]], said ~ls~ and /Ann/.
It was late.[fn:1] +Not+ so.

* TODO What they knew :tag:
:PROPERTIES:
:ID: 1
:END:

#+CAPTION: The pier at Vik
[[file:pier.jpg]]

- One thing
  that goes on

  and more
- [X] Two
- Term :: Its meaning.

#+BEGIN_QUOTE
They knew.
#+END_QUOTE

#+begin_src ruby
no prose
#+end_src

: no prose

| Ship | Crew |
|------+------|
| Aurora | 9 |

[fn:1] By an hour.

The end. [stet: all]
"""

FOUND = {
    "asciidoc": [
        ("headline", "Fog at Vik"),
        ("byline", "Jane Doe"),
        ("paragraph", f"Fog fell on the harbor, said {X} and Ann. It was late."),
        ("heading", "What they knew"),
        ("caption", "The pier"),
        ("caption", "The pier at Vik"),
        ("list item", "One thing that goes on"),
        ("list item", "nested"),
        ("list item", "and more"),
        ("list item", "Two"),
        ("paragraph", "Term"),
        ("paragraph", "Its meaning."),
        ("block quote", "They knew."),
        ("block quote", "And waited."),
        ("paragraph", "Mind the gap."),
        ("table cell", "Ship"),
        ("table cell", "Crew"),
        ("table cell", "Aurora"),
        ("table cell", "9"),
        ("paragraph", "The end."),
    ],
    "rst": [
        ("headline", "Fog at Vik"),
        ("byline", "Jane Doe"),
        ("paragraph", f"Fog fell on the harbor, said {X} and Ann. It was late."),
        ("heading", "What they knew"),
        ("caption", "Fog over the pier"),
        ("caption", "The pier at Vik"),
        ("list item", "One thing that goes on"),
        ("list item", "and more"),
        ("list item", "Two"),
        ("paragraph", "Term"),
        ("paragraph", "Its meaning."),
        ("block quote", "They knew."),
        ("block quote", "And waited."),
        ("paragraph", "Run this:"),
        ("paragraph", "Mind the gap."),
        ("paragraph", "And the fog."),
        ("table cell", "Ship"),
        ("table cell", "Crew"),
        ("table cell", "Aurora"),
        ("table cell", "9"),
        ("table cell", "Year"),
        ("table cell", "Cost"),
        ("table cell", "2024"),
        ("table cell", "3"),
        ("paragraph", "By an hour."),
        ("paragraph", "The end."),
    ],
    "org": [
        ("headline", "Fog at Vik"),
        ("byline", "Jane Doe"),
        ("paragraph", f"Fog fell on the harbor, said {X} and Ann. It was late. so."),
        ("heading", "What they knew"),
        ("caption", "The pier at Vik"),
        ("list item", "One thing that goes on"),
        ("list item", "and more"),
        ("list item", "Two"),
        ("paragraph", "Term"),
        ("paragraph", "Its meaning."),
        ("block quote", "They knew."),
        ("table cell", "Ship"),
        ("table cell", "Crew"),
        ("table cell", "Aurora"),
        ("table cell", "9"),
        ("paragraph", "By an hour."),
        ("paragraph", "The end."),
    ],
}
SAMPLES: dict[str, tuple[Read, str]] = {
    "asciidoc": (asciidoc.read, ASCIIDOC),
    "rst": (rst.read, RST),
    "org": (org.read, ORG),
}


def draft(name: str, text: str) -> Document:
    document = Document(SAMPLES[name][0]("draft", text.encode()))
    check_prose(document)
    return document


@pytest.mark.parametrize("name", SAMPLES)
def test_a_story(name: str) -> None:
    text = SAMPLES[name][1]
    document = draft(name, text)
    assert [(str(block.kind), document.slice(block.span)) for block in document.blocks] == FOUND[name]
    notes = {note.text: document.block_index(note.at) for note in document.notes}
    assert notes["stet: rule -- why"] == 2
    assert notes["stet: all"] == len(document.blocks) - 1
    for words in ("Fog", "harbor", "late", "thing", "meaning", "end"):
        at = document.text.rindex(words)
        stretch = document.to_source(Span(at, at + len(words)))
        assert text[stretch.start : stretch.end] == words


@pytest.mark.parametrize("name", SAMPLES)
def test_the_readers_keep_what_readers_promise(name: str) -> None:
    check_reader(load_registry(plugins=False).readers[name], [SAMPLES[name][1].encode()])


@pytest.mark.hostile
@pytest.mark.parametrize("name", SAMPLES)
@pytest.mark.parametrize(
    "text",
    [
        "*" * 50_000,
        "`" * 50_000,
        "`a" * 50_000,
        "[[" * 50_000,
        "link:" * 20_000,
        "* a" + " " * 100_000 + "b",
        "=" * 50_000,
        "----\n" * 20_000,
        "=== ===\na\n" * 10_000,
        "|===\n|a" * 10_000,
        ".. note::\n\n" * 10_000,
        "".join(f"{' ' * n}.. note::\n" for n in range(300)),
        "#+begin_src\n" * 10_000,
        ":a:\n" * 20_000,
        "a\n" * 50_000,
    ],
    ids=lambda text: repr(text[:8]),
)
def test_hostile_files_are_read(name: str, text: str) -> None:
    draft(name, text)
