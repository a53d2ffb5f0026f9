"""Documents read up to what a store writes of them: the same in several processes, and where processes died."""

from musnad.engine.adding import _given_up, _is_short, ready_documents
from musnad.intake import load_documents
from musnad.keeping import read_ready
from musnad.model import ProblemCode
from musnad.search import make_keys
from store_reports import demo_folder


def test_several_processes_prepare_what_one_prepares() -> None:
    documents = list(load_documents([str(demo_folder())]))[:4]
    alone = [(raw, read_ready(raw, keys=make_keys)) for raw in documents]
    assert all(found.reports[0].keys for _, found in alone)
    assert list(ready_documents(documents, workers=2, keys=make_keys)) == alone


def test_a_document_that_two_processes_died_of_is_kept_as_one_that_failed() -> None:
    raw = next(iter(load_documents([str(demo_folder())])))
    found = _given_up(raw, "signal 9", keys=make_keys)
    (report,) = found.failed
    assert report.problems[-1].code is ProblemCode.WORKER_DIED
    assert not report.raw.content
    (kept,) = found.reports
    assert kept.unpack().failed
    assert kept.unpack().raw == raw
    assert not _is_short(found)
    assert _is_short(_given_up(raw, "it would hold more than 400 MB", keys=None))
