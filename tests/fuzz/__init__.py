"""Pages of real ones, changed at random, through all of the package: `make fuzz MINUTES=number SEED=number`."""
