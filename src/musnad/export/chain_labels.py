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
