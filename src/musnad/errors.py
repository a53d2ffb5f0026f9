"""Every exception that Musnad raises for a user's or a programmer's fault; a bad page gives a Problem instead."""


class MusnadError(Exception):
    """The root of the tree.

    MusnadError
    ├── UsageError          what was asked cannot be done as asked: a missing path, an unreadable date
    │   └── GoldError, QueryError, ExportError   no gold folder; no query; words to export that are not the text's
    └── LanguageDataError   a rule or lexicon file of a language pack is broken
    """


class UsageError(MusnadError):
    """What was asked cannot be done as asked; the message says what to change."""


class GoldError(UsageError):
    """A folder given as gold holds no gold articles or a broken one."""


class QueryError(UsageError):
    """A search query cannot be read; the message says where it fails and what to write."""


class ExportError(UsageError):
    """What would be exported is not what the text says, or a format lacks its library; the message says which."""


class LanguageDataError(MusnadError):
    """A rule or lexicon file of a language pack is broken; the message names the file and the entry."""
