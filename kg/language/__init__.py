"""The language model and the clean-up of text before it."""

from kg.language.nlp import generator_name, load_model, parse, parse_all

__all__ = ["generator_name", "load_model", "parse", "parse_all"]
