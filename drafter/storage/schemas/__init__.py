"""JSON Schemas of the files that users own, for their editors."""
