"""Finds persons by given names, by the titles before them and by kunyas, and the titles themselves."""

from musnad.languages.grammar import Holder
from musnad.mentions.adjectives import adjectives_end
from musnad.mentions.drafts import Draft
from musnad.mentions.line import Line
from musnad.mentions.name_edges import is_feminine_quality, opens_clause
from musnad.mentions.tagging import LEAST_SUPPORT, Tagging
from musnad.mentions.vocabulary import KUNYAS, clitic_forms
from musnad.model import LinkKind, MentionKind

_MOST_NAMES = 5
_TITLED_CONFIDENCE = 0.92
_GIVEN_CONFIDENCE = 0.85
_TITLE_CONFIDENCE = 0.85
# What a title says, the tagger need only not exclude, and of a word that is no noun hardly that: الوزير بيرنار كازونوف.
_LEAST_TITLED = 0.1
_SURE_NAME = 0.4
_LIKELY_NAME = 0.4
_SHORTEST_PLAIN = 3
_GLUED = ("ال", "لل", "بال", "وال", "فال", "كال")


def find_persons(line: Line, known: dict[int, Draft], tagging: Tagging) -> list[Draft]:
    """Return persons and titles; `known` are names already found, by their first token, which no person crosses.

    A title, a given name or a kunya makes a person where the tagger does not exclude it.
    """
    drafts: list[Draft] = []
    index = 0
    size = len(line)
    while index < size:
        entry = line.entries[index]
        if not (entry.may_open_title or entry.may_open_person or index in known):
            index += 1
            continue
        title = title_at(line, index, known)
        if title is not None:
            person = _person_at(line, title.end, known, tagging, titled=True)
            named = title.end in known and known[title.end].kind is MentionKind.PERSON
            if person is not None or named or _is_office(line, title, known):
                drafts.append(title)
        elif line.is_style(index):
            person = _person_at(line, index + 2, known, tagging, titled=True)
        elif _is_epithet(line, index, known):
            person = _person_at(line, index + 1, known, tagging, titled=True)
        else:
            person = _person_at(line, index, known, tagging, titled=False)
        if person is not None:
            drafts.append(person)
        index = max(index + 1, person.end if person else 0, title.end if title else 0)
    return drafts


def _is_epithet(line: Line, index: int, known: dict[int, Draft]) -> bool:
    """Tell whether a nationality stands for whom it describes, and so opens a name: على الإسباني سيزار فالدو.

    Behind a noun with its article it is that noun's adjective.
    """
    draft = known.get(index)
    if draft is None or draft.kind is not MentionKind.NATIONALITY or draft.end != index + 1:
        return False
    word = line.words[index][draft.skip :]
    before = line.word(index - 1)
    free = index == 0 or draft.skip > 0 or not before.isalpha() or line.is_stop(index - 1)
    return word.startswith("ال") and word.endswith("ي") and (free or before.removeprefix("و") in line.grammar.cues)


def title_at(line: Line, index: int, known: dict[int, Draft]) -> Draft | None:
    """Return the title or occupation that begins at the token, drawn out over the body or country that it is of."""
    if not line.entries[index].may_open_title:
        return None
    for skip, word in line.forms[index]:
        if word in line.grammar.words["prepositions"] or _is_to(line, index):
            continue
        definite = word.startswith("ال")
        holder = _person_holder(line, word[2:] if definite else word)
        if holder is None or (not definite and _is_no_office(line, index, word)):
            continue
        end = adjectives_end(line, index + 1) if definite else _office_end(line, index + 1, known)
        if end > index + 1 or definite:
            return Draft(MentionKind.TITLE, index, end, "title", _TITLE_CONFIDENCE, skip)
    return None


def _is_to(line: Line, index: int) -> bool:
    """Tell whether the word is وإلى, which folds like the governor والي."""
    token = line.tokens[index]
    return line.words[index] == "والي" and line.text[token.start : token.end].endswith(("إلى", "الى"))


def _is_no_office(line: Line, index: int, word: str) -> bool:
    """Tell nouns of office from what is written alike: سيادة الصين, مساعدة الشعب, طالبه الوزير."""
    following = line.word(index + 1)
    if word in line.rules.words["forms_of_address"]:
        return _person_holder(line, following.removeprefix("ال")) is None and not may_be_name(line, index + 1)
    if word in line.rules.words["not_constructs"] and (
        following.startswith("ال") or (following,) in line.rules.countries
    ):
        return True
    token = line.tokens[index]
    return word.endswith("ه") and line.text[token.end - 1] == "ه" and line.grammar.holders[word].gender == "f"


def _is_office(line: Line, title: Draft, known: dict[int, Draft]) -> bool:
    """Tell whether a title stands without a name: الرئيس, وزير الدفاع; but العسكري is an adjective first."""
    word = line.forms[title.first][0][1] if not title.skip else dict(line.forms[title.first])[title.skip]
    holder = _person_holder(line, word.removeprefix("ال"))
    if holder is None:
        return False
    if not word.startswith("ال"):
        # تقارير صحفية أميركية: beside a mere adjective the noun of an unnamed source may be one itself.
        governs = line.word(title.first + 1).startswith("ال") or holder.kind is LinkKind.PERSON
        return title.end > title.first + 1 and (governs or _is_body(known.get(title.first + 1)))
    if word in line.rules.words["not_offices"]:
        return False
    # الحزب الحاكم: after a definite noun the word is its adjective.
    before = line.word(title.first - 1)
    noun = before.startswith("ال") or any(form.startswith("ال") for _, form in clitic_forms(before or "."))
    follows_noun = title.skip == 0 and noun and title.end == title.first + 1
    return holder.kind is LinkKind.PERSON and not follows_noun


def _is_body(draft: Draft | None) -> bool:
    return draft is not None and draft.kind is not MentionKind.NATIONALITY


def _person_holder(line: Line, stem: str) -> Holder | None:
    holder = line.grammar.holders.get(stem)
    if holder is None or holder.number != "s" or (stem in line.grammar.given_names and stem not in {"امير", "سيد"}):
        return None
    return holder if holder.kind is LinkKind.PERSON or holder.is_title else None


def _office_end(line: Line, index: int, known: dict[int, Draft]) -> int:
    """Return the end of the office that an indefinite title is of: رئيس مجلس النواب، وزير الدفاع التركي."""
    if index >= len(line):
        return index
    body = known.get(index)
    if body is not None and body.skip == 0 and body.kind not in {MentionKind.PERSON, MentionKind.TITLE}:
        return adjectives_end(line, body.end)
    word = line.words[index]
    if word in line.grammar.words["time_words"]:
        return index  # مسلح اليوم الجمعة
    if _person_holder(line, word) is not None:
        return _office_end(line, index + 1, known)
    if word in line.rules.words["construct_links"]:
        return _office_end(line, index + 1, known)
    if word.startswith("ال") and not line.is_stop(index):
        end = adjectives_end(line, index + 1)
        portfolios = line.rules.words["portfolios"]
        while word in portfolios and line.word(end)[:1] == "و" and line.word(end)[1:] in portfolios:
            end = adjectives_end(line, end + 1)  # وزير التنمية والتعاون الدولي
        return end
    return index


def _person_at(line: Line, index: int, known: dict[int, Draft], tagging: Tagging, *, titled: bool) -> Draft | None:
    if index >= len(line):
        return None
    if index in known:
        return _drawn_out(line, known[index], known, tagging) if known[index].kind is MentionKind.PERSON else None
    if not (titled or line.entries[index].may_open_person) or line.is_style(index):
        return None
    for skip, word in line.forms[index]:
        if " " in word:
            return _hashtag(line, index, word)
        given = word in line.grammar.given_names and not line.is_stop(index)
        kunya = _is_kunya(line, index, skip, word)
        sure = titled and _looks_foreign(line, index) and tagging.probability("PERS", index, index + 1) >= _SURE_NAME
        if not (given or kunya or (titled and skip == 0 and (sure or may_be_name(line, index)))):
            continue
        # شهد تتويج ريتشارد: the name of a woman, and a verb before that.
        if not titled and word in line.grammar.cues and tagging.probability("PERS", index, index + 1) < LEAST_SUPPORT:
            continue
        end = _name_end(line, index, known)
        told = _is_told(line, index, end, word)
        while (
            end > index
            and not told
            and not _is_byname(line, end - 1, index)
            and tagging.probability("PERS", end - 1, end) < _least(line, end - 1, titled=titled)
        ):
            end -= 1
        if end > index and (titled or end - index >= 2):
            confidence = _TITLED_CONFIDENCE if titled else _GIVEN_CONFIDENCE
            rule = "title-name" if titled else "kunya" if kunya else "given-name"
            grown = _grown(line, index, end, known, tagging)
            return Draft(MentionKind.PERSON, index, grown, rule, confidence, skip)
    return None


def _least(line: Line, index: int, *, titled: bool) -> float:
    """Return how probable a word must be as part of a name: less behind a title, where it is no noun."""
    word = line.words[index]
    if titled and (_is_plain_given(line, word) or _is_family(line, index)):
        return 0.0
    if titled and (_is_compound(line, index) or _is_compound(line, index - 1)):
        return 0.0  # الملا فضل الله
    # رئيس النادي عبدالله العديلي
    nisba = word.endswith("ي") and _may_be_surname(line, index) and not line.entries[index].may_open_demonym
    if titled and nisba and _is_plain_given(line, line.words[index - 1]):
        return 0.0
    foreign = titled and _looks_foreign(line, index) and not line.vocabulary.is_noun(word)
    return _LEAST_TITLED if foreign else LEAST_SUPPORT


def _looks_foreign(line: Line, index: int) -> bool:
    """Tell whether the word may be a name that no list has: no article, clitic or verb that the lists know."""
    word = line.words[index]
    grammar = line.grammar
    verb = word in grammar.cues or word.removesuffix("ت") in grammar.words["plain_verbs"]
    verb = verb or (word[0] in "يت" and word.endswith(("ون", "ين")))
    return len(word) > _SHORTEST_PLAIN and not word.startswith(_GLUED) and not verb and not line.is_stop(index)


def _is_told(line: Line, index: int, end: int, word: str) -> bool:
    """Tell whether a name needs no tagger: a given name to a family's (محمد علي الحوثي), or of a place that speaks."""
    if not _is_plain_given(line, word) or end <= index + 1:
        return False
    speaks = index > 0 and end == index + 2 and line.words[index - 1].removeprefix("و") in line.grammar.cues
    return _is_family(line, end - 1) or (speaks and line.entries[end - 1].may_open_place)


def _is_compound(line: Line, index: int) -> bool:
    """Tell whether the word and the next are a name that ends in الله or الدين."""
    return line.word(index + 1) in ("الله", "الدين") and line.words[index] in line.rules.words["compounds"]


def _is_plain_given(line: Line, word: str) -> bool:
    """Tell whether the word is an Arabic given name and nothing else."""
    part = line.vocabulary.name_parts.get(word)
    plain = part is not None and not part.is_ambiguous and not part.is_foreign
    return plain and len(word) > _SHORTEST_PLAIN and word in line.grammar.given_names


def _hashtag(line: Line, index: int, written: str) -> Draft | None:
    """Return the person that a hashtag names in full: #سمير_الكتبي."""
    words = written.split()
    named = words[0] in line.grammar.given_names and all(word.isalpha() for word in words)
    if not named or len(words) > _MOST_NAMES or any(word in line.grammar.holders for word in words[1:]):
        return None
    end = index + 1
    while end < len(line) and line.words[end] in line.rules.words["name_ends"]:
        end += 1
    return Draft(MentionKind.PERSON, index, end, "given-name", _GIVEN_CONFIDENCE)


def _is_byname(line: Line, index: int, first: int) -> bool:
    """Tell whether a nisba closes a kunya: أبو حمزة التلي."""
    kunya = any(word in KUNYAS for _, word in line.forms[first])
    word = line.word(index)
    nisba = word.startswith("ال") and word.endswith("ي") and len(word) > 4
    return kunya and index > first + 1 and nisba and word not in line.rules.words["not_adjectives"]


def _drawn_out(line: Line, person: Draft, known: dict[int, Draft], tagging: Tagging) -> Draft | None:
    """Return the tagged person drawn out over its byname or surname; None where there is nothing to add."""
    end = person.end
    grown = _grown(line, person.first, end, known, tagging)
    if grown > end:
        return person._replace(end=grown)
    if end >= len(line) or end in known:
        return None
    if _is_byname(line, end, person.first):
        return person._replace(end=end + 1, rule="kunya")
    # سمير الكتبي: behind a lone given name the tagger need not be sure of the surname.
    only = line.words[person.first][person.skip :]
    lone = end == person.first + 1 and only in line.grammar.given_names and not line.vocabulary.is_surname(only)
    speaks = person.first > 0 and line.words[person.first - 1].removeprefix("و") in line.grammar.cues
    if (
        lone
        and speaks
        and _is_plain_given(line, line.words[person.first])
        and line.entries[end].may_open_place
        and not line.is_stop(end)
        and may_be_name(line, end)
    ):
        return person._replace(end=end + 1)  # قالت توكل كرمان
    ranked = person.first > 0 and line.entries[person.first - 1].may_open_title
    unlisted = ranked and may_be_name(line, end) and not line.vocabulary.is_noun(line.words[end])  # العميد ثابت جواس
    if lone and (unlisted or _may_be_surname(line, end)) and tagging.probability("PERS", end, end + 1) >= LEAST_SUPPORT:
        return person._replace(end=end + 1)
    return None


def _grown(line: Line, first: int, end: int, known: dict[int, Draft], tagging: Tagging) -> int:
    """Return where a name goes on behind what was seen of it: فيصل بن فهد, محمد علي الحوثي, فيصل بن حامد معلا."""
    given, parts = line.grammar.given_names, line.vocabulary.name_parts
    links = line.rules.words["filiations"]
    while end < len(line) and line.tokens[end].is_word:
        word, before = line.words[end], line.words[end - 1]
        family = before in parts and not parts[before].is_foreign and _is_family(line, end)
        noble = before in line.rules.words["nobiliaries"] and may_be_name(line, end)  # فرانسوا دو روجي
        if end in known:
            # عيد العتيبي, يحيى بن عبده حسن مجممي: two that the tagger saw beside each other.
            other = known[end]
            surname = family or (end > first + 1 and before in given and word not in given)
            surname = surname or noble or word in line.rules.words["nobiliaries"]  # لولا دا سيلفا
            joined = surname and other.kind is MentionKind.PERSON and other.skip == 0
            return other.end if joined else end
        house = line.text[line.tokens[end].start] == "آ"  # آل ثاني
        bound = before in links or (word in links and (house or line.word(end + 1) in given))
        heard = word in parts and not parts[word].is_ambiguous and word not in line.grammar.holders
        likely = heard and tagging.probability("PERS", end, end + 1) >= _LIKELY_NAME
        if opens_clause(line, end) or not (bound or noble or likely or family) or line.is_stop(end):
            break
        end += 1
    return end


def _is_family(line: Line, index: int) -> bool:
    """Tell whether the word is a surname with the article that the lists have."""
    word = line.words[index]
    if not word.startswith("ال") or not line.vocabulary.is_surname(word):
        return False
    return word not in line.grammar.words["time_words"] and _person_holder(line, word[2:]) is None


def _is_kunya(line: Line, index: int, skip: int, word: str) -> bool:
    """أبو باقر, but neither آبي, a Japanese name that folds alike, nor أبي before a small word."""
    if word not in KUNYAS or index + 1 >= len(line):
        return False
    written = line.span(index, index + 1, skip=skip).of(line.text)
    return written[:1] in "أا" and line.words[index + 1].isalpha() and not line.is_stop(index + 1)


def _name_end(line: Line, first: int, known: dict[int, Draft]) -> int:
    rules = line.rules.words
    index = first + 1
    while index < len(line) and index - first < _MOST_NAMES and index not in known:
        word = line.words[index]
        if opens_clause(line, index) or _leaves_surname(line, index):
            break  # سيلفستر مونتيرو بأن, الحريري شهد
        linked = _is_link(line, index - 1) and word.isalpha() and not line.is_stop(index)
        listed = word in line.grammar.given_names or word in rules["name_links"] or word in rules["name_ends"]
        # A surname with the article closes the name: سمير الكتبي.
        bound = index - first > 1 and line.words[index - 2] in rules["name_links"]
        closed = line.words[index - 1].startswith("ال") and index - first > 1 and not bound
        surname = _is_family(line, index) or _may_be_surname(line, index)
        if not listed and (closed or not (linked or surname or may_be_name(line, index))):
            break
        index += 1
    while index - 1 > first and line.words[index - 1] in rules["name_links"]:
        index -= 1
    return index


def _leaves_surname(line: Line, index: int) -> bool:
    """Tell whether a verb that is a given name too, or a city, stands behind a surname."""
    if not line.vocabulary.is_surname(line.words[index - 1]):
        return False
    word = line.words[index]
    place = word.startswith("ال") and line.entries[index].may_open_place and not line.vocabulary.is_surname(word)
    return place or word in line.grammar.cues


def _is_link(line: Line, index: int) -> bool:
    """Tell whether the word binds the next to a name: أبو, بن; آبي, a Japanese name that folds alike, does not."""
    return line.words[index] in line.rules.words["name_links"] and line.text[line.tokens[index].start] != "آ"


def may_be_name(line: Line, index: int) -> bool:
    """Tell whether the word can be part of a name: no article, clitic, known noun, verb or small word, and no end."""
    word = line.word(index)
    grammar = line.grammar
    if len(word) < 3 or not line.tokens[index].is_word or not word.isalpha() or word.startswith(_GLUED):
        return False
    if line.is_stop(index) or word in grammar.cues or word in grammar.words["time_words"]:
        return False
    if word[0] in "بلوفس" and len(word) > 4 and word not in grammar.given_names:
        return False
    if (word[0] == "و" and word[1:] in grammar.cues) or word in line.rules.words["verbs_before_names"]:
        return False  # كيلي وقال, رمضان توفي
    if word[0] in "بل" and word[1:] in grammar.words["masdars"]:
        return False  # لويس لترك الفريق
    if word in grammar.words["masdars"] or word in grammar.words["common_nouns"] or word in line.rules.heads:
        return False
    return word not in grammar.holders and not word.endswith(("يه", "ات", "ين", "ون", "تها", "تهم"))


def _may_be_surname(line: Line, index: int) -> bool:
    """الكمالي، العبادي: the article, and no noun or adjective that the lexicons know."""
    word = line.words[index]
    if not word.startswith("ال") or len(word) < 5 or line.is_stop(index):
        return False
    stem = word[2:]
    grammar, rules = line.grammar, line.rules.words
    return not (
        stem in grammar.holders
        or stem in line.rules.heads
        or word in grammar.words["time_words"]
        or word in rules["not_adjectives"]
        or word in rules["adjectives"]
        or word.endswith(("يه", "ات", "ون", "ين"))
        or is_feminine_quality(word)
        or stem in grammar.words["common_nouns"]
    )
