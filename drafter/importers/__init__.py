"""From a file that someone edited back to the nodes of an outline."""
