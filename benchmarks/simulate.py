"""Measures the counting of independent chains on planted propositions: counts, circles, truth by votes, update cost.

usage: benchmarks/simulate.py [--propositions N] [--questions N] [--reports N] [--texts N]

Plants wires, copies, partial quotations, circular citations and lies, fifty to five hundred pages a proposition. Needs
no data: every word is invented.
"""

import argparse
import random
import statistics
import time
from collections.abc import Iterator, Sequence

from simulated_worlds import Noise, Planted, plant_proposition, plant_question
from truth_votes import accu, most_pages
from written_worlds import count_written

from musnad.agreement import SourceIndex, count_chains, count_independent
from musnad.model import Independence

SIZES = (50, 500)
NOISES = {
    "read without fault": Noise(),
    "1 link in 50 lost, 1 copy in 20 not found": Noise(lost_links=0.02, missed_copies=0.05),
    "1 link in 10 lost, 1 copy in 10 not found": Noise(lost_links=0.1, missed_copies=0.1),
}
ORIGIN_RIGHT = 0.8
"""Share of origins that tell the true value."""
LIE_REACH = 1.6
"""How much further a false value spreads, on average: lies travel further (Vosoughi, Roy and Aral, Science 2018)."""


def count(planted: Planted) -> Independence:
    """Return the count of a planted proposition."""
    return count_independent(planted.assertions, planted.reports, planted.families, planted.pairs, (), ())


# -- counts and circles --------------------------------------------------------------------------


def measure_counts(number: int) -> None:
    """Print how often the count is right, with and without faults of reading."""
    for title, noise in NOISES.items():
        exact = least = wrong = inside = circles = planted_circles = unambiguous = 0
        widths = []
        for place in range(number):
            chance = random.Random(place)
            size = chance.randint(*SIZES)
            planted = plant_proposition(f"ق{place}", chance, size, noise, is_ambiguous=place % 2 == 1)
            counted = count(planted)
            off = max(counted.least - planted.roots, planted.roots - counted.most, 0)
            inside += off == 0
            wrong += off > 1
            if not planted.is_ambiguous:
                unambiguous += 1
                least += counted.least == planted.roots
                exact += counted.least == counted.most == planted.roots
            else:
                widths.append(counted.most - counted.least)
            found = [_outlets(counted, circle) for circle in counted.graph.circles]
            planted_circles += len(planted.circles)
            circles += sum(any(each <= one for one in found) for each in planted.circles)
        print(f"\n{title}: {number} propositions, {SIZES[0]} to {SIZES[1]} pages each")
        print(f"  exactly right, where nothing is open      {exact / unambiguous:.3f}")
        print(f"  least exactly right, where nothing is open {least / unambiguous:.3f}")
        print(f"  truth within [least, most]                {inside / number:.3f}")
        print(f"  off by more than one                      {wrong / number:.3f}")
        print(f"  mean of most - least, where open          {statistics.mean(widths):.2f}")
        print(f"  planted circles found                     {circles} of {planted_circles}")


def _outlets(counted: Independence, circle: Sequence[str]) -> frozenset[str]:
    return frozenset(node.label for node in counted.graph.nodes if node.id in circle)


# -- truth by votes ------------------------------------------------------------------------------


def measure_truth(number: int) -> None:
    """Print how often the value with most pages, by ACCU, and with most roots is the true one."""
    chance = random.Random(7)
    reporters = [f"وكالة المراسلين {place}" for place in range(25)]
    sites = [f"موقع الأخبار {place}" for place in range(120)]
    by_root, votes = {}, {}
    for place in range(number):
        told: dict[str, list[tuple[str, float]]] = {}
        for outlet in chance.sample(reporters, chance.randint(3, 9)):
            value = "صحيح" if chance.random() < ORIGIN_RIGHT else f"خطأ {chance.randint(1, 3)}"
            reach = chance.lognormvariate(0, 1.3) * (1 if value == "صحيح" else LIE_REACH)
            told.setdefault(value, []).append((outlet, reach))
        question, size = f"س{place}", chance.randint(50, 120)
        pages = plant_question(question, chance, told, chance.sample(sites, len(sites)), size)
        counts = {value: count(planted) for value, planted in pages.items()}
        by_root[question] = min(counts, key=lambda value: (-counts[value].least - counts[value].most, value))
        votes[question] = {
            page.report.article.outlet.value: value
            for value, planted in pages.items()
            for page in planted.pages
            if page.report.article and page.report.article.outlet
        }
    print(f"\ntruth of {number} questions, 3 to 9 origins each, {ORIGIN_RIGHT:.0%} of them right")
    for title, chosen in (
        ("one vote a page", most_pages(votes)),
        ("ACCU with copy detection", accu(votes)),
        ("one vote a root", by_root),
    ):
        print(f"  {title:40}  {sum(value == 'صحيح' for value in chosen.values()) / number:.3f}")


# -- cost ----------------------------------------------------------------------------------------


def measure_updates(reports: int) -> None:
    """Print what recounting a proposition costs when a report arrives, at a tenth and at all of the reports."""
    index = SourceIndex()
    known: list[Planted] = []
    print(f"\nupdate of a count when one report arrives, up to {reports} reports in the index")
    for goal in (reports // 10, reports):
        for planted in _worlds(goal - len(index.reports), len(known)):
            index.add(planted.reports, planted.families, planted.pairs)
            known.append(planted)
        spent: list[tuple[int, float]] = []
        for planted in known[-200:]:
            held_back = planted.pages[-1].report.id
            before = [each for each in planted.assertions if each.report != held_back]
            count_chains(before, index)
            start = time.process_time()
            index.add({held_back: planted.reports[held_back]})
            count_chains(planted.assertions, index)
            spent.append((len(planted.pages), (time.process_time() - start) * 1000))
        times = [each for _, each in spent]
        worst = sorted(times)[len(times) * 95 // 100]
        a_page = sum(times) / sum(size for size, _ in spent)
        print(f"  {len(index.reports):7} reports: {statistics.median(times):.2f} ms in the middle,", end=" ")
        print(f"{worst:.2f} ms in 95 of 100, {a_page:.3f} ms a page of the proposition")


def _worlds(reports: int, first: int) -> Iterator[Planted]:
    """Yield propositions of two to five hundred pages, most of them small, with that many reports in all."""
    made = 0
    while made < reports:
        chance = random.Random(first)
        size = min(SIZES[1], 2 + int(chance.paretovariate(0.9)))
        planted = plant_proposition(f"ز{first}", chance, size, Noise(), is_ambiguous=first % 2 == 1)
        made += len(planted.pages)
        first += 1
        yield planted


def main() -> None:
    """Print all figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--propositions", type=int, default=400, help="planted propositions to count")
    parser.add_argument("--questions", type=int, default=300, help="questions to find the true value of")
    parser.add_argument("--reports", type=int, default=100_000, help="reports in the index for the cost of updates")
    parser.add_argument("--texts", type=int, default=60, help="propositions written out in Arabic and read again")
    options = parser.parse_args()
    if options.propositions:
        measure_counts(options.propositions)
    if options.questions:
        measure_truth(options.questions)
    if options.texts:
        count_written(options.texts)
    if options.reports:
        measure_updates(options.reports)


if __name__ == "__main__":
    main()
