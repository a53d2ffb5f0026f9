"""Finds where, when and through what something was said: في بيان، خلال مقابلة مع قناة، على حسابه في تويتر، الأحد."""

from collections.abc import Sequence
from dataclasses import replace

from musnad.claims.drafts import Draft
from musnad.claims.holders import issuer_of
from musnad.claims.phrases import Phrase
from musnad.claims.view import SentenceView
from musnad.model import Circumstance, CircumstanceKind, Span

_LONGEST = 14
_LOOSE = 3  # words that may follow the last noun or preposition of the phrase: adjectives, an owner
_AFTER = 14  # tokens behind a postposed source in which its circumstances may stand
_OWN = frozenset({"له", "لها", "لهم"})  # في بيان له
_LINKING = frozenset({"في", "علي", "عبر", "ب", "من", "الي"})


def circumstances_of(view: SentenceView, draft: Draft, earlier: Sequence[Draft]) -> tuple[Circumstance, ...]:
    """Return the circumstances of the draft's speech act, in order; `earlier` are the sentence's drafts before it."""
    taken = _taken(draft)
    said = [link.cue[0] for link in draft.links if link.cue] + [
        link.source.first for link in draft.links if link.source
    ]
    if not said:
        return ()
    low = min(said)
    high = max(max(taken_until) for taken_until in _heads(draft))
    begin = max((d.end for d in earlier if d.end <= low), default=draft.parent.begin if draft.parent else 0)
    found = [*_documents(view, draft), *_opening(view, begin, low, taken)]
    behind = draft.begin if draft.begin >= low else min(len(view), high + _AFTER)
    found += _between(view, low, behind, taken)
    return tuple(sorted(found, key=lambda circumstance: circumstance.span.start))


def without_circumstance(view: SentenceView, phrase: Phrase) -> Phrase:
    """Return the source phrase without a circumstance at its end: يوسف كامل في بيروت، الوزارة في بيان."""
    for at in range(phrase.first + 1, phrase.end - 1):
        read = _read(view, at, phrase.end, frozenset())
        if read is None or read[1] < phrase.end or read[0].platform:
            continue
        # مسؤول في الميناء: of an office the place is a part, after a person's name it is where he spoke.
        person = view.is_given(at - 1) or view.is_given(at - 2)
        if read[0].kind is CircumstanceKind.MEDIUM or (read[0].kind is CircumstanceKind.VENUE and person):
            return replace(phrase, end=at)
    return phrase


def _heads(draft: Draft) -> list[tuple[int, int]]:
    cues = [link.cue for link in draft.links if link.cue]
    return cues + [(link.source.first, link.source.end) for link in draft.links if link.source]


def _taken(draft: Draft) -> frozenset[int]:
    """Return the tokens that are the claim's cues, sources and content."""
    return frozenset(index for first, end in [*_heads(draft), *draft.content] for index in range(first, end))


def _documents(view: SentenceView, draft: Draft) -> list[Circumstance]:
    """بيان in «بحسب بيان للوزارة»: the ministry is the source, the statement its medium."""
    found = []
    for link in draft.links:
        issuer = issuer_of(view, link.source) if link.source else None
        if link.source and issuer:
            found.append(Circumstance(CircumstanceKind.MEDIUM, view.span(link.source.first, issuer.first)))
    return found


def _opening(view: SentenceView, begin: int, low: int, taken: frozenset[int]) -> list[Circumstance]:
    """Return the circumstances that open the clause and run up to its verb: «وفي تغريدة على حسابه، قال ...»."""
    found: list[Circumstance] = []
    at, opens = begin, True
    while at < low:
        read = _read(view, at, low, taken) if opens else None
        if read is not None:
            found.append(read[0])
            at = read[1]
            continue
        switch = view.phrase_at(at, "speaker_switch") if opens else 0
        opens = view.is_mark(at) or switch > 0
        if not opens and not view.within(at, "auxiliaries"):
            # Words of the clause before: what followed them was theirs (وقع الهجوم في تونس، وأعلن ...).
            found.clear()
        at += max(1, switch)
    return found


def _between(view: SentenceView, begin: int, end: int, taken: frozenset[int]) -> list[Circumstance]:
    """Return the circumstances that follow a cue or source, a mark or one another: nothing else lies between."""
    found: list[Circumstance] = []
    at, follows = begin, True
    while at < end:
        read = _read(view, at, end, taken) if follows and at not in taken else None
        if read is not None:
            found.append(read[0])
            at = read[1]
            continue
        follows = at in taken or view.is_mark(at) or view.within(at, "adverbs")
        if not follows and not view.within(at, "addressees") and view.word(at) not in _OWN:
            break
        follows = True
        at += 1
    return found


def _read(view: SentenceView, at: int, limit: int, taken: frozenset[int]) -> tuple[Circumstance, int] | None:
    """Return the circumstance that begins at token `at` and the token after it, or None."""
    stop = next((n for n in range(at, min(limit, at + _LONGEST)) if n in taken), min(limit, at + _LONGEST))
    if _opens_time(view, at):
        return _time(view, at, at, stop)
    noun = at + view.phrase_at(at, "circumstance_openers")
    if noun == at or noun >= stop:
        return None
    if view.word(noun) in view.grammar.words["time_words"] or _opens_time(view, noun):
        return _time(view, at, noun, stop)
    medium = _is_medium(view, noun) or _platform(view, noun) is not None
    aimed = view.bare(at) == "علي" and view.word(noun) != "هامش"  # على أنقرة: what the words are about
    if not medium and (aimed or not _is_venue(view, noun)):
        return None
    end = _end(view, noun, stop, medium=medium) if medium or not _is_place(view, noun) else noun + 1
    span = _spoken(view, at, end)
    if not medium:
        return Circumstance(CircumstanceKind.VENUE, span), end
    named = [_platform(view, n) for n in range(noun, end)]
    platform = next((name for name in named if name), None)
    return Circumstance(CircumstanceKind.MEDIUM, span, platform, _account(view, noun, end)), end


def _opens_time(view: SentenceView, at: int) -> bool:
    words = view.grammar.words
    if view.word(at).isdigit():
        return view.word(at + 1) in words["time_words"]
    return view.word(at) in words["time_words"] and view.word(at) not in words["inner_times"]


def _time(view: SentenceView, at: int, noun: int, stop: int) -> tuple[Circumstance, int]:
    end = noun + 1
    while end < stop and _goes_on(view, end):
        end += 2 if view.word(end) == "/" else 1
    return Circumstance(CircumstanceKind.TIME, _spoken(view, at, end)), end


def _goes_on(view: SentenceView, at: int) -> bool:
    """Tell whether words of time go on at `at`: الأحد الماضي، 3 مارس/ آذار 2019."""
    times = view.grammar.words["time_words"]
    return view.word(at) in times or view.word(at).isdigit() or (view.word(at) == "/" and view.word(at + 1) in times)


def _spoken(view: SentenceView, at: int, end: int) -> Span:
    """Return the span of the tokens without the conjunction before their preposition: وفي."""
    span = view.span(at, end)
    word = view.word(at)
    joined = word.startswith(("و", "فف")) and word not in view.grammar.words["time_words"]
    return Span(span.start + joined, span.end)


def _stems(view: SentenceView, at: int) -> set[str]:
    """Return the noun without article and pronoun: بيانه، حسابها، صفحتهم، البيان."""
    word = view.word(at)
    bare = word.removeprefix("ال")
    stems = {word, bare}
    for pronoun in ("هما", "هم", "ها", "ه"):
        if bare.endswith(pronoun) and len(bare) > len(pronoun) + 2:
            owned = bare.removesuffix(pronoun)
            stems |= {owned, owned.removesuffix("ت") + "ه"}
    return stems


def _is_medium(view: SentenceView, at: int) -> bool:
    stems = _stems(view, at)
    if view.phrase_at(at, "media") > 0 or not view.grammar.words["media"].isdisjoint(stems):
        return True
    # قناته في تيليغرام: a channel is an account where a network's name follows.
    network = any(_platform(view, n) for n in range(at + 1, at + 5))
    return network and not view.grammar.words["accounts"].isdisjoint(stems)


def _is_venue(view: SentenceView, at: int) -> bool:
    return _is_place(view, at) or not view.grammar.words["occasions"].isdisjoint(_stems(view, at))


def _is_place(view: SentenceView, at: int) -> bool:
    words = view.grammar.words
    return view.word(at) in words["countries"] or view.word(at) in words["capitals"]


def _platform(view: SentenceView, at: int) -> str | None:
    """Return the id of the social network whose name begins at token `at`, or None."""
    word = view.word(at)
    for start in (word, word[1:] if word[:1] == "ب" else word):
        for name, platform in view.grammar.platforms.get(start, ()):
            if all(view.word(at + n) == part for n, part in enumerate(name) if n):
                return platform
    return None


def _account(view: SentenceView, noun: int, end: int) -> Span | None:
    """Return the words of the account from its noun on: حسابه الرسمي على تويتر."""
    accounts = view.grammar.words["accounts"]
    first = next((n for n in range(noun, end) if not accounts.isdisjoint(_stems(view, n))), None)
    return view.span(first, end) if first is not None else None


def _end(view: SentenceView, noun: int, stop: int, *, medium: bool) -> int:
    """Return the token after the phrase whose noun stands at `noun`."""
    words = view.grammar.words
    at = anchor = noun + 1
    dialogue = not words["dialogues"].isdisjoint(_stems(view, noun))
    while at < stop:
        word = view.word(at)
        if view.tokens[at].is_quote:
            closing = view.sentence.quotations[view.openings[at]][1] if at in view.openings else len(view)
            if closing >= stop or closing - at > 5:
                break
            at = anchor = closing + 1
            continue
        if not view.tokens[at].is_word or word in words["complementisers"] or word in words["time_words"]:
            break
        if view.finite_cue(at) or view.participle_cue(at) or view.within(at, "relatives"):
            break
        if dialogue and word == "مع":
            at = anchor = at + 2
            continue
        if word in words["prepositions"] or word in _LINKING:
            follows = at + 1
            media = _platform(view, follows) or (_is_medium(view, follows) and view.word(follows) not in {"حديث"})
            quoted = view.tokens[follows].is_quote if follows < stop else False
            if not (medium and follows < stop and (media or (quoted and _platform(view, follows + 1)))):
                break
            at = anchor = follows + 1 if not quoted else follows
            continue
        joined = word[0] == "و" and view.bare(at) != word
        if at - anchor >= _LOOSE or joined or word.startswith("لل") or word in words["addressees"]:
            break
        at += 1
    end = min(at, stop)
    return end - 1 if view.word(end - 1) == "مع" and end - 1 > noun else end
