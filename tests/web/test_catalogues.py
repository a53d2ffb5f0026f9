"""The desk is complete in every language: no message lacks its translation, and no translation is left over."""

from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir

from musnad.web.languages import DIRECTIONS, SOURCE, read_catalogue

WEB = Path(__file__).resolve().parents[2] / "src" / "musnad" / "web"
OTHERS = sorted(set(DIRECTIONS) - {SOURCE})


def messages() -> Catalog:
    """Return every message of the templates and the code."""
    catalogue = Catalog()
    methods = [("**.py", "python"), ("**.jinja", "jinja2.ext:babel_extract")]
    options = {"**.jinja": {"trim_blocks": "true", "lstrip_blocks": "true", "newstyle_gettext": "true"}}
    for name, line, message, _, context in extract_from_dir(str(WEB), methods, options):
        catalogue.add(message, locations=[(name, line)], context=context)
    return catalogue


def first(message: str | tuple[str, ...] | list[str]) -> str:
    return message if isinstance(message, str) else message[0]


def forms_of(message: str | tuple[str, ...] | list[str] | None) -> tuple[str, ...]:
    return (message,) if isinstance(message, str) else tuple(message or ())


def fields(text: str) -> set[str]:
    return {part.split(")")[0] for part in text.split("%(")[1:]}


@pytest.mark.parametrize("code", OTHERS)
def test_every_message_is_translated(code: str) -> None:
    held = {first(each.id): forms_of(each.string) for each in read_catalogue(code) if each.id}
    asked = {first(each.id) for each in messages() if each.id}
    missing = sorted(each for each in asked if not (held.get(each) and all(held[each])))
    assert not missing, f"{code}.po lacks {len(missing)}: {missing[:20]}"
    left_over = sorted(set(held) - asked)
    assert not left_over, f"{code}.po holds what nothing says any more: {left_over[:20]}"


def test_the_desk_says_the_words_of_the_glossary() -> None:
    # القضايا are court cases to a reader of news, القصص are tales, and a ملف is the dossier that is exported.
    said = " ".join(form for each in read_catalogue("ar") for form in forms_of(each.string))
    assert {"المضامين", "التغطيات", "المجموعات"} <= set(said.split())
    assert not {"القضايا", "قضية", "القصص", "قصة", "الملفات"} & set(said.split())


@pytest.mark.parametrize("code", OTHERS)
def test_a_translation_names_no_field_that_its_message_lacks(code: str) -> None:
    for each in read_catalogue(code):
        forms = forms_of(each.string)
        said = {field for form in forms_of(each.id) for field in fields(form)}
        for form in forms:
            assert fields(form) <= said, f"{each.id}: {form}"
