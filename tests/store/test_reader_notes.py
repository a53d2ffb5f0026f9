"""Readers' notes in the store: shown once approved, gone with their report, their e-mail addresses never given out."""

import pytest

from musnad.store import Store, StoreError
from musnad.store.reader_notes import NewNote, NoteState
from store_reports import made_report


@pytest.fixture
def report(store: Store) -> str:
    made = made_report(1)
    store.add_reports([made], reader="test")
    return made.id


def test_a_note_is_shown_once_it_is_approved(store: Store, report: str) -> None:
    note = store.notes.submit(NewNote(report, "هدى", "الصورة قديمة.", "huda@example.org"))
    assert note.state is NoteState.WAITING
    assert store.notes.approved(report) == []
    assert store.notes.waiting() == 1
    moderated = store.notes.moderate(note.number, NoteState.APPROVED, "mona")
    assert store.notes.approved(report) == [moderated]
    assert moderated is not None
    assert (moderated.text, moderated.moderated_by) == ("الصورة قديمة.", "mona")


def test_a_note_that_is_rejected_is_not_shown(store: Store, report: str) -> None:
    note = store.notes.submit(NewNote(report, "هدى", "كلام"))
    store.notes.moderate(note.number, NoteState.REJECTED, "mona")
    assert store.notes.approved(report) == []
    assert [each.number for each in store.notes.all(NoteState.REJECTED)] == [note.number]


def test_no_query_gives_out_an_address(store: Store, report: str) -> None:
    note = store.notes.submit(NewNote(report, "هدى", "كلام", "huda@example.org"))
    assert "huda@" not in repr((note, store.notes.all(NoteState.WAITING)))


def test_a_note_goes_with_its_report(store: Store, report: str) -> None:
    store.notes.submit(NewNote(report, "هدى", "كلام"))
    store.delete([report])
    assert store.notes.waiting() == 0


def test_a_note_needs_a_report(store: Store) -> None:
    with pytest.raises(StoreError, match="no report"):
        store.notes.submit(NewNote("missing", "هدى", "كلام"))


def test_nothing_is_moderated_that_is_not_there(store: Store) -> None:
    assert store.notes.moderate(7, NoteState.APPROVED, "mona") is None
