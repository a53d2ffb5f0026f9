"""Names counts of chains, grades, oddities and slots in Arabic and English, for pages that people read."""

from musnad.export.labels import Label
from musnad.model import Oddity, Slot

CREDIBILITY_LABELS = {
    1: Label("أكّدته مصادر مستقلة", "confirmed by independent sources"),
    2: Label("يُرجَّح صدقه", "probably true"),
    3: Label("قد يصدق", "possibly true"),
    4: Label("مشكوك فيه", "doubtful"),
    5: Label("مستبعد", "improbable"),
    6: Label("لا يمكن تقديره", "cannot be judged"),
}
ODDITY_LABELS = {
    Oddity.CIRCULAR: Label("إسناد دائري", "circular reporting"),
    Oddity.TIME_INVERSION: Label("نقل عما لم يُنشر بعد", "cites what was not yet published"),
    Oddity.HEDGE_LAUNDERING: Label("سقط الاحتمال في النقل", "a doubt was lost on the way"),
}
SLOT_LABELS = {
    Slot.POLARITY: Label("إثبات ونفي", "one affirms, one denies"),
    Slot.NUMBER: Label("عدد", "number"),
    Slot.PLACE: Label("مكان", "place"),
    Slot.TIME: Label("زمن", "time"),
    Slot.ACTOR: Label("فاعل", "actor"),
    Slot.MODALITY: Label("وقوع أو احتمال", "happened or may happen"),
}
# What is said of two accounts in a line; the words that differ follow.
SLOT_GISTS = {
    Slot.POLARITY: Label("لا يصحّان معًا", "they cannot both be so"),
    Slot.NUMBER: Label("العدد مختلف", "the numbers differ"),
    Slot.PLACE: Label("المكان مختلف", "the places differ"),
    Slot.TIME: Label("الزمن مختلف", "the times differ"),
    Slot.ACTOR: Label("الفاعل مختلف", "those who did it differ"),
    Slot.MODALITY: Label(
        "أحدهما يرويه واقعًا، والآخر مزمعًا أو محتملًا", "one tells it as done, one as meant or possible"
    ),
}
DENIAL_GISTS = (
    Label("الأول ينفي ما يثبته الثاني", "the first denies what the second says"),
    Label("الثاني ينفي ما يثبته الأول", "the second denies what the first says"),
)
"""Where one side denies: by its place, the first or the second."""
_MOST_IN_PLURAL = 10  # Arabic counts three to ten of a thing in the plural, more in the singular.


def chains_label(least: int, most: int) -> Label:
    """Return how many independent chains there are, in both languages, each with its own way of counting."""
    if least != most:
        return Label(f"من {least} إلى {most} {_noun(most)}", f"{least} to {most} independent chains")
    english = f"{most} independent chain{'' if most == 1 else 's'}"
    if most == 0:
        return Label("لا سلسلة", english)
    if most == 1:
        return Label("سلسلة مستقلة واحدة", english)
    return Label("سلسلتان مستقلتان" if most == 2 else f"{most} {_noun(most)}", english)


def _noun(number: int) -> str:
    return "سلاسل مستقلة" if number <= _MOST_IN_PLURAL else "سلسلة مستقلة"
