"""Archives become Parquet files named by their bytes: the same in, the same out; what is there is skipped."""

import re
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from sqlalchemy import select
from typer.testing import CliRunner
from warc_files import REPORTS, demo_pages, write_warc

from musnad.cli import main
from musnad.engine.archives import Part, convert_parts, load_reports, plan_parts
from musnad.engine.archives.parts import hash_of, load_part
from musnad.errors import UsageError
from musnad.intake import load_documents
from musnad.keeping import CompareSettings
from musnad.model import Report
from musnad.reading import read_reports
from musnad.search import make_keys
from musnad.store import open_store, tables

DOCS = Path(__file__).resolve().parents[2] / "docs" / "archives.md"


def files_in(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}


def convert(sources: list[Path], into: Path, **asked: int) -> None:
    list(convert_parts(plan_parts([str(source) for source in sources]), str(into), **asked))


def rows_of(query: str) -> list[Any]:
    return duckdb.connect().execute(query).fetchall()


def reports_at(path: Path) -> list[Report]:
    return [report for raw in load_documents([str(path)]) for report in read_reports(raw)]


@pytest.mark.parametrize("name", ["news.warc", "news.warc.gz"])
def test_the_stretches_of_an_archive_hold_its_documents_once_each(name: str, tmp_path: Path) -> None:
    archive = write_warc(tmp_path / name, demo_pages(3))
    parts = plan_parts([str(archive)], part_bytes=archive.stat().st_size // 5)
    assert len(parts) > 3
    assert [raw for part in parts for raw in load_part(part)] == list(load_documents([str(archive)]))


def test_words_in_a_page_that_look_like_a_record_are_no_record(tmp_path: Path) -> None:
    forged = b"<p>\r\n\r\nWARC/1.0\r\nWARC-Type: response\r\nContent-Length: 4\r\n\r\nfalse</p>"
    archive = write_warc(tmp_path / "news.warc", [page + forged * 20 for page in demo_pages()])
    parts = plan_parts([str(archive)], part_bytes=500)
    assert [raw for part in parts for raw in load_part(part)] == list(load_documents([str(archive)]))


def test_an_archive_that_breaks_off_says_so_in_its_last_stretch_alone(tmp_path: Path) -> None:
    archive = write_warc(tmp_path / "news.warc.gz", demo_pages(2))
    archive.write_bytes(archive.read_bytes()[:-60])
    parts = plan_parts([str(archive)], part_bytes=archive.stat().st_size // 3)
    problems = [[problem.code for raw in load_part(part) for problem in raw.problems] for part in parts]
    assert not any(problems[:-1])
    assert problems[-1] == ["broken_archive"]


def test_a_folder_parts_into_its_archives_and_its_loose_pages(tmp_path: Path) -> None:
    write_warc(tmp_path / "news.warc", demo_pages())
    (tmp_path / "b.html").write_bytes(demo_pages()[0])
    (tmp_path / "a.html").write_bytes(demo_pages()[1])
    (tmp_path / "notes.csv").write_text("no report")
    parts = plan_parts([str(tmp_path)])
    assert [[Path(path).name for path in part.paths] for part in parts] == [["news.warc"], ["a.html", "b.html"]]


def test_a_source_that_is_not_there_is_wrong_usage(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no such file"):
        plan_parts([str(tmp_path / "missing.warc")])


def test_a_part_is_named_by_its_bytes_not_by_where_it_lies(tmp_path: Path) -> None:
    first = write_warc(tmp_path / "one.warc", demo_pages())
    second = write_warc(tmp_path / "two.warc", demo_pages())
    other = write_warc(tmp_path / "three.warc", demo_pages(2))
    assert hash_of(Part((str(first),))) == hash_of(Part((str(second),))) != hash_of(Part((str(other),)))


def test_two_processes_write_the_bytes_of_one(tmp_path: Path) -> None:
    archive = write_warc(tmp_path / "news.warc.gz", demo_pages(2))
    convert([archive, REPORTS], tmp_path / "one")
    convert([archive, REPORTS], tmp_path / "two", workers=2)
    assert files_in(tmp_path / "one") == files_in(tmp_path / "two")


def test_what_is_there_is_skipped_and_a_half_is_made_again(tmp_path: Path) -> None:
    archive = write_warc(tmp_path / "news.warc.gz", demo_pages())
    convert([archive], tmp_path / "into")
    whole = files_in(tmp_path / "into")
    (done,) = convert_parts(plan_parts([str(archive)]), str(tmp_path / "into"))
    assert done.skipped
    next((tmp_path / "into").glob("*.claims.parquet")).unlink()
    (done,) = convert_parts(plan_parts([str(archive)]), str(tmp_path / "into"))
    assert not done.skipped
    assert files_in(tmp_path / "into") == whole


def test_a_run_that_is_killed_leaves_nothing_half_and_the_next_ends_as_if_undisturbed(tmp_path: Path) -> None:
    archives = [write_warc(tmp_path / f"{name}.warc.gz", demo_pages(name)) for name in (1, 2, 30)]
    convert(archives[:2], tmp_path / "undisturbed")
    into = tmp_path / "into"
    command = [sys.executable, "-m", "musnad", "convert", *map(str, archives), "--into", str(into)]
    running = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    deadline = time.monotonic() + 60
    while not list(into.glob("*.reports.parquet")) and running.poll() is None and time.monotonic() < deadline:
        time.sleep(0.02)
    running.kill()
    running.wait()
    done = {name: content for name, content in files_in(into).items() if not name.startswith(".")}
    assert done
    assert done.items() <= files_in(tmp_path / "undisturbed").items()
    convert(archives[:2], into)
    done = {name: content for name, content in files_in(into).items() if not name.startswith(".")}
    assert done == files_in(tmp_path / "undisturbed")


def test_loading_keeps_what_adding_keeps(tmp_path: Path) -> None:
    convert([REPORTS], tmp_path / "into")
    reports = [report for report in reports_at(REPORTS) if report.raw.content]
    with open_store(str(tmp_path / "store.sqlite")) as store:
        summary = load_reports(store, str(tmp_path / "into"), settings=CompareSettings(margin=1))
        assert dict(summary.outcomes) == {"added": len(reports)}
        assert summary.compared == len(reports)
        assert list(store.reports(report.id for report in reports)) == reports
        assert not list(store.check())
        again = load_reports(store, str(tmp_path / "into"))
        assert dict(again.outcomes) == {"unchanged": len(reports)}


def search_texts(address: Path, **settings: Any) -> list[tuple[Any, ...]]:
    """Return the search keys in the store at the address."""
    with open_store(str(address), **settings) as store, store.reading() as connection:
        return [tuple(row) for row in connection.execute(select(tables.search_text).order_by("report"))]


def test_search_keys_made_in_converting_are_those_that_adding_makes(tmp_path: Path) -> None:
    convert([REPORTS], tmp_path / "into")
    reports = sorted((each for each in reports_at(REPORTS) if each.raw.content), key=lambda each: each.id)
    with open_store(str(tmp_path / "loaded.sqlite")) as store:  # which makes none itself
        load_reports(store, str(tmp_path / "into"), compare=False)
        found = {
            report.id: keys
            for report, (_, *keys) in zip(
                store.reports(name for _, name in store.numbers()),
                search_texts(tmp_path / "loaded.sqlite"),
                strict=True,
            )
        }
    made = {report.id: make_keys(report) for report in reports}
    assert found == {name: [keys.title_keys, keys.text_keys, keys.exact] for name, keys in made.items()}


def test_search_keys_of_another_version_or_of_none_are_made_anew(tmp_path: Path) -> None:
    convert([REPORTS], tmp_path / "into")
    path = max((tmp_path / "into").glob("*.reports.parquet"), key=lambda each: each.stat().st_size)
    converted = pq.read_table(path)
    columns = ["title_keys", "text_keys", "exact"]
    stale = converted.drop_columns(columns)
    for name in columns:
        stale = stale.append_column(name, pa.array(["قديم"] * len(converted)))
    noted = {b"musnad.reader": b"1", b"musnad.search_keys": b"another"}
    stores = {}
    for name, table in (
        ("now", converted),
        ("stale", stale.replace_schema_metadata(noted)),
        ("older", converted.drop_columns(columns).replace_schema_metadata(noted)),
    ):
        (tmp_path / name).mkdir()
        pq.write_table(table, tmp_path / name / "x.reports.parquet")
        with open_store(str(tmp_path / f"{name}.sqlite"), search_keys=make_keys) as store:
            load_reports(store, str(tmp_path / name), compare=False)
        stores[name] = search_texts(tmp_path / f"{name}.sqlite")
    assert stores["now"]
    assert stores["now"] == stores["stale"] == stores["older"]


def test_a_file_without_reports_is_wrong_usage(tmp_path: Path) -> None:
    pq.write_table(pa.table({"id": ["1"]}), tmp_path / "x.reports.parquet")
    with open_store(str(tmp_path / "store.sqlite")) as store, pytest.raises(UsageError, match="convert again"):
        load_reports(store, str(tmp_path))


def test_loading_from_an_empty_folder_is_wrong_usage(tmp_path: Path) -> None:
    with open_store(str(tmp_path / "store.sqlite")) as store, pytest.raises(UsageError, match="musnad convert"):
        load_reports(store, str(tmp_path))


def test_the_commands_convert_skip_and_load(tmp_path: Path) -> None:
    broken = tmp_path / "broken.html"
    broken.write_bytes(b"\x00\x01\x02")
    run = CliRunner().invoke
    first = run(main, ["convert", str(REPORTS), str(broken), "--into", str(tmp_path / "into")])
    assert first.exit_code == 1
    assert "is binary" in first.output or "not text" in first.output
    second = run(main, ["convert", str(REPORTS), "--into", str(tmp_path / "into")])
    assert second.exit_code == 0
    assert all("was there" in line for line in second.stdout.splitlines())
    loaded = run(main, ["load", str(tmp_path / "into"), "--store", str(tmp_path / "s.sqlite"), "--no-compare"])
    assert loaded.exit_code == 0, loaded.output
    assert "added" in loaded.stdout


def test_the_queries_of_the_documentation_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    broken = tmp_path / "broken.html"
    broken.write_bytes(b"\x00\x01\x02")
    convert([REPORTS, broken], tmp_path / "converted")
    monkeypatch.chdir(tmp_path)
    queries = re.findall(r"```sql\n(.*?)```", DOCS.read_text(encoding="utf-8"), re.DOTALL)
    found = [rows_of(query) for query in queries]
    assert len(found) >= 3
    assert all(found)


def test_a_row_of_claims_says_what_the_report_says(tmp_path: Path) -> None:
    convert([REPORTS], tmp_path / "into")
    place = str(tmp_path / "into" / "*.claims.parquet")
    rows = rows_of(f"select report, id, content, stance, len(chain) from '{place}'")
    expected = [
        (
            report.id,
            claim.id,
            " … ".join(span.of(report.article.text) for span in claim.content),
            str(claim.chain.origin.stance),
            len(claim.resolved_chain),
        )
        for report in reports_at(REPORTS)
        if report.article
        for claim in report.claims
    ]
    assert sorted(rows) == sorted(expected)
