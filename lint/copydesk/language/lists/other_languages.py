"""Words of grammar of other languages: they tell a paragraph that is not English.

Left out are words that are frequent in English copy too (a, do, door, hat, her, in, is, me, met, no, of, to):
what is left costs nothing to look for.
"""

from __future__ import annotations

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
OTHER_LANGUAGES = frozenset(
    " ".join((_SPANISH, _FRENCH, _GERMAN, _PORTUGUESE, _ITALIAN, _DUTCH, _POLISH, _TURKISH)).split()
)
"""Words of grammar of eight languages that share English's letters."""
