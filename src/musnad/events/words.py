"""Says of single words what they can be: particle, verb, noun with its clitics, trigger; looks each up once."""

from dataclasses import dataclass, replace
from typing import Final

from musnad.languages.events import Dealing, EventLexicon, Shape, Trigger, Verb
from musnad.languages.grammar import Grammar
from musnad.model import LinkKind


class WordClass:
    """A class of words; there is one value of each, told from others by identity."""

    __slots__ = ("_name",)

    def __init__(self, name: str) -> None:
        self._name = name

    def __repr__(self) -> str:
        return self._name


# One value that has them all, and no Enum: a page asks for 4,000 of them, and an Enum looks each member up through its
# metaclass, which takes ten times as long, and hashes it in Python.
@dataclass(frozen=True, slots=True)
class _Kinds:
    """The word classes that decide where a noun phrase begins and ends."""

    MARK: WordClass
    PREPOSITION: WordClass
    OPENER: WordClass  # complementisers, relatives, negators, auxiliaries, conjunctions
    PRONOUN: WordClass
    DEMONSTRATIVE: WordClass
    ADVERB: WordClass
    TIME: WordClass
    NUMBER: WordClass
    VERB: WordClass
    NOUN: WordClass


Kind: Final = _Kinds(
    MARK=WordClass("mark"),
    PREPOSITION=WordClass("preposition"),
    OPENER=WordClass("opener"),
    PRONOUN=WordClass("pronoun"),
    DEMONSTRATIVE=WordClass("demonstrative"),
    ADVERB=WordClass("adverb"),
    TIME=WordClass("time"),
    NUMBER=WordClass("number"),
    VERB=WordClass("verb"),
    NOUN=WordClass("noun"),
)


@dataclass(frozen=True, slots=True)
class Word:
    """What one folded word can be.

    `conjunction` is a leading و or ف, `preposition` a glued ب ل ك, `stem` what is left without them and the article.
    `name` is true of countries, given names and other proper words.
    """

    folded: str
    kind: WordClass
    stem: str
    conjunction: bool = False
    preposition: str = ""
    definite: bool = False
    triggers: tuple[Trigger, ...] = ()
    verb: Verb | None = None
    dealing: Dealing | None = None
    name: bool = False
    gender: str = ""
    nationality: bool = False
    title: bool = False


_NOT_VERBS = frozenset(
    {
        "بيت",
        "وقت",
        "صوت",
        "موت",
        "بنت",
        "اخت",
        "تحت",
        "انترنت",
        "سبت",
        "زيت",
        "الكويت",
        "كويت",
        "بيروت",
        "الانترنت",
        "السبت",
        "حضرموت",
        "دبت",
        "ست",
        "البيت",
        "الموت",
        "الصوت",
        "الوقت",
        "رايت",
        "تويت",
        "سنت",
        "سانت",
        "ميت",
        "كابوت",
        "برنت",
        "لافت",
        "ثابت",
        "صامت",
        "روبرت",
        "البرت",
        "مارغريت",
        "بونت",
        "كونت",
        "مستشفيت",
        "نووي",
        "اهل",
    }
)
_NOT_FUTURE = ("سياس", "سيار", "سياق", "سياد", "سياح", "سيطر", "سيناري", "سيول", "سينا", "سيره", "ستار", "ستين", "سيد")
MOST_WORDS = 30_000  # word types kept, and as many of those before them
_ENDINGS = ("ات", "يت", "وت")
_NOT_IMPERFECT = ("يه", "يا", "ات", "يون", "يين")
_OWN = ("ه", "ها", "هم", "هما")
# In powers of two: a word that was met this often is one; what is left of it must be eight times as common to be cut.
_KNOWN = 3


def as_noun(word: Word) -> Word:
    """Return the reading as a noun of a word that is no verb by its spelling: no verb ends in ة."""
    nominal = tuple(one for one in word.triggers if one.shape in (Shape.NOUN, Shape.MASDAR))
    return replace(word, kind=Kind.NOUN, triggers=nominal, verb=None, gender="f")


class Vocabulary(dict[str, Word]):
    """Looks words up in the language's event lexicon and grammar and remembers what it found."""

    def __init__(self, lexicon: EventLexicon, grammar: Grammar) -> None:
        self.lexicon = lexicon
        self.grammar = grammar
        self.before: dict[str, Word] = {}
        self.owned: dict[str, Word] = {}
        listed = grammar.words
        self._prepositions = listed["prepositions"]
        self._openers = (
            listed["complementisers"]
            | listed["clause_openers"]
            | listed["relatives"]
            | listed["negators"]
            | lexicon.words["openers"]
            | {"قد", "لقد", "سوف"}
        )
        self._times = listed["time_words"]
        self._countries = listed["countries"]
        self._names = listed["countries"] | frozenset(grammar.given_names) | lexicon.words["capitals"]
        listed_nouns = (
            lexicon.words[name] for name in ("weapons", "actors", "warlike", "things", "places", "plain_acts")
        )
        self._nouns = lexicon.nationalities.union(
            *(frozenset(word.removeprefix("ال") for word in words) for words in listed_nouns),
            lexicon.tolls.people | lexicon.tolls.pairs | lexicon.tolls.many_people,
            {word + "ا" for word in lexicon.tolls.people},
        )
        qualities = lexicon.words["qualities"]
        described = qualities.union(*({word + "ه", word + "ا"} for word in qualities))
        self._whole = (
            described
            | lexicon.words["whole_words"]
            | listed["known_waws"]
            | listed["known_lams"]
            | listed["not_glued"]
            | self._names
        )

    def __missing__(self, folded: str) -> Word:
        """Return what a folded word can be that was not asked for lately."""
        if len(self) >= MOST_WORDS:
            # What is asked for again comes back from there; what is not goes with the next turn.
            self.before = dict(self)
            self.clear()
        found = self[folded] = self.before.get(folded) or self._look_up(folded)
        return found

    def of_someone(self, word: Word) -> Word:
        """Return the reading of a feminine word that ends in ه, not ة: the pronoun, whose noun may be of any gender."""
        found = self.owned.get(word.folded)
        if found is None:
            named = word.name or word.stem in self.grammar.given_names
            found = self.owned[word.folded] = word if named else replace(word, gender="")
        return found

    def is_state(self, word: str) -> bool:
        """Tell whether a word names a country or a capital."""
        return word in self._countries or word in self.lexicon.words["capitals"]

    # -- one word ------------------------------------------------------------------------------

    def _look_up(self, folded: str) -> Word:
        if not folded[0].isalnum():
            return Word(folded, Kind.MARK, folded)
        if folded[0].isdigit():
            return Word(folded, Kind.NUMBER, folded)
        if folded[0] in "بلوك" and folded[1:].isdigit():
            return Word(folded, Kind.NUMBER, folded[1:], folded[0] == "و", "" if folded[0] == "و" else folded[0])
        kind = self._closed_class(folded)
        conjunction = False
        if kind is None and folded[0] in "وف" and len(folded) > 2 and not self._is_whole(folded):
            kind = self._closed_class(folded[1:])
            conjunction = kind is not None
        if kind is not None:
            stem = folded[1:] if conjunction else folded
            triggers = self.lexicon.triggers.get(stem, ()) if kind is Kind.TIME else ()
            return Word(folded, kind, stem, conjunction, triggers=triggers)
        return self._open_class(folded)

    def _closed_class(self, word: str) -> WordClass | None:
        listed = self.grammar.words
        if word in self._openers:
            return Kind.OPENER
        if word in self.lexicon.words["marked_pronouns"]:
            return Kind.ADVERB
        if word in self._prepositions or word in self.lexicon.words["further_prepositions"]:
            return Kind.PREPOSITION
        if word in listed["pronouns"]:
            return Kind.PRONOUN
        if word in listed["demonstratives"]:
            return Kind.DEMONSTRATIVE
        if word in listed["adverbs"] or word in self.lexicon.words["further_adverbs"]:
            return Kind.ADVERB
        if word in self._times:
            return Kind.TIME
        if word in self.lexicon.words["numbers"] or word.removeprefix("ال") in self.lexicon.words["numbers"]:
            return Kind.NUMBER
        return None

    def _is_whole(self, word: str) -> bool:
        return word in self._whole or (word in self.lexicon.triggers and word[0] in "وف")

    def _open_class(self, folded: str) -> Word:
        lexicon = self.lexicon
        for reading in self._readings(folded):
            rest, _, preposition, definite = reading
            glued = bool(preposition) or definite
            triggers = lexicon.triggers.get(rest, ())
            if glued:
                triggers = tuple(one for one in triggers if one.shape in (Shape.NOUN, Shape.MASDAR))
            elif definite:
                triggers = ()
            verb = None if glued or rest in _NOT_VERBS else lexicon.verbs.get(rest)
            dealing = lexicon.dealings.get(rest)
            holder = self.grammar.holders.get(rest)
            if holder is not None and rest.startswith("ال") and rest not in self._names:
                holder = None  # listed with its article; the reading without it says more
            known = triggers or verb or dealing or holder or rest in self._names or rest in self._nouns
            cut = reading[1] or bool(preposition)
            deed = triggers or verb or dealing
            if cut and not deed and not self.is_state(rest) and self._is_one_word(folded, rest, definite=definite):
                continue
            if known or definite:
                return self._word(folded, reading, triggers, verb, dealing)
        return self._unknown(folded)

    def _is_one_word(self, folded: str, rest: str, *, definite: bool) -> bool:
        """Tell whether news knows the word as a whole, so that its first letters are no clitics: وجودي، بأسره، باهظ."""
        stems = self.lexicon.load_stems()
        whole = stems.get(folded, 0)
        if definite:
            return whole >= _KNOWN + 1  # والدته is no و + ال
        if rest == "عدم":
            return False  # بعدم, common as it is
        other = stems.get(rest, 0)
        if folded[0] == "و" and other and other >= whole - 1 and rest.endswith(_OWN):
            return False  # وابنته: news joins the kin of whom it speaks
        return whole >= _KNOWN and (not other or (whole > _KNOWN and other <= whole + _KNOWN))

    def _is_short_verb(self, folded: str) -> bool:
        """Tell whether و or ف stands before a verb of two letters that news knows better than the whole: وحث، وشن."""
        rest, stems = folded[1:], self.lexicon.load_stems()
        listed = rest in self.lexicon.triggers or rest in self.lexicon.verbs
        return listed and stems.get(rest, 0) > stems.get(folded, 0)

    def _is_noun(self, word: str) -> bool:
        """Tell whether the letters behind one ل are a noun that itself begins with ل: للجوء, and not للرئيس."""
        if word in self.lexicon.triggers or word in self._nouns or word in self.grammar.holders:
            return True
        stems = self.lexicon.load_stems()
        return stems.get(word, 0) > stems.get(word[1:], 0)

    def _is_known(self, word: str) -> bool:
        """Tell whether news knows the word, or knows it without its pronoun: تضليله of لتضليله."""
        stems = self.lexicon.load_stems()
        return word in stems or any(
            word.endswith(ending) and len(word) > len(ending) + 3 and word.removesuffix(ending) in stems
            for ending in _OWN
        )

    def _is_owned(self, word: str) -> bool:
        """Tell whether the word is a known noun with a pronoun: وزرائها."""
        bases = (word.removesuffix(ending) for ending in _OWN if word.endswith(ending))
        holders = self.grammar.holders
        return any(base in holders or (base[-1] in "يو" and base[:-1] + "ء" in holders) for base in bases if base)

    def _readings(self, folded: str) -> list[tuple[str, bool, str, bool]]:
        """Return the ways to cut clitics off: (rest, conjunction, preposition, definite), the whole word first."""
        heads = [(folded, False)]
        readings = [] if folded.startswith("وو") else [(folded, False, "", False)]  # ووجه: and he addressed
        if folded[0] in "وف" and (len(folded) > 3 or self._is_short_verb(folded)) and folded not in self._whole:
            heads.append((folded[1:], True))
        for word, conjunction in heads:
            if conjunction:
                readings.append((word, True, "", False))
            if word.startswith("ال") and len(word) > 4:
                readings.append((word[2:], conjunction, "", True))
            elif word.startswith("لل") and len(word) > 4:
                if self._is_noun(word[1:]):
                    readings.append((word[1:], conjunction, "ل", True))  # للجوء, written for ل and اللجوء
                readings.append((word[2:], conjunction, "ل", True))
            elif word[0] in "بلك" and len(word) > 3 and word not in self._whole:
                if word[1:].startswith("ال") and len(word) > 5:
                    readings.append((word[3:], conjunction, word[0], True))
                else:
                    readings.append((word[1:], conjunction, word[0], False))
        return readings

    def _word(
        self,
        folded: str,
        reading: tuple[str, bool, str, bool],
        triggers: tuple[Trigger, ...],
        verb: Verb | None,
        dealing: Dealing | None,
    ) -> Word:
        rest, conjunction, preposition, definite = reading
        holder = self.grammar.holders.get(rest)
        finite = bool(triggers) and all(
            one.shape in (Shape.PERFECT, Shape.IMPERFECT, Shape.JUSSIVE, Shape.PASSIVE) for one in triggers
        )
        # السورية is the adjective, سورية the state.
        name = "ال" + rest in self._names if definite and not preposition else rest in self._names or rest == "كوريا"
        if dealing is not None and verb is None and not (triggers or definite or preposition):
            verb = self._by_shape(rest)  # رصدت القوات شحنة
        is_verb = (finite or (verb is not None and not triggers)) and not name and holder is None
        gender = holder.gender if holder else self.grammar.given_names.get(rest, "")
        return Word(
            folded,
            Kind.VERB if is_verb else Kind.NOUN,
            rest,
            conjunction,
            preposition,
            definite,
            triggers,
            verb,
            dealing,
            name,
            gender or ("f" if rest.endswith("ه") or rest == "كوريا" or self.is_state(rest) else ""),
            # تركيا is the state far more often than the adjective in the accusative.
            rest in self.lexicon.nationalities and ((definite and not name) or rest not in self._countries),
            bool(holder and (holder.is_title or holder.kind is LinkKind.PERSON)) and not triggers,
        )

    def _unknown(self, folded: str) -> Word:
        """Return a reading by shape alone: -ت and -وا are verbs, ي- mostly; anything else a noun."""
        word = folded[1:] if folded[0] in "وف" and len(folded) > 4 else folded
        verb = self._by_shape(word)
        if verb is not None:
            return Word(folded, Kind.VERB, word, word != folded, verb=verb)
        return self._unknown_noun(folded)

    def _by_shape(self, word: str) -> Verb | None:
        """Return the verb that a word is by its ending or its first letters, None where it may be a noun."""
        bare = len(word) >= 4 and not word.startswith("ال")
        feminine = bare and word.endswith("ت") and not word.endswith(_ENDINGS) and word not in _NOT_VERBS
        plural = bare and word.endswith("وا")
        imperfect = bare and word[0] == "ي" and word.isalpha() and not word.endswith(_NOT_IMPERFECT)
        future = len(word) >= 5 and word[:2] in ("سي", "ست") and not word.startswith(_NOT_FUTURE)
        if feminine or plural or imperfect or future:
            return Verb(word, "f" if feminine else "m", "p" if plural else "s", imperfect or future)
        return None

    def _unknown_noun(self, folded: str) -> Word:
        """Return a noun of which nothing is known, its clitics cut off by spelling alone."""
        rest, conjunction, preposition, definite = folded, False, "", False
        begins = rest[0] == "و" and len(rest) > 4 and rest not in self._whole and not self._is_owned(rest)
        if begins and not self._is_one_word(rest, rest[1:], definite=False):
            rest, conjunction = rest[1:], True
        # What news does not know without the letter keeps it: ليبرمان, بوتفليقة.
        cut = rest not in self._whole and rest[:-1] not in self._whole and self._is_known(rest[1:])
        if rest.startswith("لل") and len(rest) > 4:
            rest, preposition, definite = rest[2:], "ل", True
        elif rest[0] in "بل" and len(rest) > 4 and cut and not self._is_one_word(rest, rest[1:], definite=False):
            rest, preposition = rest[1:], rest[0]
        if rest.startswith("ال") and len(rest) > 4 and not definite:
            rest, definite = rest[2:], True
        gender = "f" if rest[-1] == "ه" else ""
        return Word(folded, Kind.NOUN, rest, conjunction, preposition, definite, gender=gender)
