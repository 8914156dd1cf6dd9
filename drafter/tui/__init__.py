"""The wizard: from a blank page to an outline, full screen, with the keyboard alone."""
