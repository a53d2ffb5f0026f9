"""Registers, standoff files and print: what coders, annotators and readers on paper get."""

import csv
import io
import re
import zipfile

import conllu
import pyarrow.parquet
import pytest

from exported import demo_dossier
from musnad.export.formats import ExportSettings, export
from musnad.export.printed import find_browser
from musnad.export.registers import PLOVER_COLUMNS, SIPRI_COLUMNS
from musnad.export.tables import TABLES
from musnad.model import EventType


def test_plover_has_a_line_an_event_by_its_types() -> None:
    rows = list(csv.DictReader(io.StringIO(export(demo_dossier(), "plover").decode()), delimiter="\t"))
    assert tuple(rows[0]) == PLOVER_COLUMNS
    assert len(rows) == sum(len(report.events) for report in demo_dossier().reports)
    assert {row["Event Type"] for row in rows} <= {kind.value for kind in EventType}
    assert {row["Quad Code"] for row in rows} <= {"1", "2", "3", "4"}


def test_cameo_has_root_codes_only() -> None:
    rows = list(csv.DictReader(io.StringIO(export(demo_dossier(), "cameo").decode()), delimiter="\t"))
    assert rows
    assert all(re.fullmatch(r"0[1-9]|1\d|20", row["Event Root Code"]) for row in rows)


def test_the_arms_register_says_who_says_so() -> None:
    rows = list(csv.DictReader(io.StringIO(export(demo_dossier(), "sipri").decode(), newline="")))
    assert tuple(rows[0]) == SIPRI_COLUMNS
    told = [(transfer, report) for report in demo_dossier().reports for transfer in report.transfers]
    assert len(rows) == len(told)
    for row, (transfer, report) in zip(rows, told, strict=True):
        assert report.article is not None
        assert row["Weapon designation"] == transfer.item.of(report.article.text)
        assert bool(row["Attributed To"]) == (transfer.said_in is not None)


def test_brat_names_words_at_their_offsets() -> None:
    archive = zipfile.ZipFile(io.BytesIO(export(demo_dossier(), "brat")))
    conf = archive.read("annotation.conf").decode()
    texts = [name for name in archive.namelist() if name.endswith(".txt")]
    assert len(texts) == len(demo_dossier().reports)
    for name in texts:
        text = archive.read(name).decode()
        known = set()
        for line in archive.read(name.replace(".txt", ".ann")).decode().splitlines():
            number, told, *words = line.split("\t")
            if number.startswith("T"):
                kind, _, places = told.partition(" ")
                assert re.search(rf"^{kind}$", conf, re.MULTILINE)
                spans = [tuple(map(int, place.split())) for place in places.split(";")]
                assert " ".join(text[start:end] for start, end in spans) == words[0]
                known.add(number)
            elif number.startswith("R"):
                assert set(re.findall(r"Arg\d:(T\d+)", told)) <= known


def test_conllu_is_read_back_with_names_and_claims() -> None:
    sentences = conllu.parse(export(demo_dossier(), "conllu").decode())
    texts = {report.id: report.article.text for report in demo_dossier().reports if report.article}
    claimed: set[str] = set()
    for sentence in sentences:
        report = sentence.metadata["sent_id"].rpartition("-")[0]
        for token in sentence:
            start, end = int(token["misc"]["start"]), int(token["misc"]["end"])
            assert texts[report][start:end] == token["form"]
            claimed |= set(token["misc"].get("Claim", "").split(",")) - {""}
        spaced = (
            token["form"] + ("" if (token["misc"] or {}).get("SpaceAfter") == "No" else " ") for token in sentence
        )
        assert "".join(spaced).rstrip() == sentence.metadata["text"]
    assert claimed == {claim.id for report in demo_dossier().reports for claim in report.claims}


@pytest.mark.parametrize("name", list(TABLES))
def test_parquet_holds_the_rows_of_the_table(name: str) -> None:
    table = pyarrow.parquet.read_table(io.BytesIO(export(demo_dossier(), "parquet", ExportSettings(table=name))))
    assert tuple(table.column_names) == TABLES[name].columns
    rows = list(TABLES[name].rows(demo_dossier()))
    assert [tuple(row.values()) for row in table.to_pylist()] == rows


def test_a_printed_dossier_is_a_pdf_with_its_words() -> None:
    if find_browser() is None:
        pytest.skip("no browser here: the PDF was not printed")
    import pypdf

    pages = pypdf.PdfReader(io.BytesIO(export(demo_dossier(), "pdf"))).pages
    assert len(pages) > 1
    assert "independent" in "".join(page.extract_text() for page in pages)
