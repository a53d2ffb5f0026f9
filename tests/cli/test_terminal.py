"""The terminal: readable at 80 columns, and nothing a document says can steer it."""

import io
import re
from dataclasses import replace

import pytest

from musnad.cli.isolation import isolated
from musnad.cli.output import Color, open_console
from musnad.cli.terminal import print_overview, print_report
from musnad.model import (
    Anonymity,
    Article,
    Chain,
    Circumstance,
    CircumstanceKind,
    Claim,
    Credit,
    Dropped,
    Found,
    Hedge,
    Link,
    LinkBasis,
    LinkKind,
    Mode,
    Problem,
    ProblemCode,
    RawDocument,
    Relation,
    Report,
    Span,
    Stance,
)

TEXT = "نفى مصدر أمني لصحيفة «الفنار» أن يكون الجسر «قد انهار كله»"


def _span(words: str) -> Span:
    return Span(TEXT.index(words), TEXT.index(words) + len(words))


def _report(*, title: str = "جسر الوادي", dropped: str = "شارك", confidence: float = 0.8) -> Report:
    links = (
        Link(_span("صحيفة «الفنار»"), LinkKind.OUTLET, relation=Relation.TOLD_TO),
        Link(
            _span("مصدر أمني"),
            LinkKind.ANON,
            anonymity=Anonymity.SECURITY,
            cue=_span("نفى"),
            stance=Stance.DENIES,
        ),
        Link(None, LinkKind.PERSON, resolved=_span("مصدر أمني")),
    )
    claim = Claim(
        "c1",
        (_span("أن يكون الجسر «قد انهار كله»"),),
        Chain(links),
        Mode.MIXED,
        "verb-before-clause",
        confidence,
        verbatim=(_span("«قد انهار كله»"),),
        hedge=Hedge.POSSIBLE,
    )
    article = Article(
        TEXT,
        "ar",
        False,
        title=Found(title, "h1"),
        outlet=Found("الفنار", "domain"),
        dropped=(Dropped(dropped, "share"),) * 2,
    )
    raw = RawDocument(TEXT.encode(), "text/html", "0" * 64, path="bridge.html")
    return Report("r1", raw, article, (claim,), (Problem(ProblemCode.NO_DATE, "No date was found."),))


def _printed(report: Report, *, color: Color = Color.NEVER, show_dropped: bool = False) -> str:
    stream = io.StringIO()
    print_report(open_console(stream, color), report, show_dropped=show_dropped)
    return stream.getvalue()


def test_a_claim_shows_its_words_its_marks_its_chain_and_its_rule() -> None:
    shown = re.sub("[\u2068\u2069]", "", _printed(_report()))
    assert "[DENIED]  [HEDGED: POSSIBLE]  [PARTLY VERBATIM]" in shown
    assert "أن يكون الجسر «قد انهار كله»" in shown
    assert "page الفنار" in shown
    assert "-> outlet صحيفة «الفنار» was told" in shown
    assert "-> (unnamed: security) مصدر أمني denies by نفى" in shown
    assert "-> person (elided) => مصدر أمني" in shown
    assert "rule verb-before-clause, 80%" in shown
    assert "problem no_date" in shown


def test_one_of_a_kind_is_counted_in_the_singular() -> None:
    assert "\n1 claim · 1 source · 1 anonymous" in _printed(_report())


def test_a_link_that_names_nobody_leaves_no_gap() -> None:
    report = _report()
    link = Link(None, LinkKind.UNKNOWN, cue=_span("نفى"))
    claim = replace(report.claims[0], chain=Chain((link,)), carriers=())
    shown = re.sub("[\u2068\u2069]", "", _printed(replace(report, claims=(claim,))))
    assert "nobody named by نفى" in shown


def test_no_words_make_no_isolate() -> None:
    assert isolated("").plain == ""


def test_a_claim_shows_its_carriers_and_what_stands_beside_its_chain() -> None:
    report = _report()
    assert report.article is not None
    told = replace(
        report.claims[0],
        carriers=(Link(None, LinkKind.OUTLET, entry="reuters", basis=LinkBasis.CREDITED),),
        circumstances=(Circumstance(CircumstanceKind.MEDIUM, _span("لصحيفة")),),
        verification=_span("قد انهار"),
        repeats=report.claims[0].id,
    )
    credits = (Credit("(رويترز)", "رويترز", entry="reuters"),)
    shown = _printed(replace(report, claims=(told,), article=replace(report.article, credits=credits)))
    shown = re.sub("[\u2068\u2069]", "", shown)
    assert "[NOT VERIFIED]" in shown
    assert "-> outlet (page credit) رويترز" in shown
    assert "medium لصحيفة" in shown
    assert "verification قد انهار" in shown
    assert "repeats claim 1" in shown


def test_the_head_tells_sub_headline_section_and_the_first_tags_with_their_place() -> None:
    report = _report()
    assert report.article is not None
    article = replace(
        report.article,
        sub_headline=Found("سطر تحت العنوان", "json-ld"),
        section=Found("ملاحة", "breadcrumb"),
        tags=tuple(Found(f"وسم{n}", "tag links") for n in range(11)),
    )
    shown = re.sub("[\u2068\u2069]", "", _printed(replace(report, article=article)))
    assert "subhead    سطر تحت العنوان  (json-ld)" in shown
    assert "section    ملاحة  (breadcrumb)" in shown
    assert "وسم7" in shown
    assert "وسم8" not in shown
    assert "and 3 more  (tag links)" in " ".join(shown.split()).replace("more (", "more  (")


def test_dropped_boilerplate_shows_its_reason_and_count_and_whole_on_demand() -> None:
    long = "شارك هذا الخبر مع من تحب عبر البريد أو الرسائل القصيرة أو أي وسيلة أخرى تريدها"
    assert "share ×2" in _printed(_report(dropped=long))
    assert "تريدها" not in _printed(_report(dropped=long))
    assert "تريدها" in _printed(_report(dropped=long), show_dropped=True)


@pytest.mark.parametrize("hostile", ["\x1b]0;x\x07\x1b[2J", "\u202egnp.exe", "\u2066x", "a\r\nb", "[bold]x[/]"])
def test_hostile_words_cannot_steer_the_terminal(hostile: str) -> None:
    shown = _printed(_report(title=hostile, dropped=hostile), show_dropped=True)
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066\u2067]", shown)
    if "[bold]" in hostile:
        assert hostile in shown


def test_every_line_fits_eighty_columns_and_closes_its_isolates(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    shown = _printed(_report(title="عنوان طويل جدا يمتد على أكثر من سطر " * 6))
    for line in shown.splitlines():
        visible = re.sub("[\u2068\u2069\u064b-\u0652]", "", line)
        assert len(visible) <= 80
        assert line.count("\u2068") == line.count("\u2069")


def test_colour_comes_only_when_asked_for() -> None:
    assert "\x1b[" not in _printed(_report(), color=Color.AUTO)
    assert "\x1b[" in _printed(_report(), color=Color.ALWAYS)


def test_the_overview_has_a_row_a_report() -> None:
    stream = io.StringIO()
    print_overview(open_console(stream, Color.NEVER), [_report(), _report(title="عنوان ثان")])
    rows = [line for line in stream.getvalue().splitlines() if line.strip()]
    assert len(rows) == 3
    assert "عنوان ثان" in rows[2]
