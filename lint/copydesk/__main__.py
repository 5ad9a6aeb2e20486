"""`python -m copydesk`."""

import sys

if __name__ == "__main__":
    # `python -m` looks for modules in the current folder first. That is where the drafts are, perhaps a
    # stranger's: no code must come from there.
    if not sys.flags.safe_path:
        del sys.path[0]
    from copydesk.cli import main

    main()
