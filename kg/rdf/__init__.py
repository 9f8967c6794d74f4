"""The graph as RDF: vocabulary, codec, store, shapes."""
