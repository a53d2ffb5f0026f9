"""Writes the places that reports name as GeoJSON (RFC 7946), each as a point with the radius of its uncertainty."""

from collections.abc import Iterator
from typing import Any

import msgspec

from musnad.export.contract import encode_record
from musnad.export.display import outlet_name
from musnad.export.said import address_of, headline_of, published_of
from musnad.model import Dossier, Mention, Report


def render_geojson(dossier: Dossier) -> str:
    """Return a FeatureCollection with a feature for each mention of a place; coordinates are longitude, latitude.

    The point is the likeliest place that the words may mean; `candidates` says how many there are, `score` how likely
    this one is. Words that the gazetteer does not know are left out.
    """
    features = [feature for report in dossier.reports for feature in _features(report)]
    return (
        msgspec.json.format(encode_record({"type": "FeatureCollection", "features": features}), indent=1).decode()
        + "\n"
    )


def _features(report: Report) -> Iterator[dict[str, Any]]:
    for mention in report.mentions:
        if mention.candidates and report.article is not None:
            yield _feature(report, mention, report.article.text)


def _feature(report: Report, mention: Mention, text: str) -> dict[str, Any]:
    place = mention.candidates[0]
    return {
        "type": "Feature",
        "id": f"{report.id}:{mention.span.start}",
        "geometry": {"type": "Point", "coordinates": [place.longitude, place.latitude]},
        "properties": {
            "words": mention.span.of(text),
            "span": [mention.span.start, mention.span.end],
            "place": place.id,
            "name": place.name,
            "kind": place.kind,
            "country": place.country,
            "radius_km": place.radius_km,
            "score": place.score,
            "candidates": len(mention.candidates),
            "report": report.id,
            "headline": headline_of(report),
            "address": address_of(report),
            "outlet": outlet_name(report),
            "published": published_of(report) or None,
        },
    }
