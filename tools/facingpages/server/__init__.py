"""A language server for translated pages: the source beside the cursor, findings while typing, fixes at hand.

`site` is what an editor has open, `checker` the thread that looks at it, `text` positions; the rest is a file for each
thing that an editor can ask. It needs pygls, which only `facingpages[lsp]` brings.
"""
