"""The look-up behind the counts: what is told later of a report changes what its links are."""

import sys
from pathlib import Path

from musnad.agreement import SourceIndex, count_chains
from musnad.model import Entity, LinkKind, MentionKind, Naming

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "benchmarks"))

from planted_reports import Holder, Telling, plant_family, plant_page, plant_pair

SHORT, LONG = Holder(LinkKind.PERSON, "بشير الدالي"), Holder(LinkKind.PERSON, "طلال الدالي")
WORDS = "أن القافلة عبرت الجسر الشمالي قبل منتصف الليل"


def test_an_entity_that_joins_two_names_makes_one_source_of_them() -> None:
    pages = [
        plant_page("a", [Telling((SHORT,), WORDS)], outlet="بريد الساحل"),
        plant_page("b", [Telling((LONG,), WORDS)], outlet="صدى الجبل"),
    ]
    assertions = [assertion for page in pages for assertion in page.assertions]
    index = SourceIndex()
    index.add({page.report.id: page.report for page in pages})
    assert count_chains(assertions, index).most == 2
    namings = [
        Naming(
            page.report.id * 3,
            page.report.id,
            MentionKind.PERSON,
            holder.words,
            (holder.words,),
            tuple(mention.span for mention in page.report.mentions),
        )
        for page, holder in zip(pages, (SHORT, LONG), strict=True)
    ]
    index.add({}, namings=namings)
    assert count_chains(assertions, index).most == 2
    entity = Entity("e", MentionKind.PERSON, SHORT.words, (SHORT.words, LONG.words), ("aaa", "bbb"))
    index.add({}, entities=[entity])
    assert count_chains(assertions, index).most == 1


def test_a_copy_that_arrives_later_joins_the_text_that_it_copies() -> None:
    first = plant_page("a", [Telling((), WORDS)], outlet="وكالة النهر")
    copy = plant_page("b", [Telling((), WORDS)], outlet="وكالة البيدر")
    index = SourceIndex()
    index.add({"a": first.report, "b": copy.report})
    assertions = [*first.assertions, *copy.assertions]
    assert count_chains(assertions, index).most == 2
    index.add({}, [plant_family([first, copy])], [plant_pair(first, copy)])
    assert count_chains(assertions, index).most == 1
