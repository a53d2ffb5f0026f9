"""Tells what newly compared reports mean to saved searches: new propositions, confirmations, contradictions, edits."""

from collections.abc import Iterator, Mapping, Sequence

from musnad.model import Proposition, Report
from musnad.search import matching
from musnad.store import Store
from musnad.store.alerts import NewAlert, SavedSearch, Trigger

_SHOWN = 300


def alerts_for(store: Store, names: Sequence[str]) -> Iterator[NewAlert]:
    """Yield the alerts that these reports, newly compared, give rise to; the store drops those raised before."""
    searches = store.alerts.searches()
    if not searches:
        return
    propositions = store.alerts.propositions_of(names)
    reports = {report.id: report for report in store.reports(names)}
    for saved in searches:
        found = matching(store, saved.query, list(reports))
        if found:
            yield from _of_propositions(saved, found, propositions, reports)
            if Trigger.CONTRADICTION in saved.triggers:
                yield from _contradictions(store, saved, found)
            if Trigger.SILENT_EDIT in saved.triggers:
                yield from _edits(store, saved, [reports[name] for name in sorted(found)])


def _of_propositions(
    saved: SavedSearch, found: set[str], propositions: Sequence[Proposition], reports: Mapping[str, Report]
) -> Iterator[NewAlert]:
    for each in propositions:
        ours = {said.report for said in each.assertions} & found
        if not ours:
            continue
        said = {one.report for one in each.assertions}
        title, address = each.label[:_SHOWN], _address(reports[min(ours)])
        if Trigger.NEW_PROPOSITION in saved.triggers and said <= set(reports):
            # All that say it came in just now: nobody had said it before.
            yield NewAlert(saved.name, Trigger.NEW_PROPOSITION, each.id, title, _who(each), address)
        if Trigger.FIRST_CONFIRMATION in saved.triggers and each.affirmed.least >= 2:
            yield NewAlert(saved.name, Trigger.FIRST_CONFIRMATION, each.id, title, _who(each), address)
        circles = [*each.affirmed.graph.circles, *each.denied.graph.circles]
        if Trigger.CIRCLE in saved.triggers and circles:
            labels = {node.id: node.label for node in (*each.affirmed.graph.nodes, *each.denied.graph.nodes)}
            told = "; ".join(" -> ".join(labels.get(name, name) for name in circle) for circle in circles)
            yield NewAlert(saved.name, Trigger.CIRCLE, each.id, title, f"they cite each other: {told}", address)


def _who(each: Proposition) -> str:
    chains = f"independent chains: {each.affirmed.least} to {each.affirmed.most}"
    return "; ".join((f"{len(each.assertions)} assertions", chains, *each.affirmed.reasons[:3]))


def _contradictions(store: Store, saved: SavedSearch, found: set[str]) -> Iterator[NewAlert]:
    for left, right, slot, label, other in store.alerts.contradictions_of(sorted(found)):
        title = f"{label[:_SHOWN]} / {other[:_SHOWN]}"
        yield NewAlert(saved.name, Trigger.CONTRADICTION, f"{left} {right} {slot}", title, f"they differ in {slot}")


def _edits(store: Store, saved: SavedSearch, reports: Sequence[Report]) -> Iterator[NewAlert]:
    for report in reports:
        url = report.raw.url or report.raw.stated.url
        earlier = [each for each in store.versions(url) if each.id != report.id and each.article] if url else []
        if report.article is None or not earlier or earlier[-1].article is None:
            continue
        before, after = earlier[-1].article.text.splitlines(), report.article.text.splitlines()
        gone = [f"- {line}" for line in before if line not in after]
        new = [f"+ {line}" for line in after if line not in before]
        if gone or new:
            title = after[0][:_SHOWN] if after else report.id
            yield NewAlert(
                saved.name,
                Trigger.SILENT_EDIT,
                report.id,
                title,
                "\n".join((*gone, *new))[: 10 * _SHOWN],
                _address(report),
            )


def _address(report: Report) -> str | None:
    return report.raw.url or report.raw.stated.url
