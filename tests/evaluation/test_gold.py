"""Gold folders are loaded whole or refused with the file and the cause."""

import json
from pathlib import Path
from typing import Any

import pytest

from musnad.errors import GoldError
from musnad.evaluation import load_gold, raw_document
from musnad.model import Anonymity, LinkKind, Mode, Span, Stance

TEXT = "نفى مصدر في البلدية إغلاق الحديقة."


def fields_of_gold(**changes: Any) -> dict[str, Any]:
    link = {
        "source": [4, 19],
        "resolved": None,
        "kind": "anon",
        "anon": "source",
        "cue": [0, 3],
        "negated": False,
        "relation": "says",
        "stance": "denies",
    }
    attribution = {
        "content": [[20, 33]],
        "mode": "indirect",
        "hedge": "none",
        "author": "neutral",
        "headline": True,
        "confidence": 0.5,
        "chain": [link],
    }
    fields = {
        "id": "A-1",
        "outlet": "Almarsad",
        "published": None,
        "text": TEXT,
        "attributions": [attribution],
    }
    return {**fields, **changes}


def write(folder: Path, fields: object, name: str = "a.json") -> Path:
    path = folder / name
    path.write_text(json.dumps(fields), encoding="utf-8")
    return path


def test_reads_an_article_with_its_attributions(tmp_path: Path) -> None:
    write(tmp_path, fields_of_gold())
    (article,) = load_gold(tmp_path)
    (attribution,) = article.attributions
    assert (article.id, article.outlet, article.published) == ("A-1", "Almarsad", None)
    assert attribution.content[0].of(TEXT) == "إغلاق الحديقة"
    assert (attribution.mode, attribution.in_headline, attribution.confidence) == (Mode.INDIRECT, True, 0.5)
    link = attribution.chain.origin
    assert link.source == Span(4, 19)
    assert (link.kind, link.anonymity, link.stance) == (LinkKind.ANON, Anonymity.SOURCE, Stance.DENIES)


def test_articles_come_in_the_order_of_file_names(tmp_path: Path) -> None:
    for name in ("b.json", "a.json"):
        write(tmp_path, fields_of_gold(id=name), name)
    assert [article.id for article in load_gold(tmp_path)] == ["a.json", "b.json"]


def test_a_gold_article_is_read_as_plain_text_of_which_nothing_is_stated(tmp_path: Path) -> None:
    write(tmp_path, fields_of_gold())
    raw = raw_document(load_gold(tmp_path)[0])
    assert raw.media_type == "text/x-article"
    assert raw.content.decode() == TEXT
    assert raw.stated.outlet is None


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(GoldError, match=r"nowhere: no such folder"):
        load_gold(tmp_path / "nowhere")


def test_a_folder_without_articles_is_refused(tmp_path: Path) -> None:
    with pytest.raises(GoldError, match=r"holds no gold articles"):
        load_gold(tmp_path)


@pytest.mark.parametrize(
    ("content", "cause"),
    [
        (b"{", "not JSON"),
        (b"\xff\xfe", "byte 0 is not UTF-8"),
        (b"[]", "a JSON record in braces is needed, not a list"),
    ],
)
def test_a_file_that_is_no_record_is_named_with_the_cause(tmp_path: Path, content: bytes, cause: str) -> None:
    (tmp_path / "bad.json").write_bytes(content)
    with pytest.raises(GoldError, match=rf"bad\.json: {cause}"):
        load_gold(tmp_path)


@pytest.mark.parametrize(
    ("path", "value", "cause"),
    [
        (("text",), 7, "the field 'text' is of the wrong type"),
        (("attributions", 0, "mode"), "shouted", "attribution 1: mode is 'shouted'"),
        (("attributions", 0, "content"), [[30, 99]], "attribution 1: content holds"),
        (("attributions", 0, "content"), [[5]], "attribution 1: content holds"),
        (("attributions", 0, "chain"), [], "attribution 1: the chain is empty"),
        (("attributions", 0, "chain", 0, "kind"), "ghost", "attribution 1: link 1: kind is 'ghost'"),
        (("attributions", 0, "chain", 0, "cue"), [3, 3], "attribution 1: link 1: cue holds"),
    ],
)
def test_a_broken_entry_is_named_with_its_place(
    tmp_path: Path, path: tuple[str | int, ...], value: object, cause: str
) -> None:
    fields = fields_of_gold()
    place: Any = fields
    for step in path[:-1]:
        place = place[step]
    place[path[-1]] = value
    write(tmp_path, fields)
    with pytest.raises(GoldError) as caught:
        load_gold(tmp_path)
    assert f"a.json: {cause}" in str(caught.value)


def test_a_missing_field_is_named(tmp_path: Path) -> None:
    fields = fields_of_gold()
    del fields["text"]
    write(tmp_path, fields)
    with pytest.raises(GoldError, match=r"a\.json: the field 'text' is missing"):
        load_gold(tmp_path)
