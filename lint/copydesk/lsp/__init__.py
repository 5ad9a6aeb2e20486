"""The language server: drafts are checked while an editor has them open. It needs copydesk[lsp].

https://microsoft.github.io/language-server-protocol/specifications/lsp/3.17/specification/
"""
