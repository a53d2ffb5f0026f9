"""The learned gate: how probable it is that two reports are about one happening, by their features."""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import numpy as np
import numpy.typing as npt

from musnad.errors import LanguageDataError
from musnad.stories.features import NAMES, Matrix
from musnad.stories.neighbours import STANDING

COLUMNS = (*NAMES, *STANDING)
_HEADED = COLUMNS.index("headed")


@dataclass(frozen=True, slots=True)
class Model:
    """A logistic model: a weight for each of COLUMNS, and a triangular matrix for their squares and products."""

    weights: npt.NDArray[np.float64]
    products: npt.NDArray[np.float64]
    intercept: float

    def evidence(self, features: Matrix) -> npt.NDArray[np.float64]:
        """Return the logit of the probability for each row of features."""
        return np.asarray(((features @ self.products + self.weights) * features).sum(axis=1) + self.intercept)


@dataclass(frozen=True, slots=True)
class Gate:
    """Two models: `headed` for two reports with headlines, `other` for those of which one or both have none.

    Groups join at an average probability of `join` and more. Pairs under `keep` are forgotten.
    """

    headed: Model
    other: Model
    keep: float
    join: float

    def probabilities(self, features: Matrix) -> npt.NDArray[np.float64]:
        """Return the probability for each row of features."""
        total = np.empty(len(features))
        headed = features[:, _HEADED] > 0
        total[headed] = self.headed.evidence(features[headed])
        total[~headed] = self.other.evidence(features[~headed])
        return np.asarray(1 / (1 + np.exp(-np.clip(total, -50, 50))))


@cache
def load_gate() -> Gate:
    """Return the shipped gate; raise LanguageDataError where gate.toml is broken."""
    return parse_gate(files(__package__).joinpath("gate.toml").read_text(encoding="utf-8"))


def parse_gate(written: str) -> Gate:
    """Return the gate that the text of a gate.toml holds; raise LanguageDataError where it is broken."""
    try:
        table = tomllib.loads(written)
        models = _parse_model(table["headed"]), _parse_model(table["other"])
        return Gate(*models, float(table["keep"]), float(table["join"]))
    except (tomllib.TOMLDecodeError, AttributeError, KeyError, TypeError, ValueError) as error:
        raise LanguageDataError(f"stories/gate.toml is broken: {error}; training/train_stories.py writes it") from error


def _parse_model(table: dict[str, Any]) -> Model:
    weights = np.zeros(len(COLUMNS))
    products = np.zeros((len(COLUMNS), len(COLUMNS)))
    for name, weight in table["weights"].items():
        weights[COLUMNS.index(name)] = float(weight)
    for one, row in table.get("products", {}).items():
        for other, weight in row.items():
            products[COLUMNS.index(one), COLUMNS.index(other)] = float(weight)
    return Model(weights, products, float(table["intercept"]))
