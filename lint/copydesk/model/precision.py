"""How often findings are right: a share of those that somebody judged, with its interval."""

from __future__ import annotations

from math import sqrt

from msgspec import Struct

from copydesk.model.finding import Severity

PROMISES = {Severity.ERROR: 0.99, Severity.WARNING: 0.9}
"""The share of its findings that a rule of a severity promises to be right on; an info promises nothing."""

Z = 1.959964
"""The standard score of a two-sided interval of 95 %."""


class Precision(Struct, frozen=True):
    """How many findings were judged, and how many of them are right."""

    right: int
    judged: int

    @property
    def share(self) -> float:
        """The share that is right, from 0 to 1; 0 where nothing was judged."""
        return self.right / self.judged if self.judged else 0.0

    @property
    def interval(self) -> tuple[float, float]:
        """The Wilson score interval of the share at 95 %, from 0 to 1; all of it where nothing was judged."""
        if not self.judged:
            return 0.0, 1.0
        spread = Z * Z / self.judged
        centre = self.share + spread / 2
        margin = sqrt(spread * self.share * (1 - self.share) + spread * spread / 4)
        return max(0.0, (centre - margin) / (1 + spread)), min(1.0, (centre + margin) / (1 + spread))

    @property
    def text(self) -> str:
        """The share and its interval in percent: `86.7 % (70.3 to 94.7 %)`; `-` where nothing was judged."""
        if not self.judged:
            return "-"
        share, low, high = (f"{100 * part:.1f}" for part in (self.share, *self.interval))
        return f"{share} % ({low} to {high} %)"


def promise_of(severity: Severity | None) -> str:
    """Return what a severity promises: `99 %`, `90 %`, or empty for an info, and for none."""
    return f"{100 * PROMISES[severity]:.0f} %" if severity in PROMISES else ""
