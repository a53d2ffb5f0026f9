"""Sources that are one person stand together, with titles and without; somebody of his stays apart."""

from hashlib import sha256
from pathlib import Path

from musnad.keeping import CompareSettings, compare_new
from musnad.model import RawDocument, Report, Stated
from musnad.reading import read_reports
from musnad.search import PageSettings, list_sources
from musnad.search.one_source import gather_sources, other_names
from musnad.store import open_store

TEXTS = (
    "الميناء\nقال الرئيس مراد الشاطري إن الميناء سيفتح صباح الأحد.",
    "الميناء\nقال مراد الشاطري إن الميناء سيغلق مساء الاثنين.",
    "الميناء\nقال وزير النقل مراد الشاطري، إن السفن ستعود إلى المرفأ.",
    "الميناء\nقال مستشار الرئيس مراد الشاطري إن الأرصفة جاهزة.",
    "الميناء\nقالت وزارة النقل إن الأرصفة جاهزة.",
)


def read(number: int, text: str) -> Report:
    content = text.encode()
    stated = Stated(outlet=f"صحيفة الأفق {number}", published=f"2025-03-{number + 1:02}")
    (report,) = read_reports(RawDocument(content, "text/x-article", sha256(content).hexdigest(), stated=stated))
    return report


def test_one_person_is_one_source_under_all_his_names(tmp_path: Path) -> None:
    with open_store(str(tmp_path / "store.sqlite")) as store:
        store.add_reports([read(number, text) for number, text in enumerate(TEXTS)], reader="1")
        compare_new(store, CompareSettings(index_folder=tmp_path / "index"))
        listed = list_sources(store, page=PageSettings(100)).rows
        gathered = gather_sources(store, listed)
        assert sum(1 + len(each.others) for each in gathered) == len(listed)
        (one,) = [each for each in gathered if each.others]
        names = {one.source.name, *(each.name for each in one.others)}
        assert names == {"الرئيس مراد الشاطري", "مراد الشاطري", "وزير النقل مراد الشاطري"}
        assert (one.source.claims, one.source.reports) == (3, 3)
        assert {each.name for each in other_names(store, one.source)} == names - {one.source.name}
        apart = [each for each in listed if each.name == "مستشار الرئيس مراد الشاطري"]
        assert [other_names(store, each) for each in apart] == [()]
        assert (one.source.first_day, one.source.day) == ("2025-03-01", "2025-03-03")
