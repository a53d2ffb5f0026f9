"""The path of a claim's reading is shown where the claim is, in the language of the page."""

import ast
import re
from pathlib import Path

from starlette.testclient import TestClient

import musnad.claims
from browsing import Desk
from musnad.export.retelling import retell_words
from musnad.web.reading_path import reading_path

LATIN = re.compile("[A-Za-z]{3}")


def test_every_claim_of_the_demonstration_has_its_path(desk: Desk) -> None:
    for report in desk.store.reports(name for _, name in desk.store.numbers()):
        for claim in report.claims:
            path = reading_path(report, claim)
            assert path is not None
            assert path.rule.name == claim.rule
            assert len(path.speakers) == len(tuple(claim.resolved_chain))


def test_the_path_stands_on_a_page_of_its_own(desk: Desk, demo_desk: TestClient) -> None:
    reports = desk.store.reports(name for _, name in desk.store.numbers())
    read = ((report, claim, reading_path(report, claim)) for report in reports for claim in report.claims)
    report, claim = next((report, claim) for report, claim, path in read if path and path.ends)
    address = f"/reports/{report.id}/claims/{claim.id}/path"
    assert f'href="{address}"' in demo_desk.get(f"/reports/{report.id}").text
    page = demo_desk.get(address).text
    assert claim.rule in page
    assert "ends here:" in page
    assert demo_desk.get(f"/reports/{report.id}/claims/{'0' * 16}/path").status_code == 404


def test_what_is_noted_of_a_reading_is_told_in_arabic(desk: Desk) -> None:
    told = set()
    for report in desk.store.reports(name for _, name in desk.store.numbers()):
        for claim in report.claims:
            path = reading_path(report, claim)
            assert path is not None
            told |= {end.reason for end in path.ends} | {each.how for each in path.speakers} | set(path.notes)
            told |= {one.excluded for each in path.speakers for one in each.weighed}
    assert not {words for words in told if LATIN.search(re.sub(r"\([a-z-]+\)", "", retell_words("ar", words)))}


def test_no_reason_for_an_end_lacks_its_arabic() -> None:
    """Those are sentences that `content.py` and `speakers.py` return or note; others there are no sentences."""
    folder = Path(musnad.claims.__file__).parent
    texts = {
        node.value.value
        for name in ("content.py", "speakers.py")
        for node in ast.walk(ast.parse((folder / name).read_text(encoding="utf-8")))
        if isinstance(node, ast.Return) and isinstance(node.value, ast.Constant) and isinstance(node.value.value, str)
    }
    sentences = {text for text in texts if text.count(" ") > 1}
    assert len(sentences) > 12
    assert not {text for text in sentences if LATIN.search(retell_words("ar", text))}
