"""The language server, asked by real clients."""
