"""The calls of other extractors, answered by declutter: change the import and keep the script."""
