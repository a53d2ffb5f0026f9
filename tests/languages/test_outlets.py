"""Tests that the outlet lexicon is sound as a whole and that a broken entry is reported with its place."""

import re
from collections import Counter, defaultdict
from pathlib import Path

import pytest

from musnad.errors import LanguageDataError
from musnad.languages.ar import outlets
from musnad.languages.ar.outlets import GENDERS, KINDS, NUMBERS, Outlet, load_outlet_heads, load_outlets
from musnad.text import fold_word

ARAB = frozenset(
    {
        "SA",
        "AE",
        "KW",
        "QA",
        "BH",
        "OM",
        "YE",
        "IQ",
        "SY",
        "LB",
        "JO",
        "PS",
        "EG",
        "SD",
        "LY",
        "TN",
        "DZ",
        "MA",
        "MR",
        "SO",
        "DJ",
    }
)
ABROAD = frozenset(
    {
        "US",
        "GB",
        "FR",
        "DE",
        "ES",
        "IT",
        "IL",
        "IR",
        "TR",
        "RU",
        "CN",
        "JP",
        "KR",
        "KP",
        "IN",
        "PK",
        "NG",
        "KE",
        "ZA",
        "BR",
        "MX",
        "AR",
    }
)
ENTRY = """
[[outlet]]
id = "al-masaa"
name = "Al-Masaa"
kind = "newspaper"
country = "EG"
domains = ["almasaa.example"]
gender = "f"
ambiguous = true
arabic = ["المساء"]
"""
HEAD = """
[[head]]
forms = ["صحيفة"]
gender = "f"
number = "s"
group = false
"""


def folded(name: str) -> tuple[str, ...]:
    return tuple(fold_word(word) for word in name.split())


def by_name() -> dict[tuple[str, ...], list[Outlet]]:
    named = defaultdict(list)
    for outlet in load_outlets():
        for name in outlet.arabic:
            named[folded(name)].append(outlet)
    return named


def test_holds_outlets_of_every_kind_and_many_countries() -> None:
    found = load_outlets()
    assert len(found) >= 700
    assert {outlet.kind for outlet in found} == KINDS
    assert {outlet.country for outlet in found} >= ARAB | ABROAD


@pytest.mark.parametrize("field", ["id", "name"])
def test_no_two_outlets_share_an_id_or_a_name(field: str) -> None:
    counted = Counter(getattr(outlet, field).lower() for outlet in load_outlets())
    assert [value for value, count in counted.items() if count > 1] == []


def test_no_two_outlets_share_a_domain() -> None:
    counted = Counter(domain for outlet in load_outlets() for domain in outlet.domains)
    assert [domain for domain, count in counted.items() if count > 1] == []


def test_only_bare_ambiguous_names_are_shared() -> None:
    shared = {name: found for name, found in by_name().items() if len(found) > 1}
    wrong = {
        name: [outlet.id for outlet in found]
        for name, found in shared.items()
        if len(name) > 1 or not all(outlet.ambiguous for outlet in found)
    }
    assert wrong == {}


def test_no_outlet_lists_a_name_twice() -> None:
    for outlet in load_outlets():
        names = [folded(name) for name in outlet.arabic]
        assert len(names) == len(set(names)), outlet.id


@pytest.mark.parametrize("outlet", load_outlets(), ids=lambda outlet: outlet.id)
def test_fields_have_their_shape(outlet: Outlet) -> None:
    assert re.fullmatch(r"[A-Z]{2}", outlet.country)
    assert outlet.kind in KINDS
    assert outlet.gender in GENDERS
    assert outlet.arabic
    for domain in outlet.domains:
        assert re.fullmatch(r"(?:[a-z0-9-]+\.)+[a-z]{2,}", domain), domain
        assert not domain.startswith("www."), domain
    for name in outlet.arabic:
        assert name == " ".join(name.split())
        assert all(folded(name))


@pytest.mark.parametrize(
    ("written", "outlet_id"),
    [
        ("رويترز", "reuters"),
        ("وكالة الصحافة الفرنسية", "afp"),
        ("أ ف ب", "afp"),
        ("بلومبيرغ", "bloomberg"),
        ("اسوشيتد برس", "associated-press"),
        ("واس", "spa"),
        ("صحيفة الشرق الأوسط", "asharq-al-awsat"),
        ("صحيفة الوطن السورية", "al-watan-syria"),
        ("فرانس24", "france-24"),
        ("سي أن أن", "cnn"),
        ("هاارتس", "haaretz"),
    ],
)
def test_names_lead_to_their_outlet(written: str, outlet_id: str) -> None:
    assert [outlet.id for outlet in by_name()[folded(written)]] == [outlet_id]


@pytest.mark.parametrize(
    "word",
    ["الحياة", "الوطن", "النهار", "الأيام", "الشرق", "الرأي", "الغد", "العرب", "القدس", "الرياض", "بنا"],
)
def test_common_words_count_only_as_ambiguous_names(word: str) -> None:
    found = by_name()[folded(word)]
    assert found
    assert all(outlet.ambiguous for outlet in found)


@pytest.mark.parametrize("phrase", ["الشرق الأوسط", "المصري اليوم", "روسيا اليوم", "بغداد اليوم", "مصر العربية"])
def test_ordinary_phrases_are_listed_with_their_noun_only(phrase: str) -> None:
    assert folded(phrase) not in by_name()


def test_heads_cover_single_outlets_pairs_and_groups() -> None:
    heads = {fold_word(form): head for head in load_outlet_heads() for form in head.forms}
    assert {head.number for head in heads.values()} == NUMBERS
    assert (heads[fold_word("موقع")].gender, heads[fold_word("موقع")].group) == ("m", False)
    assert heads["صحيفتا"].number == "d"
    assert heads["وسايل"].group
    assert sum(len(head.forms) for head in load_outlet_heads()) == len(heads)


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ('kind = "newspaper"', 'kind = "paper"', "kind 'paper'"),
        ('country = "EG"', 'country = "egypt"', "country 'egypt'"),
        ('["almasaa.example"]', '["https://almasaa.example/"]', "https://almasaa.example/"),
        ("ambiguous = true", 'ambiguous = "yes"', "ambiguous"),
        ('arabic = ["المساء"]', "arabic = []", "arabic"),
        ('gender = "f"', "", "gender"),
        ('gender = "f"', 'gander = "f"', "gander"),
    ],
)
def test_broken_outlet_is_named(old: str, new: str, told: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    use_file(ENTRY.replace(old, new), tmp_path, monkeypatch)
    with pytest.raises(LanguageDataError, match=r"outlets\.toml, outlet 1 \(al-masaa\)") as caught:
        load_outlets.__wrapped__()
    assert told in str(caught.value)


def test_broken_head_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    use_file(HEAD.replace('"s"', '"many"'), tmp_path, monkeypatch)
    with pytest.raises(LanguageDataError, match=r"outlets\.toml, head 1 \(صحيفة\): number 'many'"):
        load_outlet_heads.__wrapped__()


def test_file_that_is_not_toml_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    use_file("[[outlet]", tmp_path, monkeypatch)
    with pytest.raises(LanguageDataError, match=r"outlets\.toml cannot be read"):
        load_outlets.__wrapped__()


def test_file_without_outlets_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    use_file(HEAD, tmp_path, monkeypatch)
    with pytest.raises(LanguageDataError, match=r"outlets\.toml has no \[\[outlet\]\] entry"):
        load_outlets.__wrapped__()


def use_file(text: str, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "outlets.toml").write_text(text, encoding="utf-8")
    monkeypatch.setattr(outlets, "files", lambda package: folder)
