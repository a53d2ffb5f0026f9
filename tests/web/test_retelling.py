"""Reasons are told in the language of the page, whatever names they hold."""

import re

import pytest

from musnad.comparing import compare_reports
from musnad.export.independence import source_branches
from musnad.export.retelling import retell_nodes, retell_words
from musnad.web.languages import tongue
from musnad.web.reasons import retell_text
from store_reports import demo_reports

LATIN = re.compile("[A-Za-z]")


@pytest.mark.parametrize(
    ("english", "arabic"),
    [
        ("3 pages, 1 text apart from copies", "3 صفحات، يبقى بعد إسقاط المنقول حرفيًّا نصّ واحد"),
        ("12 pages print one text: counted once", "12 صفحة على نصّ واحد: تُعدّ مرة واحدة"),
        ("goes back to نادر and سليم", "ينتهي إلى نادر وسليم"),
        (
            "says the same: 65% and 100% of the words are shared, one side tells more: a number, a time, a place or "
            "further words",
            "يقولان الشيء نفسه: 65% من ألفاظ الأول و100% من ألفاظ الثاني مشتركة، "
            "أحد الطرفين يزيد: عددًا أو زمنًا أو مكانًا أو ألفاظًا",
        ),
        (
            "says the opposite: one side accuses of it whom the other side clears, both tell of الجسر، السدّ",
            "يقولان النقيض: أحد الطرفين يتّهم به من يبرّئه الآخر، كلاهما يذكر الجسر، السدّ",
        ),
        ("one side denies what stands right before", "أحد الطرفين ينفي ما رُوي قبله مباشرة"),
        ("a reason that nobody has translated", "a reason that nobody has translated"),
    ],
)
def test_a_reason_is_told_in_arabic(english: str, arabic: str) -> None:
    assert retell_words("ar", english) == arabic


@pytest.mark.parametrize(
    ("reason", "arabic", "english"),
    [
        ("both of EG", "كلاهما من مصر", "both of Egypt"),
        ("of two countries, EG and SY", "من بلدين: مصر وسوريا", "of two countries, Egypt and Syria"),
        ("the report speaks of SY", "يدور التقرير حول سوريا", "the report speaks of Syria"),
        ("entry harbour-guard", "مدخل واحد في المعجم", "one entry of the lexicon"),
    ],
)
def test_reasons_of_merges_name_countries(reason: str, arabic: str, english: str) -> None:
    assert retell_text(tongue("ar"), reason) == arabic
    assert retell_text(tongue("en"), reason) == english


def test_every_source_of_the_demonstration_that_has_no_name_is_called_in_arabic() -> None:
    dossier = compare_reports(demo_reports())
    sides = [side for each in dossier.propositions for side in (each.affirmed, each.denied)]
    labels = {node.label for side in sides for node in retell_nodes("ar", side).graph.nodes}
    assert labels
    assert not {label for label in labels if LATIN.search(label)}


def test_a_reason_stays_as_it_is_in_english() -> None:
    assert retell_words("en", "nobody says so") == "nobody says so"


def test_every_reason_of_the_demonstration_is_told_in_arabic() -> None:
    dossier = compare_reports(demo_reports())
    sides = [side for each in dossier.propositions for side in (each.affirmed, each.denied)]
    told = {reason for each in dossier.propositions for reason in each.reasons}
    told |= {reason for each in dossier.contradictions for reason in each.reasons}
    told |= {reason for side in sides for reason in (*side.reasons, *side.credibility_reasons)}
    told |= {flag.reason for side in sides for flag in side.flags}
    told |= {about for side in sides for _, _, about in source_branches(side) if about}
    left = {reason for reason in told if LATIN.search(retell_words("ar", reason))}
    assert told
    assert not left
