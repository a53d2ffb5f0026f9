"""Tests where, when and through what something is said to have been said, and that it is no part of the source."""

import pytest
from claim_words import ClaimWords, claims_in, only_claim

from musnad.model import CircumstanceKind

MEDIUM, TIME, VENUE = CircumstanceKind.MEDIUM, CircumstanceKind.TIME, CircumstanceKind.VENUE
REST = "إن الأرصفة الجديدة ستفتح أمام السفن قبل الشتاء."


def told(words: ClaimWords) -> list[tuple[CircumstanceKind, str]]:
    return [(found.kind, found.span.of(words.text)) for found in words.claim.circumstances]


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("قال مدير الميناء يوسف كامل في بيان", [(MEDIUM, "في بيان")]),
        ("قال مدير الميناء يوسف كامل في مؤتمر صحفي", [(MEDIUM, "في مؤتمر صحفي")]),
        ("قال مدير الميناء يوسف كامل الأحد", [(TIME, "الأحد")]),
        ("قال مدير الميناء يوسف كامل في بيان مساء الأحد", [(MEDIUM, "في بيان"), (TIME, "مساء الأحد")]),
        ("قال مدير الميناء يوسف كامل في وقت سابق", [(TIME, "في وقت سابق")]),
        ("قال مدير الميناء يوسف كامل في بيروت", [(VENUE, "في بيروت")]),
        ("قال مدير الميناء يوسف كامل خلال اجتماع", [(VENUE, "خلال اجتماع")]),
        ("قال مدير الميناء يوسف كامل", []),
    ],
)
def test_circumstances_between_speaker_and_words(said: str, expected: list[tuple[CircumstanceKind, str]]) -> None:
    words = only_claim(f"{said} {REST}")
    assert told(words) == expected
    assert words.sources == ["مدير الميناء يوسف كامل"]


def test_circumstances_before_the_verb() -> None:
    words = only_claim(f"وفي تغريدة على حسابه في تويتر، قال مدير الميناء يوسف كامل {REST}")
    assert told(words) == [(MEDIUM, "في تغريدة على حسابه في تويتر")]


def test_circumstances_of_a_left_out_speaker() -> None:
    words = claims_in(f"قال مدير الميناء يوسف كامل {REST}\nوأضاف في كلمة أن العمل مستمر.")[-1]
    assert told(words) == [(MEDIUM, "في كلمة")]


def test_statement_of_a_ministry_is_its_medium() -> None:
    words = only_claim("بحسب بيان لوزارة النقل، سيفتح الجسر القديم أمام الشاحنات الأسبوع المقبل.")
    assert told(words) == [(MEDIUM, "بيان")]


@pytest.mark.parametrize(
    ("account", "platform"),
    [
        ("على حسابه في تويتر", "twitter"),
        ("عبر حسابه الرسمي على فيسبوك", "facebook"),
        ("عبر حسابه على «إنستغرام»", "instagram"),
        ("على قناته في تيليغرام", "telegram"),
    ],
)
def test_account_is_a_medium_with_its_platform(account: str, platform: str) -> None:
    words = only_claim(f"كتب مدير الميناء يوسف كامل {account} «سنفتح الأرصفة الجديدة أمام السفن قبل الشتاء».")
    (medium,) = words.claim.circumstances
    assert (medium.kind, medium.platform) == (MEDIUM, platform)
    assert medium.account is not None
    assert medium.account.of(words.text) == account.split(" ", 1)[1]


def test_place_in_the_content_is_no_circumstance() -> None:
    words = only_claim("قال مدير الميناء يوسف كامل إن السفن ستعود إلى العمل في بيروت مساء الأحد.")
    assert words.claim.circumstances == ()


def test_narrative_before_the_verb_is_no_circumstance() -> None:
    words = claims_in(f"بعد يومين من عاصفة ضربت الساحل في تونس وأغرقت قاربين، قال مدير الميناء يوسف كامل {REST}")[-1]
    assert told(words) == []


def test_place_of_the_clause_before_is_no_circumstance() -> None:
    words = claims_in("غرقت سفينة في تونس، وأكد مدير الميناء يوسف كامل أن الأرصفة جاهزة.")[-1]
    assert told(words) == []


def test_month_in_two_names_is_one_time() -> None:
    words = only_claim(f"قال مدير الميناء يوسف كامل في مارس/ آذار 2019 {REST}")
    assert told(words) == [(TIME, "في مارس/ آذار 2019")]
