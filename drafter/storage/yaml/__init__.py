"""YAML as this program reads and writes it: text stays text, every value knows its line."""
