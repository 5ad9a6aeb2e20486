"""Every error that copydesk raises for a caller to handle, with one base."""

from __future__ import annotations


class UsageError(Exception):
    """Something that the user asked for does not exist. The message says what does."""


class ConfigError(UsageError):
    """Something in a configuration is wrong. `str` gives the one line `path:line:column: message`.

    path          the file, as it is to be shown
    line, column  where, both from 1; 0 where the whole file is meant
    message       what is wrong, and what would be right
    """

    def __init__(self, path: str, line: int, column: int, message: str) -> None:
        where = f"{path}:{line}:{column}" if line else path
        from copydesk.wording import printable

        super().__init__(printable(f"{where}: {message}"))
        self.path, self.line, self.column, self.message = path, line, column, message


class UnreadableError(Exception):
    """The file is not what its reader reads. The message says what was expected, and where."""


class CannotReadError(Exception):
    """A draft could not be read. The message says why."""


class CannotWriteError(Exception):
    """A file was not changed. The message says why."""


class CannotNoteError(Exception):
    """A note cannot be written. The message says why."""


class CannotCheckError(Exception):
    """A rule cannot judge, and neither it nor the draft is to blame: what it needs is not there.

    The message says what is missing and what to do. The run goes on without the rule, and exits 2.
    """


class LeftOutError(CannotCheckError):
    """The same of a rule across drafts, where the configuration says that this is no problem of the run."""


class LanguageToolError(CannotCheckError):
    """LanguageTool cannot be had, or does not do what it must. The message says why, and what to do."""


class LostError(LanguageToolError):
    """The connection broke: the server may have died."""


class TooLongError(LanguageToolError):
    """The server takes shorter texts only."""


class NotAFileError(OSError):
    """A path that leads to no regular file: a pipe would be waited for, and a device need never end."""


class PatternError(ValueError):
    """A pattern that is none, or could take long, or a replacement that names a group that is not there."""


class TermError(ValueError):
    """A term that contradicts an earlier one, or is none; `number` counts the terms before it."""

    def __init__(self, message: str, number: int) -> None:
        super().__init__(message)
        self.number = number


class BrokenBaselineError(UsageError):
    """A baseline cannot be used. The message says where, why, and what to do."""


class GitError(UsageError):
    """git ended with an error. The message holds what git said of it."""
