"""Reading French and English: cleaning, normalisation, language, sentences, tokens, numbers, dates."""
