"""The language model and the clean-up of text before it."""
