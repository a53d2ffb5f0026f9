"""Which state المملكة is, by the report and its outlet."""

import pytest
from mention_words import mentions_of

from musnad.languages import LANGUAGES
from musnad.mentions import find_mentions
from musnad.model import Article, MentionKind
from musnad.model.article import Found


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("أعلن المغرب الخطة أمس. وتبدأ المملكة العمل غدا.", "MA"),
        ("وقالت السعودية إنها بدأت. وستواصل المملكة العمل.", "SA"),
        ("وزار وفد عماني بيروت. وتدعم السلطنة المشروع.", "OM"),
    ],
)
def test_a_realm_is_the_one_that_the_report_speaks_of(text: str, country: str) -> None:
    found = [mention for mention in mentions_of(text) if mention.rule == "description"]
    assert [(mention.kind, mention.country) for mention in found] == [(MentionKind.COUNTRY, country)]


def test_a_realm_of_a_report_that_names_two_is_left_open() -> None:
    found = mentions_of("زار وفد من المغرب الأردن أمس. وتدرس المملكة الخطة.")
    assert [mention for mention in found if mention.rule == "description"] == []


def test_a_realm_of_a_report_that_names_none_is_its_outlet_s() -> None:
    outlet = Found("spa.gov.sa", "stated")
    article = Article(text="وقالت المملكة إنها بدأت.", language="ar", has_headline=False, outlet=outlet)
    mentions, _ = find_mentions(article, LANGUAGES["ar"])
    assert [mention.country for mention in mentions if mention.kind is MentionKind.COUNTRY] == ["SA"]
