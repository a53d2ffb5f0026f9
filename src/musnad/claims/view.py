"""A sentence as the rules see it: folded words, cues, quotations and phrases by token index."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from musnad.claims.measures import amounts_to
from musnad.languages.grammar import NAME_IMAM, NAME_IN, Cue, Form, Grammar, Holder
from musnad.model import LinkKind, Span
from musnad.text import Sentence, Token

if TYPE_CHECKING:
    from musnad.claims.reasons import Reasons

CONJUNCTIONS = "وف"
_GLUED = frozenset("وفل")  # the letters before a cue
_ON = "علي"
NAME_ALI = "علی"  # spelt with another letter, so that no list of prepositions holds it
NAME_ALAN = "الاں"  # a name, and no «now»
NAME_MAY = "مای"  # a surname, and no month
NAME_MOTHER = "امّ"  # أم محمد, and no «or»
_SPELT_OFTEN = 3  # times that a text writes على for once that it writes علي
_NOW, _ALAN = "الان", frozenset({"ألان", "آلان"})
_ANN, _MAY, _MOTHER = "آن", "ماي", frozenset({"ام", "وام"})
_NAMES_TOO = frozenset(
    {"ان", "علي", "ماي", "ام", "وام", "الان", "امام", "."}
)  # words that a name is spelled like, and its dots
_ACRONYM = 3  # letters of a part of إن.بي.سي
_DOT = "‧"  # behind the one letter of د. or أ.ف.ب, where no sentence ends
_BEFORE_IN = frozenset({"جيه", "جاي", "جاييه"})
_AS_FOR = frozenset({"اما", "واما"})
_RECENT = "حديثه"
_THROUGH, _SAID_OUT = "عبر", "عن"  # «through», or «voiced» where عن follows
_VOICED_REACH = 9  # tokens up to the عن of what somebody voiced
_BEFORE = "امام"
_SAID_THEN = frozenset({"قال", "قالت", "قالوا", "اجاب", "اجابت"})  # سئل عن كذا فأجاب
_EID = 3  # letters of a foreign name such as إيد
_REPEATING = "كرر"
_HOPING = "امل"
_NO_CUES = frozenset({"عدن", "اثنين"})  # the city, the number, and hardly ever «they (f.) deemed, praised»
# التزامه، استعدادها: a verbal noun with its owner.
_OWNED = re.compile(r"^ا\w{2,4}ا\w(?:ه|ها|هم)$")
_TASHKEEL = "\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652"
NUMERALS = frozenset(
    {"ثلاثه", "اربعه", "خمسه", "سته", "سبعه", "ثمانيه", "تسعه", "عشره", "عده"}
    | {"ثلاث", "اربع", "خمس", "ست", "سبع", "ثماني", "تسع", "عشر"}
)
"""Numbers as words, before which and behind which a counted noun stands."""
_COMMAS = frozenset({",", "،", "؛", ";"})
# Members of an enumeration are looked up slowly, and these are asked for at each word that may be a cue.
_PERFECT, _JUSSIVE = Form.PERFECT, Form.JUSSIVE
_FINITE = (_PERFECT, Form.IMPERFECT, _JUSSIVE)
_BEHIND_NOT = (_JUSSIVE, Form.IMPERFECT)
_NOT_BEHIND_NOT = (_PERFECT, Form.IMPERFECT)
_PARTICIPLE, _MASDAR = (Form.PARTICIPLE,), (Form.MASDAR,)
_CLAUSE_MARKS = frozenset({",", "،", "؛", ";", "-", "–", "—", ":"})


@lru_cache(maxsize=4)
def _spells_on_apart(text: str) -> bool:
    """Tell whether a text writes the preposition على without dots, so that its علي is a name."""
    return text.count(" على ") >= max(_SPELT_OFTEN, _SPELT_OFTEN * text.count(" علي "))


class SentenceView:
    """Answers the rules' questions about one sentence; all indices are token indices."""

    def __init__(
        self,
        text: str,
        sentence: Sentence,
        grammar: Grammar,
        reasons: "Reasons | None" = None,
        people: Sequence[Span] = (),
    ) -> None:
        self.text = text
        self.sentence = sentence
        self.grammar = grammar
        self.reasons = reasons
        self.attributed: dict[int, bool] = {}  # what contents ask of one token again and again
        self.heads: dict[int, Holder | None] = {}  # the holders that were looked up, by token
        self.tokens: tuple[Token, ...] = sentence.tokens
        self.words = [token.folded for token in self.tokens]
        self._size = len(self.words)
        self._in_name = self._tokens_of(people)
        self.inner_names = {index for index, goes_on in self._in_name.items() if goes_on}
        self._name_ali()
        known = grammar.words["known_waws"]
        self._bare = [
            word[1:] if len(word) > 2 and word[0] in CONJUNCTIONS and word not in known else word for word in self.words
        ]
        self.quote_of = sentence.enclosing
        self.openings = {opening: number for number, (opening, _) in enumerate(sentence.quotations)}
        cues = grammar.cues
        # Nine words of ten are none: what a reading asks is only of the word and of it without its first letter.
        self._cues: list[tuple[Cue, ...]] = [
            self._cues_at(index) if word in cues or (word[:1] in _GLUED and word[1:] in cues) else ()
            for index, word in enumerate(self.words)
        ]

    def __len__(self) -> int:
        return self._size

    # -- words ---------------------------------------------------------------------------------

    def word(self, index: int) -> str:
        """Return the folded word or mark at `index`, or an empty string beyond the ends."""
        return self.words[index] if 0 <= index < self._size else ""

    def ends_with_pronoun(self, index: int) -> bool:
        """Tell whether the word carries a pronoun (ه ها هم); a ta marbuta, folded alike, is none."""
        raw = self.raw(index).rstrip(_TASHKEEL)
        return raw.endswith(("ه", "ها", "هم", "هما"))

    def bare(self, index: int) -> str:
        """Return the word without a leading conjunction و or ف, save words known to begin with that letter."""
        return self._bare[index] if 0 <= index < self._size else ""

    def is_mark(self, index: int) -> bool:
        """Tell whether a punctuation mark other than a quotation mark stands at `index`."""
        if not 0 <= index < self._size:
            return False
        token = self.tokens[index]
        return not token.is_word and not token.is_quote

    def is_comma(self, index: int) -> bool:
        """Tell whether a comma or semicolon stands at `index`."""
        return 0 <= index < self._size and self.words[index] in _COMMAS

    def within(self, index: int, name: str) -> bool:
        """Tell whether the word at `index`, with or without its conjunction, belongs to the named word list."""
        if not 0 <= index < self._size:
            return False
        listed = self.grammar.words[name]
        return self.words[index] in listed or self._bare[index] in listed

    def phrase_at(self, index: int, name: str, *, prefix: bool = False) -> int:
        """Return how many tokens of the longest phrase of the named list stand at `index`, or 0.

        With `prefix`, the last word of a phrase may be a one-letter preposition that the next token begins with
        (وفقا ل + للصحيفة); that token is not counted.
        """
        if not 0 <= index < self._size:
            return 0
        starts = self.grammar.phrases[name]
        word, bare = self.words[index], self._bare[index]
        phrases = starts.get(word, ())
        if bare != word:
            phrases = (*phrases, *starts.get(bare, ()))
        if not phrases:
            return 0
        best = 0
        words = self.words
        for phrase in phrases:
            size = len(phrase)
            clitic = prefix and size > 1 and len(phrase[-1]) == 1
            if clitic:
                size -= 1
            if size > 1 and (index + size > self._size or any(phrase[n] != words[index + n] for n in range(1, size))):
                continue
            if clitic and not self.word(index + size).startswith(phrase[-1]):
                continue
            best = max(best, size)
        return best

    def raw(self, index: int) -> str:
        """Return the word at `index` as the text writes it."""
        return self.text[self.tokens[index].start : self.tokens[index].end] if 0 <= index < len(self) else ""

    def _name_ali(self) -> None:
        """Tell the name علي, with its dots and beside a name or title, from the preposition على: both fold alike."""
        names = self.grammar.given_names
        for index, word in enumerate(self.words):
            if word not in _NAMES_TOO:
                continue
            if word == "." and index and index + 1 < self._size:
                self._shorten(index)
                continue
            ann = self.raw(index) == _ANN and not self.word(index + 1).startswith("ال")  # آن السلطات: a misspelt أن
            if word == "ان" and (self.word(index - 1) in _BEFORE_IN or ann):
                self.words[index] = NAME_IN
            elif word == "ان":
                self._name_outlet(index)
            if word == _BEFORE and self.raw(index).startswith("إ"):
                self.words[index] = NAME_IMAM
            if word == _NOW and self.raw(index) in _ALAN:
                self.words[index] = NAME_ALAN
            if word == _MAY and self._is_surname(index):
                self.words[index] = NAME_MAY
            child = self.word(index + 1) in names and self.word(index + 1) not in _NAMES_TOO  # الجوهرة أف أم إن
            if word in _MOTHER and self.raw(index).startswith(("أم", "وأم")) and child:
                self.words[index] = NAME_MOTHER
            if word == _ON and self.raw(index) == _ON:
                before, after = self.word(index - 1), self.word(index + 1)
                titled = before in self.grammar.words["titles"] or before in self.grammar.words["before_ali"]
                # عبدالقادر شيخ علي: a third name behind a second one that no list holds.
                titled = titled or (
                    self.word(index - 2) in names and 2 < len(before) < 6 and before not in self.grammar.cues
                )
                named = after in names or before in names or titled or after in {"بن", "ابو"}
                if named or (index and _spells_on_apart(self.text)):
                    self.words[index] = NAME_ALI

    def _name_outlet(self, index: int) -> None:
        """Tell the إن of an outlet's name (سي إن إن، إن بي سي) from the one that opens a clause."""
        if self.word(index - 1) not in self.grammar.name_lengths and self.word(index) not in self.grammar.name_lengths:
            return
        for start in range(max(0, index - 2), index + 1):
            for length in range(4, index - start, -1):
                if length > 1 and tuple(self.words[start : start + length]) in self.grammar.outlets:
                    for inner in range(start, start + length):
                        if self.words[inner] == "ان":
                            self.words[inner] = NAME_IN
                    return

    def _shorten(self, index: int) -> None:
        """Tell the dots of د. and إن.بي.سي, within a sentence, from full stops; no clause opens in a name."""
        before, after = self.words[index - 1], self.tokens[index + 1]
        tied = self.tokens[index - 1].end == self.tokens[index].start and self.tokens[index].end == after.start
        short = tied and after.is_word and max(len(before), len(after.folded)) <= _ACRONYM
        if (len(before) == 1 and not before.isdigit()) or (short and before.isalpha()):
            self.words[index] = _DOT
        if short and before in self.grammar.words["complementisers"]:
            self.words[index - 1] = NAME_IN

    def is_given(self, index: int) -> bool:
        """Tell whether the word belongs to a person's name: a known given name, or within a person who was found."""
        if not 0 <= index < self._size:
            return False
        word = self.words[index]
        given = word in self.grammar.given_names or (" " in word and word.split()[0] in self.grammar.given_names)
        return given or index in self._in_name  # #سامي_كامل: a name in one token

    def is_abbreviating(self, index: int) -> bool:
        """Tell whether the full stop at `index` only shortens the letter before it: د. سامي كامل."""
        return self.word(index) == _DOT

    def within_name(self, index: int) -> bool:
        """Tell whether the word at `index` goes on with the name of a person that began before it."""
        return index in self.inner_names

    def _tokens_of(self, people: Sequence[Span]) -> dict[int, bool]:
        """Return the tokens of the people named here, titles left aside, and whether each goes on with a name."""
        found: dict[int, bool] = {}
        starts = [token.start for token in self.tokens] if people else []
        for person in people:
            begun = False
            named = range(bisect_left(starts, person.start), bisect_left(starts, person.end))
            for index in named:
                word = self.words[index]
                # A noun of an office alone (أمين) is no name, whatever the tagger thinks.
                noun = word in self.grammar.words["titles"] or (len(named) == 1 and word in self.grammar.holders)
                if noun or not self.tokens[index].is_word or (len(named) == 1 and self._describes(index)):
                    continue
                if begun and word[:1] == "ل" and (word[1:],) in self.grammar.outlets:
                    break  # لطفي زيدان | لرويترز: the outlet that was told
                if begun and word not in self.grammar.given_names and (word in self.grammar.cues or _OWNED.match(word)):
                    break  # أكد كيم | التزامه: a noun of what is said, which the tagger took into the name
                found[index] = begun
                begun = True
        return found

    def _is_surname(self, index: int) -> bool:
        """قالت ماي إن: no month stands between a verb of saying and its clause, nor behind a given name."""
        before, after = self.word(index - 1), self.word(index + 1)
        said = (before in self.grammar.cues or before[1:] in self.grammar.cues) and before.endswith("ت")
        return before in self.grammar.given_names or (said and not after.isdigit() and after != "/")

    def _describes(self, index: int) -> bool:
        """مسؤول دولي: behind an unnamed man's noun a lone word in ي is its adjective, whatever the tagger says."""
        before = self.words[index - 1] if index else ""
        head = self.grammar.holders.get(before)
        return head is not None and head.kind is LinkKind.ANON and self.words[index].endswith(("ي", "يه"))

    # -- cues ----------------------------------------------------------------------------------

    def cues_at(self, index: int) -> tuple[Cue, ...]:
        """Return the readings of the word at `index` as a reporting cue, outside and inside quotations alike."""
        return self._cues[index] if 0 <= index < self._size else ()

    def finite_cue(self, index: int) -> Cue | None:
        """Return the word's reading as a finite reporting verb, or None."""
        cue = self._first(index, _FINITE)
        if cue is None:
            return None
        mine = self.word(index - 1) == "لا" and self.raw(index).startswith("أ")
        if cue.form is _PERFECT and (mine or self.word(index - 1).lstrip("و") == "لم"):
            return self._first(index, _BEHIND_NOT)  # لم أكد أصل، لا أعلم: no perfect follows
        if cue.form is _JUSSIVE and self.word(index - 1).lstrip("و") != "لم":
            return self._first(index, _NOT_BEHIND_NOT)
        return cue

    def participle_cue(self, index: int) -> Cue | None:
        """Return the word's reading as a participle that continues a report, or None."""
        cue = self._first(index, _PARTICIPLE)
        if cue is None or self.word(index - 1)[:1].isdigit() or self.word(index - 1) in NUMERALS:
            return None  # 59 متهما: what is counted stands in the accusative, as a participle that continues does
        if cue.lemma == _REPEATING and self.raw(index).endswith("ة") and self.raw(index - 1).endswith("ة"):
            return None  # إجابة مكررة «...»: what was given again and again
        if cue.lemma == _HOPING and self.ends_with_pronoun(index):
            return None  # عن أمله أن: the noun with its owner
        return cue

    def masdar_cue(self, index: int) -> Cue | None:
        """Return the word's reading as a verbal noun of reporting, or None."""
        return self._first(index, _MASDAR)

    def has_conjunction(self, index: int) -> bool:
        """Tell whether the cue at `index` carries a conjunction (وقال)."""
        return bool(self._cues[index]) and self.word(index) not in self.grammar.cues

    def _first(self, index: int, forms: Sequence[Form]) -> Cue | None:
        if 0 <= index < self._size:
            for cue in self._cues[index]:
                if cue.form in forms:
                    return cue
        return None

    def _cues_at(self, index: int) -> tuple[Cue, ...]:
        word = self.words[index]
        if not self.tokens[index].is_word:
            return ()
        cues = self.grammar.cues
        found = cues.get(word, ())
        if word in _NO_CUES or word[1:] in _NO_CUES:
            return ()
        if amounts_to(self.words, index):
            return ()
        set_off = word == _THROUGH and self.is_comma(index - 1) and not self._after_switch(index - 1)
        if set_off and not self._voices(index):
            return ()
        if self.raw(index).startswith("إ") and len(word) == _EID:
            return ()  # إيد: no verb of the fourth form begins so
        if self.raw(index).endswith("دعى") and word[:1] in "يتو":
            return ()  # طفل يدعى سالما: he is called so, and claims nothing
        if self.raw(index).endswith("ة"):
            # تابعة، خشية: the ending is no pronoun, so the word is no verb with its object; دراسة حديثة: nor a noun.
            found = () if word == _RECENT else found
            found = tuple(cue for cue in found if not (cue.object_suffix and cue.form is not Form.MASDAR))
        joined = len(word) > 2 and word[0] in CONJUNCTIONS and word not in self.grammar.words["known_waws"]
        # A ف within a clause is far more often the first letter of a name (فايد).
        opens = word[0] == "و" or index == 0 or not self.tokens[index - 1].is_word
        # أما المدير فقال: there the ف is sure to be a conjunction.
        opens = opens or word[1:] in _SAID_THEN or not _AS_FOR.isdisjoint(self.words[max(0, index - 15) : index])
        if not found and joined and opens:
            found = cues.get(word[1:], ())
        if not found and word.startswith(("لي", "لت")) and (index == 0 or not self.tokens[index - 1].is_word):
            # ليضيف، لتؤكد: the story goes on with a subjunctive.
            found = tuple(cue for cue in cues.get(word[1:], ()) if cue.form is Form.IMPERFECT)
        return found

    def _voices(self, index: int) -> bool:
        """قال فلان، عبر حسابه، إن: without a عن before the next mark or clause عبر is a preposition."""
        for at in range(index + 1, min(self._size, index + _VOICED_REACH)):
            if self.words[at] in self.grammar.words["complementisers"] or not self.tokens[at].is_word:
                return False
            if self.words[at] == _SAID_OUT:
                return True
        return False

    def opens_clause(self, index: int) -> bool:
        """Tell whether a verb at `index` can open its clause: nothing before it there that it could depend on."""
        previous = self.word(index - 1)
        return (
            index == 0
            or self.has_conjunction(index)
            or previous == "و"
            or previous in _CLAUSE_MARKS
            or self.tokens[index - 1].is_quote
            or self._after_switch(index)
            or any(
                self.within(index - 1, name)
                for name in ("auxiliaries", "clause_openers", "relatives", "negators", "content_breakers")
            )
        )

    def _after_switch(self, index: int) -> bool:
        """Tell whether a speaker switch (من جهته) or an adverb ends right before `index`."""
        if self.within(index - 1, "adverbs"):
            return True
        return any(
            index >= length and self.phrase_at(index - length, "speaker_switch") == length for length in (1, 2, 3, 4)
        )

    # -- spans ---------------------------------------------------------------------------------

    def span(self, first: int, end: int) -> Span:
        """Return the text span of tokens [first, end)."""
        return Span(self.tokens[first].start, self.tokens[end - 1].end)

    def cue_span(self, first: int, end: int) -> Span:
        """Return the span of cue tokens [first, end) without the first one's leading conjunction."""
        span = self.span(first, end)
        opens = self.grammar.words["cue_starts"] | self.grammar.words["negators"] | self.grammar.words["auxiliaries"]
        opening = self.bare(first) in opens or self.bare(first).startswith("بحسب")
        joined = self.word(first) not in opens and self.word(first) != self.bare(first) and opening
        return Span(span.start + 1, span.end) if joined or self.has_conjunction(first) else span
