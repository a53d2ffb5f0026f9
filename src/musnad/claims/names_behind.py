"""Takes in what stands between a speaker's title and his name, where the clause that he states follows the name."""

from dataclasses import replace

from musnad.claims.naming import holder_of, is_addressee, is_outlet_head, may_be_name, outlet_at
from musnad.claims.phrases import Phrase, read_phrase
from musnad.claims.view import SentenceView
from musnad.languages.grammar import Cue
from musnad.model import LinkKind

_REACH = 10  # tokens of what an office is over, with the name of who holds it
_ONE_OF = frozenset({"احد", "احدي"})
_ROLES = (LinkKind.PERSON, LinkKind.ANON)
_NO_OFFICE = (
    "prepositions",
    "relatives",
    "negators",
    "auxiliaries",
    "clause_openers",
    "time_words",
    "adverbs",
    "pronouns",
    "complementisers",
    "venues",
    "interviews",
    "doubling",
    "saying",
)


def with_name_behind(view: SentenceView, phrase: Phrase, cue: Cue) -> Phrase:
    """أكد مدير النشاط بالهيئة | لرعاية الناشئين وليد كامل أن: return the phrase up to the clause, his name included.

    Between a title and the clause that the verb takes nothing else can end in a name: no object comes before a clause.
    """
    head = holder_of(view, phrase.first)
    if "clause" in cue.takes and view.is_given(phrase.end - 1) and view.word(phrase.end) in _ONE_OF:
        one = read_phrase(view, phrase.end, cue)  # أكد جميل سعيد | أحد الزوار أن
        return replace(phrase, end=one.end) if one is not None else phrase
    if "clause" not in cue.takes or head is None or head.kind not in _ROLES or view.is_comma(phrase.end - 1):
        return phrase
    if head.number == "p":
        return phrase  # يتهم محتجون سالم كامل بأنه: no name is an apposition to a plural
    opens = view.grammar.words["complementisers"]
    ahead = range(phrase.end, min(len(view), phrase.end + _REACH))
    clause = next((at for at in ahead if view.word(at) in opens), None)
    if clause is None or clause == phrase.end:
        return phrase
    end = clause - (view.word(clause - 1) in cue.prepositions)
    if any(not _may_stand_in_office(view, at) for at in range(phrase.end, end)):
        return phrase
    surname = end == phrase.end + 1 and view.is_given(end - 2) and view.word(end - 1).startswith("ال")
    named = any(view.is_given(at) for at in range(max(phrase.end, end - 4), end))
    last = view.is_given(end - 1) or may_be_name(view, end - 1) or view.word(end - 1).startswith("ال")
    return replace(phrase, end=end) if end > phrase.end and last and (named or surname) else phrase


def _may_stand_in_office(view: SentenceView, at: int) -> bool:
    """Tell whether the word may be part of an office or a name: no preposition of its own, no verb, nobody told."""
    if not view.tokens[at].is_word or view.word(at) in ("ل", "ب"):
        return False
    if view.word(at) in view.grammar.words["time_words"] or view.word(at) in view.grammar.words["adverbs"]:
        return False  # يقول الخبير الآن إن: no man by the name of آلان
    if view.is_given(at):
        return True
    told = outlet_at(view, at, clitic=1) is not None or is_outlet_head(view, at) or is_addressee(view, at)
    verb = view.finite_cue(at) is not None or view.participle_cue(at) is not None
    closed = any(view.word(at) in view.grammar.words[name] for name in _NO_OFFICE)
    return not told and not verb and not closed and not view.ends_with_pronoun(at)
