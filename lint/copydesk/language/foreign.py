"""Blocks of a draft that are not English: a Spanish edition, a song, a motto."""

from __future__ import annotations

import re
from collections import defaultdict

from copydesk.language.lists import closed_classes as english
from copydesk.language.words import Words
from copydesk.model.prose import Block, Prose

_SPANISH = """
    al como cuando de del desde donde el ella ellos en entre es esta este está están fue había hasta la
    las le les lo los más muy nos para pero por porque que quien se según ser sin sobre sus también tiene
    un una y ya
"""
_FRENCH = """
    après au aux avec ce ces cette chez dans depuis des deux du elle est et été il ils je la le les leur
    leurs lui mais même ne nous ont où par pas pour qu que qui quand sa sans se selon ses sont sous sur un
    une vous à être
"""
_GERMAN = """
    als auch auf aus bei bis das dass dem den der des die durch ein eine einem einen einer es für gegen
    haben ich ihr ihre ihren im ist mit nach nicht noch nur oder sein seine seit sich sie sind um und
    unter vom von vor weil wenn werden wie wird zu zum zur über
"""
_PORTUGUESE = """
    ao aos até com da das depois dos ela ele em entre foi isso mais mas na nas nos não os ou para pela
    pelo por porque que quem se sem ser seu sua são também tem um uma à às é
"""
_ITALIAN = """
    ai al alla alle anche che chi con cui da dagli dal dalla degli dei del della delle dello di dopo fino
    gli ha hanno il io la le loro nel nella non ogni per perché più quando quello questa questo se si sono
    sua sulla suo tra un una è
"""
_DUTCH = """
    aan als bij dat de deze die dit een en geen heeft het hij hun ik je maar naar niet nog om onder ook op
    te tegen tot uit van voor waar werd wordt ze zei zich zijn zo
"""
_POLISH = """
    ale bo bez był była było być czy dla gdy ich jak jako jest jeszcze już które który która lub nad na
    nie od oraz po przed przez przy się są tego tej tylko tym w z za ze że żeby
"""
_TURKISH = """
    ama ancak bir bu da daha de değil diye en gibi göre için ile kadar ki mi olan olarak sonra var ve veya
    ya çok
"""
_OTHER_LANGUAGES = frozenset(
    " ".join((_SPANISH, _FRENCH, _GERMAN, _PORTUGUESE, _ITALIAN, _DUTCH, _POLISH, _TURKISH)).split()
)
"""Words of grammar of eight languages that share English's letters.

Left out are words that are frequent in English copy too (a, do, door, hat, her, in, is, me, met, no, of, to):
what is left costs nothing to look for.
"""

_ENGLISH = (
    (
        english.DETERMINERS
        | english.AUXILIARIES
        | english.CONJUNCTIONS
        | english.SUBJECT_PRONOUNS
        | english.OBJECT_PREPOSITIONS
    )
    - _OTHER_LANGUAGES
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


def foreign_blocks(prose: Prose, words: Words) -> set[int]:
    """Return the numbers of the blocks that are in another language.

    Names say nothing, so only words in small letters count. Where most of a draft is in another language,
    what has hardly an English word of grammar is too: its headline, its short lines.
    """
    found = _blocks_in_other_letters(prose, words)
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
    if found and is_mostly(prose.blocks, found):
        for number, block in enumerate(prose.blocks):
            if _english(words, block) * _FEW <= len(words.between(block.start, block.end)):
                found.add(number)
    return found


def is_mostly(blocks: list[Block], numbers: set[int]) -> bool:
    """Whether some of the blocks of a draft, by their numbers, make up most of it by their length."""
    length = sum(block.end - block.start for block in blocks)
    return 2 * sum(blocks[number].end - blocks[number].start for number in numbers) > length


def _telling(words: Words) -> set[str]:
    """Return the words that tell another language.

    These are its function words, and words with letters that English lacks.
    """
    return (words.vocabulary.keys() & _OTHER_LANGUAGES).union(words.accented)


def _english(words: Words, block: Block) -> int:
    """Return how many words of English grammar a block has."""
    within = words.between(block.start, block.end)
    return sum(word in _ENGLISH for word in words.lowers[within.start : within.stop])


def _blocks_in_other_letters(prose: Prose, words: Words) -> set[int]:
    """Return the blocks whose letters are mostly none of the Latin alphabet."""
    letters = "".join(words.accented)
    if not any("\u0370" <= letter < "\u1e00" or letter >= "\u2c00" for letter in letters):
        return set()  # a pattern of so many letters costs more to make than the rest of this module
    lengths: dict[int, int] = defaultdict(int)
    for run in re.compile(_OTHER_LETTERS).finditer(prose.text):
        lengths[prose.block_index(run.start())] += run.end() - run.start()
    return {
        number
        for number, length in lengths.items()
        if 2 * length > sum(map(str.isalpha, prose.slice(prose.blocks[number].span)))
    }
