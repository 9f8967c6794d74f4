"""The grammar of English noun phrases and verb forms in a spaCy parse: phrases, coordination, possession, voice."""
