"""Shallow grammar that several layers share: word classes, phrases and clauses, and who is speaking."""
