"""The phrasebank as a whole: its layers, its cache, what is written into it and looked for."""
