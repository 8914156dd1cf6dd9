"""One phrase file: entries read out of it, and changed where they stand."""
