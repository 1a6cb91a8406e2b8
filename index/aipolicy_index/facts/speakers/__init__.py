"""Who says a quotation: named before it, inside it, after it, or carried on from the quotation before."""
