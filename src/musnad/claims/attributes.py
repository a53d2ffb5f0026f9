"""Says of a claim's words how much is verbatim, how sure they are, and whether the writer keeps away from them."""

from musnad.claims.drafts import Draft
from musnad.claims.naming import holder_of
from musnad.claims.view import SentenceView
from musnad.model import AuthorStance, Hedge, LinkKind, Mode, Span

# Bodies that bear a name in quotation marks: صحيفة "..."، تنظيم "..."
_NAMED = frozenset({LinkKind.OUTLET, LinkKind.ORG, LinkKind.OUTLET_GROUP})

_UNSURE = frozenset({"شكوك", "تكهنات", "شايعات", "اشاعات"})
_CAN = "يمكن"
_UNCONFIRMED = ("غير", "موكده")


def verbatim_spans(view: SentenceView, draft: Draft) -> tuple[Span, ...]:
    """Return the spans of the quotations inside the content, marks included."""
    spans = []
    for opening, closing in view.sentence.quotations:
        if any(first <= opening and closing < end for first, end in draft.content):
            spans.append(view.span(opening, closing + 1))
    return tuple(spans)


def mode_of(view: SentenceView, draft: Draft, verbatim: tuple[Span, ...]) -> Mode:
    """Return direct where all words but a leading complementiser are quoted, mixed where some are."""
    if not verbatim:
        return Mode.INDIRECT
    for first, end in draft.content:
        for index in range(first, end):
            token = view.tokens[index]
            if not token.is_word or (index == first and view.word(index) in {"ان", "بان"}):
                continue
            if not any(span.start <= token.start and token.end <= span.end for span in verbatim):
                # Names in quotation marks are no quotation of the speaker's words.
                return Mode.MIXED if any(len(span) > 0 for span in _speech(view, draft)) else Mode.INDIRECT
    return Mode.DIRECT


def _speech(view: SentenceView, draft: Draft) -> list[Span]:
    """The quotations that are not the name of a paper, a group, a place or a ship."""
    spans, named = [], -1
    for opening, closing in view.sentence.quotations:
        if not any(first <= opening and closing < end for first, end in draft.content):
            continue
        joined = named >= 0 and opening - named == 2 and view.word(opening - 1) in {"و", "،"}
        if _is_name(view, opening, closing) or (joined and closing - opening <= 4):
            named = closing
            continue
        spans.append(view.span(opening, closing + 1))
    return spans


def _is_name(view: SentenceView, opening: int, closing: int) -> bool:
    """Tell whether a short quotation is a name: منطقة «كذا»، المعروفة بـ«كذا», or one that the lexicons know."""
    inside = tuple(view.words[opening + 1 : closing])
    if inside in view.grammar.proper_holders or inside in view.grammar.outlets:
        return True
    at = opening - 1
    if view.word(at) in {"ب", "ل"} and view.tokens[at].end == view.tokens[opening].start:
        at -= 1
    before = view.word(at)
    short = closing - opening <= (4 if before.startswith("ال") else 6)
    if at < 0 or not short or (inside and inside[0][:1] in "يتس" and len(inside[0]) > 3 and before.startswith("ال")):
        return False
    head = holder_of(view, at)
    announced = (
        before in view.grammar.words["named_heads"]
        or before.removeprefix("ال").removeprefix("و") in (view.grammar.words["named_heads"])
    )
    return announced or (head is not None and head.kind in _NAMED)


def hedge_of(view: SentenceView, draft: Draft) -> Hedge:
    """Return how sure the words of the content and of its cues are."""
    probable, possible = view.grammar.words["probable"], view.grammar.words["possible"]
    told = [*(link.cue for link in draft.links if link.cue)]
    told += [(link.source.first, link.source.end) for link in draft.links if link.source]
    for first, end in told:
        pairs = [(view.word(at), view.word(at + 1)) for at in range(first, end)]
        if _UNCONFIRMED in pairs or any(word in _UNSURE for word, _ in pairs):
            return Hedge.POSSIBLE  # تقارير غير مؤكدة، شكوك في أن
    for first, end in [*draft.content, *(link.cue for link in draft.links if link.cue)]:
        for index in range(first, end):
            word, bare = view.word(index), view.bare(index)
            if word in probable or bare in probable:
                return Hedge.PROBABLE
            if (word in possible or bare in possible) and not _is_ability(view, index):
                return Hedge.POSSIBLE
            following = view.word(index + 1) if bare == "قد" and index < end - 1 else ""
            if len(following) >= 3 and following[0] in "يت" and following != "تمت":
                return Hedge.POSSIBLE
    return Hedge.NONE


def _is_ability(view: SentenceView, index: int) -> bool:
    """لا يمكن أن، الذين يمكن أن تؤويهم، يمكن التحقق منه: only يمكن أن of the clause itself is a hedge."""
    if view.bare(index) != _CAN:
        return False
    bound = view.within(index - 1, "negators") or view.within(index - 1, "relatives") or view.word(index - 1) == "ما"
    return bound or view.word(index + 1) not in view.grammar.words["complementisers"]


def author_stance_of(view: SentenceView, draft: Draft) -> AuthorStance:
    """Return whether the cue, or a word like المزعوم in the content, keeps the writer away from the claim."""
    if draft.cue is not None and draft.cue.author_stance is not AuthorStance.NEUTRAL:
        # لم يكشف عن كذا: of what was not said the writer vouches for nothing.
        unsaid = draft.cue.author_stance is AuthorStance.ENDORSING and draft.links[-1].negated
        return AuthorStance.NEUTRAL if unsaid else draft.cue.author_stance
    distancing = view.grammar.words["distancing"]
    for first, end in draft.content:
        # «مزاعم واهية» within quotation marks is the speaker's word, and not the writer's.
        if any(view.word(index) in distancing and view.quote_of[index] < 0 for index in range(first, end)):
            return AuthorStance.DISTANCING
    return AuthorStance.NEUTRAL
