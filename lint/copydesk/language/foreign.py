"""Which blocks of a draft are not English: a Spanish edition, a song, a motto."""

from __future__ import annotations

import re
from collections import defaultdict

from copydesk.language.lists import closed_classes as english
from copydesk.language.lists.other_languages import OTHER_LANGUAGES
from copydesk.language.words import Words
from copydesk.model.prose import Block, Prose

_ENGLISH = (
    (
        english.DETERMINERS
        | english.AUXILIARIES
        | english.CONJUNCTIONS
        | english.SUBJECT_PRONOUNS
        | english.OBJECT_PREPOSITIONS
    )
    - OTHER_LANGUAGES
    - english.IN_OTHER_LANGUAGES
)
"""Words of grammar that no language of the list has."""

_DISTINCT = 3
_SHARE = 0.2
"""How many words tell another language, each counted once, and what share of the block's words they are."""

_LESS = 3
"""How many times rarer English words of grammar are."""

_FEW = 8
"""In a draft that is not English: one word of English grammar in so many leaves a block English."""

_OTHER_LETTERS = r"[\u0370-\u1dff\u2c00-\ua7ff\uac00-\ud7ff\uf900-\ufaff\ufe70-\ufeff]+"
"""Runs of Greek, Russian, Arabic, Chinese letters and the like."""

_MARKS = str.maketrans("", "", "’‘'")


def foreign_blocks(prose: Prose, words: Words) -> set[int]:
    """The numbers of the blocks that are in another language.

    Names say nothing, so only words in small letters count. Where most of a draft is in another language,
    what has hardly an English word of grammar is too: its headline, its short lines.
    """
    found = _blocks_in_other_letters(prose)
    told: dict[int, list[int]] = defaultdict(list)
    for word in _telling(words):
        for index in words.vocabulary[word]:
            start = words.starts[index]
            if prose.text[start].islower():
                told[prose.block_index(start)].append(index)
    for number, indices in told.items():
        block, count = prose.blocks[number], len(indices)
        is_varied = len({words.lowers[index] for index in indices}) >= _DISTINCT
        is_dense = is_varied and count >= _SHARE * len(words.between(block.start, block.end))
        if is_dense and _english(words, block) * _LESS < count:
            found.add(number)
    if found and is_mostly(prose, found):
        for number, block in enumerate(prose.blocks):
            if _english(words, block) * _FEW <= len(words.between(block.start, block.end)):
                found.add(number)
    return found


def is_mostly(prose: Prose, numbers: set[int]) -> bool:
    """Whether blocks make up most of a draft, by their length."""
    length = sum(block.end - block.start for block in prose.blocks)
    return 2 * sum(prose.blocks[number].end - prose.blocks[number].start for number in numbers) > length


def _telling(words: Words) -> set[str]:
    """The words that tell another language: those of its grammar, and with letters that English has not."""
    vocabulary = words.vocabulary
    accented = {word for word in vocabulary if not word.isascii() and not word.translate(_MARKS).isascii()}
    return accented | (vocabulary.keys() & OTHER_LANGUAGES)


def _english(words: Words, block: Block) -> int:
    """How many words of English grammar a block has."""
    within = words.between(block.start, block.end)
    return sum(word in _ENGLISH for word in words.lowers[within.start : within.stop])


def _blocks_in_other_letters(prose: Prose) -> set[int]:
    """The blocks whose letters are mostly none of the Latin alphabet."""
    if prose.text.isascii():
        return set()
    lengths: dict[int, int] = defaultdict(int)
    for run in re.compile(_OTHER_LETTERS).finditer(prose.text):
        lengths[prose.block_index(run.start())] += run.end() - run.start()
    return {
        number
        for number, length in lengths.items()
        if 2 * length > sum(map(str.isalpha, prose.slice(prose.blocks[number].span)))
    }
