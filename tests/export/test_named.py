"""The mentions of a report are listed by kind, each wording once."""

import hashlib

from musnad.export import render_page
from musnad.export.named import MENTION_KINDS, kind_rows
from musnad.model import Mention, MentionKind, RawDocument, Report
from musnad.reading import read_document

TEXT = "التقى الوزير كريم الشاطبي ضيوفه في بيروت وبيروت هادئة.\nوغادر الشاطبي القاعة مساء."


def report_of(text: str) -> Report:
    content = text.encode()
    return read_document(RawDocument(content, "text/x-article", hashlib.sha256(content).hexdigest(), path="a.txt"))


def test_every_kind_has_a_name_in_both_languages() -> None:
    assert MENTION_KINDS.keys() == set(MentionKind)
    assert all(label.ar and label.en for label in MENTION_KINDS.values())


def test_wordings_are_counted_and_short_names_go_to_the_fuller_one() -> None:
    rows = {row.label.en: row.words for row in kind_rows(report_of(TEXT))}
    assert rows["people"] == (("كريم الشاطبي", 2),)
    assert rows["places"] == (("بيروت", 2),)


def test_an_article_that_a_preposition_swallowed_is_shown() -> None:
    text = "سلمت الشركة للولايات المتحدة زورقا وللبنان زورقا، وشكرت الولايات المتحدة الشركة."
    rows = {row.label.en: row.words for row in kind_rows(report_of(text))}
    assert rows["countries"] == (("الولايات المتحدة", 2), ("لبنان", 1))


def test_the_page_shows_them() -> None:
    page = render_page([report_of(TEXT)])
    assert "<bdi>كريم الشاطبي</bdi> ×2" in page


def test_a_report_without_mentions_has_no_rows() -> None:
    report = report_of("نزل المطر طوال الليل وبرد الهواء.")
    assert [mention for mention in report.mentions if isinstance(mention, Mention)] == []
    assert kind_rows(report) == ()
