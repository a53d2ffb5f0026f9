"""Arms transfers: who supplies whom with what, in both directions, in sentences of our own and in the seed report."""

import hashlib
from pathlib import Path

import pytest

from musnad.claims import trace_claims
from musnad.events import code_events
from musnad.languages import LANGUAGES
from musnad.mentions import find_mentions
from musnad.model import Article, RawDocument, Report, Stated, Transfer, TransferStage
from musnad.reading import read_document
from musnad.times import resolve_times

ARABIC = LANGUAGES["ar"]


def transfers_of(text: str) -> tuple[Transfer, ...]:
    article = Article(text=text, language="ar", has_headline=False)
    mentions, _ = find_mentions(article, ARABIC)
    claims, _ = trace_claims(article, ARABIC)
    return code_events(article, ARABIC, mentions=mentions, claims=claims)[1]


@pytest.mark.parametrize(
    ("text", "item", "supplier", "recipient", "stage"),
    [
        ("زودت روسيا الجيش السوري بصواريخ مضادة للطائرات.", "صواريخ", "روسيا", "الجيش السوري", "delivered"),
        ("باعت فرنسا عشر مروحيات عسكرية إلى مصر.", "مروحيات", "فرنسا", "مصر", "ordered"),
        ("سلمت تركيا ليبيا شحنة دبابات.", "دبابات", "تركيا", "ليبيا", "delivered"),
        ("تسلمت مصر من فرنسا غواصات حديثة.", "غواصات", "فرنسا", "مصر", "delivered"),
        ("اشترت الهند من روسيا دبابات ثقيلة.", "دبابات", "روسيا", "الهند", "ordered"),
        ("هربت إيران بنادق إلى اليمن عبر البحر.", "بنادق", "إيران", "اليمن", "shipped"),
    ],
)
def test_the_chain_of_a_transfer(text: str, item: str, supplier: str, recipient: str, stage: str) -> None:
    (transfer,) = transfers_of(text)
    assert item in transfer.item.of(text)
    assert transfer.supplier is not None
    assert supplier in transfer.supplier.of(text)
    assert transfer.recipient is not None
    assert recipient in transfer.recipient.of(text)
    assert transfer.stage == stage


CASES = [
    line.split("\t") for line in (Path(__file__).parent / "transfers.tsv").read_text(encoding="utf-8").splitlines()[1:]
]


@pytest.mark.parametrize("case", CASES, ids=[case[0] for case in CASES])
def test_a_sentence_tells_of_its_transfer_or_of_none(case: list[str]) -> None:
    text, item, supplier, recipient, via, stage, quantity, value, covert = case
    found = transfers_of(text)
    if item == "-":
        assert not found
        return
    (one,) = found
    spans = (one.item, one.supplier, one.recipient, one.via)
    assert [span.of(text) if span else "-" for span in spans] == [item, supplier, recipient, via]
    assert one.stage == stage
    amounts = [f"{amount.least:g}..{amount.most:g}" if amount else "-" for amount in (one.quantity, one.value)]
    assert amounts == [quantity, value]
    assert one.covert is (covert == "covert")


def test_the_cases_hold_every_stage() -> None:
    assert {case[5] for case in CASES} == {*TransferStage, "-"}


def test_the_days_of_a_transfer_come_from_its_sentence() -> None:
    text = "استوردت الجزائر دبابات من روسيا عام 2017."
    article = Article(text=text, language="ar", has_headline=False)
    times, _ = resolve_times(article, ARABIC)
    mentions, _ = find_mentions(article, ARABIC)
    ((one,)) = code_events(article, ARABIC, mentions=mentions, times=times)[1]
    assert (str(one.earliest), str(one.latest)) == ("2017-01-01", "2017-12-31")


def test_two_designations_are_two_deals() -> None:
    text = 'اشترت الهند من روسيا صواريخ "إس-300". ثم اشترت الهند من روسيا صواريخ "إس-400".'
    assert len(transfers_of(text)) == 2


@pytest.mark.parametrize(
    "text", ["باعت الشركة آلاف الهواتف إلى مصر.", "تسلم الوزير جائزة السلام من الملك.", "نقلت السفينة القمح إلى اليمن."]
)
def test_what_is_no_weapon_is_no_transfer(text: str) -> None:
    assert not transfers_of(text)


def test_smuggling_is_covert() -> None:
    (transfer,) = transfers_of("هربت إيران بنادق إلى اليمن عبر البحر.")
    assert transfer.covert


@pytest.mark.parametrize(
    ("text", "end_user"),
    [
        ("أرسلت إيران صواريخ إلى سوريا لتسليمها إلى حزب الله.", "حزب الله"),
        ("نقلت إيران أسلحة إلى العراق ومنها إلى الفصائل السورية.", "الفصائل السورية"),
        ("أرسلت إيران صواريخ إلى سوريا لحماية مطاراتها.", None),
    ],
)
def test_who_gets_the_arms_from_their_recipient_is_the_end_user(text: str, end_user: str | None) -> None:
    (transfer,) = transfers_of(text)
    assert (transfer.end_user.of(text) if transfer.end_user else None) == end_user


@pytest.mark.parametrize(
    ("text", "repeated"),
    [
        ("سلمت روسيا الجزائر أول شحنة من الدبابات.", False),
        ("سلمت فرنسا المغرب دفعة ثانية من الدبابات.", True),
        ("زودت ألمانيا أوكرانيا بدبابات جديدة.", None),
    ],
)
def test_a_transfer_is_told_as_the_first_or_as_one_more(text: str, repeated: bool | None) -> None:
    (transfer,) = transfers_of(text)
    assert transfer.repeated is repeated


@pytest.mark.parametrize(
    ("text", "least"),
    [
        ("زودت تركيا الجيش الليبي بصواريخ يبلغ مداها 300 كيلومتر.", 300),
        ("زودت تركيا الجيش الليبي بصواريخ نقلتها مسافة 300 كيلومتر.", None),
    ],
)
def test_the_range_stands_behind_its_word(text: str, least: float | None) -> None:
    (transfer,) = transfers_of(text)
    assert (transfer.range_km.least if transfer.range_km else None) == least


@pytest.fixture(scope="module")
def seed(shared: Path) -> Report:
    content = (shared / "seed" / "report.txt").read_bytes()
    digest = hashlib.sha256(content).hexdigest()
    return read_document(RawDocument(content, "text/plain", digest, stated=Stated(published="2026-02-12")))


def test_the_seed_report_tells_of_missiles_to_militias_in_iraq(seed: Report) -> None:
    assert seed.article is not None
    text = seed.article.text
    parties = {
        (one.supplier.of(text) if one.supplier else "", one.recipient.of(text) if one.recipient else "")
        for one in seed.transfers
    }
    assert any(supplier == "إيران" and "الميليشيات" in recipient for supplier, recipient in parties)
    assert any(supplier == "إيران" and recipient == "قواتها الحليفة" for supplier, recipient in parties)
    assert any(supplier == "طهران" and recipient == "العراق" for supplier, recipient in parties)
    assert all(one.said_in is not None for one in seed.transfers if one.supplier and one.supplier.of(text) == "طهران")


def test_the_seed_report_tells_of_three_soldiers_as_background(seed: Report) -> None:
    assert seed.article is not None
    text = seed.article.text
    (killing,) = [one for one in seed.events if one.killed is not None and one.killed.least == 3]
    assert [span.of(text) for span in killing.agents] == ["ميليشيا كتائب حزب الله"]
    assert (killing.background, str(killing.earliest), str(killing.latest)) == (True, "2025-01-01", "2025-01-31")


def test_the_seed_report_tells_of_the_killing_of_an_intelligence_leader(seed: Report) -> None:
    assert seed.article is not None
    text = seed.article.text
    targets = [
        (str(one.type), [span.of(text) for span in one.agents])
        for one in seed.events
        if any("عبد الناصر الكمالي" in span.of(text) for span in one.targets)
    ]
    assert targets
    assert targets[0][0] == "ASSAULT"


def test_the_seed_report_calls_the_missiles_to_the_allies_the_first(seed: Report) -> None:
    assert seed.article is not None
    text = seed.article.text
    assert [one.repeated for one in seed.transfers if one.recipient and one.recipient.of(text) == "حلفائها"] == [False]


@pytest.mark.parametrize(
    "text",
    [
        "وصلت طائرات حربية إلى القاعدة الشمالية.",
        "وصلت الصواريخ إلى أهدافها.",
        "وصل صاروخ إلى ضواحي المدينة.",
        "أنزلت السفينة دبابات في ميناء المرجان.",
    ],
)
def test_arms_that_come_to_nobody_are_no_transfer(text: str) -> None:
    assert not transfers_of(text)
