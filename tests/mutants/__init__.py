"""Whether the tests notice small changes of the code that decides what is told: see `make mutants`."""
