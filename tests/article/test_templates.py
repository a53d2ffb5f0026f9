"""Tests that one article is read alike from the templates that news sites use (templates/, pages of our own)."""

from pathlib import Path

import pytest
from news_page import HEADLINE, PARAGRAPHS, article_of

TEMPLATES = sorted((Path(__file__).parent / "templates").glob("*.html"))
OTHER = "موسم الزيتون يبدأ مبكرا في التلال الشرقية هذا العام"


def test_there_are_a_dozen_templates() -> None:
    assert len(TEMPLATES) >= 12


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: path.stem)
def test_text_of_a_template(template: Path) -> None:
    assert article_of(template.read_bytes()).text.split("\n") == [HEADLINE, *PARAGRAPHS]


@pytest.mark.parametrize(
    "template", [path for path in TEMPLATES if OTHER in path.read_text("utf-8")], ids=lambda path: path.stem
)
def test_other_news_of_a_template_is_dropped_with_a_reason(template: Path) -> None:
    dropped = article_of(template.read_bytes()).dropped
    assert {piece.reason for piece in dropped if OTHER in piece.text} <= {"related", "navigation", "outside_article"}
    assert any(OTHER in piece.text for piece in dropped)
