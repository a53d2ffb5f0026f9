"""Builds the look-up of outlet names from the outlet lexicon: all spellings, with and without their nouns."""

import re
from collections import defaultdict
from functools import cache

from musnad.languages.ar.outlets import Outlet, load_outlet_heads, load_outlets
from musnad.languages.grammar import with_name_in
from musnad.languages.outlet_names import OutletEntry, OutletNames, Words
from musnad.text import fold_word

_WORD = re.compile(r"[^\W_]+")


@cache
def load_outlet_names() -> OutletNames:
    """Return the look-up of outlet names; raise LanguageDataError where an entry of outlets.toml is broken."""
    outlets = load_outlets()
    nouns = _nouns()
    plain: dict[Words, str] = {}
    announced: defaultdict[Words, set[str]] = defaultdict(set)
    for outlet in outlets:
        for name in map(name_words, outlet.arabic):
            if outlet.ambiguous and len(name) == 1:
                announced[name].add(outlet.id)
            else:
                plain.setdefault(name, outlet.id)
            if len(name) > 1 and name[0] in nouns:
                # صحيفة الشرق الأوسط is listed with its noun: between quotation marks the name alone will do.
                announced[name[1:]].add(outlet.id)
    plain.update({with_name_in(name): owner for name, owner in plain.items() if "ان" in name and len(name) > 1})
    return OutletNames(
        entries={outlet.id: _entry(outlet) for outlet in outlets},
        plain=plain,
        announced={name: frozenset(owners) for name, owners in announced.items()},
        nouns=nouns,
        groups=frozenset(fold_word(form) for head in load_outlet_heads() if head.group for form in head.forms),
        latin={outlet.name.lower(): outlet.id for outlet in reversed(outlets)},  # of two the first keeps it
        hosts={domain: outlet.id for outlet in outlets for domain in outlet.domains},
        longest=max(map(len, (*plain, *announced))),
    )


def name_words(name: str) -> Words:
    """Return the folded words of a name, its marks left out: أ.ف.ب and أ ف ب give the same."""
    return tuple(_WORD.findall(fold_word(name)))


def _nouns() -> dict[str, frozenset[str]]:
    return {
        fold_word(form): frozenset(head.kinds)
        for head in load_outlet_heads()
        if head.kinds
        for form in head.forms
        if " " not in form
    }


def _entry(outlet: Outlet) -> OutletEntry:
    return OutletEntry(outlet.id, outlet.name, outlet.kind, outlet.country, outlet.gender)
