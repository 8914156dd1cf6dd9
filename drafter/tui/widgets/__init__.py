"""Widgets that know nothing of speeches."""
