"""How much the checker finds, and how often it is wrong: an open benchmark.

Defects and harmless edits are planted in published pairs of pages that were in parity, the checker is run as anyone
would run it, and what it newly reports is compared with what was planted. Nothing here imports the checker.
``python -m tests.accuracy FOLDER`` prints the tables; ``--help`` names the options.
"""
