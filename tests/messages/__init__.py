"""The messages of the command, extracted from its code into its catalogs."""
