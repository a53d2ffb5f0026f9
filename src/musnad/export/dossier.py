"""Writes a dossier as JSON: the reports, copies, which names are one entity, stories, what is said and denied."""

from typing import Any

import msgspec

from musnad.export.contract import encode_record
from musnad.export.propositions import contradiction_records, proposition_records
from musnad.model import CopyFamily, CopyPair, Dossier, Entity, Merge, Naming, Report, Story, StoryChange


def render_dossier(dossier: Dossier) -> str:
    """Return the dossier as indented JSON; spans are [start, end) code points of each report's article.text."""
    record = {
        "reports": [_report_record(report) for report in dossier.reports],
        "origins": dossier.origins,
        "copy_families": [_family_record(family) for family in dossier.copy_families],
        "copy_pairs": [_pair_record(pair) for pair in dossier.copy_pairs],
        "entities": [_entity_record(entity) for entity in dossier.entities],
        "namings": [_naming_record(naming) for naming in dossier.namings],
        "merges": [_merge_record(merge) for merge in dossier.merges],
        "stories": [_story_record(story) for story in dossier.stories],
        "story_changes": [_change_record(change) for change in dossier.story_changes],
        "propositions": list(proposition_records(dossier)),
        "contradictions": list(contradiction_records(dossier)),
    }
    return msgspec.json.format(encode_record(record), indent=2).decode() + "\n"


def _report_record(report: Report) -> dict[str, Any]:
    article = report.article
    return {
        "id": report.id,
        "path": report.raw.path,
        "url": report.raw.url or (article.url if article else None),
        "outlet": article.outlet.value if article and article.outlet else None,
        "title": article.title.value if article and article.title else None,
        "published": article.published.iso if article and article.published else None,
        "failed": report.failed,
    }


def _change_record(change: StoryChange) -> dict[str, Any]:
    return {
        "kind": change.kind,
        "story": change.story,
        "into": list(change.into),
        "at": change.at.isoformat() if change.at else None,
        "reasons": list(change.reasons),
    }


def _family_record(family: CopyFamily) -> dict[str, Any]:
    return {
        "id": family.id,
        "members": list(family.members),
        "origin": family.origin,
        "credit": family.credit,
        "reasons": list(family.reasons),
    }


def _entity_record(entity: Entity) -> dict[str, Any]:
    return {
        "id": entity.id,
        "kind": entity.kind,
        "label": entity.label,
        "names": list(entity.names),
        "country": entity.country,
        "external": dict(entity.external),
        "namings": list(entity.namings),
    }


def _naming_record(naming: Naming) -> dict[str, Any]:
    return {
        "id": naming.id,
        "report": naming.report,
        "kind": naming.kind,
        "name": naming.name,
        "forms": list(naming.forms),
        "spans": [[span.start, span.end] for span in naming.spans],
        "entry": naming.entry,
        "country": naming.country,
    }


def _merge_record(merge: Merge) -> dict[str, Any]:
    return {
        "left": merge.left,
        "right": merge.right,
        "verdict": merge.verdict,
        "score": merge.score,
        "reasons": list(merge.reasons),
    }


def _pair_record(pair: CopyPair) -> dict[str, Any]:
    return {
        "left": pair.left,
        "right": pair.right,
        "relation": pair.relation,
        "one_origin": pair.one_origin,
        "containment": pair.containment,
        "own_containment": pair.own_containment,
        "origin": pair.origin,
        "reasons": list(pair.reasons),
        "passages": [
            {
                "left": [passage.left.start, passage.left.end],
                "right": [passage.right.start, passage.right.end],
                "words": passage.words,
                "edits": passage.edits,
                "label": passage.label,
            }
            for passage in pair.passages
        ],
    }


def _story_record(story: Story) -> dict[str, Any]:
    return {
        "id": story.id,
        "label": story.label,
        "reports": list(story.reports),
        "earliest": story.earliest.isoformat() if story.earliest else None,
        "latest": story.latest.isoformat() if story.latest else None,
        "terms": list(story.terms),
        "reasons": list(story.reasons),
    }
