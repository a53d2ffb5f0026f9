"""Every kind of doers conflicts in its example and not in its counterexample, nor with whom a deed is done to."""

import pytest
from read_reports import compare

from musnad.errors import LanguageDataError
from musnad.languages import LANGUAGES
from musnad.languages.agreement import DoerKind
from musnad.languages.ar import doers
from musnad.model import Agreement, Slot

KINDS = LANGUAGES["ar"].agreement.doers

every_kind = pytest.mark.parametrize("kind", KINDS, ids=[kind.name for kind in KINDS])


@every_kind
def test_the_example_conflicts_in_who_did_it(kind: DoerKind) -> None:
    found = compare(*kind.example)
    assert (found.agreement, found.slot) == (Agreement.CONFLICT, Slot.ACTOR), found.reasons


@every_kind
def test_the_counterexample_does_not(kind: DoerKind) -> None:
    found = compare(*kind.counterexample)
    assert found.agreement is not Agreement.CONFLICT, found.reasons


@every_kind
def test_what_a_kind_may_be_is_a_kind(kind: DoerKind) -> None:
    assert kind.meets <= {each.name for each in KINDS}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("خطف مسلحون ثلاثة طلاب من كلية الزراعة في مدينة الخليج", "خطف ثلاثة طلاب من كلية الزراعة في مدينة الخليج"),
        ("الجنود قتلهم مسلحون قرب سد الينابيع", "قتل مسلحون الجنود قرب سد الينابيع"),
        ("دعمت الحكومة مزارعي الزيتون في سهل الحديقة", "دعم متطوعون مزارعي الزيتون في سهل الحديقة"),
        ("سلمت شركة الصقر الجيش ست عربات مصفحة", "تسلم الجيش ست عربات مصفحة من شركة الصقر"),
    ],
    ids=["passive", "object before the verb", "done by many", "giver and taker"],
)
def test_one_doer_or_many_do_not_conflict(one: str, other: str) -> None:
    found = compare(one, other)
    assert found.agreement is not Agreement.CONFLICT, found.reasons


def test_a_broken_kind_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    table = {"doer": [{"name": "ghosts"}], "by_many": {"senses": []}, "some_of": {"nouns": []}}
    monkeypatch.setattr(doers, "read_toml", lambda _: table)
    with pytest.raises(LanguageDataError, match=r"doers\.toml, doer 1 'ghosts'"):
        doers.load_doers(lambda _: ())
