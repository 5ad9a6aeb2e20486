"""The configuration of a house: found from each draft, read with exact errors, merged for each draft.

`find` says which file holds for a draft, `located` parses TOML and knows where everything stands, `read`
makes layers of a file, `merge` makes the settings of one draft of them, and `house` ties it together.
`schema` and `show` describe a configuration to editors and to people.
"""
