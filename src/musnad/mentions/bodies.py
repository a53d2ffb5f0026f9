"""Finds names that a noun opens: ministries, armies, parties, facilities, happenings, vessels, weapons, outlets."""

from dataclasses import dataclass

from musnad.languages.mention_grammar import Complement, NameHead
from musnad.mentions.adjectives import adjectives_end
from musnad.mentions.drafts import Draft
from musnad.mentions.line import Line
from musnad.mentions.tagging import LEAST_SUPPORT, Tagging
from musnad.model import MentionKind

_MOST_TOKENS = 7
_QUOTED_TOKENS = 6
_SHORTEST_ADJECTIVE = 5
# Estimated while 60 articles were read, not counted: how often a name opened so is one, and its end right.
_CONFIDENCE = {
    Complement.DEFINITE: 0.85,
    Complement.ADJECTIVE: 0.88,
    Complement.NATIONALITY: 0.9,
    Complement.NAME: 0.75,
    Complement.PLACE: 0.85,
}
# كتائب and سرايا open nothing but names; قيادة and إدارة open much else.
_OPEN_MORE = frozenset({MentionKind.ORGANISATION, MentionKind.GOVERNMENT_BODY})
_LISTED = frozenset({*_OPEN_MORE, MentionKind.ARMED_GROUP, MentionKind.OUTLET})
_NAMED = frozenset({MentionKind.PERSON, MentionKind.PLACE, MentionKind.COUNTRY})


@dataclass(frozen=True, slots=True)
class _Found:
    """The end of a name and what closed it."""

    end: int
    complement: Complement


def find_bodies(line: Line, known: dict[int, Draft], tagging: Tagging) -> list[Draft]:
    """Return the names that a noun opens; `known` are names already found, by their first token."""
    drafts = []
    for index, entry in enumerate(line.entries):
        draft = _body_at(line, index, known) if entry.may_open_body else None
        if draft is not None and _is_supported(draft, line, tagging):
            drafts.append(draft)
    return drafts


def _is_supported(draft: Draft, line: Line, tagging: Tagging) -> bool:
    """Tell names from other nouns with what they govern (قيادة السيارات): those the tagger excludes."""
    if draft.rule != f"head-{Complement.DEFINITE}" or draft.kind not in _OPEN_MORE:
        return True
    ministry = line.words[draft.first + 1] in line.rules.words["portfolios"]
    named = line.words[draft.first].endswith("وزاره")  # وزارة البترول: of whatever it is, it is a ministry
    return ministry or named or tagging.probability("ORG", draft.first, draft.end) >= LEAST_SUPPORT


def _body_at(line: Line, index: int, known: dict[int, Draft]) -> Draft | None:
    if line.words[index] in line.rules.words["no_heads"]:
        return None  # بقيادة المملكة
    for skip, word in line.forms[index]:
        definite = word.startswith("ال") and word not in line.rules.heads
        stem = word[2:] if definite else word
        for head in line.rules.heads.get(stem, ()):
            found = _with_article(line, index, head, known) if definite else _in_construct(line, index, head, known)
            if found is not None:
                found = _with_purpose(line, found) if definite and stem in line.rules.words["purposes"] else found
                rule = f"head-{found.complement}"
                draft = Draft(head.kind, index, found.end, rule, _CONFIDENCE[found.complement], skip)
                return _as_quoted(line, draft, known) if line.is_quote(index + 1) else draft
            if definite and head.alone:
                return Draft(head.kind, index, index + 1, "head-alone", 0.6, skip)
    return None


def _with_article(line: Line, index: int, head: NameHead, known: dict[int, Draft]) -> _Found | None:
    """الجيش اليمني، الحكومة المركزية، السفارة الروسية: the noun has its article, adjectives follow."""
    following = known.get(index + 1)
    if following is not None and following.kind is MentionKind.NATIONALITY and Complement.NATIONALITY in head.takes:
        return _Found(adjectives_end(line, following.end), Complement.NATIONALITY)
    if Complement.ADJECTIVE not in head.takes and not _has_aim(line, adjectives_end(line, index + 1)):
        return None
    following = following if following is not None and following.kind is MentionKind.NATIONALITY else None
    end = adjectives_end(line, index + 1)
    # وزير الدولة الإماراتي: a masculine adjective is not that of الدولة.
    agrees = following is None or not line.words[index].endswith("ه") or line.word(index + 1).endswith("ه")
    return _Found(end, Complement.ADJECTIVE) if end > index + 1 and agrees else None


def _has_aim(line: Line, index: int) -> bool:
    """Tell whether the word says what a body is for: المركز الوطني للإعلام."""
    word = line.word(index)
    return (word.startswith("لل") and not line.is_stop(index)) or (
        word[:1] == "ل" and word[1:] in line.rules.words["aims"]
    )


def _with_purpose(line: Line, found: _Found) -> _Found:
    """Return the name drawn out over what it is for: الهيئة السعودية للحياة الفطرية, الجمعية ... للثقافة والفنون."""
    end = found.end
    if end >= len(line) or line.is_stop(end):
        return found
    if line.words[end].startswith("لل"):
        end = adjectives_end(line, end + 1)
    elif line.words[end][0] == "ل" and line.words[end][1:] in line.rules.words["aims"] and _is_definite(line, end + 1):
        end = adjectives_end(line, end + 2)  # الشبكة العربية لحقوق الإنسان
    else:
        return found
    while end < len(line) and line.words[end].startswith("وال") and line.words[end][3:] not in line.rules.heads:
        if not line.vocabulary.is_noun(line.words[end][3:]):
            break
        end = adjectives_end(line, end + 1)
    return _Found(end, found.complement)


def _in_construct(line: Line, index: int, head: NameHead, known: dict[int, Draft]) -> _Found | None:
    """وزارة الدفاع، حزب "النور"، مطار بيروت: the noun governs what follows."""
    following = index + 1
    if following >= len(line):
        return None
    # موقع الحادث، قناة السويس: what these govern tells that the noun stands for no outlet.
    if head.kind is MentionKind.OUTLET and line.words[following] in line.grammar.words["not_outlets"]:
        return None
    if line.tokens[following].is_quote:
        return _quoted(line, following) if Complement.NAME in head.takes else None
    named = known.get(following)
    if (
        named is not None
        and named.kind is not MentionKind.PLACE
        and line.words[index] in line.rules.words["announcements"]
    ):
        return None
    if named is not None and named.kind is MentionKind.PLACE and line.words[index] in line.rules.words["fronts"]:
        return None
    if named is not None and named.skip == 0 and named.kind in _NAMED:
        wanted = Complement.NAME if named.kind is MentionKind.PERSON else Complement.PLACE
        if wanted in head.takes or Complement.NAME in head.takes:
            return _Found(adjectives_end(line, named.end), wanted)
    if Complement.DEFINITE in head.takes:
        end = _definite_end(line, following)
        if end is not None:
            return _Found(end, Complement.DEFINITE)
    return None


def _quoted(line: Line, opening: int) -> _Found | None:
    for first, closing in line.sentence.quotations:
        if first == opening and closing == first + 2 and _is_indefinite_adjective(line, first + 1):
            return None  # منظمة "إرهابية"
        if first == opening and 2 <= closing - first <= _QUOTED_TOKENS:
            return _Found(adjectives_end(line, closing + 1), Complement.NAME)
    return None


def _is_indefinite_adjective(line: Line, index: int) -> bool:
    """Tell whether the word is a feminine adjective without the article: إرهابية."""
    word = line.words[index]
    feminine = word.endswith("يه") and len(word) > _SHORTEST_ADJECTIVE and not word.startswith("ال")
    return feminine and line.text[line.tokens[index].end - 1] == "ة"


def _as_quoted(line: Line, draft: Draft, known: dict[int, Draft]) -> Draft:
    """Return a body with the kind and entry of the listed one whose whole name it quotes: تنظيم "القاعدة"."""
    closing = next((closing for opening, closing in line.sentence.quotations if opening == draft.first + 1), None)
    if closing is None:
        return draft
    noun = line.words[draft.first][draft.skip :]
    listed = line.vocabulary.listed([noun, *line.words[draft.first + 2 : closing]])  # وكالة "أعماق"
    if listed is not None and listed.entry is not None and listed.kind in _LISTED:
        return draft._replace(kind=listed.kind, entry=listed.entry, country=listed.country)
    quoted = known.get(draft.first + 2)
    if quoted is None or quoted.entry is None or quoted.kind not in _LISTED or quoted.end != closing:
        return draft
    return draft._replace(kind=quoted.kind, entry=quoted.entry, country=quoted.country)


def _definite_end(line: Line, first: int) -> int | None:
    """Return the end of what a noun governs: ال noun, coordinated portfolios, a link (مكافحة), adjectives."""
    rules = line.rules.words
    index = first
    while index < len(line) and line.words[index] in rules["construct_links"] and index - first < 2:
        index += 1
    if index >= len(line) or not _is_definite(line, index):
        return None
    portfolio = line.words[index] in rules["portfolios"]
    index += 1
    while portfolio and index < len(line) and index - first < _MOST_TOKENS:
        word = line.words[index]
        if word in rules["portfolios"] or (word[:1] == "و" and word[1:] in rules["portfolios"]):
            index += 1
        else:
            break
    return adjectives_end(line, index)


def _is_definite(line: Line, index: int) -> bool:
    word = line.word(index)
    return (
        word.startswith("ال")
        and len(word) > 3
        and not line.is_stop(index)
        and word not in line.rules.words["not_adjectives"]
        and word not in line.grammar.words["time_words"] - {"العام"}
    )
