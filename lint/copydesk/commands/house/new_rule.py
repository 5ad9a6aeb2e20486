"""`copydesk new-rule`: a rule with its test, to begin from."""

from __future__ import annotations

import os
from pathlib import Path

import click

from copydesk.commands.shared.output import write_line
from copydesk.files.reading import reason

_OWN = "copydesk_rules"


@click.command()
@click.argument("name", metavar="HOUSE/RULE-NAME")
@click.option(
    "--folder",
    default=".",
    show_default=True,
    metavar="FOLDER",
    help="Where the rule goes, and its test beside it; with --package, where the package goes.",
)
@click.option("--package", is_flag=True, help="Write a whole plugin around the rule, ready to be installed.")
def command(name: str, folder: str, package: bool) -> None:
    """Write a rule with its test.

    Both pass as they are: change the examples to what you want to find, and then the rule until they hold.
    Nothing is ever overwritten.
    """
    from keyword import iskeyword

    from copydesk.plugins.scaffold import package_files, rule_files
    from copydesk.plugins.validation import is_rule_name
    from copydesk.version import __version__

    house, _, words = name.rpartition("/")
    stem = words.replace("-", "_")
    if not is_rule_name(name) or iskeyword(stem):
        raise click.BadParameter(
            f'"{name}" is not house/rule-name in lower-case words with hyphens', param_hint="HOUSE/RULE-NAME"
        )
    where = Path(folder)
    imported_from = _package_of(where)
    if package and house:
        where /= f"{house}-copydesk"
        files = package_files(name, __version__)
        advice = f"now: pip install -e {where} && pytest {where}"
    elif not house and (package or imported_from.partition(".")[0] != _OWN):
        raise click.BadParameter(
            f"a rule of your own is named for your house: house/{name}", param_hint="HOUSE/RULE-NAME"
        )
    else:
        files = rule_files(name, f"{stem}.py", f"test_{stem}.py", imported_from)
        advice = "now: name the class in the hook `copydesk_rules` of your plugin (--package writes one)"
    _write(where, files)
    for path in files:
        write_line(str(where / path))
    write_line(advice)


def _package_of(folder: Path) -> str:
    """Return the dotted name of the package that a folder is; empty where it is none."""
    folder = folder.resolve()
    names: list[str] = []
    while (folder / "__init__.py").is_file():
        names.insert(0, folder.name)
        folder = folder.parent
    return ".".join(names)


def _write(where: Path, files: dict[str, str]) -> None:
    """Write the files, or none of them."""
    from copydesk.errors import CannotWriteError
    from copydesk.files.writing import refuse_leading_out, write_file

    try:
        for path in files:
            refuse_leading_out(str(where / path))
            if os.path.lexists(where / path):
                raise click.ClickException(f"{where / path} is there already, and nothing was written")
        for path, text in files.items():
            (where / path).parent.mkdir(parents=True, exist_ok=True)
            write_file(str(where / path), text.encode("utf-8"))
    except CannotWriteError as error:
        raise click.ClickException(f"{where / path} {error}") from error
    except OSError as error:
        raise click.ClickException(f"{error.filename}: {reason(error)}") from error
