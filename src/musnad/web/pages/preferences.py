"""What a visitor chose for this browser: the language, and light or dark."""

from typing import Annotated

from fastapi import APIRouter, Form
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from musnad.web.languages import DIRECTIONS, LANGUAGE_COOKIE
from musnad.web.paths import inside
from musnad.web.rendering import THEME_COOKIE, THEMES

router = APIRouter()

_A_YEAR_SECONDS = 31_536_000


@router.post("/preferences")
def preferences(
    request: Request,
    language: Annotated[str | None, Form()] = None,
    theme: Annotated[str | None, Form()] = None,
    back: Annotated[str, Form()] = "/",
) -> Response:
    """Keep the choice in a cookie and go back to the page."""
    answer = RedirectResponse(inside(back), 303)
    if language in DIRECTIONS:
        answer.set_cookie(LANGUAGE_COOKIE, str(language), max_age=_A_YEAR_SECONDS, samesite="lax", httponly=True)
    if theme in THEMES:
        answer.set_cookie(THEME_COOKIE, str(theme), max_age=_A_YEAR_SECONDS, samesite="lax", httponly=True)
    return answer
