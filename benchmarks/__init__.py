"""How declutter and its peers are measured: corpora, metrics, runs, plots."""
