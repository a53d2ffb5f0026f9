"""Derives the stems of an Arabic verb of the forms I to X from its perfect: imperfect, passives, masdar."""

from collections.abc import Iterator
from dataclasses import dataclass

_SHADDA = "\u0651"
_ALIFS = "اأإآ"


@dataclass(frozen=True, slots=True)
class Stems:
    """What a verb's words are built on, in unfolded spelling; None where the form has to be given and was not."""

    form: int
    perfect: str
    imperfect: str
    passive_perfect: str
    passive_imperfect: str
    masdar: str | None
    active_participle: str | None
    passive_participle: str | None


def derive(perfect: str, imperfect: str | None = None) -> Stems:
    """Return the stems of the verb whose perfect is given, a doubled letter marked by a shadda (form II).

    `imperfect` has to be given where the perfect does not tell it (hollow and weak verbs of form I).
    """
    letters = perfect.replace(_SHADDA, "")
    form = form_of(perfect)
    body = (imperfect or "ي" + _imperfect_body(letters, form)).replace(_SHADDA, "")
    return Stems(
        form=form,
        perfect=letters,
        imperfect=body,
        passive_perfect=_passive_perfect(letters, form),
        passive_imperfect=_passive_imperfect(letters, body, form),
        masdar=_masdar(perfect, letters, form),
        active_participle=_active_participle(letters, body, form),
        passive_participle=_passive_participle(letters, body, form),
    )


def masdars_of_imperfect(imperfect: str) -> Iterator[str]:
    """Yield what the masdar of a folded imperfect may be, by the patterns of the forms II to VIII and X."""
    body = imperfect[1:]
    yield f"ا{body[:-1]}ا{body[-1]}"  # يرسل, ينتظر, يستخدم
    yield f"ت{body[:-1]}ي{body[-1]}"  # يصحح
    if body[1:2] == "ا":
        yield f"م{body}ه"  # يشارك
    if body[0] == "ت":
        yield body  # يتقدم, يتعاون


def form_of(perfect: str) -> int:
    """Return the form, 1 to 10, of a verb by the spelling of its perfect; a quadriliteral counts as form 2."""
    letters = perfect.replace(_SHADDA, "")
    if letters.startswith("است") and len(letters) >= 5:
        return 10
    if letters.startswith("ان") and len(letters) >= 5 and letters[2] != "ت":
        return 7
    if letters[0] == "ا" and len(letters) >= 4:
        return 8
    if (letters[0] in "أآ" and len(letters) == 4) or (
        letters[0] == "أ" and len(letters) == 3 and perfect[-1] == _SHADDA
    ):
        return 4
    if letters[0] == "ت" and len(letters) >= 4:
        return 6 if letters[2] == "ا" else 5
    if len(letters) >= 4:
        return 3 if letters[1] == "ا" else 2
    return 2 if _SHADDA in perfect[:3] and perfect[-1] != _SHADDA else 1


def _is_hollow(letters: str) -> bool:
    return len(letters) >= 3 and letters[-2] == "ا"


def _imperfect_body(letters: str, form: int) -> str:
    if form in (4, 7, 8, 10):
        body = letters[1:]
        if form in (4, 10) and _is_hollow(letters):
            body = body[:-2] + "ي" + body[-1]
        return "ؤ" + body[1:] if letters[0] == "آ" else body
    if form == 2:
        # The hamza takes the seat of its vowel: يؤيد, يهنئ.
        head = "ؤ" if letters[0] == "أ" else letters[0]
        return head + letters[1:-1] + ("ئ" if letters[-1] == "أ" else letters[-1])
    return letters


def _passive_perfect(letters: str, form: int) -> str:
    if letters[-1] == "أ" and form > 1:
        letters = letters[:-1] + "ئ"  # أرجئ, فوجئ
    if form in (3, 6):
        at = 1 if form == 3 else 2
        return letters[:at] + "و" + letters[at + 1 :]
    if _is_hollow(letters):
        return letters[:-2] + "ي" + letters[-1]
    return letters


def _passive_imperfect(letters: str, imperfect: str, form: int) -> str:
    if _is_hollow(letters) and form in (1, 4, 7, 8, 10) and imperfect[-2] in "يو":
        return imperfect[:-2] + "ا" + imperfect[-1]
    if form == 1 and len(imperfect) == 3 and letters[0] == "و":
        # The initial waw comes back: يجد, يوجد.
        return "يو" + imperfect[1:]
    if form == 1 and imperfect[1] == "أ":
        return "يؤ" + imperfect[2:]  # يؤذن, يؤخذ
    return imperfect[:-1] + "أ" if imperfect[-1] == "ئ" else imperfect


def _masdar(perfect: str, letters: str, form: int) -> str | None:
    if form == 1:
        return None
    if form == 2:
        return _masdar_of_second(perfect, letters)
    if form == 3:
        return "م" + (letters[:-1] + "اة" if letters[-1] in "ىا" else letters + "ة")
    if form in (5, 6):
        return letters[:-1] + "ي" if letters[-1] == "ى" else letters
    return _masdar_with_alif(perfect, letters, form)


def _masdar_of_second(perfect: str, letters: str) -> str:
    if _SHADDA not in perfect:
        # A quadriliteral: سيطرة، زعزعة.
        return letters + "ة"
    if letters[-1] in "ىا":
        return "ت" + letters[:-1] + "ية"
    return "ت" + letters[:-1] + "ي" + letters[-1]


def _masdar_with_alif(perfect: str, letters: str, form: int) -> str:
    head = "إ" if form == 4 else "ا"
    body = letters[1:]
    if letters[0] == "آ":
        return "إي" + body[:-1] + "ا" + body[-1]
    if (form == 4 and body[0] == "و") or (form == 10 and body[2] == "و"):
        # إيقاف, استيلاء: the waw turns to ya after i.
        body = "ي" + body[1:] if form == 4 else body[:2] + "ي" + body[3:]
    if body[-1] in "ىا":
        return head + body[:-1] + "اء"
    if _is_hollow(letters):
        # Forms IV and X close the lost syllable with ة (إعادة), VII and VIII bring a ya back (انهيار).
        return head + body + "ة" if form in (4, 10) else head + body[:-2] + "يا" + body[-1]
    if perfect.endswith(_SHADDA):
        return head + body + "ا" + body[-1]
    return head + body[:-1] + "ا" + body[-1]


def _active_participle(letters: str, imperfect: str, form: int) -> str | None:
    if form == 1:
        if len(letters) != 3:
            return None
        if letters[1] == "ا":
            return letters[0] + "ائ" + letters[2]
        if letters[0] in _ALIFS:
            return "آ" + letters[1:]
        return letters[0] + "ا" + letters[1] + ("ي" if letters[-1] in "ىا" else letters[2])
    return "م" + imperfect[1:]


def _passive_participle(letters: str, imperfect: str, form: int) -> str | None:
    if form == 1:
        if len(letters) != 3 or letters[1] == "ا" or letters[-1] in "ىا":
            return None
        return "م" + letters[:2] + "و" + letters[2]
    if form in (4, 10) and _is_hollow(letters):
        return "م" + imperfect[1:-2] + "ا" + imperfect[-1]
    return "م" + imperfect[1:]
