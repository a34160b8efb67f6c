"""Fits the table of the judge from corpora with gold text."""
