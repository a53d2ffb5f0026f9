"""Tests that a page's credits are read in all their forms and places, and that ordinary sentences are none."""

import pytest

from musnad.article.credits import read_credits
from musnad.languages import LANGUAGES
from musnad.model import Article, Credit, CreditPlace, Dropped, Found

HEADLINE = "بلدية المرسى تفتتح حديقة جديدة"
FIRST = "افتتحت بلدية المرسى صباح الأحد حديقة تضم ملاعب للأطفال ومكتبة صغيرة قرب الشاطئ."
LAST = "وتستقبل الحديقة زوارها كل يوم حتى غروب الشمس."


def credits_of(
    *lines: str, byline: str | None = None, dropped: tuple[Dropped, ...] = ()
) -> list[tuple[str, str | None, CreditPlace]]:
    """Return (outlet as written, id, place) of each credit of an article with these lines below its headline."""
    text = "\n".join((HEADLINE, *lines))
    found = read_credits(
        Article(text, "ar", True, byline=Found(byline, "stated") if byline else None, dropped=dropped), LANGUAGES["ar"]
    )
    assert all(credit.span is None or credit.span.of(text) == credit.outlet for credit in found)
    return [(credit.outlet, credit.entry, credit.place) for credit in found]


@pytest.mark.parametrize(
    ("line", "outlet", "entry"),
    [
        ('* نقلا عن "الشرق الأوسط"', "الشرق الأوسط", "asharq-al-awsat"),
        ("*نقلاً عن «النهار» اللبنانية", "النهار» اللبنانية", "al-nahar"),
        ("* نقلا عن جريدة المرفأ الأسبوعية", "جريدة المرفأ الأسبوعية", None),
        ("المصدر: رويترز", "رويترز", "reuters"),
        ("المصدر : وكالة الأنباء السعودية", "وكالة الأنباء السعودية", "spa"),
        ("المصدر: موقع أفق المرسى", "موقع أفق المرسى", None),
        ("* خدمة «نيويورك تايمز»", "نيويورك تايمز", "new-york-times"),
        ("* بالاتفاق مع «بلومبيرغ»", "بلومبيرغ", "bloomberg"),
        ("-أ ف ب-", "أ ف ب", "afp"),
        ("(أ. ف. ب)", "أ. ف. ب", "afp"),
        ("وكالات", "وكالات", None),
        ("--(بترا)", "بترا", "petra"),
        ("(عمّان - بترا)", "بترا", "petra"),
        ("الرياض - واس", "واس", "spa"),
    ],
)
def test_line_of_its_own_credits_the_text(line: str, outlet: str, entry: str | None) -> None:
    assert credits_of(FIRST, LAST, line) == [(outlet, entry, CreditPlace.LINE)]


def test_every_outlet_of_a_line_is_credited() -> None:
    found = credits_of(FIRST, LAST, "فرانس24/ أ ف ب/ رويترز")
    assert [entry for _, entry, _ in found] == ["france-24", "afp", "reuters"]


@pytest.mark.parametrize(
    ("dateline", "entry"),
    [
        ("(CNN)-- ", "cnn"),
        ("القدس (CNN) -- ", "cnn"),
        ("المرسى، تونس (رويترز) - ", "reuters"),
        ("رويترز- المرسى: ", "reuters"),
        ("واس - ", "spa"),
        ("المرسى 12 مارس (أ ف ب) — ", "afp"),
        ("المرسى - وكالات: ", None),
    ],
)
def test_dateline_credits_the_text(dateline: str, entry: str | None) -> None:
    ((_, found, place),) = credits_of(dateline + FIRST, LAST)
    assert (found, place) == (entry, CreditPlace.DATELINE)


@pytest.mark.parametrize(
    ("ending", "entry"),
    [
        (" (أ ف ب)", "afp"),
        (" (رويترز).", "reuters"),
        (" -وات-", "tap"),
        (" -رويترز-", "reuters"),
        (" --(بترا)", "petra"),
        (" «رويترز»", "reuters"),
        (" المصدر (وات)", "tap"),
        (" (وكالات)", None),
        (" أ.ف.ب", "afp"),
    ],
)
def test_what_follows_the_last_words_credits_the_text(ending: str, entry: str | None) -> None:
    ((_, found, place),) = credits_of(FIRST, LAST + ending)
    assert (found, place) == (entry, CreditPlace.ENDING)


@pytest.mark.parametrize(
    ("byline", "entries"),
    [
        ("واشنطن - رويترز", ["reuters"]),
        ("لندن: «الشرق الأوسط»", ["asharq-al-awsat"]),
        ("دبي ـ العربية.نت", ["al-arabiya"]),
        ("العربية.نت ووكالات", ["al-arabiya", None]),
        ("غزة - فرانس برس، رويترز", ["afp", "reuters"]),
        ("سعاد المرزوقي", []),
        ("القدس", []),
    ],
)
def test_byline_credits_its_outlets(byline: str, entries: list[str | None]) -> None:
    assert [(entry, place) for _, entry, place in credits_of(FIRST, byline=byline)] == [
        (entry, CreditPlace.BYLINE) for entry in entries
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "وقالت وكالة رويترز، الأحد، إن الحديقة كلفت مليون دينار.",
        "وذكرت وكالة الأنباء السعودية (واس)",
        "وبلغت كلفة الحديقة مليون دينار وفق ما نقلت «رويترز».",
        "وزار صحفيون من رويترز وفرانس برس الحديقة صباح الأحد - وهو يوم عطلة.",
        "المصدر الذي تحدث عن الحديقة موظف في البلدية، والمكان قريب من الشاطئ ومن محطة القطار.",
        "القدس - مدينة قديمة - تفتتح حديقة مماثلة.",
    ],
)
def test_ordinary_sentence_credits_nobody(sentence: str) -> None:
    assert credits_of(sentence) == []
    assert credits_of(FIRST, sentence) == []


@pytest.mark.parametrize(
    ("lines", "outlet", "place"),
    [
        (("المرسى (وكالة السهل) - " + FIRST,), "وكالة السهل", CreditPlace.DATELINE),
        (("المرسى («صحيفة صدى الجبل») - " + FIRST,), "صحيفة صدى الجبل", CreditPlace.DATELINE),
        ((FIRST, LAST + " (وكالة السهل)"), "وكالة السهل", CreditPlace.ENDING),
        ((FIRST, LAST, "(مجلة أفق المرسى)"), "مجلة أفق المرسى", CreditPlace.LINE),
    ],
)
def test_noun_of_the_press_and_an_unknown_name_in_brackets_are_a_credit(
    lines: tuple[str, ...], outlet: str, place: CreditPlace
) -> None:
    assert credits_of(*lines) == [(outlet, None, place)]


@pytest.mark.parametrize(
    "line",
    [
        "المرسى (قناة السهل) - افتتحت البلدية حديقة على ضفة القناة صباح الأحد.",
        "المرسى (وكالة) - افتتحت البلدية حديقة صباح الأحد.",
        "افتتحت البلدية حديقة كتبت عنها صحف كثيرة (صحيفة صدى الجبل مثلا) صباح الأحد.",
        "المرسى، وكالة السهل القديمة - افتتحت البلدية حديقة صباح الأحد.",
    ],
)
def test_unknown_name_elsewhere_is_no_credit(line: str) -> None:
    assert credits_of(line, LAST) == []


def test_page_of_an_unknown_outlet_does_not_credit_itself() -> None:
    text = f"{HEADLINE}\nالمرسى (وكالة السهل) - {FIRST}"
    article = Article(text, "ar", True, outlet=Found("وكالة السهل", "stated"))
    assert read_credits(article, LANGUAGES["ar"]) == ()


def test_headline_is_no_credit() -> None:
    article = Article("رويترز: بلدية المرسى تفتتح حديقة\n" + FIRST, "ar", True)
    assert read_credits(article, LANGUAGES["ar"]) == ()


def test_credit_in_the_boilerplate_is_read_and_has_no_span() -> None:
    dropped = (Dropped("المصدر: رويترز", "furniture"), Dropped("المصدر: أ ف ب", "photo_credit"))
    article = Article(f"{HEADLINE}\n{FIRST}", "ar", True, dropped=dropped)
    (credit,) = read_credits(article, LANGUAGES["ar"])
    assert credit == Credit("المصدر: رويترز", "رويترز", CreditPlace.LINE, None, "reuters")


def test_outlet_credited_twice_is_one_credit() -> None:
    assert len(credits_of("(رويترز) - " + FIRST, LAST + " (رويترز)", byline="رويترز")) == 1


def test_agencies_in_general_are_a_group() -> None:
    article = Article(f"{HEADLINE}\n{FIRST}\nوكالات", "ar", True)
    assert [credit.is_group for credit in read_credits(article, LANGUAGES["ar"])] == [True]


def test_blank_lines_alone_cost_nothing_and_credit_nobody() -> None:
    assert credits_of(" " * 20_000, FIRST) == []


def test_brackets_around_a_byline_announce_an_outlet() -> None:
    assert credits_of(FIRST, LAST, byline="(أبوظبي - البيان)") == [("البيان", "al-bayan", CreditPlace.BYLINE)]


def test_brackets_around_a_sentence_credit_nobody() -> None:
    assert credits_of(FIRST, LAST, "(وجاء البيان بعد اجتماع طويل)") == []
