"""Tells the verb of an age or an amount from the one of telling, which is spelled alike: يبلغ من العمر، يبلغ عددهم."""

from collections.abc import Sequence

_AMOUNTING = frozenset({"يبلغ", "تبلغ"})
_AGE = ("العمر", "عمره", "عمرها")
_QUANTITIES = ("عدد", "قيم", "حجم", "مجموع", "تكلف", "كلف", "ثمن", "مساح", "طول", "وزن", "عمر", "سعر", "ارتفاع", "نسب")
_NUMBERS = ("ميه", "مايه", "ميات", "الاف", "مليون", "مليار", "ملايين")
_REACH = 5  # tokens from the verb to its number


def amounts_to(words: Sequence[str], index: int) -> bool:
    """Tell whether the verb at `index` of a sentence's folded words states an age or an amount."""
    bare = words[index][1:] if words[index][:1] in "وف" else words[index]
    if bare not in _AMOUNTING:
        return False
    behind = words[index + 1 : index + _REACH]
    if behind and behind[0].startswith(_QUANTITIES):
        return True
    for word in behind:
        if word in _AGE or word[:1].isdigit() or word.removeprefix("ب").startswith(_NUMBERS):
            return True
        if word in ("ان", "بان", "انه", "بانه", ":", "،", "."):
            return False
    return False
