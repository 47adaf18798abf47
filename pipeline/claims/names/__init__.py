"""Names: what the phrases of a sentence name, and whom the text has named so far.

In go a parsed sentence, the entities table and what earlier sentences left behind; out come names (an entity's id
or the noun phrase as written) for phrases, pronouns and descriptions. Nothing here knows what a number measures.
"""
