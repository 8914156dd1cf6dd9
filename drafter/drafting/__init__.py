"""From a spec, a template and a phrasebank to an outline."""
