"""`make messages`: bring the catalogs up to date with the code, and say what is still to translate."""

from __future__ import annotations

import sys

from tests.messages.catalogs import path_of, read, updated
from tests.messages.extract import LOCALES, messages

from facingpages.writing import write

found = messages()
for locale in LOCALES:
    path_of(locale).parent.mkdir(parents=True, exist_ok=True)
    write(path_of(locale), updated(locale, found))
    left = [message.id for message in read(locale) if message.id and not any(message.string or ())]
    sys.stdout.write(f"{locale}: {len(found)} messages, {len(left)} to translate\n")
    sys.stdout.writelines(f"  {message}\n" for message in left)
