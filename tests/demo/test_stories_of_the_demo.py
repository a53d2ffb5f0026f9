"""The demonstration corpus tells of two happenings and of what followed: its stories do not fall apart."""

from musnad import compare
from musnad.demo import demo_paths
from musnad.intake import load_documents
from musnad.reading import read_reports


def test_what_is_told_of_the_silo_is_one_story() -> None:
    reports = [report for raw in load_documents([str(path) for path in demo_paths()]) for report in read_reports(raw)]
    titles = {report.id: report.article.title.value for report in reports if report.article and report.article.title}
    silo = {name for name, title in titles.items() if "صومعة" in title or "السرو" in title}
    holding = [set(story.reports) for story in compare(reports).stories if silo & set(story.reports)]
    assert len(silo) == 6
    assert holding == [silo]
