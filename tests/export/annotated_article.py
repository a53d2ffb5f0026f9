"""A report annotated by hand: nested chains, elided speakers, a denial, hedges, hostile strings."""

from dataclasses import replace
from datetime import UTC, datetime

from musnad.model import (
    Anonymity,
    Article,
    AuthorStance,
    Chain,
    Claim,
    Credit,
    Dropped,
    Found,
    FoundDate,
    Hedge,
    Link,
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

HOSTILE_TITLE = "<script>alert('x')</script> & \"عنوان\""

TEXT = "\n".join(
    (
        "وكالة السهل: سلطات الميناء تنفي غرق السفينة «الزهراء»",
        "قالت صحيفة «المرفأ» إن سفينة شحن تحمل اسم «الزهراء» جنحت فجر الاثنين قرب رأس الملح، ونقلت عن "
        "مصدر أمني طلب ألا يُذكر اسمه قوله إن «الطاقم كله بخير» وإن عطلا أصاب المحرك.",
        "ونفى مدير الميناء سليم الحداد أن تكون السفينة قد غرقت. وأضاف أن القاطرات «ستصل قبل المساء»، "
        "مشيرا إلى أن الحمولة قد تُنقل إلى سفينة أخرى.",
        "«لم نسمع انفجارا»، قال صياد كان قريبا من المكان، «لكننا رأينا دخانا أسود فوق المدخنة».",
        "وزعم حساب مجهول أن السفينة كانت تنقل سلاحا، ولم يؤكد خفر السواحل وجود أي سلاح على متنها.",
        "وأظهرت وثيقة شحن اطلعت عليها وكالة السهل أن السفينة حملت ثلاثة آلاف طن من القمح.",
        "وتوقعت هيئة الأرصاد أن تهدأ الرياح غدا، ما قد يسهل عملية التعويم.",
    )
)


def spot(words: str, *, within: str = "") -> Span:
    """Return where the words stand in the text; with `within`, where they stand inside those."""
    start = TEXT.index(within) + within.index(words) if within else TEXT.index(words)
    return Span(start, start + len(words))


def annotated_report() -> Report:
    """Return the report with its ten claims."""
    article = Article(
        text=TEXT,
        language="ar",
        has_headline=True,
        url="https://example.org/reports/1?a=1&b=<2>",
        outlet=Found("وكالة السهل", "og:site_name"),
        title=Found(HOSTILE_TITLE, "h1"),
        sub_headline=Found("الرياح تدفع السفينة إلى المياه الضحلة", "json-ld"),
        byline=Found("ليلى منصور", "meta author"),
        section=Found("ملاحة", "breadcrumb"),
        tags=(Found("سفن", "tag links"), Found("<i>Port</i>", "tag links")),
        published=FoundDate(datetime(2024, 3, 4, 9, 30, tzinfo=UTC), True, "json-ld"),
        credits=(Credit("* المصدر: صحيفة المرفأ", "صحيفة المرفأ"),),
        dropped=(
            Dropped("الرئيسية | محليات | <b>رياضة</b>", "navigation"),
            Dropped("اقرأ أيضا: أسعار القمح ترتفع\nشاهد صور العاصفة", "related"),
            Dropped("أرسل تعليقك", "comments"),
            Dropped("شارك عبر البريد", "share"),
        ),
    )
    raw = RawDocument(TEXT.encode(), "text/html", "ab" * 32, path="pages/ship.html", url=article.url)
    problems = (
        Problem(ProblemCode.CHARSET_GUESSED, "pages/ship.html: no charset is named; read as windows-1256."),
        Problem(ProblemCode.UNBALANCED_QUOTES, "A quotation mark is never closed.", Span(3, 9)),
    )
    return Report("f00dfeed12345678", raw, article, tuple(_claims()), problems)


def _claims() -> list[Claim]:
    return [*_relayed_claims(), *_elided_claims(), *_unnamed_claims()]


def _relayed_claims() -> list[Claim]:
    outlet = LinkKind.OUTLET
    paper = spot("صحيفة «المرفأ»")
    relayed = (
        Link(None, outlet, paper, cue=spot("نقلت عن"), relation=Relation.RELAYS),
        Link(spot("مصدر أمني طلب ألا يُذكر اسمه"), LinkKind.ANON, anonymity=Anonymity.SECURITY, cue=spot("قوله")),
    )
    agency = Link(spot("وكالة السهل"), outlet, cue=Span(11, 12), relation=Relation.RELAYS)
    denial = Link(spot("سلطات الميناء"), LinkKind.ORG, cue=spot("تنفي"), stance=Stance.DENIES)
    whole = "إن سفينة شحن تحمل اسم «الزهراء» جنحت فجر الاثنين قرب رأس الملح"
    crew, engine = "إن «الطاقم كله بخير»", "وإن عطلا أصاب المحرك"
    quoted = (spot("«الطاقم كله بخير»"),)
    return [
        replace(_claim("headline-colon", (agency, denial), spot("غرق السفينة «الزهراء»")), in_headline=True),
        _claim("verb-before-clause", (Link(paper, outlet, cue=spot("قالت")),), spot(whole)),
        replace(_claim("relay-verb", relayed, spot(f"{crew} {engine}")), mode=Mode.MIXED, verbatim=quoted),
    ]


def _elided_claims() -> list[Claim]:
    person = LinkKind.PERSON
    director = spot("مدير الميناء سليم الحداد")
    denies = Link(director, person, cue=spot("نفى"), stance=Stance.DENIES)
    he = Link(None, person, director, cue=spot("أضاف"))
    pointed = Link(None, person, director, cue=spot("مشيرا إلى"))
    arrives = (spot("«ستصل قبل المساء»"),)
    moved = _claim("participle", (pointed,), spot("أن الحمولة قد تُنقل إلى سفينة أخرى"))
    return [
        _claim("verb-before-clause", (denies,), spot("أن تكون السفينة قد غرقت")),
        replace(_claim("elided-verb", (he,), spot("أن القاطرات «ستصل قبل المساء»")), mode=Mode.MIXED, verbatim=arrives),
        replace(moved, hedge=Hedge.POSSIBLE),
    ]


def _unnamed_claims() -> list[Claim]:
    anon, org = LinkKind.ANON, LinkKind.ORG
    told = (
        Link(spot("وكالة السهل", within="وكالة السهل أن السفينة"), LinkKind.OUTLET, relation=Relation.TOLD_TO),
        Link(spot("وثيقة شحن"), LinkKind.DOCUMENT, cue=spot("أظهرت"), relation=Relation.DOCUMENT_OF),
    )
    witness, said = spot("صياد كان قريبا من المكان"), spot("قال", within="قال صياد")
    fisher = Link(witness, anon, anonymity=Anonymity.WITNESS, cue=said)
    account = Link(spot("حساب مجهول"), anon, anonymity=Anonymity.OTHER, cue=spot("زعم"))
    guard = Link(spot("خفر السواحل"), org, cue=spot("لم يؤكد"), cue_negated=True)
    weather = Link(spot("هيئة الأرصاد"), org, cue=spot("توقعت"), stance=Stance.PREDICTS)
    heard = (spot("«لم نسمع انفجارا»"), spot("«لكننا رأينا دخانا أسود فوق المدخنة»"))
    arms = _claim("verb-before-clause", (account,), spot("أن السفينة كانت تنقل سلاحا"))
    calm = _claim("verb-before-clause", (weather,), spot("أن تهدأ الرياح غدا، ما قد يسهل عملية التعويم"))
    overlap = _claim("overlap", (weather,), spot("قد يسهل عملية التعويم"))
    return [
        replace(_claim("quote-interrupted", (fisher,), *heard), mode=Mode.DIRECT, verbatim=heard),
        replace(arms, author_stance=AuthorStance.DISTANCING),
        _claim("negated-verb", (guard,), spot("وجود أي سلاح على متنها")),
        _claim("document-shows", told, spot("أن السفينة حملت ثلاثة آلاف طن من القمح")),
        replace(calm, hedge=Hedge.POSSIBLE),
        replace(overlap, hedge=Hedge.PROBABLE),
    ]


def _claim(rule: str, chain: tuple[Link, ...], *content: Span) -> Claim:
    return Claim(f"{rule}-{content[0].start}", content, Chain(chain), Mode.INDIRECT, rule, 0.91)
