"""Mining of whole archives: a map over documents, whatever runs it, and one merge."""
