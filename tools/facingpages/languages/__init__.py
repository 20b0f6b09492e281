"""What is known of languages: a data file each, `<code>.toml`, and CLDR through Babel for what that knows.

A language is added by its file alone. Nothing else in the package holds words or letters of a language.
"""

from facingpages.languages.file import Language, language
from facingpages.languages.identify import other_language, speaks, strange_words

__all__ = ["Language", "language", "other_language", "speaks", "strange_words"]
