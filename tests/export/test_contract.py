"""The JSON contract: its keys, its types, and offsets that point at the words they name."""

import json
from dataclasses import replace

from annotated_article import TEXT, annotated_report

from musnad.export import render_json, render_jsonl, report_record
from musnad.model import RawDocument, Report

TOP = {"id", "raw", "article", "mentions", "times", "claims", "events", "transfers", "problems"}
ARTICLE = {"url", "outlet", "title", "byline", "published", "language", "text", "credits", "dropped", "found"} | {
    "sub_headline",
    "section",
    "tags",
}
CLAIM = {
    "id",
    "content",
    "mode",
    "verbatim",
    "hedge",
    "author_stance",
    "in_headline",
    "chain",
    "resolved_chain",
    "circumstances",
    "verification",
    "repeats",
    "rule",
    "confidence",
}
LINK = {"source", "resolved", "kind", "anonymity", "cue", "cue_negated", "relation", "stance"} | {
    "entry",
    "anonymity_clause",
    "basis",
}


def test_a_report_has_the_keys_of_the_contract() -> None:
    record = report_record(annotated_report())
    assert set(record) == TOP
    assert set(record["raw"]) == {"path", "url", "media_type", "sha256", "fetched_at"}
    assert set(record["article"]) >= ARTICLE
    assert all(set(claim) == CLAIM for claim in record["claims"])
    assert all(set(link) == LINK for claim in record["claims"] for link in claim["resolved_chain"])
    assert all(set(problem) == {"code", "message", "span"} for problem in record["problems"])


def test_a_credit_tells_outlet_place_and_entry() -> None:
    (credit,) = report_record(annotated_report())["article"]["credits"]
    assert credit == {
        "text": "* المصدر: صحيفة المرفأ",
        "outlet": "صحيفة المرفأ",
        "place": "line",
        "span": None,
        "entry": None,
        "is_group": False,
    }


def test_found_values_are_plain_strings_with_their_places_beside_them() -> None:
    article = report_record(annotated_report())["article"]
    assert article["outlet"] == "وكالة السهل"
    assert article["published"] == "2024-03-04T09:30:00+00:00"
    assert article["found"] == {
        "outlet": "og:site_name",
        "title": "h1",
        "byline": "meta author",
        "published": "json-ld",
        "sub_headline": "json-ld",
        "section": "breadcrumb",
        "tags": "tag links",
    }


def test_offsets_survive_the_way_through_json() -> None:
    record = json.loads(render_jsonl(annotated_report()))
    assert record["article"]["text"] == TEXT
    start, end = record["claims"][1]["chain"][0]["source"]
    assert record["article"]["text"][start:end] == "صحيفة «المرفأ»"
    for claim, read in zip(annotated_report().claims, record["claims"], strict=True):
        assert [[span.start, span.end] for span in claim.content] == read["content"]


def test_a_line_of_jsonl_is_one_line_of_unescaped_arabic() -> None:
    line = render_jsonl(annotated_report())
    assert "\n" not in line
    assert "وكالة السهل" in line


def test_a_report_without_an_article_says_null() -> None:
    failed = Report("0" * 16, RawDocument(b"", "text/html", "0" * 64), None, (), ())
    assert json.loads(render_jsonl(failed))["article"] is None


def test_json_is_one_array_of_all_reports() -> None:
    assert len(json.loads(render_json([annotated_report(), annotated_report()]))) == 2
    assert json.loads(render_json([])) == []


def test_half_a_surrogate_pair_does_not_stop_the_writing_and_moves_no_offset() -> None:
    report = annotated_report()
    assert report.article is not None
    broken = replace(report, article=replace(report.article, text="\ud800" + TEXT))
    text = json.loads(render_jsonl(broken))["article"]["text"]
    assert text == "\ufffd" + TEXT
