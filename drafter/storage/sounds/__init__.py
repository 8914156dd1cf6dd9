"""How texts sound, so that they are found by pinyin."""
