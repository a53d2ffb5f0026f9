"""Finds who denies a part in a deed (نفى ضلوعه في), a fact (نفى وقوع), or what was just said (وهو ما تنفيه طهران)."""

from collections.abc import Iterator
from dataclasses import replace

from musnad.agreement.charges.lines import Charge, Line
from musnad.agreement.charges.parties import Party
from musnad.model import Stance

_TO_OBJECT = 9  # tokens between a verb and what is denied, its subject left out
_TO_ACCUSED = 4
_TO_CHARGE = 8
_TO_SUBJECT = 10
_TO_TOPIC = 3  # of somebody said to have no part: روسيا "لا علاقة لها


def find_denials(line: Line) -> Iterator[Charge]:
    """Yield the denials of the sentence in the order of their words."""
    for place, token in enumerate(line.tokens):
        if not token.is_word or not line.listed[place] or token.folded in line.grammar.words["not_denials"]:
            continue
        if line.has(place, "denying", "refusing", "denials", "deniers") and not line.is_negated(place):
            charge = _Verb(line, place).read()
        else:
            charge = _no_part(line, place)
        if charge is not None:
            yield charge


class _Verb:
    """Reads the denial that a verb opens."""

    def __init__(self, line: Line, place: int) -> None:
        self._line, self._place = line, place
        self._is_noun = not line.has(place, "denying", "refusing")
        self._refuses = not line.has(place, "denying", "denials", "deniers")
        found = line.claim_of(place)
        self._claim = found[0] if found else None
        self._denier = self._subject(found)

    def _subject(self, found: object) -> Party | None:
        line, place = self._line, self._place
        claimed = line.claim_of(place)
        if claimed is not None:
            party = line.speaker_of(claimed[1])
            if party is not None:
                return party
            if claimed[1].source is not None:
                return Party(claimed[1].source, frozenset())  # نفى المحامي: nobody who could be accused himself
        following = line.parties_between(place + 1, place + 1 + _TO_ACCUSED)
        if following and not line.has(place + 1, "own_parts", "parts", "any"):
            # نفى الكاتب ما تردده الإدارة: a party further on is no subject.
            return following[0] if line.place_of(following[0].span.start) <= place + 2 else None
        return line.last_party(place, _TO_SUBJECT)

    def _object(self) -> int:
        """Return the first token of what is denied."""
        line, place = self._line, self._place
        claim = self._claim
        if claim is not None and claim.chain.origin.stance in {Stance.DENIES, Stance.DECLINES}:
            start = line.place_after(claim.content[0].start)
            if place < start < len(line.tokens):
                # A part that was taken for a word of the speaker: نفى الوزير أي دور لبلاده.
                named = (ahead for ahead in range(place + 1, start) if line.has(ahead, "parts", "charges"))
                return next(named, start)
        start = place + 1
        if self._denier is not None and self._denier.span.start >= line.tokens[place].start:
            behind = line.place_after(self._denier.span.end)
            start = behind if behind - place <= _TO_OBJECT else start
        return start

    def read(self) -> Charge | None:
        """Return the denial, None where it is of nothing that a charge may be."""
        line = self._line
        if self._denier is None:
            return None
        first = self._object()
        place = first
        while place < min(len(line.tokens), first + _TO_OBJECT) and (
            line.has(place, "any") or not line.tokens[place].is_word
        ):
            place += 1
        while line.has(place, "pointing") and line.has(place + 1, "charges"):
            place += 1
        if self._is_which():
            return self._made("which-denies", self._denier.all_keys, None, place=self._place)
        if place >= len(line.tokens):
            return self._bare()
        return self._refusal(place) if self._refuses else self._of_object(place)

    def _bare(self) -> Charge | None:
        """Return a denial without an object, which ends the sentence: وإسرائيل تنفي."""
        assert self._denier is not None
        is_last = self._place >= len(self._line.tokens) - 2 and not self._is_noun and not self._refuses
        return self._made("denies", self._denier.all_keys, None, place=self._place) if is_last else None

    def _is_which(self) -> bool:
        """Tell whether the verb's pronoun is what was said: وهو ما تنفيه موسكو، اتهامات نفتها موسكو."""
        line, place = self._line, self._place
        word = line.word(place)
        if self._refuses or self._is_noun:
            return False
        before = [line.word(place - back).removeprefix("و") for back in (1, 2)]
        if before[0] in line.grammar.words["whose"]:
            is_led = before[1] in line.grammar.words["pointing"] | line.grammar.words["which"]
        else:
            is_led = any(each in line.grammar.words["which"] for each in before)
        return is_led and word.endswith(("ه", "ها"))

    def _of_object(self, place: int) -> Charge | None:
        line, denier = self._line, self._denier
        assert denier is not None
        if line.has(place, "own_parts"):
            return self._made("denies-part", denier.keys, place + 1, place=place)
        if line.has(place, "parts"):
            return self._made("denies-part", self._named_after(place) or self._own(), place + 1, place=place)
        if line.word(place) == "ما" or (line.has(place, "told") and line.word(place + 1) == "ما"):
            return self._of_told(place)
        if line.has(place, "charges", "pointing", "told"):
            return self._of_charges(place)
        if line.has(place, "clause"):
            return self._of_clause(place)
        if line.has(place, "being"):
            return self._made("denies-fact", denier.all_keys, place, place=place, is_fact=True)
        reading = line.lexicon.read_word(line.word(place).removeprefix("و"))
        if (reading.is_masdar or reading.is_deed) and place not in line.party_at:
            return self._of_deed(place)
        return None

    def _own(self) -> frozenset[str]:
        assert self._denier is not None
        return self._denier.all_keys

    def _named_after(self, place: int) -> frozenset[str]:
        """Return who is named right behind a noun: تورط روسيا في; nobody where it is the denier's own (تورط قواته)."""
        line = self._line
        for ahead in range(place + 1, place + 1 + _TO_ACCUSED):
            if line.has(ahead, "own_side", "own_country", "has"):
                return frozenset()
            if ahead in line.party_at and not line.has(ahead - 1, "leads"):
                return line.party_at[ahead].keys
            if line.has(ahead, "leads"):
                return frozenset()
        return frozenset()

    def _of_charges(self, place: int) -> Charge | None:
        """Return the denial of accusations or reports: الاتهامات الموجهة لها، مزاعم تورط روسيا، صحة الأنباء عن."""
        line = self._line
        end = line.deed_end(place)
        for ahead in range(place, min(end, place + _TO_CHARGE)):
            if line.has(ahead, "parts") and not line.has(ahead, "own_parts"):
                named = self._named_after(ahead)
                if named:
                    return self._made("denies-charges", named, ahead + 1, place=place)
        rule = "denies-charges" if line.has(place, "charges") or line.has(place + 1, "charges") else "denies-told"
        return self._made(rule, self._own(), place, place=place, vague=True)

    def _of_told(self, place: int) -> Charge | None:
        """Return the denial of what somebody said, if that only points: ما أعلنه الجيش, not ما قيل عن استقالته."""
        line = self._line
        end = line.deed_end(place)
        if any(line.has(ahead, "about") for ahead in range(place + 1, end)):
            return None
        named = line.parties_between(place + 1, end)
        charge = self._made("denies-told", self._own(), None, place=max(place, end - 1))
        return replace(charge, of=named[0].all_keys) if charge is not None and named else None

    def _of_clause(self, place: int) -> Charge | None:
        """Return the denial of a clause: أن تكون قواته قصفت، أنها وراء الهجوم."""
        line = self._line
        accused = self._own()
        verb = line.word(self._place).removeprefix("و")
        if not line.has(place, "own_clause"):
            start = place + 1 + line.has(place + 1, "to_be")
            named = next((line.party_at[ahead] for ahead in range(start, start + 3) if ahead in line.party_at), None)
            if named is not None and not line.has(start, "own_side", "own_country"):
                accused = named.keys
            elif line.word(place + 1) == "يكون" and "ت" in (verb[:1], verb[-1:]):
                # نفت أن يكون غادر: another one
                return self._made("denies-that", accused, place + 1, place=place, is_fact=True)
        return self._made("denies-that", accused, place + 1, place=place)

    def _of_deed(self, place: int) -> Charge | None:
        """Return the denial of a deed of the denier's, or of whom the words make its doer."""
        line = self._line
        agents = [
            span
            for event in line.report.events
            if any(line.tokens[place].start <= each.start < line.tokens[place].end for each in (event.trigger,))
            for span in event.agents
        ]
        doer = next((party.keys for span in agents for party in line.parties.inside(span)), frozenset())
        # Who denies that he aimed at civilians does not deny that he killed some.
        rule = "denies-aim" if line.has(place, "aims") else "denies-deed"
        return self._made(rule, doer or self._own(), place, place=place)

    def _refusal(self, place: int) -> Charge | None:
        """Return the refusal of accusations: رفض الاتهامات."""
        line = self._line
        if not line.has(place, "charges"):
            return None
        return self._of_charges(place)

    def _made(
        self,
        rule: str,
        accused: frozenset[str],
        deed: int | None,
        *,
        place: int,
        is_fact: bool = False,
        vague: bool = False,
    ) -> Charge | None:
        line = self._line
        assert self._denier is not None
        if deed is not None and rule == "denies-part":
            deed = _behind_owner(line, deed)
        if not accused and deed is not None:
            return None
        last = place if deed is None else deed
        end = line.deed_end(last) if last < len(line.tokens) else len(line.tokens)
        begins = self._place
        if rule == "which-denies":
            begins -= 2 if line.has(begins - 2, "which", "pointing", "is_it") else 1
        elif self._denier.span.end <= line.tokens[begins].start:
            start = line.place_of(self._denier.span.start)
            begins = start if begins - start <= _TO_SUBJECT else begins
        if deed is None:
            behind = self._denier.span.end
            end = max(place + 1, line.place_after(behind)) if behind > line.tokens[self._place].start else place + 1
        span = line.span(begins, min(end, len(line.tokens)))
        words = None if deed is None or deed >= end else line.span(deed, end)
        if vague and words is not None and _only_points(line, deed or place, end):
            words = None
        claim = self._claim.id if self._claim is not None else None
        return Charge(rule, True, accused, self._denier.all_keys, span, words, line.place, claim, is_fact)


def _behind_owner(line: Line, place: int) -> int:
    """Return the place behind whose part it is: لأثينا بالحريق، لها في."""
    if line.has(place, "has"):
        return place + 1
    party = line.party_at.get(place)
    return line.place_after(party.span.end) if party is not None else place


def _only_points(line: Line, first: int, end: int) -> bool:
    """Tell whether nothing but pointing words stand there: هذه الاتهامات، تلك المزاعم."""
    words = line.grammar.words
    left = [
        token.folded
        for token in line.tokens[first:end]
        if token.is_word
        and token.folded not in words["pointing"]
        and token.folded not in words["told"]
        and token.folded not in words["charges"]
        and token.folded not in words["any"]
    ]
    return len(left) <= 1


def _no_part(line: Line, place: int) -> Charge | None:
    """Return a denial by "no": لا علاقة لها ب، ليس لروسيا دور، لسنا وراء، ليست متورطة، غير متورط."""
    if line.has(place, "none_of") and line.has(place + 1, "parts"):
        return _by_no(line, place, place + 2, "has-no-part")
    if line.has(place, "is_not", "was_not"):
        ahead = place + 1
        while ahead < place + _TO_ACCUSED + 2 and (
            line.has(ahead, "has", "any") or ahead in line.party_at or line.word(ahead)[:1] == "ل"
        ):
            ahead += 1
        if line.has(ahead, "parts") and ahead > place + 1:
            return _by_no(line, place, ahead + 1, "has-no-part")
        if line.has(ahead, "involved", "behind") and line.has(ahead + 1, "leads") | line.has(ahead, "behind"):
            return _by_no(line, place, ahead + 1, "is-not-involved")
    if line.has(place, "not_involved") and line.has(place + 1, "involved") and line.has(place + 2, "leads"):
        return _by_no(line, place, place + 2, "is-not-involved")
    return None


def _by_no(line: Line, place: int, deed: int, rule: str) -> Charge | None:
    claim, speaker = line.holder(place)
    named = line.parties_between(place, deed + 1)
    if any(line.has(each, "of_us") for each in range(place, deed + 1)) or line.word(place) in ("لسنا", "لست"):
        party = speaker
    elif named:
        party = named[0]
    else:
        party = line.last_party(place, _TO_SUBJECT)
        if party is not None and place - line.place_after(party.span.end) > _TO_TOPIC:
            return None  # أهداف لا علاقة لها: of something between
        if party is None and line.has(place - 1, "own_clause", "clause"):
            party = speaker
    if party is None or deed >= len(line.tokens):
        return None
    begins = place
    if party.span.end <= line.tokens[place].start:
        start = line.place_of(party.span.start)
        begins = start if 0 <= place - start <= _TO_SUBJECT else place
    deed = _behind_owner(line, deed)
    end = line.deed_end(deed)
    said_by = speaker.all_keys if speaker is not None else frozenset()
    return Charge(
        rule,
        True,
        party.all_keys if party is speaker else party.keys,
        said_by,
        line.span(begins, end),
        line.span(deed, end) if deed < end else None,
        line.place,
        claim.id if claim else None,
    )
