"""Commands; the one place where errors are told."""
