"""Rules that look over a phrasebank; pure functions over values, no file is opened."""
