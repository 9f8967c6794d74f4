"""The command line: `kg VERB`. What a verb needs is imported inside it, so that `kg --help` is quick."""

from kg.cli.app import main

__all__ = ["main"]
