"""Tests that the lexicon of bodies is sound, knows what news names, and reports a broken entry with its place."""

from collections import Counter

import pytest

from musnad.errors import LanguageDataError
from musnad.languages import LANGUAGES
from musnad.languages.ar.bodies import parse_bodies
from musnad.languages.lexicon import BodyForm
from musnad.model import MentionKind
from musnad.text import tokenize

BODIES = LANGUAGES["ar"].lexicons.bodies
ENTRIES = {form.body.id: form.body for form in BODIES.values()}
GROUP = """
[[group]]
kind = "armed_group"
entries = '''
River Guard; RG | XX | - | حرس النهر; ?الحرس
Reed Battalion | XX | River Guard | كتيبة القصب
'''
"""


def look_up(written: str) -> BodyForm | None:
    return BODIES.get(tuple(token.folded for token in tokenize(written, 0, len(written))))


def test_there_are_hundreds_of_every_kind() -> None:
    counted = Counter(body.kind for body in ENTRIES.values())
    assert counted[MentionKind.ARMED_GROUP] >= 120
    assert counted[MentionKind.GOVERNMENT_BODY] >= 150
    assert counted[MentionKind.ORGANISATION] >= 200
    assert sum(counted.values()) >= 600


def test_every_form_is_what_a_text_makes_of_it() -> None:
    for words in BODIES:
        written = " ".join(words)
        assert words == tuple(token.folded for token in tokenize(written, 0, len(written))), words


def test_parents_are_entries_and_make_no_circle() -> None:
    for body in ENTRIES.values():
        seen = {body.id}
        parent = body.parent
        while parent is not None:
            assert parent not in seen, body.id
            seen.add(parent)
            parent = ENTRIES[parent].parent


@pytest.mark.parametrize(
    ("written", "body_id", "country", "parent"),
    [
        ("كتائب حزب الله", "kataib-hezbollah", "IQ", "popular-mobilisation-forces"),
        ("الحرس الثوري الإيراني", "islamic-revolutionary-guard-corps", "IR", None),
        ("فيلق القدس", "irgc-quds-force", "IR", "islamic-revolutionary-guard-corps"),
        ("IRGC", "islamic-revolutionary-guard-corps", "IR", None),
        ("Hezbollah", "hezbollah", "LB", None),
        ("جماعة أنصار الله", "houthis", "YE", None),
        ("حماس", "hamas", "PS", None),
        ("سرايا القدس", "al-quds-brigades", "PS", "palestinian-islamic-jihad"),
        ("قسد", "syrian-democratic-forces", "SY", None),
        ("وحدات حماية الشعب", "peoples-protection-units", "SY", "syrian-democratic-forces"),
        ("قوات الدعم السريع", "rapid-support-forces", "SD", None),
        ("مجلس الأمن الدولي", "un-security-council", None, "united-nations"),
        ("البنتاغون", "united-states-department-of-defense", "US", None),
    ],
)
def test_names_lead_to_their_body(written: str, body_id: str, country: str | None, parent: str | None) -> None:
    found = look_up(written)
    assert found is not None
    assert (found.body.id, found.body.country, found.body.parent) == (body_id, country, parent)
    assert not found.is_ambiguous


@pytest.mark.parametrize("word", ["الشباب", "القاعدة", "أمل", "النهضة", "الشرعية", "التحالف", "فتح", "الاحتلال"])
def test_ordinary_words_are_ambiguous(word: str) -> None:
    found = look_up(word)
    assert found is not None
    assert found.is_ambiguous


def test_a_parent_in_the_same_file_is_found() -> None:
    found = parse_bodies(GROUP)
    assert found["كتيبه", "القصب"].body.parent == "river-guard"
    assert found["rg",].body.names == ("River Guard", "RG")
    assert found["الحرس",].is_ambiguous


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ('"armed_group"', '"place"', "kind must be one of"),
        ('"armed_group"', '"army"', "'army'"),
        ("| River Guard |", "| Lake Guard |", "'Lake Guard' is no entry"),
        ("Reed Battalion | XX |", "Reed Battalion | Ruritania |", "'Ruritania'"),
        ("كتيبة القصب", "حرس النهر", "is taken by river-guard"),
        ("kind", "kinds", "unknown key kinds"),
        ("كتيبة القصب", "", "4 fields"),
    ],
)
def test_a_broken_entry_is_named(old: str, new: str, told: str) -> None:
    with pytest.raises(LanguageDataError, match=r"languages/ar/bodies\.toml") as raised:
        parse_bodies(GROUP.replace(old, new))
    assert told in str(raised.value)
