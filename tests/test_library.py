"""What `import musnad` offers: reading, comparing and storing in a few lines, shown well in notebooks."""

import doctest
from pathlib import Path

import pytest

import musnad
from musnad.errors import UsageError

HEADLINE = "الميناء يستأنف العمل"


def test_everything_that_is_offered_is_there() -> None:
    assert set(musnad.__all__) <= set(dir(musnad))
    assert all(getattr(musnad, name) is not None for name in musnad.__all__)


def test_what_is_not_offered_is_not_there() -> None:
    with pytest.raises(AttributeError, match="no attribute 'reed'"):
        musnad.reed  # noqa: B018 (asked for on purpose)


def test_the_examples_of_the_documentation_run() -> None:
    page = Path(__file__).resolve().parent.parent / "docs" / "python.md"
    found = doctest.testfile(str(page), module_relative=False)
    assert found.attempted > 5
    assert not found.failed


def test_bytes_and_a_file_of_them_read_alike(tmp_path: Path) -> None:
    content = f"{HEADLINE}\nأكد مدير الميناء أن العمل سيستأنف غدا.".encode()
    (tmp_path / "report.txt").write_bytes(content)
    from_bytes = musnad.read(content, plain=True, outlet="نشرة المرسى")
    from_file = musnad.read(tmp_path / "report.txt", plain=True, outlet="نشرة المرسى")
    assert from_bytes.claims == from_file.claims
    assert from_bytes.claims


def test_a_folder_of_several_is_refused(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(HEADLINE, encoding="utf-8")
    with pytest.raises(UsageError, match="several documents"):
        musnad.read(tmp_path)


def test_bytes_that_are_no_text_say_why() -> None:
    report = musnad.read(b"\x89PNG\r\n\x1a\n" + bytes(64))
    assert report.failed


def test_a_notebook_shows_claims_escaped() -> None:
    report = musnad.read("قال الوزير إن <script>alert(1)</script> وصلت.".encode(), plain=True)
    shown = report._repr_html_()
    assert "الوزير" in shown
    assert "<script>" not in shown


def test_a_notebook_shows_propositions(tmp_path: Path) -> None:
    texts = ("قال ناطق باسم الشرطة إن الجسر الشمالي فُتح أمس.", "نفى ناطق باسم الشرطة أن يكون الجسر الشمالي قد فُتح أمس.")
    dossier = musnad.compare(musnad.read(text.encode(), plain=True) for text in texts)
    shown = dossier._repr_html_()
    assert "2 reports" in shown
    assert "independent chains" in shown


def test_a_store_keeps_and_finds_what_was_read(tmp_path: Path) -> None:
    report = musnad.read(f"{HEADLINE}\nأكد مدير الميناء أن العمل سيستأنف غدا.".encode(), plain=True)
    with musnad.open_store(str(tmp_path / "reports.sqlite")) as store:
        store.add_reports([report], reader="test")
        assert store.report(report.id) == report
