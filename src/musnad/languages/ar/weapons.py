"""Loads the lexicon of weapons and military equipment from weapons.toml and spells out its forms."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache

from musnad.errors import LanguageDataError
from musnad.languages.ar.designations import spell_designation, spell_hyphens
from musnad.languages.ar.nouns import Inflected, inflect_phrase
from musnad.languages.ar.tables import Group, country_code, read_entries, read_groups, read_lexicon, slug, split_forms
from musnad.languages.lexicon import Weapon, WeaponCategory, WeaponForm, Words

_FILE = "weapons.toml"
_KEYS = frozenset({"category", "description", "heads", "craft", "designations"})

_Read = tuple[Weapon, list[tuple[Words, str, bool]]]


@cache
def load_weapons() -> Mapping[Words, WeaponForm]:
    """Return every form of every weapon; raise LanguageDataError naming the entry that is broken."""
    return parse_weapons(read_lexicon(_FILE))


def parse_weapons(written: str) -> Mapping[Words, WeaponForm]:
    """Return the forms of the lexicon that `written` holds; the first entry to claim a form keeps it."""
    forms: dict[Words, WeaponForm] = {}
    seen: set[str] = set()
    for weapon, spelt in read_entries(_FILE, read_groups(_FILE, written, _KEYS, 3), _read_weapon):
        if weapon.id in seen:
            raise LanguageDataError(f"languages/ar/{_FILE}, entry {weapon.english!r}: its id {weapon.id} is taken")
        seen.add(weapon.id)
        # Most forms of a weapon are alike: one value for all of them keeps the lexicon small.
        alike = {
            (number, doubt): WeaponForm(weapon, number, doubt)
            for number in ("s", "d", "p", "")
            for doubt in (False, True)
        }
        # Where an entry lists a form both ways, the doubt counts.
        doubtful = {words for words, _, is_ambiguous in spelt if is_ambiguous}
        for words, number, _ in spelt:
            form = alike[number, words in doubtful]
            taken = forms.setdefault(words, form)
            if taken.weapon is not weapon and taken.weapon.is_designation and weapon.is_designation:
                # One name of two weapons (كوبرا) does not tell by itself which of them is meant.
                forms[words] = replace(taken, is_ambiguous=True)
    return forms


def _read_weapon(group: Group, entry: tuple[str, ...]) -> _Read:
    english, maker, field = entry
    weapon = Weapon(
        id=slug(english),
        english=english,
        category=WeaponCategory(group.text("category")),
        description=group.text("description") or english.lower(),
        maker=country_code(maker),
        is_designation=group.flag("designations"),
        is_craft=group.flag("craft"),
    )
    forms = split_forms(field)
    if not forms:
        raise ValueError("it has no form")
    if not weapon.is_designation:
        return weapon, [form for phrase in forms for form in _noun_forms(phrase)]
    return weapon, list(_designation_forms(forms, _heads(group.text("heads"))))


@cache
def _heads(field: str) -> tuple[Inflected, ...]:
    return tuple(form for phrase in split_forms(field) for form in inflect_phrase(phrase))


def _noun_forms(phrase: str) -> Iterator[tuple[Words, str, bool]]:
    for spelling in spell_hyphens(phrase):
        for form in inflect_phrase(spelling):
            yield form.words, form.number, form.is_ambiguous


def _designation_forms(forms: tuple[str, ...], heads: tuple[Inflected, ...]) -> Iterator[tuple[Words, str, bool]]:
    """Yield each spelling; an ambiguous one also after the nouns of its group, where it is so no more (صاروخ فاتح)."""
    for form in forms:
        for number, (words, is_homograph) in enumerate(spell_designation(form.removeprefix("?"))):
            # A model number makes an ordinary word a designation: شهاب 3.
            is_bare = form.startswith("?") and (number == 0 or not any(word[-1].isdigit() for word in words))
            yield words, "", is_bare or is_homograph
            if is_bare:
                for head in heads:
                    yield head.words[:-1] + words, head.number, False
