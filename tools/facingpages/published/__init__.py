"""Published sites: the HTML that readers get, whatever made it."""
