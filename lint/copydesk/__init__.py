"""copydesk reads an article draft the way a copy editor does: as one document.

The public names live in the modules: `copydesk.rule` and `copydesk.finding` for people who write
rules, `copydesk.document` for what a rule may ask of a draft, `copydesk.engine.check_document` for
programs that check one, `copydesk.testing` for tests.
"""

__version__ = "0.1.0"
