"""Tests that date lines are cut at the words that say what their dates are."""

import pytest

from musnad.languages.date_lines import DateKind, DatePiece, load_date_lines


@pytest.mark.parametrize("label", ["نشر في", "نُشِرَ في", "تاريخ النشر", "أضيف بتاريخ", "كُتب في"])
def test_a_label_of_publication_whatever_its_spelling(label: str) -> None:
    (piece,) = load_date_lines().pieces(f"{label}: 5 آذار 2024")
    assert piece.kind is DateKind.PUBLISHED


@pytest.mark.parametrize("label", ["آخر تحديث", "اخر تحديث", "تحديث", "تاريخ التعديل", "حُدِّث في", "عُدّل في"])
def test_a_label_of_a_change_whatever_its_spelling(label: str) -> None:
    (piece,) = load_date_lines().pieces(f"{label} 5 آذار 2024")
    assert piece.kind is DateKind.MODIFIED


def test_a_line_is_cut_before_each_label() -> None:
    assert load_date_lines().pieces("بيروت - نشر: 5 آذار 2024 | آخر تحديث 6 آذار 2024") == (
        DatePiece(None, "بيروت"),
        DatePiece(DateKind.PUBLISHED, "نشر: 5 آذار 2024"),
        DatePiece(DateKind.MODIFIED, "آخر تحديث 6 آذار 2024"),
    )


def test_a_label_of_one_word_counts_only_where_a_part_begins() -> None:
    assert load_date_lines().pieces("الوزير نشر الخبر في 5 آذار 2024") == (
        DatePiece(None, "الوزير نشر الخبر في 5 آذار 2024"),
    )


@pytest.mark.parametrize("line", ["", "  ", "|", "5 آذار 2024"])
def test_a_line_without_labels_stays_whole(line: str) -> None:
    assert all(piece.kind is None for piece in load_date_lines().pieces(line))
