"""Configuration files as bytes, and what is wrong with one. Every run may come here, so nothing is heavy."""

from __future__ import annotations

from copydesk.reading import NO_FILE, NotAFileError, read_file, reason
from copydesk.registry import UsageError

LARGEST = 2_000_000
"""Bytes. What is larger was not written by hand, and reading it takes longer than anybody waits."""


class ConfigError(UsageError):
    """Something in a configuration is wrong. `str` gives the one line `path:line:column: message`.

    path          the file, as it is to be shown
    line, column  where, both from 1; 0 where the whole file is meant
    message       what is wrong, and what would be right
    """

    def __init__(self, path: str, line: int, column: int, message: str) -> None:
        where = f"{path}:{line}:{column}" if line else path
        from copydesk.reporters.printable import printable

        super().__init__(printable(f"{where}: {message}"))
        self.path, self.line, self.column, self.message = path, line, column, message


def read_bytes(path: str, shown: str) -> bytes:
    """The bytes of a configuration file; raises ConfigError for what is no file of a reasonable size."""
    try:
        data = read_file(path, LARGEST + 1)
    except NotAFileError as error:
        raise ConfigError(shown, 0, 0, NO_FILE) from error
    except FileNotFoundError as error:
        raise ConfigError(shown, 0, 0, "there is no such file") from error
    except OSError as error:
        raise ConfigError(shown, 0, 0, f"cannot be read: {reason(error)}") from error
    except ValueError as error:  # a NUL in the path
        raise ConfigError(shown, 0, 0, f"cannot be read: {error}") from error
    if len(data) > LARGEST:
        raise ConfigError(shown, 0, 0, f"is larger than {LARGEST:,} bytes, too large for a configuration")
    return data
