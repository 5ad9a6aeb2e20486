"""Configurations and other files that a house keeps, as bytes. Every run may come here: nothing is heavy."""

from __future__ import annotations

from copydesk.errors import ConfigError, NotAFileError
from copydesk.files.reading import NO_FILE, read_file, reason

LARGEST = 2_000_000
"""Bytes. What is larger was not written by hand, and reading it takes longer than anybody waits."""


def read_bytes(path: str, shown: str, most: int = LARGEST, what: str = "configuration") -> bytes:
    """Return the bytes of a file.

    shown  how errors call it
    most   how many bytes it may have
    what   what it is to be, for messages

    Raises ConfigError for a file that is missing, too large, or cannot be read.
    """
    try:
        data = read_file(path, most + 1)
    except NotAFileError as error:
        raise ConfigError(shown, 0, 0, NO_FILE) from error
    except FileNotFoundError as error:
        raise ConfigError(shown, 0, 0, "there is no such file") from error
    except OSError as error:
        raise ConfigError(shown, 0, 0, f"cannot be read: {reason(error)}") from error
    except ValueError as error:  # a NUL in the path
        raise ConfigError(shown, 0, 0, f"cannot be read: {error}") from error
    if len(data) > most:
        raise ConfigError(shown, 0, 0, f"is larger than {most:,} bytes, too large for a {what}")
    return data
