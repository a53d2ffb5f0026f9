"""Prints the dossier's page as PDF, by a browser of this machine: Arabic is set right by it, and pictures are kept."""

import os
import shutil
import subprocess
import tempfile
from pathlib import Path

from musnad.errors import ExportError
from musnad.export.dossier_page import render_dossier_page
from musnad.model import Dossier

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
_SECONDS = 120
# The page needs nothing from anywhere, and is to get nothing.
_OPTIONS = (
    "--headless=new",
    "--disable-gpu",
    "--disable-extensions",
    "--no-first-run",
    "--host-resolver-rules=MAP * ~NOTFOUND",
    "--no-pdf-header-footer",
)


def render_pdf(dossier: Dossier) -> bytes:
    """Return the dossier as PDF; raise ExportError where no browser is found, or where it fails."""
    browser = find_browser()
    if browser is None:
        raise ExportError(f"PDF needs a browser ({', '.join(BROWSERS[:3])}); install one: apt-get install chromium")
    with tempfile.TemporaryDirectory() as folder:
        page, printed = Path(folder, "dossier.html"), Path(folder, "dossier.pdf")
        page.write_text(render_dossier_page(dossier), encoding="utf-8", errors="replace")
        options = [*_OPTIONS, f"--user-data-dir={folder}/profile", f"--print-to-pdf={printed}"]
        if hasattr(os, "geteuid") and os.geteuid() == 0:
            options.append(
                "--no-sandbox"
            )  # the browser refuses its sandbox to root; what it shows has no script of a page's
        try:
            subprocess.run([browser, *options, page.as_uri()], check=True, capture_output=True, timeout=_SECONDS)
            return printed.read_bytes()
        except (subprocess.SubprocessError, OSError) as error:
            raise ExportError(f"{browser} could not print the dossier ({error}); export HTML and print that") from None


def find_browser() -> str | None:
    """Return the path of a browser that prints, None where there is none."""
    return next((found for name in BROWSERS if (found := shutil.which(name))), None)
