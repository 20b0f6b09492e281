"""The published site: the HTML that readers get, whatever made it."""
