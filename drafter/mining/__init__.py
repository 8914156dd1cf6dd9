"""From texts to structure and phrases; opens no file."""
