"""Reads dates and times of day by a language's grammar of time; blind to the language itself."""
