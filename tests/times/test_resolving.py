"""Tests of what surrounds the table: publication dates, spans, anchors, parts, and what is no time."""

import itertools
from datetime import datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st
from time_words import PUBLISHED, read, times_in

from musnad.languages import LANGUAGES
from musnad.model import Anchor, Article, Grain, ProblemCode, Span, TimePart, TimeRelation
from musnad.times import resolve_times

RELATIVE = "غادر الوفد أمس، ويعود الأسبوع المقبل في 3 مارس 2019."


def test_without_a_publication_date_relative_times_stay_unresolved_and_say_so_once() -> None:
    times, problems = read(RELATIVE, published=None)
    assert [time.resolved for time in times] == [False, False, True]
    assert [problem.code for problem in problems] == [ProblemCode.TIMES_WITHOUT_DATE]
    assert problems[0].message.startswith("2 relative times")


def test_with_a_publication_date_there_is_no_problem() -> None:
    assert read(RELATIVE, published=PUBLISHED)[1] == ()


def test_a_text_of_whole_dates_alone_needs_no_publication_date() -> None:
    assert read("انعقد في 3 مارس 2019.", published=None)[1] == ()


@pytest.mark.parametrize(("offset", "day"), [(4, "2024-05-14"), (0, "2024-05-14"), (-5, "2024-05-14")])
def test_a_day_is_told_in_the_publications_own_time_zone(offset: int, day: str) -> None:
    half_past_midnight = datetime(2024, 5, 15, 0, 30, tzinfo=timezone(timedelta(hours=offset)))
    assert [time.value for time in times_in("غادر الوفد أمس.", published=half_past_midnight)] == [day]


def test_a_weekday_beside_today_decides_where_the_page_appeared_after_midnight() -> None:
    after_midnight = datetime(2024, 5, 16, 0, 20)
    assert [time.value for time in times_in("قال اليوم الأربعاء.", published=after_midnight)] == ["2024-05-15"]


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("ووصل، وفي 3 مارس 2019 عاد.", "في 3 مارس 2019"),
        ("وبالثلاثاء بدأ العمل.", "بالثلاثاء"),
        ("امتد لليوم الثالث على التوالي.", "لليوم الثالث على التوالي"),
        ("قُتل الخميس22 شخصا.", "الخميس"),
        ("وصل الثّلاثاءَ الماضيَ إلى هنا.", "الثّلاثاءَ الماضيَ"),
        ("خلال الـ 24 ساعة الماضية سقط المطر.", "خلال الـ 24 ساعة الماضية"),
    ],
)
def test_span_leaves_conjunctions_out_and_keeps_prepositions_and_vowels(sentence: str, words: str) -> None:
    assert words in [time.words for time in times_in(sentence)]


@pytest.mark.parametrize(
    "sentence",
    [
        "قالت رئيسة الوزراء تيريزا ماي إنها باقية.",
        "مارس المدرب مهنته بهدوء.",
        "فاز الفريق 1/صفر على ضيفه.",
        "أصيب سالم، 34 عاما، بجروح.",
        "تتراوح أعمارهم بين 25 و35 عاما.",
        "عاد الأمين العام إلى مكتبه.",
        "وقعوا عقد العمل.",
        "أدوا صلاة الجمعة في الساحة.",
        "حضر اللقاء 2000 شخص.",
        "في الوقت نفسه نفى الخبر.",
        "أرسل الرسالة إلى رجب طيب.",
        "عبر السائقون باب المدينة.",
        "ضبطوا (1982) حبة في الشحنة.",
        "يبعد النجم 1400 سنة ضوئية.",
        "فاز الرئيس لفترة ولاية ثانية.",
        "رسام في مطلع الأربعينات من عمره.",
    ],
)
def test_what_looks_like_a_time_and_is_none(sentence: str) -> None:
    assert times_in(sentence) == []


def test_anchors_tell_what_a_time_is_reckoned_from() -> None:
    text = "وقع في 5 مارس 2021. وفي اليوم التالي عاد. وغادر أمس."
    times = times_in(text)
    assert [time.time.anchor for time in times] == [Anchor.CALENDAR, Anchor.TIME, Anchor.PUBLICATION]
    assert times[1].time.anchor_span == times[0].time.span


@pytest.mark.parametrize(
    ("sentence", "relation"),
    [
        ("قائم منذ عام 2003.", TimeRelation.SINCE),
        ("مغلق حتى يوم الاثنين.", TimeRelation.UNTIL),
        ("عاد قبل عام 2003.", TimeRelation.BEFORE),
        ("عاد بعد 3 مارس 2019.", TimeRelation.AFTER),
        ("عاد في 3 مارس 2019.", None),
        ("استقال قبل يومين.", None),
    ],
)
def test_relation(sentence: str, relation: TimeRelation | None) -> None:
    assert [time.time.relation for time in times_in(sentence)] == [relation]


@pytest.mark.parametrize(
    ("sentence", "part"),
    [
        ("عاد مساء السبت.", TimePart.EVENING),
        ("عاد بعد ظهر السبت.", TimePart.AFTERNOON),
        ("عاد منتصف يوم السبت.", TimePart.NOON),
        ("عاد في أواخر مارس 2019.", TimePart.LATE),
        ("عاد السبت.", None),
    ],
)
def test_part_of_a_time(sentence: str, part: TimePart | None) -> None:
    assert [time.time.part for time in times_in(sentence)] == [part]


@pytest.mark.parametrize(
    ("sentence", "duration"),
    [
        ("دام ثلاثة أسابيع.", "P3W"),
        ("دام لمدة نصف ساعة.", "PT0.5H"),
        ("دام عامين ونصف العام.", "P30M"),
        ("دام بضعة أشهر.", "PXM"),
        ("دام 45 دقيقة.", "PT45M"),
        ("دام مئة وثمانية عشر يوما.", "P118D"),
        ("دام مئة وعشرين يوما.", "P120D"),
        ("دام مئة وخمسة وعشرين يوما.", "P125D"),
        ("دام واحدا وعشرين يوما.", "P21D"),
        ("دام ثلاثة آلاف يوم.", "P3000D"),
        ("دام عقدين.", "P20Y"),
        ("دام 63 سنة و7 أشهر و3 أيام.", "P63Y7M3D"),
    ],
)
def test_length(sentence: str, duration: str) -> None:
    times = times_in(sentence)
    assert [(time.time.grain, time.time.duration) for time in times] == [(Grain.DURATION, duration)]


@pytest.mark.parametrize(
    ("sentence", "zone"),
    [
        ("بدأ اليوم الساعة 18:00 بتوقيت غرينتش.", "+00:00"),
        ("بدأ اليوم الساعة 18:00 (15:00 ت غ).", "+03:00"),
        ("بدأ اليوم الساعة 18:00 بتوقيت مكة المكرمة.", "+03:00"),
        ("بدأ اليوم الساعة 18:00 بالتوقيت المحلي.", None),
    ],
)
def test_zone_of_an_hour(sentence: str, zone: str | None) -> None:
    hours = [time.time for time in times_in(sentence) if time.time.grain is Grain.MINUTE]
    assert [hour.zone for hour in hours] == [zone]


def test_a_day_that_the_calendar_has_not_is_no_date() -> None:
    assert [time.value for time in times_in("قالوا في 31 أبريل 2019.")] == ["2019-04-01/2019-04-30"]


def test_leap_day_without_a_year_is_the_nearest_that_was() -> None:
    assert [time.value for time in times_in("وقع في 29 فبراير.")] == ["2024-02-29"]


_UNITS_SEEN = sorted(LANGUAGES["ar"].times.entries)[::7]


@given(
    st.lists(st.sampled_from([*_UNITS_SEEN, "3", "2019", "15:30", "/", "(", ")", "،", ".", "و", "كتاب"]), max_size=25)
)
def test_any_row_of_words_of_time_gives_ordered_spans_and_intervals(words: list[str]) -> None:
    text = " ".join(words) or "."
    times = [time.time for time in times_in(text)]
    for before, after in itertools.pairwise(times):
        assert before.span.end <= after.span.start
    for time in times:
        assert time.span.end <= len(text)
        assert time.earliest is None or time.latest is None or time.earliest <= time.latest
    assert times == [time.time for time in times_in(text)]


def test_no_time_lies_in_the_name_of_a_person() -> None:
    text = "وقال كيم كاي جوان إن التجارب انتهت في جوان."
    article = Article(text=text, language="ar", has_headline=False)
    person = Span(text.index("كيم"), text.index("جوان") + 4)
    times, _ = resolve_times(article, LANGUAGES["ar"], (person,))
    assert [time.span.of(text) for time in times] == ["في جوان"]
