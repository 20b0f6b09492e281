"""`python -m tests.pairs`: write down anew what is told of each pair. Read the difference before you commit it."""

from __future__ import annotations

import json

from tests.pairs import PAIRS, TOLD, findings, told

if __name__ == "__main__":
    everything = {name: told(findings(case)) for name, case in PAIRS.items()}
    TOLD.write_text(json.dumps(everything, ensure_ascii=False, indent=0) + "\n", "utf-8")
