"""A small trained tagger for people and places in French, asked where the rules cannot tell; optional."""
