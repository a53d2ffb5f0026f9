"""Tests that a headline's claim is tied to the claim of the body that it repeats, and to no other."""

from claim_words import claims_in

HEADLINE = "مدير الميناء: ثلاث سفن غرقت ليلا قرب الساحل"
REPEATED = "قال مدير الميناء يوسف كامل إن ثلاث سفن تجارية غرقت ليلا قرب الساحل الشمالي."
OTHER = "وقالت الوزيرة مريم سعيد إن العيادة الجديدة ستفتح أبوابها مطلع الشهر."


def repeats(*lines: str) -> list[str | None]:
    """Return, for each headline claim, the content of the claim that it repeats."""
    found = claims_in("\n".join(lines), headline=True)
    by_id = {words.claim.id: words.content for words in found}
    return [by_id[words.claim.repeats] if words.claim.repeats else None for words in found if words.claim.in_headline]


def test_headline_repeats_the_claim_of_the_body() -> None:
    assert repeats(HEADLINE, OTHER, REPEATED) == ["إن ثلاث سفن تجارية غرقت ليلا قرب الساحل الشمالي"]


def test_headline_on_something_else_repeats_nothing() -> None:
    assert repeats(HEADLINE, OTHER) == [None]


def test_denial_does_not_repeat_what_it_denies() -> None:
    assert repeats(HEADLINE, "ونفى خفر السواحل غرق ثلاث سفن ليلا قرب الساحل.") == [None]


def test_of_two_claims_that_say_it_the_same_speaker_counts_more() -> None:
    told = "وقال صياد إن ثلاث سفن غرقت ليلا قرب الساحل."
    assert repeats(HEADLINE, told, REPEATED) == ["إن ثلاث سفن تجارية غرقت ليلا قرب الساحل الشمالي"]


def test_claims_of_the_body_repeat_nothing() -> None:
    found = claims_in("\n".join((HEADLINE, REPEATED)), headline=True)
    assert [words.claim.repeats for words in found if not words.claim.in_headline] == [None]
