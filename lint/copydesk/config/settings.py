"""Data of a configuration: layers going in, the settings of one draft coming out."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from copydesk.document import DEFAULT_DATING, Dating
from copydesk.model.finding import Severity
from copydesk.plugins.selection import ALL, ActiveRule

if TYPE_CHECKING:
    from copydesk.config.toml.located import Key, Located
    from copydesk.errors import ConfigError
    from copydesk.files.globs import Pattern
    from copydesk.model.precision import Precision
    from copydesk.model.report import Diagnostic

LEVELS = tuple(severity.label for severity in Severity)
OFF = "off"
NEVER = "never"
SHADOW_FILE = "copydesk.shadow.jsonl"
"""The file of the findings in shadow, beside the configuration, where that names no other."""
AUTO = "auto"

NOTHING: Mapping[str, Any] = MappingProxyType({})


class Lowered(Struct, frozen=True):
    """What holds for a rule that breaks its promise in this house.

    promised   the severity that it has
    shown      the severity that its findings are reported at
    precision  how often it was right, by the verdicts of the house
    """

    promised: Severity
    shown: Severity
    precision: Precision


class Settings(Struct, frozen=True):
    """The effective settings of one draft.

    rules           what runs
    severities      by the name of a finding of the engine itself: its severity, None where it is off
    fail_on         the least severity that makes the exit code 1; None where nothing does
    show            the least severity that is reported
    require_reason  whether a stet note must say why
    no_stet         rules, families and "all" whose findings no stet note lets stand
    dating          where its publication date is looked for
    lowered         by the name of a rule that breaks its promise: what holds instead
    shadow          rules, families and "all" whose findings go to a file: neither shown nor failed for
    shadow_file     that file, absolute; empty where nothing is in shadow
    """

    rules: tuple[ActiveRule, ...] = ()
    severities: Mapping[str, Severity | None] = NOTHING
    fail_on: Severity | None = Severity.WARNING
    show: Severity = Severity.INFO
    require_reason: bool = False
    no_stet: frozenset[str] = frozenset()
    dating: Dating = DEFAULT_DATING
    lowered: Mapping[str, Lowered] = NOTHING
    shadow: frozenset[str] = frozenset()
    shadow_file: str = ""

    def in_shadow(self, rule: str, family: str) -> bool:
        """Whether the findings of a rule go to a file: they are neither shown nor failed for."""
        return bool(self.shadow) and not self.shadow.isdisjoint((rule, family, ALL))

    def refuses_note(self, rule: str, family: str) -> bool:
        """Whether the findings of a rule stay, whatever a stet note says."""
        return not self.no_stet.isdisjoint((rule, family, ALL))

    def shows(self, finding: Diagnostic) -> bool:
        """Whether a finding is reported."""
        return finding.severity >= self.show and not self.in_shadow(finding.rule, finding.family)

    def fails(self, finding: Diagnostic) -> bool:
        """Whether a run fails for a finding, shown or not."""
        if self.fail_on is None or self.in_shadow(finding.rule, finding.family):
            return False
        return finding.severity >= self.fail_on


class ArchivePath(Struct, frozen=True):
    """A file, folder or pattern of archived drafts, which those of a run are compared with.

    text     a file, a folder or a pattern, as it was written
    folder   where to look: the part of it that is a path, absolute; empty where the command line named it
    pattern  what to look for there; empty where the path is all
    root     the folder that nothing found may lie outside of; None where the command line named it
    """

    text: str
    folder: str
    pattern: str
    root: str | None = None


class ConfiguredValue(Struct, frozen=True):
    """A configured value and its origin.

    file, keys  the file and the way to the value in it; without a file it comes from the command line
    """

    value: Any
    file: Located | None = None
    keys: tuple[Key, ...] = ()

    @property
    def origin(self) -> str:
        """`copydesk.toml:3` or `command line`."""
        return "command line" if self.file is None else f"{self.file.path}:{self.file.place(*self.keys)[0]}"

    def error(self, message: str, *deeper: Key) -> ConfigError:
        """Return an error at the place of the value, or of an element of it."""
        from copydesk.errors import ConfigError

        if self.file is None:
            return ConfigError("command line", 0, 0, message)
        return self.file.value_error(message, *self.keys, *deeper)

    def key_error(self, message: str) -> ConfigError:
        """Return an error at the place of the key of the value."""
        from copydesk.errors import ConfigError

        if self.file is None:
            return ConfigError("command line", 0, 0, message)
        return self.file.error(message, *self.keys)


class Layer(Struct, frozen=True):
    """The settings of one source, a table or the command line; later layers win.

    keys      the plain keys: `style`, `select`, `fail-on` …
    severity  by the name of a rule or family, as it was written
    options   by rule, then by option
    paths     the drafts that it holds for; None for all
    style     by table of a house style, such as `honorifics`, then by field
    facts     where a style has its fields from, by table, then by field
    """

    keys: Mapping[str, ConfiguredValue] = NOTHING
    severity: Mapping[str, ConfiguredValue] = NOTHING
    options: Mapping[str, Mapping[str, ConfiguredValue]] = NOTHING
    paths: tuple[Pattern, ...] | None = None
    style: Mapping[str, Mapping[str, ConfiguredValue]] = NOTHING
    facts: Mapping[str, Mapping[str, ConfiguredValue]] = NOTHING

    @property
    def is_style(self) -> bool:
        """Whether it is a house style's, not a configuration's."""
        return "as_of" in self.keys
