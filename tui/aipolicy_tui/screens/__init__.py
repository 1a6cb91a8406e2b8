"""What the reader works in: the reading screen, the chooser, the plain view."""
