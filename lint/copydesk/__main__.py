"""`python -P -m copydesk`."""

import sys

if __name__ == "__main__":
    # Without -P, `python -m` looks for modules in the current folder first, where strangers' drafts may lie.
    # A folder `copydesk` there runs instead of this one: here we can only take no other code from it.
    if not sys.flags.safe_path:
        del sys.path[0]
    from copydesk.commands.cli import main

    main()
