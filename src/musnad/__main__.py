"""Runs the command line as `python -m musnad`."""

from musnad.cli import main

main()
