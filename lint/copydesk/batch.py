"""Many drafts, each by itself: by workers or here, afresh or as an earlier run found it."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from msgspec import Struct

from copydesk.cache import Cache
from copydesk.digests import digest, of_code, of_rules
from copydesk.parcel import pack, unpack
from copydesk.report import Problem
from copydesk.runner import CannotReadError, Checked, Input, Job, Progress, check_input, do_each, read_bytes
from copydesk.selection import ActiveRule

if TYPE_CHECKING:
    from copydesk.workers import Lost, Workers

_KEPT_AT_ONCE = 500


class Order(Struct, frozen=True):
    """A job for a worker, with the digest of everything but the draft that its answer hangs on."""

    job: Job
    settings: bytes


class Delivery(Struct, frozen=True):
    """What a worker answers.

    key      what the cache keeps it under; empty where the draft could not be read, or a rule broke
    checked  a packed `Checked`; empty where a plugin put in what cannot be sent
    """

    key: bytes
    checked: bytes


def check_jobs(
    jobs: Sequence[Job], workers: Workers | None, cache: Cache | None, progress: Progress | None
) -> Iterator[Checked]:
    """What is found in each draft, in the order of the jobs."""
    orders = _orders(jobs)
    known = [None] * len(jobs) if cache is None else [_recall(order, cache) for order in orders]
    todo = [order for order, checked in zip(orders, known, strict=True) if checked is None]
    deliveries = [*do_each(deliver, todo, [order.job.item for order in todo], workers, progress)]
    if cache is not None:
        _keep(deliveries, cache)
    fresh = iter(zip(todo, deliveries, strict=True))
    for checked in known:
        yield _received(*next(fresh)) if checked is None else checked


def deliver(order: Order) -> Delivery:
    """Check one draft: the work of a worker. Raises nothing."""
    item, reader, rules = order.job.item, order.job.reader, order.job.rules
    try:
        data = read_bytes(item)
    except CannotReadError as error:
        return Delivery(b"", pack(_unread(item, str(error)), rules))
    checked = check_input(Input(item.path, data), reader, rules)
    key = b"" if checked.problems else _key(order, data)
    try:
        return Delivery(key, pack(checked, rules))
    except Exception:  # what `pickle` raises is anything
        return Delivery(b"", b"")


def _orders(jobs: Sequence[Job]) -> list[Order]:
    """The jobs with the digests of their settings, worked out once for all drafts under the same."""
    modules = {type(active.rule).__module__ for job in jobs for active in job.rules}
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
    return digest(order.settings, reader.name.encode(), os.fsencode(item.path), data)


def _recall(order: Order, cache: Cache) -> Checked | None:
    """What the cache knows of a draft, if it does."""
    try:
        packed = cache.get(_key(order, read_bytes(order.job.item)))
        return None if packed is None else _opened(packed, order.job.rules, trusted=False)
    except (CannotReadError, ValueError):
        return None


def _keep(deliveries: Sequence[Delivery | Lost], cache: Cache) -> None:
    """Keep what was found in full."""
    kept = [one for one in deliveries if isinstance(one, Delivery) and one.key and one.checked]
    for first in range(0, len(kept), _KEPT_AT_ONCE):
        cache.put((one.key, one.checked) for one in kept[first : first + _KEPT_AT_ONCE])


def _received(order: Order, delivery: Delivery | Lost) -> Checked:
    if not isinstance(delivery, Delivery):
        return _unread(order.job.item, f"was not checked: {delivery.message}")
    if not delivery.checked:
        return check_input(order.job.item, order.job.reader, order.job.rules)
    return _opened(delivery.checked, order.job.rules, trusted=True)


def _opened(packed: bytes, rules: Sequence[ActiveRule], *, trusted: bool) -> Checked:
    """Unpack what was packed; raises ValueError where that is not a `Checked`."""
    checked = unpack(packed, rules, trusted=trusted)
    if not isinstance(checked, Checked):
        raise ValueError(f"{type(checked).__name__} is not what was kept")
    return checked


def _unread(item: Input, message: str) -> Checked:
    return Checked(None, [], [], {}, [Problem(message, item.path)])
