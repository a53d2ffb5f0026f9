"""Reads the words of a statement: what each says, what is denied of it, and what is only meant to come about."""

from collections.abc import Sequence
from dataclasses import replace

from musnad.agreement.cutting import words_in
from musnad.agreement.governing import (
    STOPS,
    by_character,
    clause_of,
    collocated,
    fails_at,
    is_excepted,
    is_purpose,
    wants,
    was_cut_off,
)
from musnad.agreement.marking import is_no_other, marks_of, may_be
from musnad.agreement.parts.attribution import heard_words
from musnad.agreement.refuting import is_refuted, refuted
from musnad.agreement.word_types import WordType, word_types
from musnad.agreement.words import Mark, Naming, Word, Wording
from musnad.languages.agreement import AgreementLexicon, Tense, WordReading
from musnad.model import MentionKind, Span
from musnad.text import Token

_NAMED = frozenset(
    {
        MentionKind.PERSON,
        MentionKind.ORGANISATION,
        MentionKind.ARMED_GROUP,
        MentionKind.PLACE,
        MentionKind.COUNTRY,
        MentionKind.OUTLET,
        MentionKind.FACILITY,
    }
)
_SUBJECT = 7  # of a subject between a verb and its preposition, in tokens: عجز الدفاع الجوي عن
_REACH = 7  # how far behind a verb of failing its object stands, in tokens: a subject of four words, a preposition
_EXCEPTED = 10  # tokens within which "but" makes an affirmation of a denial: لا نعرف سوى اسمه
_ASIDE = 2  # a phrase by the way, in tokens: نفى خلال حواره
_PRONOUNS = ("ه", "ها", "هم", "نا")
_FEMININE = ("ه", "ات", "اء")
_UNNAMED = (None, None, None)
_MAKE = tuple.__new__
_GAP = 6  # between two stretches of one content: what stands in both is not near


def read_wording(
    text: str,
    content: Sequence[Span],
    namings: Sequence[Naming],
    without: Sequence[Span],
    lexicon: AgreementLexicon,
    *,
    meant: bool = False,
) -> Wording:
    """Return the words of the content; `without` are stretches that are compared apart: times and numbers.

    `meant` tells that whoever says it wants or promises it.
    """
    reader = _Reader(text, lexicon, namings, without, meant=meant)
    for span in content:
        reader.read(words_in(text, span.start, span.end))
    words = tuple(reader.words)
    deeds = tuple(at for at, word in enumerate(words) if word.tells_deed and not word.heard)
    return Wording(words, frozenset(reader.marks), reader.denying, deeds)


class _Reader:
    """Goes through tokens and keeps what holds of the words to come."""

    def __init__(
        self,
        text: str,
        lexicon: AgreementLexicon,
        namings: Sequence[Naming],
        without: Sequence[Span],
        *,
        meant: bool,
    ) -> None:
        self._text = text
        self._lexicon = lexicon
        self._lists = lexicon.words
        self._type_of = word_types(lexicon)
        self._named = by_character(namings)
        self._without = {offset for span in without for offset in range(span.start, span.end)}
        self.words: list[Word] = []
        self.marks: set[Mark] = set()
        self._first = self.denying = 0
        self._negate_next = self._contrast = self._negated_before = self._of_existence = False
        self._denied = self._failed = self._stopped = self._supposed = self._nominal = False
        self._reach = self._light = self._predicate = self._aside = -1
        self._direct = self._escaped = self._is_cleft = False
        self._meant = meant
        self._heard = False
        self._awaited: frozenset[str] = frozenset()
        self._awaits_failure = False

    def read(self, tokens: Sequence[Token]) -> None:
        """Take in the tokens of one span."""
        skip, opened = -1, len(self.words)
        first, self._first = self._first, self._first + len(tokens) + _GAP
        folded = [token.folded for token in tokens]
        types = [self._type_of(token.folded) if token.is_word else None for token in tokens]
        heard = heard_words(folded, types, self._lists)
        for at, token in enumerate(tokens):
            self._heard = at in heard
            place = first + at
            if place == skip:
                continue
            word = folded[at]
            if not token.is_word:
                if word in STOPS:
                    self._close()
                continue
            known = types[at]
            assert known is not None
            if self._awaited and (word in self._awaited or word[0] in self._awaited):
                self._arrive()
            if known.is_idle:
                if self._failed and place > self._reach:
                    self._failed = self._nominal
                continue
            ahead = folded[at + 1 : at + 1 + _SUBJECT]
            if known.habits.may_negate and self._is_negator(word, ahead[0] if ahead else "", token.start):
                skip = self._negator(word, clause_of(folded[at + 1 : at + 1 + _EXCEPTED]), place)
                continue
            if self._failed and place > self._reach:
                self._failed = self._nominal
            before = folded[at - 1] if at else ""
            self._is_cleft = before == "من" and at > 1 and folded[at - 2] in self._lists["who_words"]
            self._word(token, known, ahead, before, place)
        if is_refuted(folded, self._lexicon):
            self.denying += 1
            self.words[opened:] = [refuted(word) for word in self.words[opened:]]

    def _close(self) -> None:
        self._negate_next = self._contrast = self._negated_before = self._of_existence = False
        self._denied = self._failed = self._meant = self._stopped = self._supposed = self._nominal = False
        self._direct = self._escaped = False
        self._reach = self._light = self._predicate = self._aside = -1
        self._awaited = frozenset()

    def _await(self, prepositions: frozenset[str], *, failing: bool) -> None:
        """Wait for what leads to what fails or is wanted: the deeds of a subject before it are others'."""
        self._awaited, self._awaits_failure = prepositions, failing

    def _arrive(self) -> None:
        self._awaited = frozenset()
        if self._awaits_failure:
            self._failed = True
        else:
            self._meant = True

    # -- what denies -----------------------------------------------------------------------------

    def _is_negator(self, word: str, following: str, start: int) -> bool:
        if word == "الا" and self._text[start] == "أ":
            return True  # بألا يسافر, not "but"
        if word == "لما":
            # "Not yet" opens a sentence, before a verb; elsewhere it is ل and ما.
            return not self.words and self._lexicon.read_word(following).tense is Tense.IMPERFECT
        if word not in self._lists["negators"]:
            return False
        return not (word == "غير" and following == "ان")

    def _negator(self, word: str, ahead: Sequence[str], place: int) -> int:
        """Take in a negator; return the place of the next token where it is used up with it, else -1."""
        following = ahead[0] if ahead else ""
        self.denying += 1
        if not following[:1].isalpha() or following == "سيما" or is_excepted(ahead, self._lexicon):
            # لا، إن ... ; لا سيما ; لا يمكن سوى
            self.denying -= following == "سيما"
            if not self._lists["excepting"].isdisjoint(ahead):
                self.marks.add(Mark.ONLY)
            return -1
        if word[0] in "وف" and word not in {"ولا", "فلا"}:
            self._close()  # ولم يسيطروا عليه: what failed before is told
        if following in self._lists["lasting"]:
            self.denying -= 1
            self.marks.add(Mark.STILL)
            return place + 1
        if following in self._lists["not_excluding"]:
            self.denying -= 1
            self._meant = True
            self.marks.add(Mark.POSSIBLE)
            return place + 1
        if following in self._lists["bounding"] or following[:1].isdigit():
            return -1
        if following in self._lists["denials"]:
            self.marks.add(Mark.UNDECIDED)
            return place + 1
        reading = self._lexicon.read_word(following) if following else None
        # "A, not B" needs an A, and a B that is no verb that the lists lack (لا تحمد عقباه).
        is_contrast = word in {"لا", "ولا"} and reading is not None and reading.tense is Tense.NONE
        is_contrast = is_contrast and bool(self.words) and following[0] not in "يتن"
        if is_contrast and self._negated_before:
            # لا من قريب ولا من بعيد: the second negation goes on with the first.
            return -1
        if word in self._lists["clause_negators"]:
            self._failed = self._negated_before = self._nominal = True
            self._reach = self._predicate = place + _REACH
            return -1
        if following in self._lists["copulas"]:
            self._predicate = place + _REACH
            return place + 1
        self._negate_next = self._negated_before = True
        self._meant = self._meant or word in self._lists["will_not"]
        self._contrast = is_contrast
        if is_contrast:
            self.marks.add(Mark.BUT)
        return -1

    # -- a word ----------------------------------------------------------------------------------

    def _word(self, token: Token, known: WordType, ahead: Sequence[str], before: str, place: int) -> None:
        bare, following = known.bare, ahead[0] if ahead else ""
        if known.habits.is_marking and token.start not in self._named:
            self._mark(bare, before, following)  # جديدة يابوس: a name says nothing
        if known.habits.is_to_be:
            self._meant = True
        self.denying += known.is_non  # اللامسؤولة
        if token.folded == "او" and self.words and self.words[-1].negated:
            # لا ينفي أو يؤكد
            self._negate_next = self._lexicon.read_word(following).tense is Tense.IMPERFECT
        if known.habits.is_break or (token.folded == "غير" and following == "ان"):
            self._close()
            return
        if known.habits.is_turning and known.fails_with.isdisjoint(ahead):
            self._small_word(token.folded, bare, following, place)
        if known.wants_with and token.start not in self._named and wants(known, ahead):
            self._await(known.wants_with, failing=False)
        if known.habits.is_empty or token.start in self._without:
            return
        reading = known.reading
        if token.folded == "فقد" and (
            following[-1:] == "ت" or self._lexicon.read_word(following).tense is not Tense.NONE
        ):
            return  # and indeed, not "lost"
        is_joined = bare != token.folded and reading.lemma[:1] != token.folded[0]
        if is_joined and reading.tense is not Tense.NONE and not self._negate_next:
            # و and a verb open a new clause: وقتل طاقمها; وافق is no such verb.
            self._close()
        if is_joined and reading.is_act:
            self._failed = False  # إحباط الهجوم واعتقال منفذيه
        is_subject = following.startswith("ال") and not following.endswith(_FEMININE)
        if reading.may_be_past and is_subject and not self._negate_next:
            # تسلم الجيش is no imperfect: its subject is masculine.
            known = known._replace(reading=replace(reading, tense=Tense.PERFECT))
        if before in self._lists["offices"] and reading.is_act and token.folded.startswith("ال"):
            known = known._replace(reading=replace(known.named, is_act=False))  # وزير النقل
        said = collocated(token.folded, known, ahead, self._lexicon)
        is_collocated, known = said is not known, said
        reading = known.reading
        is_passed_over = self._of_existence and self._is_known(token, reading)
        negated = self._negate_next and not is_passed_over
        if was_cut_off(known, before, self.words, self._lexicon):
            negated, self.denying = True, self.denying + 1
        if not negated and place <= self._predicate and self._is_predicate(token, before, reading):
            negated = True
            self._predicate = -1
            self._failed = self._nominal = False
        # لم تسجل الشركة أي خسائر: what is not there are the losses.
        self._of_existence = self._negate_next = is_passed_over or (negated and known.habits.exists)
        naming = self._named.get(token.start)
        is_name = naming is not None and naming.kind in _NAMED
        if is_name and (known.is_stopping or known.enables):
            known = known._replace(is_stopping=False, enables=False)
        fails = not is_name and fails_at(known, ahead, self._lexicon)
        word = self._made(token, known, before, negated=negated, place=place, fails=fails)
        if is_collocated:
            reading = replace(known.reading, tense=word.reading.tense)  # على سحب الثقة: a noun
            word = word._replace(reading=reading, kind=None, entity=None, name=None)
        self.words.append(word)
        self._govern(word, known, following, negated=negated, fails=fails)

    def _mark(self, bare: str, before: str, following: str) -> None:
        if is_no_other(bare, before, self._lexicon):
            return
        self.marks |= marks_of(bare, following, self._lexicon, impossible=self._negate_next)
        if may_be(bare, following, self._lexicon):
            self._meant = following not in self._lists["empty"]

    def _govern(self, word: Word, known: WordType, following: str, *, negated: bool, fails: bool) -> None:
        """Take in what the word makes of those that follow it: it denies, ends or plans them, or fails at them."""
        reading, habits = known.reading, known.habits
        self._contrast = False
        self.denying += fails or habits.is_denial or habits.is_lacking
        if known.is_stopping:
            self._stopped = True
        if negated and (known.enables or (habits.is_light and reading.tense is not Tense.NONE)):
            self._failed, self._reach = True, word.place + _REACH
        if reading.tense is not Tense.NONE:
            self._nominal = False
        if habits.is_light and reading.tense is Tense.PERFECT and not negated:
            self._light = word.place + _REACH
        if habits.is_denial or (negated and habits.is_truth):
            self._denied = True
        elif fails and not negated and word.before != "من":
            self._reach, self._direct = word.place + _REACH, "في" not in known.fails_with
            self._failed = not known.fails_with
            if known.fails_with:
                self._await(known.fails_with, failing=True)
            self._escaped = bool(reading.senses & self._lists["escaping"])
        elif habits.is_lacking and following in self._lists["lacking_of"]:
            self._negate_next = True
        elif habits.is_intent or habits.is_threat:
            self._meant = True

    def _small_word(self, word: str, bare: str, following: str, place: int) -> None:
        """Take in what a word without content opens or ends: بعد، إذا، أن، في."""
        lists = self._lists
        if bare in lists["scope_ends"]:
            self._failed = self._meant = self._nominal = False
            self._aside = place + _ASIDE
        if word in lists["conditional"] or (bare in lists["lest"] and following == "لا"):
            self._supposed = True
        if word in lists["purpose_words"] and self._lexicon.read_word(following).tense is Tense.IMPERFECT:
            self._meant = True
        if word == "للمره" and following != "الاولي":
            self.marks.add(Mark.AGAIN)
        if word == "ان":
            self._predicate = -1
        if word == "في" and self._direct and self.words and not self.words[-1].tells_deed:
            self._failed = False  # خسر القرية في هجوم
        if word in lists["and_that"]:
            self._negated_before = False
        if word in lists["any_words"] and (self._nominal or self._negated_before):
            self._negate_next = True  # لم تدخل القرية أي مساعدات

    def _is_known(self, token: Token, reading: WordReading) -> bool:
        """Tell whether the word names who is there already: a name, or a noun with its article."""
        is_name = self._named.get(token.start) is not None
        return reading.tense is Tense.NONE and (is_name or self._text.startswith("ال", token.start))

    def _is_predicate(self, token: Token, before: str, reading: WordReading) -> bool:
        """Tell whether the word is what "is not" denies: no name, without article, led by no preposition but ب."""
        if before in self._lists["place_prepositions"] or (before in self._lists["before_nouns"] and before != "من"):
            return False
        if before == "من" and not token.folded.endswith(_PRONOUNS):
            return False  # ليس من موظفيها: none of them
        is_subject = token.folded.startswith(("ال", "لل", "هذا", "هذه")) or self._named.get(token.start) is not None
        return not is_subject or reading.tense is not Tense.NONE

    def _made(self, token: Token, known: WordType, before: str, *, negated: bool, place: int, fails: bool) -> Word:
        """Return the word; `fails` tells that it makes what follows fail."""
        reading, weight = known.reading, known.weight
        naming = self._named.get(token.start) or self._named.get(token.end - 1)
        is_name = naming is not None and naming.kind in _NAMED
        if is_name:
            # A name says nothing: جبهة النصرة is no victory.
            reading, weight = known.named, known.named_weight
        if self._text[token.end - 1] == "ة" and reading.tense is not Tense.NONE:
            # Folded, إعادة is also أعاده; written with ة it is no verb.
            reading = known.noun if reading is known.reading else replace(reading, tense=Tense.NONE)
        if before == "من" and token.folded == "اجل":
            reading, weight = replace(known.named, is_act=False, tense=reading.tense), known.named_weight
        led = before in self._lists["of_nouns"] and reading.tense is Tense.IMPERFECT  # تحقيق في تدخل
        is_led = before in self._lists["before_nouns"] and not self._is_cleft
        if led or (reading.tense is Tense.PERFECT and is_led):
            reading = known.noun if reading is known.reading else replace(reading, tense=Tense.NONE)
        under = self._denied or (self._failed and reading.is_deed and not negated)
        if self._escaped and not reading.senses & self._lists["deadly"]:
            under = self._denied  # who survives a raid does not deny it: نجا من الغارة, نجا من الاغتيال
        under = under and place > self._aside
        is_meant = (self._meant and reading.is_deed) or reading.tense is Tense.FUTURE or self._supposed
        is_meant = is_meant or is_purpose(token.folded, known, self.words, self._lexicon)
        stopped = self._stopped and not is_name  # رفعت كوبا الحظر: who does it stands between
        self._stopped = self._stopped and is_name
        told = known.habits.is_state and reading.tense is Tense.IMPERFECT
        if reading.tense is Tense.NONE and reading.is_act and place <= self._light:
            told, self._light = True, -1
        if reading.is_act and not (known.habits.is_intent or is_name or "begin_end+" in reading.senses):
            # What fails or is meant is the next act alone: تعهد بإعلان نتائج التحقيق.
            self._failed = self._meant = False
        # Made as tuples are, in the order of its fields: the constructor of a named tuple takes three times as long.
        return _MAKE(
            Word,
            (
                Span(token.start, token.end),
                token.folded,
                reading,
                weight,
                place,
                negated != under,
                is_meant,
                self._contrast,
                under,  # scoped
                stopped,
                fails or known.is_stopping,  # stops
                self._denied,  # disputed
                self._supposed,
                told,
                known.habits.is_intent,
                *((naming.entity, naming.kind, naming.span) if naming else _UNNAMED),
                before,
                self._heard,
            ),
        )
