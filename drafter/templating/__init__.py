"""Templates: questions, and the sandbox their bodies run in."""
