"""The rules: a subject a file, each with what it says, looks for, and may be told by the configuration."""
