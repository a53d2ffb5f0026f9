"""Search shows what was found, with the words that match, ways to narrow it, and files."""

import csv
import io
import re

from starlette.testclient import TestClient


def test_words_that_match_are_marked_in_any_form(demo_desk: TestClient) -> None:
    page = demo_desk.get("/search", params={"q": "صاروخ"}).text
    assert re.search(r"<mark>[وال]*صواريخ</mark>", page)


def test_a_facet_narrows_the_query(demo_desk: TestClient) -> None:
    page = demo_desk.get("/search", params={"q": "صاروخ"}).text
    links = re.findall(r'href="(/search\?q=[^"]*outlet%3A[^"]*)"', page)
    assert links
    narrowed = demo_desk.get(links[0]).text
    assert 'class="chip"' in narrowed


def test_a_query_that_cannot_be_read_says_why(demo_desk: TestClient) -> None:
    answer = demo_desk.get("/search", params={"q": "stance:perhaps"})
    assert answer.status_code == 200
    assert "This query cannot be read." in answer.text
    assert "asserts" in answer.text


def test_where_nothing_is_found_another_spelling_is_offered(demo_desk: TestClient) -> None:
    page = demo_desk.get("/search", params={"q": "الصومعه"}).text
    assert "No report says this" not in page
    assert "Did you mean" in demo_desk.get("/search", params={"q": "انفجاار"}).text


def test_what_is_typed_stays_text(demo_desk: TestClient) -> None:
    page = demo_desk.get("/search", params={"q": '"<script>alert(1)</script>"'}).text
    assert "<script>alert" not in page


def test_the_file_holds_what_was_found(demo_desk: TestClient) -> None:
    answer = demo_desk.get("/search.csv", params={"q": "صاروخ"})
    assert "attachment" in answer.headers["content-disposition"]
    rows = list(csv.DictReader(io.StringIO(answer.content.decode("utf-8-sig"))))
    assert rows
    assert demo_desk.get("/search.json", params={"q": "صاروخ"}).json()["total"] == len(rows)


def test_the_help_names_what_fields_take_in_the_language_of_the_page(demo_desk: TestClient) -> None:
    page = demo_desk.get("/search", params={"lang": "ar"}).text
    table = page.split('class="fields"')[1].split("</table>")[0]
    assert "كلمة من العنوان" in table
    assert '<code dir="ltr">ASSAULT</code> عمل عنف' in table
    assert "one of" not in table
