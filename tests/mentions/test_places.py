"""Place names are found with what they may mean: sizes, countries, containing places and directions weigh."""

import math
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from mention_words import mentions_of

from musnad.model import Mention, MentionKind, PlaceKind

_WHERE = frozenset({MentionKind.PLACE, MentionKind.COUNTRY, MentionKind.FACILITY})


def places_of(text: str) -> list[tuple[str, Mention]]:
    return [(m.span.of(text), m) for m in mentions_of(text) if m.candidates]


def place(text: str, words: str) -> Mention:
    return next(mention for found, mention in places_of(text) if found == words)


def found(text: str) -> list[str]:
    return [words for words, _ in places_of(text)]


# -- which name it is ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "words", "country"),
    [
        ("عقد اللقاء في طرابلس بحضور وفد من ليبيا.", "طرابلس", "LY"),
        ("عقد اللقاء في طرابلس بحضور وفد من لبنان وآخر من بيروت.", "طرابلس", "LB"),
        ("شهدت مدينة طرابلس اللبنانية هدوءا أمس.", "طرابلس", "LB"),
        ("عاد الوفد إلى العاصمة الأردنية عمان مساء.", "عمان", "JO"),
        ("أغلقت المدارس في القنيطرة جنوب سوريا.", "القنيطرة", "SY"),
        ("أغلقت المدارس في القنيطرة قرب الرباط في المغرب.", "القنيطرة", "MA"),
        ("وصل المراقبون إلى محافظة البيضاء في اليمن.", "البيضاء", "YE"),
        ("وصل المراقبون إلى مدينة البيضاء شرق ليبيا.", "البيضاء", "LY"),
    ],
)
def test_the_report_tells_which_of_two_places_is_meant(text: str, words: str, country: str) -> None:
    mention = place(text, words)
    assert mention.candidates[0].country == country
    assert mention.country == country


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("تجددت المعارك في محافظة حلب.", PlaceKind.GOVERNORATE),
        ("تجددت المعارك في مدينة حلب.", PlaceKind.CITY),
        ("تجددت المعارك في حلب.", PlaceKind.CITY),
    ],
)
def test_the_noun_before_tells_the_kind(text: str, kind: PlaceKind) -> None:
    assert place(text, "حلب").candidates[0].kind is kind


def test_both_meanings_stay_candidates() -> None:
    assert {one.country for one in place("عقد اللقاء في طرابلس.", "طرابلس").candidates} == {"LY", "LB"}


def test_a_small_place_of_a_country_out_of_sight_is_not_counted_to_it() -> None:
    text = "قالت الشرطة في تونس إن حريقا شب في سوق الخميس بمدينة الحمامات بتونس، ونقل الجرحى إلى سوسة وصفاقس."
    mention = place(text, "سوق الخميس")
    assert mention.country is None
    assert mention.confidence < 0.5


# -- which words are a name ----------------------------------------------------------------------


def test_clitics_stay_outside() -> None:
    assert found("توجه بالحافلة لحلب وإدلب ثم للرقة.") == ["حلب", "إدلب", "لرقة"]


def test_a_word_is_no_place_without_a_noun_of_place() -> None:
    assert found("نشرت الصحيفة صور الحفل.") == []
    assert found("وقع الحادث في بلدة صور جنوب لبنان.")[0] == "صور"


def test_an_adjective_after_a_definite_noun_is_no_place() -> None:
    assert "الشرقية" not in found("أغلق الجيش الحدود الشرقية للبلاد.")


def test_a_list_of_places_goes_on() -> None:
    assert found("انقطعت الكهرباء في سرت والبيضاء ودرنة.") == ["سرت", "البيضاء", "درنة"]


def test_after_a_place_the_conjunction_is_cut() -> None:
    assert found("فروع الشركة في الرياض وجدة والدمام.") == ["الرياض", "جدة", "الدمام"]


def test_a_place_named_with_its_noun_once_is_believed_after_a_preposition() -> None:
    text = "سيطرت القوات على مدينة الباب شمال سوريا. وقال السكان إن الهدوء عاد إلى الباب ليلا."
    assert found(text).count("الباب") == 2


def test_an_ordinary_word_is_a_place_where_its_kind_or_its_country_is_told() -> None:
    assert found("قال أحد سكان الحي إن شوارع الحي مغلقة منذ يومين.") == []
    assert found("رأى صاحب متجر قرب الصومعة خمس شاحنات أمام الباب.") == []
    assert found("عقدت لجنة من مجلس الشيوخ جلسة ثانية مساء.") == []
    assert found("شب حريق في مدينة الحي، وعاد سكان الحي صباحا.") == ["الحي", "الحي"]
    assert "الباب" in found("وصلت القافلة إلى الباب بعد حلب في سوريا.")


# -- shapes --------------------------------------------------------------------------------------


def test_a_border_has_both_countries() -> None:
    for text in (
        "انتشر الجنود على الحدود السورية العراقية أمس.",
        "انتشر الجنود على الحدود بين سوريا والعراق أمس.",
        "انتشر الجنود على حدود العراق مع سوريا أمس.",
    ):
        shape = next(mention for _, mention in places_of(text) if mention.rule == "place-border")
        [border] = shape.candidates
        assert border.id == "border:IQ-SY"
        assert 32 < border.latitude < 38
        assert 38 < border.longitude < 43


def test_a_bearing_moves_the_place() -> None:
    shape = place("سقطت قذيفة شمال غرب حلب.", "شمال غرب حلب")
    city = place("سقطت قذيفة شمال غرب حلب.", "حلب")
    assert shape.candidates[0].kind is PlaceKind.BEARING
    assert shape.candidates[0].latitude > city.candidates[0].latitude
    assert shape.candidates[0].longitude < city.candidates[0].longitude
    assert shape.country == "SY"


def test_a_distance_and_a_bearing_tell_the_point() -> None:
    text = "تقع القاعدة على بعد 30 كيلومترا جنوب بغداد."
    shape = place(text, "على بعد 30 كيلومترا جنوب بغداد")
    city = place(text, "بغداد").candidates[0]
    moved_km = (city.latitude - shape.candidates[0].latitude) * 111.2
    assert moved_km == pytest.approx(30, abs=0.5)
    assert shape.candidates[0].longitude == pytest.approx(city.longitude, abs=0.01)


def test_a_distance_alone_is_a_circle() -> None:
    text = "سمع الدوي على بعد نحو 40 كلم من دمشق."
    shape = place(text, "على بعد نحو 40 كلم من دمشق")
    assert shape.candidates[0].radius_km > 40
    assert shape.candidates[0].latitude == place(text, "دمشق").candidates[0].latitude


def test_the_north_of_a_country_lies_in_it() -> None:
    shape = place("هطلت الأمطار في شمال العراق.", "شمال العراق").candidates[0]
    assert 34 < shape.latitude < 37


def test_a_hinterland_has_a_side() -> None:
    text = "عادت العائلات إلى ريف إدلب الجنوبي."
    shape = place(text, "ريف إدلب الجنوبي").candidates[0]
    assert shape.latitude < place(text, "إدلب").candidates[0].latitude


# -- properties ----------------------------------------------------------------------------------

NAMES = ["طرابلس", "القنيطرة", "عمان", "القدس", "المنصورة", "سوسة", "الجوف", "حلب", "باريس", "النيل الأزرق"]
OTHERS = ["ليبيا", "بيروت", "المغرب", "مسقط", "اليمن", "موسكو", "البحر الأحمر", "كندا", "دارفور", "السعودية"]


@given(st.lists(st.sampled_from(NAMES), min_size=1, max_size=4), st.lists(st.sampled_from(OTHERS), max_size=3))
@settings(max_examples=40, deadline=None)
def test_scores_sum_to_one_and_fall(names: list[str], others: list[str]) -> None:
    text = "زار الوفد " + " ثم ".join(["", *names, *others]).removeprefix(" ثم ") + " أمس."
    for _, mention in places_of(text):
        scores = [candidate.score for candidate in mention.candidates]
        assert math.isclose(sum(scores), 1.0, abs_tol=1e-9)
        assert all(above >= below > 0 for above, below in pairwise(scores))


@given(st.sampled_from(NAMES), st.lists(st.sampled_from(OTHERS), min_size=1, max_size=4))
@settings(max_examples=40, deadline=None)
def test_another_place_never_removes_a_candidate(name: str, others: list[str]) -> None:
    alone = {one.id for one in place(f"عقد اللقاء في {name} أمس.", name).candidates}
    text = f"عقد اللقاء في {name} أمس. وحضرت وفود من " + " ومن ".join(others) + "."
    assert {one.id for one in place(text, name).candidates} == alone


def test_the_same_text_gives_the_same_candidates() -> None:
    text = "عقد اللقاء في طرابلس بحضور وفد من لبنان وآخر من ليبيا، شمال غرب حلب."
    assert mentions_of(text) == mentions_of(text)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("أغلقت الطرق في ريف حلب الشمالي", "ريف حلب الشمالي"),
        ("أغلقت الطرق على الحدود التركية السورية", "الحدود التركية السورية"),
    ],
)
def test_a_shape_may_end_its_text(text: str, words: str) -> None:
    assert words in found(text)
