"""Loads the lexicon of titles, ranks and occupations from titles.toml, and adds the titles of holders.toml."""

from collections.abc import Iterator, Mapping
from functools import cache

from musnad.errors import LanguageDataError
from musnad.languages.ar.lexicons import read_toml
from musnad.languages.ar.persons import inflect_person
from musnad.languages.ar.tables import Group, read_entries, read_groups, read_lexicon, split_forms, token_words
from musnad.languages.lexicon import Title, TitleForm, TitleSort, Words

_FILE = "titles.toml"
_GENDERS = frozenset({"mf", "m", "f"})
# The classes of unnamed holders whose nouns are titles; رجل and شاهد are none.
_GRADES = frozenset({"official", "military", "security", "diplomat", "expert", "activist"})


@cache
def load_titles() -> Mapping[Words, TitleForm]:
    """Return every form of every title; raise LanguageDataError naming the entry that is broken."""
    return {**_holder_titles(), **parse_titles(read_lexicon(_FILE))}


def parse_titles(written: str) -> Mapping[Words, TitleForm]:
    """Return the forms of the titles that `written` holds; the first to claim a form keeps it."""
    forms: dict[Words, TitleForm] = {}
    for spelt in read_entries(_FILE, read_groups(_FILE, written, frozenset({"sort"}), 3), _read_title):
        for words, form in spelt:
            forms.setdefault(words, form)
    return forms


def _read_title(group: Group, entry: tuple[str, ...]) -> list[tuple[Words, TitleForm]]:
    english, genders, field = entry
    if genders not in _GENDERS:
        raise ValueError(f"genders must be mf, m or f, not {genders!r}")
    sort = TitleSort(group.text("sort"))
    return [found for phrase in split_forms(field) for found in _forms(phrase, genders, english, sort)]


def _forms(phrase: str, genders: str, english: str, sort: TitleSort) -> Iterator[tuple[Words, TitleForm]]:
    # منظم is an organiser, منظمة an organisation: a ! marks the feminine alone as another word.
    doubtful = {"?": "mf", "!": "f"}.get(phrase[0], "")
    title: Title | None = None
    for form in inflect_person(phrase.lstrip("?!"), genders):
        if title is None:
            title = Title(" ".join(form.words), english, sort)
        is_ambiguous = form.is_ambiguous or form.gender in doubtful
        yield form.words, TitleForm(title, form.gender, form.number, is_ambiguous)


def _holder_titles() -> dict[Words, TitleForm]:
    """Return the nouns of holders.toml that stand before a proper name, bare and with the article."""
    forms = {}
    for number, entry in enumerate(read_toml("holders.toml")["holder"], start=1):
        try:
            if entry["kind"] != "person_title" and not (entry.get("title") and entry.get("anonymity") in _GRADES):
                continue
            for written in entry["forms"]:
                words = token_words(written.split())
                # These nouns were listed for phrases that name a source; alone they may be adjectives or things.
                title, alone = Title(" ".join(words), None, TitleSort.ROLE), len(words) == 1
                form = TitleForm(title, entry["gender"], entry["number"], is_ambiguous=alone)
                forms[words] = form
                if len(words) == 1 and not words[0].startswith("ال"):
                    forms[f"ال{words[0]}",] = form
        except KeyError as error:
            raise LanguageDataError(f"languages/ar/holders.toml, holder {number}: {error!r}") from error
    return forms
