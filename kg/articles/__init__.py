"""Readers: one module for each form that articles come in."""
