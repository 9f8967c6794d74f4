"""Names: their normal forms, and what is generally known to bear them."""
