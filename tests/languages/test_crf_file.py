"""The weights of a CRF are read from the file that CRFsuite wrote."""

import random
from importlib.resources import files
from pathlib import Path

import pycrfsuite
import pytest

from musnad.errors import LanguageDataError
from musnad.languages.crf_file import read_crf


def _trained(folder: Path) -> bytes:
    trainer = pycrfsuite.Trainer(verbose=False)
    trainer.set_params({"max_iterations": 20})
    for _ in range(3):
        trainer.append([["capital", "long", "first"], ["small"], ["capital", "second"]], ["B", "O", "C"])
        trainer.append([["small"], ["small", "long"], ["capital", "last"]], ["O", "O", "B"])
    trainer.train(str(folder / "tiny.crfsuite"))
    return (folder / "tiny.crfsuite").read_bytes()


def test_weights_are_those_that_crfsuite_tells(tmp_path: Path) -> None:
    model = _trained(tmp_path)
    tagger = pycrfsuite.Tagger()
    tagger.open_inmemory(model)
    told = tagger.info().state_features
    read = read_crf(model, "tiny.crfsuite")
    assert list(read.labels) == tagger.labels()
    assert set(read.vectors) == {feature for feature, _ in told}
    for feature, vector in read.vectors.items():
        base = told.get((feature, read.labels[0]), 0.0)
        differences = [told.get((feature, label), 0.0) - base for label in read.labels[1:]]
        assert vector == pytest.approx(differences, abs=1e-5)
    steps = tagger.info().transitions
    told_steps = {(read.labels[one], read.labels[other]): weight for (one, other), weight in read.transitions.items()}
    assert told_steps == pytest.approx(steps, abs=1e-5)
    assert steps


def test_summed_weights_tag_as_the_features_do() -> None:
    model = files("musnad.languages.ar").joinpath("models", "names.crfsuite").read_bytes()
    read = read_crf(model, "names.crfsuite")
    plain, summed = pycrfsuite.Tagger(), pycrfsuite.Tagger()
    plain.open_inmemory(model)
    summed.open_inmemory(read.summed)
    features = sorted(read.vectors)
    drawn = random.Random(1)
    items = [drawn.sample(features, 30) for _ in range(60)]
    sums = [[sum(each) for each in zip(*(read.vectors[name] for name in item), strict=True)] for item in items]
    plain_labels = plain.tag(items)
    assert summed.tag([dict(zip(read.carriers, scores, strict=True)) for scores in sums]) == plain_labels
    assert len(set(plain_labels)) > 2
    for label in read.labels:
        for place in range(len(items)):
            assert summed.marginal(label, place) == pytest.approx(plain.marginal(label, place), abs=1e-12)


@pytest.mark.parametrize("broken", [b"", b"lCRF", b"PK" + bytes(60)])
def test_a_file_that_is_no_model_is_named(broken: bytes) -> None:
    with pytest.raises(LanguageDataError, match=r"names\.crfsuite"):
        read_crf(broken, "names.crfsuite")
