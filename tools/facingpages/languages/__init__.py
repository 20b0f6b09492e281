"""What is known of languages: a data file each, `<code>.toml`, and CLDR through Babel for what that knows.

A language is added by its file alone. Nothing else in the package holds words or letters of a language.
"""

from facingpages.languages.file import Language, language
from facingpages.languages.identify import in_own_script, other_language, speaks, strange_words, unspaced

__all__ = ["Language", "in_own_script", "language", "other_language", "speaks", "strange_words", "unspaced"]
