"""Where many reports are of one time, a new one is compared with those that the index of search keys finds alike."""

import hashlib
from pathlib import Path

import pytest

from musnad.keeping import CompareSettings, add_documents, compare_new
from musnad.keeping.version import reader_version
from musnad.model import RawDocument, Report, Stated
from musnad.reading import read_document
from musnad.search import make_keys
from musnad.store import Store, open_store
from musnad.store.finding.alike import find_alike

BRIDGE = (
    "انهيار جسر الفيحاء فوق نهر الرملة\n"
    "انهار جسر الفيحاء فوق نهر الرملة صباح أمس. وقال المهندس هيثم الدوري إن دعامات جسر الفيحاء تصدعت قبل شهرين."
)
BRIDGE_AGAIN = (
    "تصدع الدعامات وراء انهيار جسر الفيحاء\n"
    "قال المهندس هيثم الدوري إن دعامات جسر الفيحاء تصدعت قبل شهرين. وسقط الجسر في نهر الرملة صباح أمس."
)
OTHERS = (
    "غرق قارب صيد قبالة ميناء الزهراء\nغرق قارب صيد قبالة ميناء الزهراء بسبب العاصفة، ونجا بحارته الأربعة.",
    "مهرجان للتمور في واحة النخيل\nافتتح مهرجان التمور في واحة النخيل بمشاركة ستين مزرعة وثلاث جمعيات.",
    "إضراب عمال مصنع الزجاج\nبدأ عمال مصنع الزجاج إضرابا مفتوحا احتجاجا على تأخر رواتبهم.",
    "فريق الشعلة يحرز كأس الناشئين\nأحرز فريق الشعلة كأس الناشئين بعد فوزه بركلات الترجيح على فريق البرق.",
    "اكتشاف نقوش قديمة في كهف\nاكتشف باحثون نقوشا قديمة في كهف صخري، وقدروا عمرها بأربعة آلاف عام.",
)


@pytest.fixture
def keyed(address: str) -> Store:
    """Return an empty store of either kind that makes search keys."""
    return open_store(address, search_keys=make_keys)


def document(text: str, day: str) -> RawDocument:
    content = text.encode()
    digest = hashlib.sha256(content).hexdigest()
    url = f"https://news.example/{digest[:12]}"
    return RawDocument(content, "text/x-article", digest, url=url, stated=Stated(url=url, published=day))


def kept(store: Store, text: str, day: str) -> Report:
    report = read_document(document(text, day))
    store.add_reports([report], reader=reader_version())
    return report


def test_the_report_that_shares_the_most_telling_words_is_found_first(keyed: Store) -> None:
    with keyed as store:
        told = kept(store, BRIDGE, "2025-04-10")
        for other in OTHERS:
            kept(store, other, "2025-04-10")
        new = kept(store, BRIDGE_AGAIN, "2025-04-11")
        assert find_alike(store, [new.id], ("2025-04-04", "2025-04-18"), most=3)[:1] == [told.id]


def test_a_report_of_other_days_is_not_alike(keyed: Store) -> None:
    with keyed as store:
        kept(store, BRIDGE, "2025-01-10")
        new = kept(store, BRIDGE_AGAIN, "2025-04-11")
        assert find_alike(store, [new.id], ("2025-04-04", "2025-04-18"), most=3) == []


def test_who_names_the_same_man_is_found_though_it_tells_of_something_else(keyed: Store) -> None:
    with keyed as store:
        elsewhere = "محاضرة في كلية العمارة\nألقى المهندس هيثم الدوري محاضرة عن القباب أمام طلاب كلية العمارة."
        named = kept(store, elsewhere, "2025-04-10")
        for other in OTHERS:
            kept(store, other, "2025-04-10")
        new = kept(store, BRIDGE_AGAIN, "2025-04-11")
        assert named.id in find_alike(store, [new.id], ("2025-04-04", "2025-04-18"), most=9)


def test_the_two_latest_that_name_the_same_man_are_found_the_new_one_itself_not_counted(address: str) -> None:
    places = ("كلية العمارة", "نادي المهندسين", "مكتبة الساحل")
    with open_store(address) as store:  # without search keys nobody is alike but by name
        lecture = "محاضرة في {}\nألقى المهندس هيثم الدوري محاضرة عن القباب."
        named = [kept(store, lecture.format(place), "2025-04-10") for place in places]
        new = kept(store, BRIDGE_AGAIN, "2025-04-11")
        assert find_alike(store, [new.id], ("2025-04-04", "2025-04-18"), most=5) == [named[2].id, named[1].id]


def test_in_a_crowd_a_new_report_still_meets_the_one_that_says_the_same(keyed: Store, tmp_path: Path) -> None:
    settings = CompareSettings(most_in_view=2, most_reports=3, index_folder=tmp_path / "index")
    with keyed as store:
        for told in (*OTHERS[:4], BRIDGE, *OTHERS[4:]):
            add_documents(store, [document(told, "2025-04-10")], compare=settings)
        new = kept(store, BRIDGE_AGAIN, "2025-04-11")
        compare_new(store, settings)
        first = read_document(document(BRIDGE, "2025-04-10"))
        said = {each.report for one in store.dossier([new.id, first.id]).propositions for each in one.assertions}
    assert said == {new.id, first.id}


def test_a_full_block_of_new_reports_still_meets_the_one_that_says_the_same(keyed: Store, tmp_path: Path) -> None:
    settings = CompareSettings(most_in_view=2, most_reports=3, index_folder=tmp_path / "index")
    with keyed as store:
        for told in (*OTHERS[:3], BRIDGE):
            add_documents(store, [document(told, "2025-04-10")], compare=settings)
        new = [kept(store, told, "2025-04-11") for told in (*OTHERS[3:], BRIDGE_AGAIN)]
        assert len(new) >= settings.most_reports
        assert compare_new(store, settings) == len(new)
        first = read_document(document(BRIDGE, "2025-04-10"))
        said = {each.report for one in store.dossier([new[-1].id, first.id]).propositions for each in one.assertions}
    assert said == {new[-1].id, first.id}


@pytest.mark.parametrize(("there", "due"), [(0, 500), (1_499, 500), (1_500, 500), (3_000, 1_000), (90_000, 1_500)])
def test_the_more_there_are_the_more_new_ones_are_compared_in_one_go(there: int, due: int) -> None:
    assert CompareSettings().due(there) == due


def test_what_came_after_a_number_is_not_compared_and_not_compared_with(keyed: Store, tmp_path: Path) -> None:
    settings = CompareSettings(most_in_view=2, most_reports=3, index_folder=tmp_path / "index")
    with keyed as store:
        for told in (*OTHERS, BRIDGE):
            kept(store, told, "2025-04-10")
        last = max(number for number, _ in store.numbers())
        later = kept(store, BRIDGE_AGAIN, "2025-04-10")
        assert compare_new(store, settings, upto=last) == len(OTHERS) + 1
        assert [name for _, name, _ in store.to_compare(9)] == [later.id]
        first = read_document(document(BRIDGE, "2025-04-10"))
        margins = ("2025-04-04", "2025-04-18")
        assert store.reports_around(("2025-04-10", "2025-04-10"), margins, 9, upto=last)[0] == first.id
        assert find_alike(store, [first.id], margins, most=9) == [later.id]
        assert find_alike(store, [first.id], margins, most=9, upto=last) == []
        assert compare_new(store, settings) == 1
        said = {each.report for one in store.dossier([later.id, first.id]).propositions for each in one.assertions}
    assert said == {later.id, first.id}
