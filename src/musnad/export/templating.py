"""Loads the templates of pages and what goes into them: styles and scripts, with the hashes that let them run."""

import base64
import functools
import hashlib
from importlib.resources import files
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from jinja2 import Template


@functools.cache
def load_template(name: str) -> "Template":
    """Return a template that escapes what goes in and refuses what it is not given."""
    # Imported here: the other formats and `musnad --help` have no use for it and should not wait for it.
    import jinja2

    environment = jinja2.Environment(
        loader=jinja2.PackageLoader("musnad.export", "templates"),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=jinja2.StrictUndefined,
    )
    return environment.get_template(name)


def read_packaged(name: str) -> str:
    """Return the text of a style or script that lies beside the templates."""
    return files("musnad.export").joinpath("templates", name).read_text(encoding="utf-8")


def content_hash(text: str) -> str:
    """Return what a Content-Security-Policy names an inline style or script by."""
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
