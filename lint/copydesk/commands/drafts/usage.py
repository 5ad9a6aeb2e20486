"""`copydesk usage`: how an archive writes the words that have more than one form."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

import click

from copydesk.commands.shared.archive_views import archive_options, show_archive
from copydesk.commands.shared.written import refuse_taken, write_options, write_proposal

if TYPE_CHECKING:
    from copydesk.house.usage import Variants
    from copydesk.run.questions import Drafts


@click.command()
@write_options(
    "Write a terms file in which the form that stands most often is preferred: read it, and strike out "
    "what the house does not want, before a configuration names it."
)
@archive_options
def command(write: str | None, *, overwrite: bool, **asked: Any) -> None:
    """Count the compounds that an archive writes in two ways.

    Those with the most uses come first: `landmine 412, land mine 9`. What is quoted does not count. Nothing
    is judged, so the exit code is 0 unless something could not be read.
    """
    refuse_taken(write, overwrite=overwrite)

    def ask(archive: Drafts) -> list[Variants]:
        from copydesk.house.usage import Usage

        found = Usage(archive.ask).variants()
        if write is not None:
            write_proposal(write, terms_file(found, archive.read))
        return found

    show_archive(ask, _text, _json, rounds=2, **asked)


def terms_file(found: Iterable[Variants], drafts: int) -> str:
    """Return a terms file that prefers the form of each word that stands most often.

    The counts stand beside it.

    What a machine cannot decide is a comment: words whose forms stand equally often, and forms in two words
    that are verbs too.
    """
    from copydesk.language.spelling.compounds import acts_as_verb
    from copydesk.reporters.json import dumps
    from copydesk.wording import count

    preferred, open_questions = [], []
    for word in found:
        (usual, _), *others = word.forms
        verbs = [form for form, _ in word.forms if " " in form and acts_as_verb(*form.split(" "))]
        rare = [form for form, _ in others if form not in verbs]
        if not word.decided or usual in verbs or not rare:
            open_questions.append(f"# {_counted(word)}\n")
        else:
            preferred.append(f"{dumps(usual)} = {dumps(rare)}  # {_counted(word)}\n")
    read = count(drafts, "draft")
    head = f"# How {read} of the archive spell. Strike out what the house does not want.\n\n"
    undecided = ["\n# To be decided: each form as often, or a verb in two words.\n", *open_questions]
    return "".join([head, "[prefer]\n", *preferred, *(undecided if open_questions else ())])


def _text(found: Sequence[Variants], drafts: int) -> Iterator[str]:
    """Yield a line for each word, and one that sums up."""
    from copydesk.wording import count, printable

    for word in found:
        yield printable(_counted(word)) + "\n"
    words = "1 word has" if len(found) == 1 else f"{len(found):,} words have"
    yield f"{words} more than one form in {count(drafts, 'draft')}\n"


def _counted(word: Variants) -> str:
    return ", ".join(f"{form} {count}" for form, count in word.forms)


def _json(found: Iterable[Variants], drafts: int) -> str:
    from copydesk.reporters.json import dumps

    words = [
        {"word": word.key, "forms": [{"form": form, "count": count} for form, count in word.forms]}
        for word in found
    ]
    return dumps({"version": 1, "drafts": drafts, "words": words}, indent=2) + "\n"
