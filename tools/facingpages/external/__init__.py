"""Links to other sites: asked over the network, gently, and only where that is wanted."""
