"""Many drafts, each by itself: by workers or here, afresh or as an earlier run found it."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, Any, TypeVar

from msgspec import Struct
from msgspec.structs import replace

from copydesk.errors import CannotReadError
from copydesk.model.packing import dump, load, pack, unpack
from copydesk.model.report import CheckedDraft, DraftFindings
from copydesk.run.inputs import read_bytes
from copydesk.run.jobs import (
    Checked,
    DraftsRuleResults,
    Job,
    Placed,
    Progress,
    Undecided,
    across_of,
    check_input,
    do_each,
    rules_asked,
    unread,
)
from copydesk.work.digests import digest, of_code, of_rules

if TYPE_CHECKING:
    from copydesk.work.cache import Cache
    from copydesk.work.workers import Lost, Workers

_KEPT_AT_ONCE = 500

KeptT = TypeVar("KeptT")


class Order(Struct, frozen=True):
    """A job, with the digest of everything but the draft that its result depends on."""

    job: Job
    settings: bytes


class PackedResult(Struct, frozen=True):
    """A `Checked` of which all that is long is packed, and unpacked where it is asked for.

    trusted  whether a worker of this run made the bytes
    """

    draft: CheckedDraft | None
    settled: DraftFindings
    packed_undecided: bytes
    packed_facts: bytes
    trusted: bool = False

    @property
    def undecided(self) -> Undecided | None:
        """What is found beside the settled findings."""
        return unpack(self.packed_undecided) if self.packed_undecided else None

    @property
    def facts(self) -> dict[str, Any]:
        """By the name of each rule across drafts: what it kept."""
        return unpack(self.packed_facts, trusted=self.trusted) if self.packed_facts else {}


class Delivery(Struct, frozen=True):
    """The result that a worker sends back for one job.

    key     what the cache keeps it under; empty where the draft could not be read, or a rule broke
    result  None where a plugin put in what cannot be sent
    """

    key: bytes
    result: PackedResult | None


Result = Checked | PackedResult


class KeyedResult(Struct, frozen=True):
    """The result for one draft, and its key in the cache: see `Delivery`."""

    key: bytes
    result: Result


def check_jobs(
    jobs: Sequence[Job],
    reported: int,
    judge: Callable[[Sequence[Result]], DraftsRuleResults],
    workers: Workers | None,
    cache: Cache | None,
    progress: Progress | None,
) -> tuple[list[Result], DraftsRuleResults]:
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
    results, keys = [one.result for one in found], [one.key for one in found]
    if cache is None or not all(keys):
        return results, judge(results)
    key = digest(b"together", str(reported).encode(), *keys)
    return results, _judged(key, judge, results, jobs, cache)


def _judged(
    key: bytes,
    judge: Callable[[Sequence[Result]], DraftsRuleResults],
    results: Sequence[Result],
    jobs: Sequence[Job],
    cache: Cache,
) -> DraftsRuleResults:
    """Run the rules across drafts, or take their result from the cache; keep a complete one."""
    across = across_of(jobs)
    asks_others = any(active.judges_alone for active in across)  # and their answers may change
    if not across or asks_others:
        return judge(results)
    packed = cache.get(key)
    if packed is not None:
        with suppress(ValueError):
            return _opened(packed, DraftsRuleResults)
    judged = judge(results)
    if not judged.left_out and all(isinstance(said, Placed) for _, said in judged.said):
        with suppress(Exception):  # what `pickle` raises is anything
            cache.put([(key, dump(judged))])
    return judged


def deliver(order: Order) -> Delivery:
    """Check one draft, in a worker. Raises nothing."""
    item, reader, rules = order.job.item, order.job.reader, order.job.rules
    try:
        data = read_bytes(item)
    except CannotReadError as error:
        return Delivery(b"", _packed(unread(item.path, str(error))))
    checked = check_input(replace(item, data=data), reader, rules)
    is_whole = checked.undecided is None or not checked.undecided.problems
    try:
        result = _packed(checked)
    except Exception:  # what `pickle` raises is anything
        return Delivery(b"", None)
    is_kept = is_whole and item.before is None and _has_plain_facts(result)
    return Delivery(_key(order, data) if is_kept else b"", result)


def _packed(checked: Checked) -> PackedResult:
    return PackedResult(
        checked.draft,
        checked.settled.packed(),
        pack(checked.undecided) if checked.undecided else b"",
        pack(checked.facts) if checked.facts else b"",
    )


def _has_plain_facts(result: PackedResult) -> bool:
    try:
        return result.facts is not None
    except ValueError:
        return False


def _orders(jobs: Sequence[Job]) -> list[Order]:
    """Return the jobs with the digests of their settings, worked out once for all drafts under the same.

    What rules across drafts kept can be read from the cache where their modules are loaded, so they are.
    """
    rules = rules_asked(jobs)
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


def _recall(order: Order, cache: Cache) -> KeyedResult | None:
    """Return the cached result for a draft, or None; of two versions nothing is kept: the clock counts."""
    if order.job.item.before is not None:
        return None
    try:
        key = _key(order, read_bytes(order.job.item))
        packed = cache.get(key)
        if packed is None:
            return None
        result = _opened(packed, PackedResult)
        return KeyedResult(key, replace(result, trusted=False))  # whatever the bytes say
    except (CannotReadError, ValueError):
        return None


def _keep(deliveries: Iterable[Delivery | Lost], cache: Cache | None) -> Iterator[Delivery | Lost]:
    """Yield each delivery; cache complete ones in batches."""
    unkept: list[tuple[bytes, bytes]] = []
    for one in deliveries:
        yield one
        if cache is not None and isinstance(one, Delivery) and one.key:
            unkept.append((one.key, dump(one.result)))
            if len(unkept) == _KEPT_AT_ONCE:
                cache.put(unkept)
                unkept.clear()
    if cache is not None:
        cache.put(unkept)


def _received(order: Order, delivery: Delivery | Lost) -> KeyedResult:
    job = order.job
    if not isinstance(delivery, Delivery):
        return KeyedResult(b"", unread(job.item.path, f"was not checked: {delivery.message}"))
    if delivery.result is None:
        return KeyedResult(b"", check_input(job.item, job.reader, job.rules))
    return KeyedResult(delivery.key, replace(delivery.result, trusted=True))


def _opened(data: bytes, kind: type[KeptT]) -> KeptT:
    """Read what an earlier run kept; raises ValueError where that is something else."""
    kept = load(data)
    if not isinstance(kept, kind):
        raise ValueError(f"{type(kept).__name__} is not what was kept")
    return kept
