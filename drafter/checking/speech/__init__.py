"""Rules that look over a speech; pure functions over values, no file is opened."""
