"""Tests of the query language: what each way of writing means, that errors teach, and that nothing else is raised."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from musnad.errors import QueryError
from musnad.model import Anonymity, EventType, LinkKind, Stance
from musnad.search.fields import FIELDS
from musnad.search.parsing import DEEPEST, LONGEST_QUERY, parse_query
from musnad.search.query import (
    Actor,
    And,
    Anonymous,
    Contradicted,
    Days,
    EventIs,
    Everything,
    IndependentChains,
    Language,
    Not,
    Or,
    Outlet,
    Phrase,
    Place,
    Query,
    Source,
    SourceKindIs,
    StanceIs,
    Title,
    Weapon,
    Word,
)


@pytest.mark.parametrize(
    ("written", "tree"),
    [
        ("صاروخ", Word("صاروخ", 0)),
        ("*", Everything()),
        ('"وقف النار"', Phrase("وقف النار", 0)),
        ("«وقف النار»", Phrase("وقف النار", 0)),
        ("a b", And((Word("a", 0), Word("b", 2)))),
        ("a AND b", And((Word("a", 0), Word("b", 6)))),
        ("a و b", And((Word("a", 0), Word("b", 4)))),
        ("a OR b", Or((Word("a", 0), Word("b", 5)))),
        ("a أو b", Or((Word("a", 0), Word("b", 5)))),
        ("a NOT b", And((Word("a", 0), Not(Word("b", 6))))),
        ("a -b", And((Word("a", 0), Not(Word("b", 3))))),
        ("NOT NOT a", Word("a", 8)),
        ("a b OR c", Or((And((Word("a", 0), Word("b", 2))), Word("c", 7)))),
        ("a (b OR c)", And((Word("a", 0), Or((Word("b", 3), Word("c", 8)))))),
        ("إس-300", Word("إس-300", 0)),
        ("and or", And((Word("and", 0), Word("or", 4)))),
        ("\u200fصاروخ\u200f", Word("صاروخ", 1)),
        ("19:30", Word("19:30", 0)),
    ],
)
def test_words_phrases_and_operators(written: str, tree: Query) -> None:
    assert parse_query(written) == tree


@pytest.mark.parametrize(
    ("written", "tree"),
    [
        ("title:هدنة", Title("هدنة")),
        ("outlet:aljazeera", Outlet("aljazeera")),
        ('source:"وزارة الدفاع"', Source("وزارة الدفاع")),
        ("مصدر:«وزارة الدفاع»", Source("وزارة الدفاع")),
        ("kind:anon", SourceKindIs(LinkKind.ANON)),
        ("anonymous:yes", Anonymous(True)),
        ("anonymous:no", Anonymous(False)),
        ("مجهول:نعم", Anonymous(True)),
        ("anonymous:military", Anonymous(True, Anonymity.MILITARY)),
        ("stance:denies", StanceIs(Stance.DENIES)),
        ("STANCE:Denies", StanceIs(Stance.DENIES)),
        ("place:حلب", Place("حلب")),
        ("actor:الجيش", Actor("الجيش")),
        ("weapon:S-300", Weapon("S-300")),
        ("event:assault", EventIs(EventType.ASSAULT)),
        ("language:AR", Language("ar")),
        ("contradicted:yes", Contradicted(True)),
        ("independent:>=2", IndependentChains(2, None)),
        ("independent:<٢", IndependentChains(None, 1)),
        ("independent:2..3", IndependentChains(2, 3)),
        ("independent:2", IndependentChains(2, 2)),
        ("date:2025-04..2025-05", Days(date(2025, 4, 1), date(2025, 5, 31))),
        ("date:٢٠٢٥-٠٢", Days(date(2025, 2, 1), date(2025, 2, 28))),
        ("date:2025/4/3", Days(date(2025, 4, 3), date(2025, 4, 3))),
        ("date:..2024", Days(None, date(2024, 12, 31))),
        ("date:>2024-12-31", Days(date(2025, 1, 1), None)),
    ],
)
def test_fields_take_their_values(written: str, tree: Query) -> None:
    assert parse_query(written) == tree


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("", "is empty"),
        ("   ", "is empty"),
        ('صاروخ "بلا نهاية', "mark at character 7 is not closed"),
        ("(صاروخ", "bracket ( at character 1 is not closed"),
        ("صاروخ)", "bracket ) at character 6 closes nothing"),
        ("()", "bracket ) at character 2 comes where a word should"),
        ("صاروخ AND", "ends at character 9 where a word"),
        ("OR صاروخ", "OR at character 1 stands where a word"),
        ("colour:red", "no field colour: (character 1); the fields are title:, outlet:"),
        ("stance:angry", "stance: takes one of asserts, believes, denies"),
        ("date:2025-13", "month must be in 1..12"),
        ("date:2025..2024", "ends before it begins"),
        ("date:..", "no day on either side"),
        ("independent:many", "takes a number, >=2"),
        ("source:", "lacks its value"),
        ("language:arabic", "a code such as ar"),
        ("a" * (LONGEST_QUERY + 1), "are the limit"),
        ("(" * (DEEPEST + 1) + "a" + ")" * (DEEPEST + 1), "are the limit"),
        ("a " * 300, "are the limit"),
    ],
)
def test_an_error_says_where_it_is_and_what_to_write(written: str, told: str) -> None:
    with pytest.raises(QueryError) as error:
        parse_query(written)
    assert told in str(error.value)


_PIECES = st.sampled_from(
    ["(", ")", '"', "«", "»", "AND", "OR", "NOT", "أو", "-", ":", "..", ">=", "*", "صاروخ", "a", " ", "٢٠٢٥", "\u200f"]
    + [f"{field.name}:" for field in FIELDS]
)


@given(
    st.text(max_size=80) | st.lists(_PIECES, max_size=40).map("".join) | st.lists(_PIECES, max_size=40).map(" ".join)
)
def test_any_string_is_a_query_or_an_error_that_teaches(written: str) -> None:
    try:
        tree = parse_query(written)
    except QueryError as error:
        told = str(error)
    else:
        told = f"a tree of its own: {hash(tree) == hash(parse_query(written))}"
    assert len(told) > 20
    assert "False" not in told


def test_every_field_has_an_arabic_name_of_its_own() -> None:
    names = [name for field in FIELDS for name in (field.name, field.arabic)]
    assert len(set(names)) == len(names)
