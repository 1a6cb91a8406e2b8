"""Date expressions of French and English texts: where they stand, what they say, and which days that is."""
