"""Tells whether a noun goes on with the phrase before it, or begins the next participant."""

from musnad.events.describing import begins_another, has_act_shape, is_adjective, is_participle, is_quality
from musnad.events.sentence import EventSentence
from musnad.events.words import Kind, Word
from musnad.model import LinkKind

_SINGLES_IN_YA = frozenset({"انتحاري", "ارهابي", "جندي", "شرطي", "قيادي", "مدني"})
_SEATS = frozenset({"قنصليه", "سفاره", "بعثه", "حكومه", "معارضه", "جماعه", "سلطه", "سلطات", "قوات", "مقاومه"})
_ACCUSATIVE_NAMES = frozenset({"مصطفي", "رضا", "عطا", "زكريا", "يحيي", "موسي", "عيسي", "مهنا"})
_DEATHS = frozenset({"حتفه", "حتفها", "حتفهم", "مصرعه", "مصرعها", "مصرعهم", "مصرعهما", "نحبه", "نحبها"})
_HAVING = frozenset({"ذو", "ذا", "ذي", "ذات", "ذوي", "ذوو"})
_MEASURED = frozenset({"عمره", "عمرها", "عمرهم", "اسمه", "اسمها", "عددهم", "عددها", "قيمته", "قيمتها", "مدته", "مدتها"})
_OF_FIRE = frozenset({"اطلاق", "وقف", "خط", "السنه", "مرمي", "وابل", "تبادل", "كره", "كتله", "لهيب", "خطوط"})


def continues(sentence: EventSentence, first: int, index: int) -> bool:
    """Tell whether the noun at `index` belongs to the phrase that began at `first`."""
    word, previous = sentence.words[index], sentence.words[index - 1]
    if " " in previous.folded:
        return word.definite and is_adjective(word)  # #ميليشيات_الحوثي | مواقع: a hashtag is a whole name
    if index in sentence.persons and _holds_office(sentence, first, index):
        return True  # الزعيم الوطني فلان، العميل المزدوج فلان
    if index in sentence.name_ends and not _names_on(sentence, index):
        return False  # a name takes no genitive and no plural: دعا فلان الحكومة
    accusative = not word.definite and sentence.raw(index).endswith(("ا", "اً", "ًا"))
    if word.triggers and accusative and previous.kind is not Kind.NUMBER:
        return False  # محكمة تركية حكما: an accusative is the object
    apart = index not in sentence.placed and index not in sentence.acting and not word.folded.startswith("ال")
    if index - 1 in sentence.placed and apart and not is_adjective(word):
        return False  # في الواحة | محاكمة فلان
    if previous.stem in ("رصاص", "ذخيره") and word.stem in ("حي", "حيه"):
        return word.definite == previous.definite  # الرصاص الحي
    if begins_another(sentence, first, index):
        return False
    if word.folded in _DEATHS or word.stem in _HAVING:
        return False  # لقي عشرة عمال | حتفهم، قاطعه الرئيس | ذات مرة، شقيقه | ذي الأعوام الأربعة
    if word.folded == "عده":
        return not previous.definite and previous.kind is Kind.NOUN  # مواقع عدة
    if _tells_of(sentence, first, index) or _is_laid_on(sentence, index):
        return False
    if previous.folded == "الجو" and not word.definite:
        return False  # سلاح الجو | ضربات
    known = previous.definite or previous.name or index - 1 in sentence.acting
    if known and not word.definite and previous.stem != "منتهيه" and _is_owned(sentence, index):
        return False  # أعلن تنظيم الدولة | مسؤوليته
    if _is_taken(sentence, index) or _is_somebody_else(sentence, first, index):
        return False
    if previous.kind is Kind.MARK:
        return is_adjective(word) and word.definite
    if previous.kind is Kind.TIME:
        return is_adjective(word) and word.definite  # الأمين العام الجديد, but no object behind العام
    if previous.kind is Kind.NUMBER:
        return not word.definite or previous.folded[0].isalpha()
    if word.kind is Kind.NUMBER:
        return word.definite and word.stem in {"ثلاث", "ثلاثه", "اربع", "اربعه", "خمس", "خمسه"}
    state = (
        previous.name and previous.stem in sentence.vocabulary.grammar.words["countries"] and not previous.nationality
    )
    if state and (word.stem.endswith(("يين", "يون")) or not word.definite or _is_another(sentence, index)):
        return False  # a state takes no genitive, a plural behind it is another party: إيران الحوثيين
    if word.definite and word.stem.endswith(("يين", "يون")) and previous.stem.endswith("ه"):
        return False  # تحالف دعم الشرعية | الحوثيين
    if is_adjective(word) and word.definite and not word.triggers:
        return True
    if previous.definite or (previous.name and index - 1 == first):
        return _after_definite(sentence, first, index)
    return _after_indefinite(sentence, first, index, word, previous)


def _tells_of(sentence: EventSentence, first: int, index: int) -> bool:
    """Tell whether a noun with a pronoun says something of the unnamed before it: طفل صغير | عمره، أحد | مسؤوليته."""
    word, previous = sentence.words[index], sentence.words[index - 1]
    if word.definite or previous.definite or not _is_owned(sentence, index):
        return False
    if index + 1 in sentence.persons:
        return False  # قس أجنبي اسمه فلان
    described = index - first > 1 and is_adjective(previous) and not previous.title
    return word.stem in _MEASURED or described or previous.stem == "احد"


def _is_laid_on(sentence: EventSentence, index: int) -> bool:
    """Tell whether a thing or an act with the article follows a bare proper name: حملت حماس | المسؤولية."""
    word, previous = sentence.words[index], sentence.words[index - 1]
    named = index - 1 in sentence.acting and not previous.definite and index in sentence.mentions.values()
    head = previous.title or sentence.among(index - 1, "bodies")
    laid = sentence.among(index, "things") or sentence.among(index, "acts") or has_act_shape(sentence, index, word.stem)
    return named and not head and word.definite and laid and index not in sentence.acting


def _is_taken(sentence: EventSentence, index: int) -> bool:
    """Tell whether a thing behind somebody unnamed is what he takes or uses: سرق مسلح | سيارة، أطلق شرطي | النار."""
    word, person = sentence.words[index], sentence.words[index - 1]
    if word.stem == "نار" and word.definite:
        return person.stem not in _OF_FIRE
    if person.definite or word.definite or person.stem not in sentence.vocabulary.lexicon.words["somebody"]:
        return False
    things = ("vehicles", "weapons", "places", "things")
    return not is_adjective(word) and any(sentence.among(index, name) for name in things)


def _is_somebody_else(sentence: EventSentence, first: int, index: int) -> bool:
    """Tell whether a definite office with its bearer's name follows a definite body: اعتقل الأمن | القيادي فلان."""
    word, head = sentence.words[index], sentence.words[first]
    if not word.title or not word.definite or head.title or not sentence.words[index - 1].definite:
        return False
    return any(at in sentence.persons for at in (index + 1, index + 2))


def _is_another(sentence: EventSentence, index: int) -> bool:
    """Tell whether the definite noun names a body or building and is no adjective: القنصلية."""
    word = sentence.words[index]
    return not word.nationality and (word.stem in _SEATS or sentence.among(index, "places"))


def _names_on(sentence: EventSentence, index: int) -> bool:
    """Tell whether a word behind a person's name may go on with it: a further part, or an adjective of one."""
    word = sentence.words[index]
    if word.folded in sentence.names or index in sentence.acting:
        return word.kind is Kind.NOUN and index in sentence.persons
    return is_adjective(word) and word.definite and not word.stem.endswith(("ين", "ون", "ات"))


def _holds_office(sentence: EventSentence, first: int, index: int) -> bool:
    """Tell whether the words before a name say who its bearer is: an office, or a definite noun with its adjective."""
    if any(word.title and not word.stem.endswith(("ون", "ين")) for word in sentence.words[first:index]):
        return True
    if sentence.stem(first).startswith("نظير"):
        return True  # نظيره السوداني | فلان
    head, last = sentence.words[first], sentence.words[index - 1]
    holder = sentence.vocabulary.grammar.holders.get(head.stem)
    human = holder is not None and holder.kind in (LinkKind.PERSON, LinkKind.ANON) and holder.number != "p"
    body = first in sentence.acting or sentence.among(first, "actors") or holder is not None
    body = body and not human  # القس الأمريكي فلان
    described = index - first > 1 and last.definite and (is_adjective(last) or is_quality(sentence, index - 1))
    return head.definite and not body and described and not head.stem.endswith(("ه", "ين", "ون", "ات"))


def _after_definite(sentence: EventSentence, first: int, index: int) -> bool:
    word = sentence.words[index]
    if word.definite:
        if sentence.among(index, "adjectives"):
            return True
        if word.title:
            following = sentence.at(index + 1)
            named = following is not None and (following.name or index + 1 in sentence.persons)
            return sentence.words[first].title and named
        if is_adjective(word) or is_participle(sentence, index) or (is_quality(sentence, index) and not word.triggers):
            return True
        previous = sentence.words[index - 1]
        spoken = word.stem.endswith("ات") or sentence.among(index, "acts")  # أدان الوزير فلان الفلاني | التصريحات
        return previous.folded in sentence.names and not spoken and _in_name(sentence, first, index)
    return _in_name(sentence, first, index) and _may_be_name(sentence, index)


def _in_name(sentence: EventSentence, first: int, index: int) -> bool:
    """Tell whether a title or a given name opened the phrase, so that the next bare word can be a name."""
    given = sentence.vocabulary.grammar.given_names
    for n in range(first, index):
        one = sentence.words[n]
        holder = sentence.vocabulary.grammar.holders.get(one.stem)
        office = one.title and (holder is None or holder.kind in (LinkKind.PERSON, LinkKind.ANON))
        if one.stem in given or one.folded in given or office:
            return index - n <= 6
    return False


def _may_be_name(sentence: EventSentence, index: int) -> bool:
    word = sentence.words[index]
    if word.name or word.folded in sentence.names:
        return True
    if word.triggers or word.verb or word.dealing or word.nationality or word.gender == "f":
        return False
    if has_act_shape(sentence, index, word.stem):
        return False  # رفض الوزير | دخول المفتشين
    folded = word.folded
    if folded.endswith(("ا", "ين", "ون", "ات")) and len(folded) > 4:
        return False  # an indefinite accusative or plural opens the object
    following = sentence.at(index + 1)
    if following is not None and following.definite and following.kind is Kind.NOUN:
        return False  # a noun before its genitive: معسكر التدريب
    return folded.isalpha() and not sentence.among(index, "places") and not sentence.among(index, "things")


def _after_indefinite(sentence: EventSentence, first: int, index: int, word: Word, previous: Word) -> bool:
    before = previous.folded
    if not word.definite and not word.name and _is_owned(sentence, index - 1):
        return False  # استقبل في مكتبه | وفدا: what a pronoun owns is definite
    if before.endswith("ون") and len(before) > 4 and not previous.name:
        return word.folded.endswith(("ون", "ين")) and not word.definite
    if before.startswith("م") and before.endswith("ين") and len(before) > 5 and not previous.name and not word.definite:
        return word.folded.endswith(("ين", "ون"))  # مطالبين حكومة البلاد: the ن parts them
    tanwin = (
        before.endswith("ا")
        and not before.endswith(("ها", "هما"))
        and len(before) > 4
        and not previous.name
        and before not in _ACCUSATIVE_NAMES
    )
    if tanwin and not before.endswith("يا"):
        return word.folded.endswith("ا") and not word.definite and not word.triggers
    if before in _SINGLES_IN_YA and not (word.definite or is_adjective(word) or word.triggers):
        return word.stem in sentence.vocabulary.lexicon.words["qualities"]  # استهدف انتحاري نقطة تفتيش
    if word.definite:
        if previous.folded in sentence.names and not is_adjective(word):
            return _in_name(sentence, first, index) and not word.title
        return not _is_adjective_phrase(sentence, first, index)
    accusative = word.folded.endswith("ا") and not word.folded.endswith("ها") and len(word.folded) > 4 and not word.name
    if accusative and previous.kind is not Kind.NUMBER:
        return before.endswith("ا") and word.folded.endswith("يا")
    if previous.folded in sentence.names and not word.name and word.folded not in sentence.names:
        return False
    if word.name and word.stem in sentence.vocabulary.grammar.words["countries"]:
        # A country after an adjective is the next participant; after its noun it is the genitive.
        return not previous.nationality and not previous.name
    return True


def _is_owned(sentence: EventSentence, index: int) -> bool:
    """Tell whether the word ends with a pronoun; a few end in ه by themselves (شبه، اتجاه)."""
    word, raw = sentence.words[index], sentence.raw(index)
    if word.name or word.title or index in sentence.acting or len(word.stem) < 4 or word.stem.endswith("اه"):
        return False
    return raw.endswith(("ه", "ها", "هم", "هما")) and not sentence.among(index, "whole_in_ha")


def _is_adjective_phrase(sentence: EventSentence, first: int, index: int) -> bool:
    """Tell whether an indefinite adjective closed the phrase, so that a definite noun begins another."""
    previous, before = sentence.words[index - 1], sentence.words[index - 2]
    if index - 1 <= first or before.definite:
        return False
    counted = before.stem.endswith("ات") or (before.stem.endswith("يه") and is_adjective(before) and index - 2 > first)
    described = previous.stem.endswith("يه") and is_adjective(previous) and not previous.stem.endswith("ايه")
    described = described or (before.stem.endswith("يه") and is_participle(sentence, index - 1))
    return previous.nationality or (counted and described)  # جماعات انفصالية | القوات
