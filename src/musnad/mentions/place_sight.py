"""Tells the places among ordinary words that places are called by as well: مدينة الحي, and not سكان الحي."""

from collections.abc import Sequence

from musnad.languages.gazetteer import Support
from musnad.mentions.place_names import PlaceName
from musnad.mentions.place_words import PlaceWords
from musnad.mentions.places import gather_evidence
from musnad.model import PlaceKind


class Sight:
    """What a report speaks of beside the names that are ordinary words, or names of persons, too.

    Such a word is a place where a noun says which kind it is (مدينة), where it is said to lie in another, where an
    adjective says in which country, there or elsewhere in the report, or where the report speaks of its country
    otherwise. A noun that tells no kind (سكان) and a preposition (قرب) stand before ordinary words as well.
    """

    def __init__(
        self, names: Sequence[Sequence[PlaceName]], demonyms: Sequence[str], home: str | None, words: PlaceWords
    ) -> None:
        """Take in the place names of all sentences, the adjectives of nationality and the outlet's country."""
        doubtful = words.gazetteer.doubtful
        self._words = words
        self._told = frozenset(
            name.form for line in names for name in line if name.kinds or name.country or name.within is not None
        )
        sure = [[name for name in line if name.form not in doubtful or name.form in self._told] for line in names]
        self._evidence = gather_evidence(sure, demonyms, home, words)

    def tells(self, name: PlaceName) -> bool:
        """Tell whether the report lets the name be a place."""
        if name.form not in self._words.gazetteer.doubtful or name.form in self._told:
            return True
        # A province that a preposition is enough for is named alone more often than its word is meant: في الجوف.
        is_province = self._words.gazetteer.support(name.form) is Support.PREPOSITION
        return any(
            place.kind is PlaceKind.COUNTRY
            or not place.countries
            or (is_province and place.kind is PlaceKind.GOVERNORATE)
            or any(self._evidence.counts.get(country) for country in place.countries)
            for place in self._words.places(name.form)
        )
