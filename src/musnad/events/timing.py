"""Dates an event by the time expression nearest to its trigger, and tells what is told as background."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from musnad.events.drafts import Draft
from musnad.model import Article, EventStatus, Grain, TimeExpression

# Further than this a time belongs to another deed of the sentence, by the dev articles.
_REACH = 90
# A deed of more than five days before the report is context, not news.
_NEWS = timedelta(days=5)
_TOO_COARSE = frozenset({Grain.CENTURY, Grain.DURATION})
_WAS = frozenset({"كان", "كانت", "كانوا", "كانا", "وكان", "وكانت", "وكانوا"})
# The headline and the first sentence tell the news.
_LEAD = 1
_FOLLOWING = frozenset({"بعد", "عقب", "اثر", "غداه", "منذ", "رغم", "قبل", "خلفيه"})
_CHARGED = frozenset({"بتهمه", "بتهم", "تهمه", "المتهم", "المتهمين", "المتهمون"})
_SINCE = frozenset({"سابقا", "سابق", "سابقه", "انذاك", "حينها"})


def date_drafts(drafts: Sequence[Draft], times: Sequence[TimeExpression], article: Article) -> None:
    """Give each draft the days of its time, and mark what is told as background."""
    known = [time for time in times if time.resolved and time.grain not in _TOO_COARSE]
    published = article.published.value if article.published is not None else None
    for draft in drafts:
        time = _nearest(draft, known)
        if time is not None:
            draft.earliest = time.earliest.date() if time.earliest else None
            draft.latest = time.latest.date() if time.latest else None
        draft.background = _is_background(draft, time, published)


def _nearest(draft: Draft, times: Sequence[TimeExpression]) -> TimeExpression | None:
    """Return the time of the draft's sentence that stands nearest to the trigger, those behind it first."""
    start, end = draft.sentence.tokens[0].start, draft.sentence.tokens[-1].end
    best: tuple[int, TimeExpression] | None = None
    for time in times:
        if not start <= time.span.start < end:
            continue
        behind = time.span.start - draft.trigger.end
        distance = behind if behind >= 0 else (draft.trigger.start - time.span.end) * 2
        if distance <= _REACH * 2 and (best is None or distance < best[0]):
            best = (distance, time)
    return best[1] if best else None


def _is_background(draft: Draft, time: TimeExpression | None, published: datetime | None) -> bool:
    sentence, first = draft.sentence, draft.found.first
    before = [sentence.folded(n) for n in range(max(0, first - 8), first)]
    pluperfect = any(word in _WAS for word in before) and not draft.found.nominal
    if pluperfect or (draft.found.nominal and not sentence.headline and _is_told_by_the_way(sentence.number, before)):
        return True
    if time is not None and time.latest is not None and published is not None:
        latest = time.latest.replace(tzinfo=None)
        return published.replace(tzinfo=None) - latest > _NEWS
    if draft.status is EventStatus.ONGOING and time is None and sentence.number > _LEAD:
        return True  # what goes on at no time of its own: a war, a siege, a state's support
    opened = not draft.found.nominal and 0 < first <= 2 and before[-1] == "وقد"  # وقد طلبت السلطات
    behind = range(first, min(len(sentence), first + 6))
    return opened or any(sentence.folded(n) in _SINCE for n in behind)


def _is_told_by_the_way(number: int, before: list[str]) -> bool:
    """Tell whether the words before a noun make its deed one that another follows (غداة اشتباكات), or a charge."""
    if any(word.removeprefix("و") in _FOLLOWING for word in before[-2:]):
        return True
    return number > _LEAD + 1 and any(word in _CHARGED for word in before[-3:])
