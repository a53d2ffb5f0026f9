"""Tells where a word is cut by the trained weights: adds up what its letters, head and tail speak for a cut."""

from collections.abc import Mapping
from functools import lru_cache

from musnad.languages.crf_file import CrfWeights

WINDOW = 4
_CACHED_PAIRS = 4096
_CACHED_SIZES = 256
_LABELS = ("B", "I")


class CutScores:
    """The cuts of words by the CRF of `letter_features`, whose some 25 features a letter CRFsuite would look up.

    What pairs of letters, heads and tails speak for a cut is added up once; few longer runs of letters have a weight.
    """

    def __init__(self, weights: CrfWeights) -> None:
        """Take the weights; raise ValueError where they know other labels than B, a segment begins, and I."""
        if set(weights.labels) != set(_LABELS):
            raise ValueError(f"the clitic weights have the labels {', '.join(weights.labels)}, not B and I")
        begins = weights.labels.index("B")
        sign = -1.0 if begins == 0 else 1.0
        self._weights = {name: sign * vector[0] for name, vector in weights.vectors.items()}
        self._steps = _steps(weights.transitions, begins)
        self._runs = _runs(self._weights)
        self._heads = _by_letters(self._weights, ("P0", "P1", "P2", "P3"))
        self._tails = _by_letters(self._weights, ("E4", "E3", "E2", "E1"))
        self._openings = _by_letters(self._weights, ("S",))
        self._endings = _by_letters(self._weights, ("T",))
        self._pair = lru_cache(maxsize=_CACHED_PAIRS)(self._score_pair)
        self._size = lru_cache(maxsize=_CACHED_SIZES)(self._score_size)

    def starts(self, word: str) -> list[int]:
        """Return the places at which the segments of the word begin, the first among them."""
        scores = self.of(word)
        begin_begin, begin_inside, inside_begin, inside_inside = self._steps
        begin, inside = scores[0], 0.0
        ways = []
        for score in scores[1:]:
            to_begin, from_begin = begin + begin_begin, inside + inside_begin
            to_inside, from_inside = begin + begin_inside, inside + inside_inside
            ways.append((to_inside >= from_inside, to_begin >= from_begin))
            begin = score + (to_begin if to_begin >= from_begin else from_begin)
            inside = to_inside if to_inside >= from_inside else from_inside
        found = []
        begins = begin >= inside
        for place in range(len(scores) - 1, 0, -1):
            if begins:
                found.append(place)
            begins = ways[place - 1][begins]
        return [0, *reversed(found)]

    def of(self, word: str) -> list[float]:
        """Return how much more speaks for a segment's beginning at each letter than against it."""
        padded = "^" * WINDOW + word + "$" * WINDOW
        size = len(word)
        pairs = [self._pair(padded[place : place + 2]) for place in range(size + 7)]
        scores = [
            a[0] + b[1] + c[2] + d[3] + e[4] + f[5] + edge
            for a, b, c, d, e, f, edge in zip(
                pairs, pairs[2:], pairs[3:], pairs[4:], pairs[6:], pairs[7:], self._size(size), strict=False
            )
        ]
        self._add_edges(scores, word, padded)
        self._add_runs(scores, padded)
        return scores

    def _add_edges(self, scores: list[float], word: str, padded: str) -> None:
        """Add what the word as a whole, its first and its last letters speak for a cut at each place."""
        size = len(scores)
        whole = self._weights.get("w" + word) if size < 7 else None
        if whole is not None:
            scores[:] = [score + whole for score in scores]
        head = self._heads.get(padded[WINDOW : 2 * WINDOW])
        if head is not None:
            for place in range(size):
                scores[place] += head[place if place < 3 else 3]
        tail = self._tails.get(word[-WINDOW:])
        if tail is not None:
            for left in range(1, size + 1):
                scores[-left] += tail[-left if left < 4 else 0]
        openings, endings = self._openings, self._endings
        for place in (1, 2, 3) if size > 3 else range(1, size):
            opening, ending = openings.get(word[:place]), endings.get(word[-place:])
            if opening is not None:
                scores[place] += opening[0]
            if ending is not None:
                scores[-place] += ending[0]
        # The whole of a short word is an ending too.
        if size < 4 and word in endings:
            scores[0] += endings[word][0]

    def _add_runs(self, scores: list[float], padded: str) -> None:
        """Add what runs of three to five letters speak for a cut; `padded` has four marks before the word."""
        size = len(scores)
        runs = self._runs
        for place in range(-3, size):
            begun = padded[place + 4 : place + 7]
            if begun in runs:
                for run in (begun, padded[place + 4 : place + 8], padded[place + 4 : place + 9]):
                    for at, weight in runs.get(run, ()):
                        if 0 <= place + at < size:
                            scores[place + at] += weight

    def _sum(self, *features: str) -> float:
        weights = self._weights
        return sum([weights[feature] for feature in features if feature in weights])

    def _score_pair(self, pair: str) -> tuple[float, ...]:
        """Return what two letters speak for a cut: four and two behind the first, before each, two and three before."""
        one, two = pair[0], pair[1]
        return (
            self._sum(f"-4{one}", f"-3{two}"),
            self._sum(f"-2{one}", f"-1{two}"),
            self._sum("b" + pair),
            self._sum(f"0{one}", f"1{two}", "n" + pair),
            self._sum(f"2{one}", f"3{two}"),
            self._sum(f"4{two}"),
        )

    def _score_size(self, size: int) -> tuple[float, ...]:
        return tuple(
            self._sum(
                *(f"p{min(place, 5)}", f"e{min(size - place, 5)}", f"Z{min(size, 9)}{min(place, 4)}"),
                *(["S"] if place in {0, *range(4, size)} else []),
                *(["T"] if size - place > 3 else []),
                *(["w"] if size > 6 else []),
            )
            for place in range(size)
        )


# The names of the features of runs of letters, and how far behind the run's first letter the letter stands that they
# are features of.
_RUN_PLACES = {"l": 2, "t": 1, "r": 0, "L": 3, "R": 0, "F": 0}


def _runs(weights: Mapping[str, float]) -> dict[str, list[tuple[int, float]]]:
    """Return whose weights each run of letters has, and the weights; the first three letters of a run are there too."""
    found: dict[str, list[tuple[int, float]]] = {}
    for name, weight in weights.items():
        if name[0] in _RUN_PLACES:
            found.setdefault(name[1:4], [])
            found.setdefault(name[1:], []).append((_RUN_PLACES[name[0]], weight))
    return found


def _by_letters(weights: Mapping[str, float], names: tuple[str, ...]) -> dict[str, tuple[float, ...]]:
    """Return the weights of a word's first or last letters by these, one for each name of a feature."""
    found = {name[len(kind) :] for name in weights for kind in names if name.startswith(kind) and name != kind}
    return {letters: tuple(weights.get(kind + letters, 0.0) for kind in names) for letters in found}


def _steps(transitions: Mapping[tuple[int, int], float], begins: int) -> tuple[float, float, float, float]:
    inside = 1 - begins
    first, second, third, fourth = (
        transitions.get(pair, 0.0) for pair in ((begins, begins), (begins, inside), (inside, begins), (inside, inside))
    )
    return first, second, third, fourth
