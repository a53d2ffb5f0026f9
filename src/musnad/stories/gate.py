"""The learned gate: how probable it is that two reports are about one happening, by their features."""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import numpy as np
import numpy.typing as npt

from musnad.errors import LanguageDataError
from musnad.stories.features import NAMES, Matrix
from musnad.stories.neighbours import STANDING

COLUMNS = (*NAMES, *STANDING)
PRODUCTS = tuple((one, other) for at, one in enumerate(COLUMNS) for other in COLUMNS[at:])
"""What is weighed besides the features: their squares, and the products of two."""


@dataclass(frozen=True, slots=True)
class Gate:
    """A logistic model: a weight for each of COLUMNS, and a triangular matrix of weights for PRODUCTS.

    Groups join at an average probability of `join` and more. Pairs under `keep` are forgotten.
    """

    weights: npt.NDArray[np.float64]
    products: npt.NDArray[np.float64]
    intercept: float
    keep: float
    join: float

    def probabilities(self, features: Matrix) -> npt.NDArray[np.float64]:
        """Return the probability for each row of features."""
        total = ((features @ self.products + self.weights) * features).sum(axis=1) + self.intercept
        return np.asarray(1 / (1 + np.exp(-np.clip(total, -50, 50))))


@cache
def load_gate() -> Gate:
    """Return the shipped gate; raise LanguageDataError where gate.toml is broken."""
    return parse_gate(files(__package__).joinpath("gate.toml").read_text(encoding="utf-8"))


def parse_gate(written: str) -> Gate:
    """Return the gate that the text of a gate.toml holds; raise LanguageDataError where it is broken."""
    try:
        table = tomllib.loads(written)
        weights, products = table["weights"], table["products"]
        if set(weights) != set(COLUMNS):
            raise ValueError(f"it must weigh {', '.join(COLUMNS)}, and weighs {', '.join(weights)}")
        matrix = np.zeros((len(COLUMNS), len(COLUMNS)))
        for one, row in products.items():
            for other, weight in row.items():
                matrix[COLUMNS.index(one), COLUMNS.index(other)] = float(weight)
        ordered = np.array([float(weights[name]) for name in COLUMNS])
        return Gate(ordered, matrix, float(table["intercept"]), float(table["keep"]), float(table["join"]))
    except (tomllib.TOMLDecodeError, AttributeError, KeyError, TypeError, ValueError) as error:
        raise LanguageDataError(f"stories/gate.toml is broken: {error}; training/train_stories.py writes it") from error
