"""Specs: read, checked against their template, changed, written."""
