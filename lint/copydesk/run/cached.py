"""Many drafts, each by itself: by workers or here, afresh or as an earlier run found it."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from itertools import chain
from typing import TYPE_CHECKING, TypeVar

from msgspec import Struct
from msgspec.structs import replace

from copydesk.errors import CannotReadError
from copydesk.model.report import Problem
from copydesk.plugins.selection import ActiveRule
from copydesk.run.inputs import Input, read_bytes
from copydesk.run.jobs import Checked, DraftsRuleResults, Job, Placed, Progress, check_input, do_each
from copydesk.work.cache import Cache
from copydesk.work.digests import digest, of_code, of_rules
from copydesk.work.pickling import pack, unpack

if TYPE_CHECKING:
    from copydesk.work.workers import Lost, Workers

_KEPT_AT_ONCE = 500

KeptT = TypeVar("KeptT")


class Order(Struct, frozen=True):
    """A job, with the digest of everything but the draft that its result depends on."""

    job: Job
    settings: bytes


class Delivery(Struct, frozen=True):
    """The result that a worker sends back for one job.

    key      what the cache keeps it under; empty where the draft could not be read, or a rule broke
    checked  a packed `Checked`; empty where a plugin put in what cannot be sent
    """

    key: bytes
    checked: bytes


class CachedCheck(Struct, frozen=True):
    """The result for one draft, and its key in the cache: see `Delivery`."""

    key: bytes
    checked: Checked


def check_jobs(
    jobs: Sequence[Job],
    reported: int,
    judge: Callable[[Sequence[Checked]], DraftsRuleResults],
    workers: Workers | None,
    cache: Cache | None,
    progress: Progress | None,
) -> tuple[list[Checked], DraftsRuleResults]:
    """Check each draft, or take its result from the cache; then run the rules across drafts.

    reported  how many are drafts of the run; those of the archive come after them
    judge     asks the rules across drafts, which is done anew only where a draft is new
    """
    orders = _orders(jobs)
    known = [None] * len(jobs) if cache is None else [_recall(order, cache) for order in orders]
    todo = [order for order, found in zip(orders, known, strict=True) if found is None]
    deliveries = do_each(deliver, todo, [order.job.item for order in todo], workers, progress)
    kept = zip(_keep(deliveries, cache), todo, strict=True)
    fresh = iter([_received(order, delivery) for delivery, order in kept])
    found = [next(fresh) if one is None else one for one in known]
    checked = [one.checked for one in found]
    if cache is None or not all(one.key for one in found):
        return checked, judge(checked)
    key = digest(b"together", str(reported).encode(), *(one.key for one in found))
    return checked, _judged(key, judge, checked, jobs, cache)


def _judged(
    key: bytes,
    judge: Callable[[Sequence[Checked]], DraftsRuleResults],
    checked: Sequence[Checked],
    jobs: Sequence[Job],
    cache: Cache,
) -> DraftsRuleResults:
    """Run the rules across drafts, or take their result from the cache; keep a complete one."""
    rules = [*chain.from_iterable({id(job.rules): job.rules for job in jobs}.values())]
    across = [active for active in rules if active.across]
    asks_others = any(active.judges_alone for active in across)  # and their answers may change
    if not across or asks_others:
        return judge(checked)
    packed = cache.get(key)
    if packed is not None:
        with suppress(ValueError):
            return _opened(packed, rules, DraftsRuleResults, trusted=False)
    judged = judge(checked)
    if not judged.left_out and all(isinstance(said, Placed) for _, said in judged.said):
        with suppress(Exception):  # what `pickle` raises is anything
            cache.put([(key, pack(judged, rules))])
    return judged


def deliver(order: Order) -> Delivery:
    """Check one draft, in a worker. Raises nothing."""
    item, reader, rules = order.job.item, order.job.reader, order.job.rules
    try:
        data = read_bytes(item)
    except CannotReadError as error:
        return Delivery(b"", pack(_unread(item, str(error)), rules))
    checked = check_input(replace(item, data=data), reader, rules)
    key = b"" if checked.problems or item.before is not None else _key(order, data)
    try:
        return Delivery(key, pack(checked, rules))
    except Exception:  # what `pickle` raises is anything
        return Delivery(b"", b"")


def _orders(jobs: Sequence[Job]) -> list[Order]:
    """Return the jobs with the digests of their settings, worked out once for all drafts under the same.

    What rules across drafts kept can be read from the cache where their modules are loaded, so they are.
    """
    rules = {id(active): active for job in jobs for active in job.rules}.values()
    modules = {active.registered.entry.target.partition(":")[0] for active in rules}
    modules.update(type(active.rule).__module__ for active in rules if active.across)
    code = of_code({*modules, *(job.reader.read.__module__ for job in jobs), __name__})
    known: dict[int, bytes] = {}
    orders = []
    for job in jobs:
        if id(job.rules) not in known:
            known[id(job.rules)] = digest(code, of_rules(job.rules))
        orders.append(Order(job, known[id(job.rules)]))
    return orders


def _key(order: Order, data: bytes) -> bytes:
    item, reader = order.job.item, order.job.reader
    dating = "\n".join((item.dating.given, *item.dating.keys)).encode("utf-8", "surrogatepass")
    return digest(order.settings, reader.name.encode(), os.fsencode(item.path), dating, data)


def _recall(order: Order, cache: Cache) -> CachedCheck | None:
    """Return the cached result for a draft, or None; of two versions nothing is kept: the clock counts."""
    if order.job.item.before is not None:
        return None
    try:
        key = _key(order, read_bytes(order.job.item))
        packed = cache.get(key)
        if packed is None:
            return None
        return CachedCheck(key, _opened(packed, order.job.rules, Checked, trusted=False))
    except (CannotReadError, ValueError):
        return None


def _keep(deliveries: Iterable[Delivery | Lost], cache: Cache | None) -> Iterator[Delivery | Lost]:
    """Yield each delivery; cache complete ones in batches."""
    unkept: list[tuple[bytes, bytes]] = []
    for one in deliveries:
        yield one
        if cache is not None and isinstance(one, Delivery) and one.key and one.checked:
            unkept.append((one.key, one.checked))
            if len(unkept) == _KEPT_AT_ONCE:
                cache.put(unkept)
                unkept.clear()
    if cache is not None:
        cache.put(unkept)


def _received(order: Order, delivery: Delivery | Lost) -> CachedCheck:
    if not isinstance(delivery, Delivery):
        return CachedCheck(b"", _unread(order.job.item, f"was not checked: {delivery.message}"))
    if not delivery.checked:
        return CachedCheck(b"", check_input(order.job.item, order.job.reader, order.job.rules))
    return CachedCheck(delivery.key, _opened(delivery.checked, order.job.rules, Checked, trusted=True))


def _opened(packed: bytes, rules: Sequence[ActiveRule], kind: type[KeptT], *, trusted: bool) -> KeptT:
    """Unpack what was packed; raises ValueError where that is not what was kept."""
    kept = unpack(packed, rules, trusted=trusted)
    if not isinstance(kept, kind):
        raise ValueError(f"{type(kept).__name__} is not what was kept")
    return kept


def _unread(item: Input, message: str) -> Checked:
    return Checked(None, [], [], {}, [Problem(message, item.path)])
