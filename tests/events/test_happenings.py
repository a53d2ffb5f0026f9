"""Which mentions of a report are one happening, and which are told as background."""

from musnad.claims import trace_claims
from musnad.events import code_events
from musnad.languages import LANGUAGES
from musnad.mentions import find_mentions
from musnad.model import Article, Event, EventType

ARABIC = LANGUAGES["ar"]


def events_of(*sentences: str) -> tuple[Event, ...]:
    article = Article(text="\n".join(sentences), language="ar", has_headline=False)
    mentions, _ = find_mentions(article, ARABIC)
    claims, _ = trace_claims(article, ARABIC)
    return code_events(article, ARABIC, mentions=mentions, claims=claims)[0]


def of_type(events: tuple[Event, ...], kind: EventType) -> list[Event]:
    return [event for event in events if event.type is kind]


def test_a_noun_for_somebody_named_before_is_the_same_party() -> None:
    events = events_of("اعتقلت الشرطة بائعا في مدينة الواحة.", "واعتقل الرجل بعد بلاغ من السكان.")
    assert [len(event.also) for event in of_type(events, EventType.COERCE)] == [1]


def test_another_victim_is_another_happening() -> None:
    events = events_of("قتل مسلح بائعا في مدينة الواحة.", "وفي المساء قتل مسلح رجلا آخر.")
    assert len(of_type(events, EventType.ASSAULT)) == 2


def test_what_went_before_the_news_is_background() -> None:
    events = events_of(
        "أعلنت الوزارة إغلاق الميناء بعد احتجاجات عمال الشحن في الواحة.",
        "وكان الوزير كمال الراشد زار الواحة لبحث الأزمة.",
    )
    told = {event.type: event.background for event in events}
    assert told == {EventType.COERCE: False, EventType.PROTEST: True, EventType.CONSULT: True}


def test_the_country_of_an_officer_is_his_own() -> None:
    events = events_of(
        "بدأ النزاع بين كندا وتركيا.",
        "فرض الرئيس التركي كمال الراشد عقوبات على كندا بعد انسحاب بلاده من الاتفاق.",
    )
    text = "بدأ النزاع بين كندا وتركيا.\nفرض الرئيس التركي كمال الراشد عقوبات على كندا بعد انسحاب بلاده من الاتفاق."
    left = [event for event in events if event.trigger.of(text) == "انسحاب"]
    assert [span.of(text) for event in left for span in event.agents] == ["تركيا"]


def test_a_mention_that_names_nobody_goes_with_the_one_before_it() -> None:
    events = events_of(
        "هاجم مسلحون قرية الدوالي فجر الأحد.",
        "وقال شهود إن إطلاق نار كثيفا سمع من بعيد.",
    )
    (attack,) = of_type(events, EventType.ASSAULT)
    assert len(attack.also) == 1


def test_a_meeting_of_the_same_two_is_one_whoever_is_named_first() -> None:
    events = events_of(
        "التقى الوزير كمال الراشد السفير سمير الحداد في الواحة.",
        "وكانت المحادثات بين سمير الحداد وكمال الراشد قصيرة.",
    )
    assert len(of_type(events, EventType.CONSULT)) == 1


def test_who_is_met_behind_a_second_verb_is_met_by_the_one_told_of_before() -> None:
    text = ("وصل الوزير كمال الراشد إلى الواحة.", "ومن المقرر أن يلتقي رئيس البلدية.")
    (met,) = [event for event in events_of(*text) if event.trigger.of("\n".join(text)) == "يلتقي"]
    assert [span.of("\n".join(text)) for span in met.targets] == ["رئيس البلدية"]
