"""Quotations: where their marks open and close, which are somebody's words, and answers of interviews."""
