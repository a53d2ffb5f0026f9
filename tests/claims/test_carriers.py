"""Tests through whom a claim comes besides its own words: page credits, inherited carriers, outlets in one spelling."""

import pytest
from claim_words import claims_in, only_claim

from musnad.claims import trace_claims
from musnad.languages import LANGUAGES
from musnad.model import Article, Claim, Credit, Found, LinkBasis, LinkKind, Span

TEXT = "قال مدير الميناء يوسف كامل إن الأرصفة جاهزة.\nوأضاف أن السفن ستعود قبل الشتاء."
REUTERS = Credit("(رويترز) -", "رويترز", entry="reuters")
RELAYED = "نقلت وكالة رويترز عن مدير الميناء يوسف كامل قوله إن الأرصفة جاهزة."


def credited(*credits: Credit, outlet: str | None = None, text: str = TEXT) -> list[Claim]:
    found = Found(outlet, "stated") if outlet else None
    claims, _ = trace_claims(Article(text, "ar", False, outlet=found, credits=credits), LANGUAGES["ar"])
    return list(claims)


def test_page_credit_is_the_outermost_carrier_of_every_claim() -> None:
    claims = credited(REUTERS)
    assert len(claims) == 2
    for claim in claims:
        carrier, *rest = claim.resolved_chain
        assert (carrier.kind, carrier.entry, carrier.basis) == (LinkKind.OUTLET, "reuters", LinkBasis.CREDITED)
        assert tuple(rest) == claim.chain.links


def test_credit_stays_out_of_the_literal_chain() -> None:
    assert [claim.chain for claim in credited(REUTERS)] == [claim.chain for claim in credited()]


def test_page_that_credits_itself_is_no_carrier() -> None:
    assert [claim.carriers for claim in credited(REUTERS, outlet="Reuters")] == [(), ()]


def test_outlet_that_the_claim_names_is_not_put_before_it_again() -> None:
    claims = credited(REUTERS, text="ذكرت وكالة رويترز أن السفن ستعود قبل الشتاء.")
    assert [claim.carriers for claim in claims] == [()]


def test_several_credits_leave_open_which_outlet_carries() -> None:
    claims = credited(REUTERS, Credit("وكالات", "وكالات", is_group=True))
    assert [(link.kind, link.entry) for link in claims[0].carriers] == [(LinkKind.OUTLET_GROUP, None)]


def test_credit_in_the_text_is_pointed_to() -> None:
    text = TEXT + "\n(رويترز)"
    at = text.index("رويترز")
    claims = credited(Credit("(رويترز)", "رويترز", span=Span(at, at + 6), entry="reuters"), text=text)
    assert claims[0].carriers[0].source == Span(at, at + 6)


@pytest.mark.parametrize("gap", [" ", "\n"])
def test_left_out_speaker_brings_the_carrier_through_which_he_came_in(gap: str) -> None:
    text = f"{RELAYED}{gap}وأضاف أن السفن ستعود قبل الشتاء."
    later = claims_in(text)[-1]
    assert len(later.links) == 1
    (carrier,) = later.claim.carriers
    assert (carrier.entry, carrier.basis) == ("reuters", LinkBasis.INHERITED)
    assert carrier.resolved is not None
    assert carrier.resolved.of(text) == "وكالة رويترز"
    assert (carrier.source, carrier.cue) == (None, None)


def test_definite_speaker_brings_the_carrier_too_and_hands_it_on() -> None:
    text = f"{RELAYED}\nوقال كامل إن الرافعات تعمل.\nوأضاف أن السفن ستعود قبل الشتاء."
    assert [[link.entry for link in words.claim.carriers] for words in claims_in(text)] == [
        [],
        ["reuters"],
        ["reuters"],
    ]


def test_new_speaker_brings_no_carrier() -> None:
    text = f"{RELAYED}\nوقالت الوزيرة مريم سعيد إن العيادة جاهزة."
    assert claims_in(text)[-1].claim.carriers == ()


@pytest.mark.parametrize(
    "name", ["رويترز", "وكالة رويترز للأنباء", "وكالة «رويترز»", "وكالة أنباء رويترز", "Reuters", "رويتر"]
)
def test_outlet_has_one_id_in_every_spelling(name: str) -> None:
    words = only_claim(f"ذكرت {name} أن السفن ستعود إلى الميناء قبل الشتاء.")
    assert words.origin.entry == "reuters"


@pytest.mark.parametrize("listener", ["لرويترز", "لوكالة «رويترز»", "لوكالة رويترز"])
def test_outlet_spoken_to_has_its_id(listener: str) -> None:
    words = only_claim(f"قال مدير الميناء يوسف كامل {listener} إن السفن ستعود قبل الشتاء.")
    assert words.links[0].entry == "reuters"


@pytest.mark.parametrize(
    ("before", "noun", "entry"),
    [
        ("ذكرت وكالة رويترز أن الميناء فتح أبوابه، ونشرت صحيفة الحياة صوره.", "الوكالة", "reuters"),
        ("ذكرت وكالة رويترز أن الميناء فتح أبوابه، ونشرت صحيفة الحياة صوره.", "الصحيفة", "al-hayat"),
        ("ذكرت رويترز أن الميناء فتح أبوابه. وأكدت فرانس برس أن السفن عادت.", "الوكالة", "afp"),
    ],
)
def test_definite_noun_means_the_last_outlet_of_its_kind(before: str, noun: str, entry: str) -> None:
    origin = claims_in(f"{before}\nوقالت {noun} إن الرافعات تعمل.")[-1].origin
    assert origin.entry == entry
    assert origin.resolved is not None


def test_definite_noun_means_an_outlet_that_no_lexicon_knows() -> None:
    words = claims_in("ذكرت صحيفة مرفأ السهل أن السفن عادت.\nوقالت الصحيفة إن الرافعات تعمل.")[-1]
    assert (words.resolved, words.origin.entry) == ("صحيفة مرفأ السهل", None)


def test_definite_noun_of_another_kind_stays_open() -> None:
    words = claims_in("ذكرت وكالة رويترز أن السفن عادت.\nوقالت المجلة إن الرافعات تعمل.")[-1]
    assert words.origin.resolved is None


def test_dateline_of_the_mother_house_carries_to_its_arabic_page() -> None:
    article = Article(
        TEXT, "ar", False, outlet=Found("arabic.cnn.com", "domain"), credits=(Credit("(CNN)", "CNN", entry="cnn"),)
    )
    claims, _ = trace_claims(article, LANGUAGES["ar"])
    assert [link.entry for link in claims[0].carriers] == ["cnn"]
