"""copydesk reads an article draft the way a copy editor does: as one document.

The public names live in the modules: `copydesk.plugins.rule` and `copydesk.model.finding` for rules,
`copydesk.document` for what a rule may ask of a draft, `copydesk.engine.checking.check_document` for programs
that check one, `copydesk.testing` for tests.
"""

__version__ = "0.1.0"
