"""Names in several reports become entities: what is one, what is two, what a person is asked, and how it is undone."""

import random
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from marked import marked_report

from musnad.entities import merge_entities, resolve_entities
from musnad.model import Article, Entity, MentionKind, MergeVerdict

ENVOY = "أعلن [T المبعوث الخاص] [P {}] في [L/SY حمص] أن [O لجنة الممرات] ستجتمع مع [P ليلى الشاهين] غدا."


def entities_of(*written: str) -> list[Entity]:
    return list(merge_entities(map(marked_report, written))[2])


def groups_of(*written: str, kind: MentionKind = MentionKind.PERSON) -> list[set[str]]:
    return [set(entity.names) for entity in entities_of(*written) if entity.kind is kind]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("مازن البريك", "مازن ألبريك"),
        ("مازن البريك", "الدكتور مازن البريك"),
        ("عبد الله بن زهير المنسي", "عبدالله بن زهير المنسي"),
        ("ستيفان غرابوفسكي", "ستيفان جرابوفسكي"),
        ("نور الدين الخطاف", "نورالدين الخطاف"),
        ("سالم بن ناصر الدهان", "سالم الدهان"),
        ("Mazen al-Breik", "مازن البريك"),
        ("Abdullah Dahhan", "عبد الله الدهان"),
    ],
)
def test_spellings_of_one_name_in_one_affair_are_one_person(one: str, other: str) -> None:
    assert {one, other} in groups_of(ENVOY.format(one), ENVOY.format(other))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("حسن البريك", "حسين البريك"),
        ("سلمان المنسي", "سليمان المنسي"),
        ("مازن الشمري", "مازن الشمراني"),
        ("مازن البريك", "رياض البريك"),
        ("أبو زهير المنسي", "أبو ناصر المنسي"),
    ],
)
def test_names_of_two_persons_stay_two_even_in_one_affair(one: str, other: str) -> None:
    assert {one, other} not in groups_of(ENVOY.format(one), ENVOY.format(other))


def test_a_family_name_joins_the_person_of_the_same_affair() -> None:
    assert {"مازن البريك", "البريك"} in groups_of(ENVOY.format("مازن البريك"), ENVOY.format("البريك"))


def test_a_country_goes_by_the_name_that_most_use() -> None:
    written = ["زار الوفد [C/RU روسيا].", "عاد الوفد من [C/RU روسيا].", "نشأ في [C/RU الاتحاد السوفيتي السابق]."]
    assert [entity.label for entity in entities_of(*written)] == ["روسيا"]


def test_a_family_name_alone_does_not_join_a_person_of_another_affair() -> None:
    player = "سجل [T لاعب الوسط] [P البريك] هدفين في ملعب [L/TN صفاقس] أمام [O نادي الأشرعة]."
    assert {"البريك"} in groups_of(ENVOY.format("مازن البريك"), player)


def test_one_common_name_with_other_titles_and_other_places_is_no_merge() -> None:
    coach = "قال [T مدرب الحراس] [P خالد الدهان] إن [O نادي الأشرعة] سيسافر إلى [L/TN صفاقس]."
    _, merges, entities = merge_entities(map(marked_report, (ENVOY.format("خالد الدهان"), coach)))
    assert sum(entity.kind is MentionKind.PERSON and entity.label == "خالد الدهان" for entity in entities) == 2
    assert {merge.verdict for merge in merges} <= {MergeVerdict.ASK, MergeVerdict.SEPARATE}


def test_a_father_named_without_bin_is_a_question_where_nothing_else_speaks_for_it() -> None:
    prince = "استقبل [P محمد بن سلمان] وفدا في [L/SA الرياض]."
    farmer = "باع [P محمد سلمان] محصوله في [L/EG أسوان]."
    _, merges, _ = merge_entities(map(marked_report, (prince, farmer)))
    assert [merge.verdict for merge in merges if merge.verdict is MergeVerdict.MERGED] == []


def test_a_nom_de_guerre_is_another_person_until_a_text_says_whose_it_is() -> None:
    reports = (
        "قال [P أبو محمد الجولاني] إن [O هيئة تحرير الشام] باقية في [L/SY إدلب].",
        "قال [P أحمد الشرع] إن [O هيئة تحرير الشام] باقية في [L/SY إدلب].",
    )
    assert {"أبو محمد الجولاني", "أحمد الشرع"} not in groups_of(*reports)
    told = "ظهر [P أحمد الشرع] المعروف ب[P أبو محمد الجولاني] في [L/SY إدلب] مع [O هيئة تحرير الشام]."
    assert {"أبو محمد الجولاني", "أحمد الشرع"} in groups_of(*reports, told)


def test_ministries_of_two_countries_are_two() -> None:
    found = groups_of(
        "قالت [G/SY وزارة الدفاع السورية] إن الجسر سليم.",
        "قالت [G/IQ وزارة الدفاع العراقية] إن الجسر سليم.",
        "نفت [G/SY وزارة الدفاع السورية] ذلك.",
        kind=MentionKind.GOVERNMENT_BODY,
    )
    assert sorted(map(len, found)) == [1, 1]


def test_a_ministry_without_a_country_is_that_of_the_country_in_view() -> None:
    found = groups_of(
        "قالت [G/SY وزارة الدفاع السورية] إن الجسر سليم.",
        "قالت [G وزارة الدفاع] إن [C/SY سوريا] تحرس الجسر في [L/SY حمص].",
        "قالت [G وزارة الدفاع] إن [C/IQ العراق] يحرس الجسر في [L/IQ الموصل].",
        kind=MentionKind.GOVERNMENT_BODY,
    )
    assert {"وزارة الدفاع السورية", "وزارة الدفاع"} in found
    assert {"وزارة الدفاع"} in found


def test_a_weapon_is_known_by_its_designation_however_it_is_spaced() -> None:
    found = groups_of("عرض [W قدس-351] أمس.", "ظهر [W قدس 351] مجددا.", kind=MentionKind.WEAPON)
    assert found == [{"قدس-351", "قدس 351"}]


def test_a_country_has_its_iso_code() -> None:
    (country,) = entities_of("زار الوفد [C/LB لبنان].", "عاد الوفد من [C/LB لبنان].")
    assert country.external == (("iso3166", "LB"),)


def test_a_merge_tells_its_reasons() -> None:
    merges = merge_entities(map(marked_report, (ENVOY.format("مازن البريك"), ENVOY.format("الدكتور مازن البريك"))))[1]
    reasons = [merge.reasons for merge in merges if "the same name" in merge.reasons]
    assert any("both are called" in reason for told in reasons for reason in told)


# -- judgements ----------------------------------------------------------------------------------


def test_a_judgement_undoes_a_merge_and_taking_it_back_redoes_it() -> None:
    reports = [marked_report(ENVOY.format(name)) for name in ("مازن البريك", "الدكتور مازن البريك", "مازن ألبريك")]
    namings, merges, entities = merge_entities(reports)
    persons = [naming.id for naming in namings if naming.name.endswith("بريك")]
    one = next(entity for entity in entities if persons[0] in entity.namings)
    assert set(persons) <= set(one.namings)
    _, undone, parted = resolve_entities(namings, merges, {(persons[0], persons[1]): False})
    holders = [{entity.id for entity in parted if id in entity.namings} for id in persons]
    assert holders[0] != holders[1]
    assert any("a person judged them to be two" in merge.reasons for merge in undone)
    assert resolve_entities(namings, undone)[2] == entities


def test_a_judgement_joins_what_no_rule_would() -> None:
    reports = [marked_report(ENVOY.format(name)) for name in ("مازن البريك", "صقر الجرود")]
    namings, merges, _ = merge_entities(reports)
    pair = tuple(naming.id for naming in namings if naming.name in {"مازن البريك", "صقر الجرود"})
    entities = resolve_entities(namings, merges, {(pair[0], pair[1]): True})[2]
    assert any(set(pair) <= set(entity.namings) for entity in entities)


def test_a_report_without_an_article_names_nothing() -> None:
    broken = replace(marked_report("صمت."), article=None, mentions=())
    assert merge_entities([broken]) == ((), (), ())


def test_a_report_in_a_language_that_is_not_read_names_nothing() -> None:
    report = marked_report(ENVOY.format("مازن البريك"))
    foreign = replace(report, article=Article("Nothing.", "xx", has_headline=False))
    assert merge_entities([foreign])[0] == ()


def test_of_reports_with_one_id_the_first_counts() -> None:
    report = marked_report(ENVOY.format("مازن البريك"))
    assert merge_entities([report, replace(report, mentions=())]) == merge_entities([report])


# -- properties ----------------------------------------------------------------------------------

NAMES = ("مازن البريك", "البريك", "الدكتور مازن البريك", "رياض البريك", "مازن بن علي البريك", "خالد الدهان", "أبو زهير")
SCENES = (
    ENVOY,
    "قال [P {}] إن [G وزارة الدفاع] تدرس الأمر في [L/TN صفاقس].",
    "فاز [T المدرب] [P {}] مع [O نادي الأشرعة].",
)


@settings(max_examples=25, deadline=None)
@given(
    st.lists(st.tuples(st.sampled_from(NAMES), st.sampled_from(SCENES)), min_size=2, max_size=7, unique=True),
    st.integers(0, 1000),
)
def test_the_entities_are_the_same_whatever_the_order_of_reports(told: list[tuple[str, str]], seed: int) -> None:
    reports = [marked_report(scene.format(name)) for name, scene in told]
    shuffled = random.Random(seed).sample(reports, len(reports))
    assert merge_entities(shuffled) == merge_entities(reports)


@settings(max_examples=25, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(NAMES), st.sampled_from(SCENES)), min_size=1, max_size=6, unique=True))
def test_every_naming_is_in_one_entity(told: list[tuple[str, str]]) -> None:
    namings, _, entities = merge_entities(marked_report(scene.format(name)) for name, scene in told)
    assert sorted(id for entity in entities for id in entity.namings) == sorted(naming.id for naming in namings)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("وزارة المالية", "وزارة التعليم"),
        ("البنك المركزي الكندي", "البنك المركزي الياباني"),
        ("المنظمة الدولية", "المجموعة الدولية"),
        ("نادي الأشرعة السعودي", "النادي السعودي"),
    ],
)
def test_bodies_that_share_no_more_than_a_noun_or_an_adjective_are_two(one: str, other: str) -> None:
    told = "ذكر [G {}] في بيان أن [C/SA السعودية] و[P ليلى الشاهين] مدعوتان."
    found = groups_of(told.format(one), told.format(other), kind=MentionKind.GOVERNMENT_BODY)
    assert {one, other} not in found


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("شركة الأشرعة", "الأشرعة"),
        ("وزارة الشؤون المدنية", "وزارة الشئون المدنية"),
        ("صحيفة «النورس»", 'صحيفة "النورس"'),
    ],
)
def test_bodies_that_differ_in_a_dropped_noun_a_mark_or_a_spelling_are_one(one: str, other: str) -> None:
    told = "ذكرت [O {}] في بيان أن [C/SA السعودية] و[P ليلى الشاهين] مدعوتان."
    assert {one, other} in groups_of(told.format(one), told.format(other), kind=MentionKind.ORGANISATION)


def test_an_equal_name_is_surer_than_a_longer_one_that_fits_hardly_better() -> None:
    # A word taken for a name makes the longer one; the equal names must not part over it.
    found = groups_of(
        ENVOY.format("مازن البريك الساطع"),
        "قال [P مازن البريك] إن [O هيئة الأنفاق] و[O مجلس الملاحة] تنتظران في [L/SY حمص].",
        "ينتظر [T المبعوث الخاص] [P مازن البريك] رد [O هيئة الأنفاق]. اليوم",
        ENVOY.format("مازن البريك"),
    )
    assert sum("مازن البريك" in names for names in found) == 1


@pytest.mark.parametrize("day", ["غدا", "قريبا", "لاحقا", "بعد أسبوع"])
def test_a_body_is_found_by_any_of_the_forms_that_its_report_uses(day: str) -> None:
    several = marked_report(f"قالت [G/SY الحكومة السورية] إنها، أي [G/SY حكومة الوزير مازن السورية]، ستجتمع {day}.")
    first, second = several.mentions
    several = replace(several, mentions=(first, replace(second, refers_to=first.span)))
    others = [marked_report(f"أعلنت [G/SY الحكومة السورية] قرارها {when}.") for when in ("اليوم", "أمس")]
    assert [len(entity.namings) for entity in merge_entities([several, *others])[2]] == [3]
