"""Writes claims as W3C Web Annotations."""

from typing import Any

import msgspec

from musnad.export.contract import encode_record
from musnad.export.said import Said, address_of, said_in
from musnad.model import Dossier

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
_AROUND = 32  # characters of context on either side of a quotation, as most annotators keep
_VOCABULARY = "urn:musnad:"


def render_annotations(dossier: Dossier) -> str:
    """Return an AnnotationPage in JSON-LD: an annotation a claim, its words told by position and by quotation.

    Positions count code points of the article's text, as the model asks (Web Annotation Data Model, 4.2.5).
    """
    annotations = [_annotation(said) for said in said_in(dossier)]
    page = {"@context": CONTEXT, "id": "urn:musnad:annotations", "type": "AnnotationPage", "items": annotations}
    return msgspec.json.format(encode_record(page), indent=1).decode() + "\n"


def _annotation(said: Said) -> dict[str, Any]:
    assert said.report.article is not None
    text, claim = said.report.article.text, said.claim
    chain = " ← ".join(holder.name or f"({holder.kind})" for holder in said.holders)
    return {
        "id": f"{_VOCABULARY}claim:{said.id}",
        "type": "Annotation",
        "motivation": "describing",
        "body": [
            {"type": "TextualBody", "value": chain, "format": "text/plain", "purpose": "describing"},
            {"type": "TextualBody", "value": said.origin.stance.value, "purpose": "tagging"},
            {"type": "TextualBody", "value": said.origin.kind.value, "purpose": "tagging"},
        ],
        "target": [
            {
                "source": address_of(said.report),
                "selector": [
                    {"type": "TextPositionSelector", "start": span.start, "end": span.end},
                    {
                        "type": "TextQuoteSelector",
                        "exact": words,
                        "prefix": text[max(0, span.start - _AROUND) : span.start],
                        "suffix": text[span.end : span.end + _AROUND],
                    },
                ],
            }
            for span, words in zip(claim.content, said.stretches, strict=True)
        ],
    }
