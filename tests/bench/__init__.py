"""Speed, as ratios of whole processes in one run: ours against the parser alone, or against a peer."""
