"""Claims leave as Web Annotations, and annotations of any maker find their words again."""

import json

import pytest

from exported import demo_dossier
from musnad.errors import UsageError
from musnad.export.annotations import render_annotations
from musnad.imports import find_words, read_annotations
from musnad.model import Span


def test_an_annotation_holds_what_the_model_asks_for() -> None:
    page = json.loads(render_annotations(demo_dossier()))
    assert page["@context"] == "http://www.w3.org/ns/anno.jsonld"
    assert page["type"] == "AnnotationPage"
    for item in page["items"]:
        assert item["type"] == "Annotation"
        assert item["id"].startswith("urn:musnad:claim:")
        for target in item["target"]:
            assert [each["type"] for each in target["selector"]] == ["TextPositionSelector", "TextQuoteSelector"]


def test_every_annotation_leads_back_to_its_words() -> None:
    annotations = read_annotations(render_annotations(demo_dossier()).encode())
    texts = [report.article.text for report in demo_dossier().reports if report.article]
    spans = [span for report in demo_dossier().reports for claim in report.claims for span in claim.content]
    assert [annotation.span for annotation in annotations] == spans
    found = [any(find_words(annotation, text) == annotation.span for text in texts) for annotation in annotations]
    assert all(found)


def test_words_that_moved_are_found_by_what_stands_around_them() -> None:
    text = "قال الحارس إن الباب مفتوح. وقال الجار إن الباب مفتوح منذ الصباح."
    second = text.rindex("الباب مفتوح")
    made = _annotation("الباب مفتوح", start=4, end=15, prefix="وقال الجار إن ", suffix=" منذ الصباح")
    (annotation,) = read_annotations(json.dumps(made).encode())
    assert find_words(annotation, text) == Span(second, second + len("الباب مفتوح"))


def test_words_that_are_gone_are_not_found() -> None:
    (annotation,) = read_annotations(json.dumps(_annotation("النافذة مغلقة", start=0, end=13)).encode())
    assert find_words(annotation, "قال الحارس إن الباب مفتوح.") is None


def test_a_note_on_a_whole_page_has_no_words() -> None:
    made = {"type": "Annotation", "target": "https://example.org/a", "bodyValue": "يُراجع"}
    (annotation,) = read_annotations(json.dumps(made).encode())
    assert (annotation.address, annotation.quote, annotation.note) == ("https://example.org/a", "", "يُراجع")


@pytest.mark.parametrize("content", [b"{", b"[]", b'{"type": "Something"}', b"\xff"])
def test_what_holds_no_annotation_says_so(content: bytes) -> None:
    with pytest.raises(UsageError, match="annotations"):
        read_annotations(content)


def _annotation(quote: str, *, start: int, end: int, prefix: str = "", suffix: str = "") -> dict[str, object]:
    selector = [
        {"type": "TextPositionSelector", "start": start, "end": end},
        {"type": "TextQuoteSelector", "exact": quote, "prefix": prefix, "suffix": suffix},
    ]
    body = [{"type": "TextualBody", "value": "انظر النسخة الأولى"}]
    return {"type": "Annotation", "body": body, "target": {"source": "https://example.org/a", "selector": selector}}
