"""`python -m declutter.cli`."""

from declutter.cli import main

main()
