"""Builds a knowledge graph from news about armed conflict."""
