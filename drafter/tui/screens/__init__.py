"""Screens: the start, the wizard, and dialogs that answer with a value."""
