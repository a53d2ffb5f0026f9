"""Every exception that Musnad raises for a user's or a programmer's fault; a bad page gives a Problem instead."""


class MusnadError(Exception):
    """The root of the tree.

    MusnadError
    ├── UsageError          what was asked cannot be done as asked: a missing path, an unreadable date
    │   └── GoldError       a gold folder that is not one: no articles, a broken file
    └── LanguageDataError   a rule or lexicon file of a language pack is broken
    """


class UsageError(MusnadError):
    """What was asked cannot be done as asked; the message says what to change."""


class GoldError(UsageError):
    """A folder given as gold holds no gold articles or a broken one."""


class LanguageDataError(MusnadError):
    """A rule or lexicon file of a language pack is broken; the message names the file and the entry."""
