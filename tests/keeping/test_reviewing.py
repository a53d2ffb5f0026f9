"""Judgements stand beside what was read, steer what is found, survive a re-read, and keep their whole history."""

from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import msgspec
import pytest
from sqlalchemy import select

from musnad.errors import UsageError
from musnad.keeping import compare_new
from musnad.keeping.heeding import judged_pairs
from musnad.keeping.reviewing import (
    Reviewer,
    agreements,
    graded,
    judged_claim,
    judged_pair,
    judgements_now,
    marked,
    quoted,
    source_key,
)
from musnad.model import (
    Correction,
    Dossier,
    Judgement,
    JudgementKind,
    MentionKind,
    Naming,
    RawDocument,
    Reliability,
    Report,
    Span,
    Stated,
    SubjectKind,
)
from musnad.reading import read_reports
from musnad.search import (
    Within,
    list_claims,
    list_propositions,
    list_related,
    list_sources,
    profile_source,
)
from musnad.store import Store, StoreError, open_store, tables
from store_reports import made_report

LAYLA, SAMI = Reviewer("layla", "the verb is passive"), Reviewer("sami")


@pytest.fixture
def report(store: Store) -> Report:
    store.add_reports([made_report(1), made_report(2)], reader="1")
    return made_report(1)


def judge(store: Store, report: Report, kind: JudgementKind, reviewer: Reviewer, *corrected: Correction) -> Judgement:
    return store.reviews.add(judged_claim(report, report.claims[0], kind, reviewer, corrected))


def claim_rows(store: Store) -> list[tuple[str, str]]:
    query = select(tables.report.c.id, tables.claim.c.stance).join(
        tables.claim, tables.claim.c.report == tables.report.c.number
    )
    with store.reading() as connection:
        return [(row.id, row.stance) for row in connection.execute(query.order_by(tables.report.c.number))]


def test_who_judged_what_when_and_why_is_kept(store: Store, report: Report) -> None:
    made = judge(store, report, JudgementKind.RIGHT, LAYLA)
    assert store.reviews.all() == [made]
    assert (made.by, made.why, made.places[0].quote) == ("layla", "the verb is passive", "إن القافلة 1 وصلت صباحا")
    assert made.at


def test_a_claim_judged_wrong_is_not_found_any_more_and_the_reading_stays(store: Store, report: Report) -> None:
    judge(store, report, JudgementKind.WRONG, LAYLA)
    assert claim_rows(store) == [(made_report(2).id, "asserts")]
    assert store.report(report.id) == report
    assert not list(store.check())


def test_a_corrected_claim_is_found_as_corrected(store: Store, report: Report) -> None:
    judge(store, report, JudgementKind.WRONG, LAYLA, Correction("stance", "denies"), Correction("source", "نعيم"))
    assert claim_rows(store)[0] == (report.id, "denies")
    with store.reading() as connection:
        assert connection.execute(select(tables.link.c.name).where(tables.link.c.report == 1)).scalar() == "نعيم"


def test_a_correction_that_cannot_be_is_refused(store: Store, report: Report) -> None:
    for correction, message in (
        (Correction("stance", "shouts"), "choose from"),
        (Correction("colour", "red"), "cannot be corrected"),
        (Correction("content", "كلام لا يرد"), "do not stand in the report"),
    ):
        with pytest.raises(UsageError, match=message):
            judge(store, report, JudgementKind.WRONG, LAYLA, correction)


def test_two_may_disagree_and_then_what_was_read_stays(store: Store, report: Report) -> None:
    judge(store, report, JudgementKind.WRONG, LAYLA)
    judge(store, report, JudgementKind.RIGHT, SAMI)
    assert len(claim_rows(store)) == 2
    assert {each.kind for each in store.reviews.all()} == {JudgementKind.WRONG, JudgementKind.RIGHT}
    judge(store, report, JudgementKind.WRONG, Reviewer("huda"))
    assert len(claim_rows(store)) == 1


def test_a_judgement_taken_back_steers_nothing_and_stays_in_the_history(store: Store, report: Report) -> None:
    made = judge(store, report, JudgementKind.WRONG, LAYLA)
    assert store.reviews.undo(made.id, "sami", "misread")
    assert not store.reviews.undo(made.id, "sami")
    assert len(claim_rows(store)) == 2
    assert store.reviews.all() == []
    (kept,) = store.reviews.history(made.subject)
    assert kept.undone is not None
    assert (kept.undone.by, kept.undone.why) == ("sami", "misread")


def test_a_judgement_survives_a_re_read_that_moves_its_words(store: Store, report: Report) -> None:
    made = judge(store, report, JudgementKind.WRONG, LAYLA)
    assert report.article is not None
    prefix = "تقديم\n"
    moved = replace(
        report,
        article=replace(report.article, text=prefix + report.article.text),
        claims=tuple(
            replace(
                claim,
                id="f" * 16,
                content=tuple(Span(span.start + len(prefix), span.end + len(prefix)) for span in claim.content),
            )
            for claim in report.claims
        ),
        mentions=(),
    )
    store.add_reports([moved], reader="2")
    assert claim_rows(store) == [(made_report(2).id, "asserts")]
    (now,) = judgements_now(store)
    assert (now.judgement, now.claim) == (made, "f" * 16)
    assert now.span == moved.claims[0].content[0]


def test_a_judgement_whose_words_are_gone_is_kept_and_says_so(store: Store, report: Report) -> None:
    made = judge(store, report, JudgementKind.WRONG, LAYLA)
    assert report.article is not None
    store.add_reports(
        [replace(report, article=replace(report.article, text="خبر آخر"), claims=(), mentions=())], reader="2"
    )
    (now,) = judgements_now(store)
    assert (now.judgement, now.report, now.span) == (made, None, None)


def test_marks_stand_on_words_or_on_a_report(store: Store, report: Report) -> None:
    span = report.mentions[0].span
    note = store.reviews.add(marked(report, span, JudgementKind.NOTE, "ask him", LAYLA))
    store.reviews.add(marked(report, None, JudgementKind.TAG, "harbour", LAYLA))
    store.reviews.add(marked(report, None, JudgementKind.IN_CASE, "convoys", SAMI))
    assert note.places[0].quote == "الناطق نعيم الراسي"
    with store.reading() as connection:
        assert connection.execute(select(tables.case.c.name, tables.case.c.by)).all() == [("convoys", "sami")]
        in_case = select(tables.judgement.c.document).where(tables.judgement.c.case == "convoys")
        assert connection.execute(in_case).scalars().all() == [report.raw.sha256]


def test_what_lacks_something_is_refused(store: Store, report: Report) -> None:
    for judgement, message in (
        (judged_claim(report, report.claims[0], JudgementKind.RIGHT, Reviewer(" ")), "who judges"),
        (graded("ناطق", "Z", LAYLA), "a grade is one of"),
        (marked(report, None, JudgementKind.TAG, "", LAYLA), "needs its words"),
        (replace(graded("ناطق", "A", LAYLA), kind=JudgementKind.RIGHT), "said of claims"),
    ):
        with pytest.raises(StoreError, match=message):
            store.reviews.add(judgement)


def test_judgements_go_from_one_store_to_another_once(store: Store, report: Report, tmp_path: Path) -> None:
    judge(store, report, JudgementKind.WRONG, LAYLA, Correction("stance", "denies"))
    taken_back = store.reviews.add(graded("ناطق", "B", SAMI))
    lines = [msgspec.json.encode(each) for each in store.reviews.all()]
    with open_store(str(tmp_path / "other.sqlite")) as other:
        other.add_reports([made_report(1)], reader="1")
        assert other.reviews.add_all([msgspec.json.decode(line, type=Judgement) for line in lines]) == 2
        assert other.reviews.add_all([msgspec.json.decode(line, type=Judgement) for line in lines]) == 0
        assert claim_rows(other) == [(report.id, "denies")]
        store.reviews.undo(taken_back.id, "sami")
        other.reviews.add_all(store.reviews.all(standing=False))
        assert other.reviews.all(standing=False) == store.reviews.all(standing=False)


def naming(name: str, report: Report) -> Naming:
    return Naming(name, report.id, MentionKind.PERSON, "نعيم", ("نعيم",), (report.mentions[0].span,))


def test_pairs_that_people_joined_or_parted_are_found_by_their_words(store: Store, report: Report) -> None:
    other = made_report(2)
    places = quoted(report, report.mentions[0].span), quoted(other, other.mentions[0].span)
    store.reviews.add(judged_pair(SubjectKind.ENTITY, places[0], places[1], LAYLA, same=False))
    dossier = Dossier((report, other), (), (), namings=(naming("one", report), naming("two", other)))
    assert judged_pairs(dossier, store.reviews.all()) == {("one", "two"): False}
    store.reviews.add(judged_pair(SubjectKind.ENTITY, places[1], places[0], SAMI, same=True))
    assert judged_pairs(dossier, store.reviews.all()) == {}


def test_agreement_is_measured_over_what_two_or_more_judged(store: Store, report: Report) -> None:
    for reviewer, grade in ((LAYLA, "B"), (SAMI, "B")):
        store.reviews.add(graded("ناطق", grade, reviewer))
        store.reviews.add(graded("مصدر", "D", reviewer))
        judge(store, report, JudgementKind.RIGHT, reviewer)
    measured = {name: (alpha, units) for name, alpha, units in agreements(store)}
    assert measured["grades of sources"] == (1.0, 2)
    assert measured["claims right or wrong"] == (None, 1)


def read(name: str, day: str, text: str) -> Report:
    content = text.encode()
    stated = Stated(url=f"https://{name}.example/1", outlet=f"صحيفة {name}", published=day)
    raw = RawDocument(content, "text/x-article", sha256(content).hexdigest(), url=stated.url, stated=stated)
    (report,) = read_reports(raw)
    return report


@pytest.fixture
def two(store: Store) -> tuple[Report, Report]:
    """Return two reports that say different things months apart, kept and compared."""
    first = read(
        "أفق", "2025-01-05", "وصول قافلة\nقال الناطق نعيم الراسي إن القافلة وصلت إلى ميناء المرساة صباح الأحد."
    )
    second = read(
        "واد", "2025-06-20", "افتتاح سوق\nأعلنت رئيسة البلدية سلمى الكتبي أن السوق الجديدة فتحت أبوابها للتجار."
    )
    store.add_reports([first, second], reader="1")
    compare_new(store)
    return first, second


def propositions(store: Store, report: Report) -> set[str]:
    claims = list_claims(store, within=Within(report=report.id)).rows
    return {each.id for claim in claims for each in claim.propositions}


def test_claims_that_people_hold_to_say_one_thing_share_a_proposition_until_it_is_taken_back(
    store: Store, two: tuple[Report, Report]
) -> None:
    first, second = two
    assert not propositions(store, first) & propositions(store, second)
    places = [quoted(report, report.claims[0].content[0]) for report in two]
    made = store.reviews.add(judged_pair(SubjectKind.PROPOSITION, places[0], places[1], LAYLA, same=True))
    compare_new(store)
    (shared,) = propositions(store, first) & propositions(store, second)
    (listed,) = [each for each in list_propositions(store).rows if each.id == shared]
    assert listed.assertions >= 2
    assert {each.report.id for each in list_related(store, first.id)} == {second.id}
    # It holds on when one of the two is compared again with others, and when both are read anew.
    store.add_reports([read("سهل", "2025-01-06", "خبر\nقال الناطق نعيم الراسي إن الميناء مفتوح.")], reader="1")
    compare_new(store)
    assert propositions(store, first) & propositions(store, second)
    store.reviews.undo(made.id, "layla")
    compare_new(store)
    assert not propositions(store, first) & propositions(store, second)


def test_claims_that_people_hold_apart_share_no_proposition(store: Store) -> None:
    text = "وصول قافلة\nقال الناطق نعيم الراسي إن القافلة وصلت إلى ميناء المرساة صباح الأحد."
    other = "الميناء\nأكد مدير الميناء هاني السالم أن القافلة وصلت إلى ميناء المرساة صباح الأحد."
    first, second = read("أفق", "2025-01-05", text), read("واد", "2025-01-05", other)
    store.add_reports([first, second], reader="1")
    compare_new(store)
    assert propositions(store, first) & propositions(store, second)
    places = [quoted(report, report.claims[0].content[0]) for report in (first, second)]
    store.reviews.add(judged_pair(SubjectKind.PROPOSITION, places[1], places[0], LAYLA, same=False))
    compare_new(store)
    assert not propositions(store, first) & propositions(store, second)


def test_grades_make_the_reliability_of_a_source(store: Store, two: tuple[Report, Report]) -> None:
    name = source_key(store, "الناطق نعيم الراسي")
    assert source_key(store, f"person:{name}") == name
    store.reviews.add(graded(name, "B", LAYLA))
    store.reviews.add(graded(name, "D", LAYLA))
    store.reviews.add(graded(name, "F", SAMI))
    (source,) = [each for each in list_sources(store).rows if each.key == name]
    assert source.reliability is Reliability.D
    profile = profile_source(store, source.id)
    assert profile is not None
    assert profile.source.reliability is Reliability.D
    with pytest.raises(UsageError, match="did you mean"):
        source_key(store, "الراسي")
