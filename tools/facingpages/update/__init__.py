"""A repository whose sources changed: which version each translation renders, and what an update makes of it."""
