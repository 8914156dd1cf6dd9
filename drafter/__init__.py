"""Drafting of office-work meeting speeches from phrases mined out of real ones."""

__version__ = "0.4.0"
