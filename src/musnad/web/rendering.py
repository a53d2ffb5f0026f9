"""Fills the templates in the visitor's language."""

import functools
from datetime import date, datetime
from typing import Any

import jinja2
from babel.dates import format_date, format_datetime
from babel.numbers import format_decimal
from starlette.requests import Request
from starlette.responses import HTMLResponse

from musnad import __version__
from musnad.access import Role, csrf_token, service_of, visitor_of
from musnad.export.labels import Label
from musnad.export.titles import shown_title
from musnad.web.dates import dated
from musnad.web.languages import Tongue, tongue, tongue_of
from musnad.web.navigation import HOUSEKEEPING, NAVIGATION
from musnad.web.outlets import outlet_name
from musnad.web.place_names import country_name
from musnad.web.reasons import retell, retell_text

THEME_COOKIE = "musnad_theme"
THEMES = ("auto", "light", "dark")


def render(request: Request, template: str, *, status: int = 200, **shown: Any) -> HTMLResponse:
    """Return a page in the visitor's language; `shown` is what its template names."""
    speech = tongue_of(request)
    theme = request.cookies.get(THEME_COOKIE)
    page = (
        environment(speech.code)
        .get_template(template)
        .render(
            request=request,
            path=request.url.path,
            language=speech.code,
            direction=speech.direction,
            theme=theme if theme in THEMES else "auto",
            visitor=visitor_of(request),
            may_judge=visitor_of(request).may(Role.ANALYST),
            accounts=service_of(request).settings.accounts,
            csrf=csrf_token(request),
            version=__version__,
            navigation=NAVIGATION,
            housekeeping=HOUSEKEEPING,
            **shown,
        )
    )
    headers = {"vary": "Cookie, Accept-Language, HX-Request", "cache-control": "private, no-cache"}
    return HTMLResponse(page, status, headers)


@functools.cache
def environment(code: str) -> jinja2.Environment:
    """Return what fills templates in one language: everything is escaped, and a missing name is an error."""
    made = jinja2.Environment(
        loader=jinja2.PackageLoader("musnad.web", "templates"),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=jinja2.StrictUndefined,
        extensions=["jinja2.ext.i18n"],
    )
    speech = tongue(code)
    made.install_gettext_translations(speech.messages, newstyle=True)  # type: ignore[attr-defined]  # by the extension
    made.filters.update(
        say=functools.partial(_say, speech),
        number=functools.partial(_number, speech),
        day=functools.partial(_day, speech),
        moment=functools.partial(_moment, speech),
        dated=functools.partial(_dated, speech),
        retold=functools.partial(retell, speech),
        about=functools.partial(retell_text, speech),
        outlet=outlet_name,
        titled=shown_title,
        country=functools.partial(country_name, language=speech.code),
    )
    return made


def _say(speech: Tongue, label: Label) -> str:
    """Return a word of the model in the language of the page."""
    return label.ar if speech.code == "ar" else label.en


def _number(speech: Tongue, number: float) -> str:
    return format_decimal(number, locale=locale_of(speech))


def _day(speech: Tongue, day: date | str) -> str:
    value = date.fromisoformat(day[:10]) if isinstance(day, str) else day
    return format_date(value, format="long", locale=locale_of(speech))


def _moment(speech: Tongue, moment: datetime | str) -> str:
    value = datetime.fromisoformat(moment) if isinstance(moment, str) else moment
    return format_datetime(value, format="medium", locale=locale_of(speech))


def _dated(speech: Tongue, words: str) -> str:
    return dated(words, speech.code, locale_of(speech))


def locale_of(speech: Tongue) -> str:
    """Return the locale of dates and numbers: those of Arabic are written in Western digits, as offsets and ids are."""
    return "ar" if speech.code == "ar" else "en_GB"
