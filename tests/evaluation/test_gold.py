"""Gold folders are loaded whole or refused with the file named."""

import json
from pathlib import Path
from typing import Any

import pytest

from musnad.errors import GoldError
from musnad.evaluation import load_gold, read_gold
from musnad.model import Span

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
        "hedge": None,
        "author": None,
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
    (link,) = attribution.chain
    assert (article.id, article.outlet, article.published) == ("A-1", "Almarsad", None)
    assert attribution.content[0].of(TEXT) == "إغلاق الحديقة"
    assert (attribution.hedge, attribution.author) == ("none", "neutral")
    assert (link.source, link.kind, link.stance) == (Span(4, 19), "anon", "denies")


def test_articles_come_in_the_order_of_file_names(tmp_path: Path) -> None:
    for name in ("b.json", "a.json"):
        write(tmp_path, fields_of_gold(id=name), name)
    assert [article.id for article in load_gold(tmp_path)] == ["a.json", "b.json"]


def test_a_gold_article_is_read_by_the_real_reader(tmp_path: Path) -> None:
    text = "أعمال في المرفأ\nقال مدير المرفأ نادر الشاطر إن الرصيف الثالث سيفتح في الربيع."
    write(tmp_path, fields_of_gold(text=text, attributions=[]))
    (claim,) = read_gold(load_gold(tmp_path)[0]).claims
    assert claim.content[0].of(text).endswith("سيفتح في الربيع")


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(GoldError, match=r"nowhere is not a folder"):
        load_gold(tmp_path / "nowhere")


def test_a_folder_without_articles_is_refused(tmp_path: Path) -> None:
    with pytest.raises(GoldError, match=r"holds no \*\.json file"):
        load_gold(tmp_path)


@pytest.mark.parametrize("content", [b"{", b"\xff\xfe", b"[]", b'{"text": "a"}'])
def test_a_broken_file_is_named(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "bad.json").write_bytes(content)
    with pytest.raises(GoldError, match=r"bad\.json is not a gold article"):
        load_gold(tmp_path)


def test_a_span_that_covers_nothing_is_refused(tmp_path: Path) -> None:
    fields = fields_of_gold()
    fields["attributions"][0]["content"] = [[5, 5]]
    write(tmp_path, fields)
    with pytest.raises(GoldError, match=r"a\.json is not a gold article"):
        load_gold(tmp_path)
