"""Draws the path of a claim's reading: sentence, rule, cue, the ends that its words could have had, its speakers."""

from collections.abc import Sequence

from rich.console import Console
from rich.text import Text

from musnad.claims import Boundary, Candidate, ClaimReasons, LinkReasons
from musnad.cli.isolation import isolated, print_wrapped
from musnad.export.asides import credited_name
from musnad.export.display import clip
from musnad.export.labels import BASES, KINDS
from musnad.languages.grammar import Cue, Rule
from musnad.model import Article, Claim, Link, LinkBasis, LinkKind, Report, Span

_LABEL = 12
_SENTENCE_SHOWN = 600  # characters
_AROUND = 24  # characters shown of what follows a boundary
_GENDERS = {"m": "masculine", "f": "feminine", "": "any gender"}
_NUMBERS = {"s": "singular", "d": "dual", "p": "plural", "": "any number"}


def print_path(console: Console, report: Report, claim: Claim, reasons: ClaimReasons, rule: Rule) -> None:
    """Print why the claim was read as it was."""
    article = report.article
    if article is None:
        return
    where = f"sentence {reasons.sentence}, line {reasons.paragraph}"
    _fact(
        console, "sentence", Text(where + "\n"), isolated(clip(reasons.span.of(article.text), length=_SENTENCE_SHOWN))
    )
    _print_rule(console, claim, reasons, rule)
    _print_cue(console, article, claim, reasons.cue)
    _print_content(console, article, claim, reasons.boundaries)
    _print_links(console, article, claim, reasons.links)
    for note in reasons.notes:
        _fact(console, "also", Text(note))
    for label, value in (("mode", claim.mode), ("hedge", claim.hedge), ("writer", claim.author_stance)):
        _fact(console, label, Text(str(value)))


def _fact(console: Console, label: str, *parts: Text) -> None:
    text = Text(f"{label:<{_LABEL}}", style="dim")
    for part in parts:
        text.append_text(part)
    for number, line in enumerate(text.split("\n")):
        print_wrapped(console, line, indent=_LABEL if number else 0, hanging=0 if number else _LABEL)


def _print_rule(console: Console, claim: Claim, reasons: ClaimReasons, rule: Rule) -> None:
    right = Text(f"  right in {claim.confidence:.0%} of the claims that it found in annotated articles", style="dim")
    _fact(console, "rule", Text(rule.name, style="bold"), right)
    _fact(console, "such as", isolated(rule.example))
    found = [Text.assemble((f"{role} ", "dim"), isolated(words or "—")) for role, words in rule.finds.items()]
    _fact(console, "", Text("  ").join(found))
    _fact(console, "unlike", isolated(rule.counterexample))
    if reasons.tried:
        *others, fitted = (reader.removeprefix("read_").replace("_", " ") for reader in reasons.tried)
        passed = f" (asked before it, and not fitting: {', '.join(others)})" if others else ""
        _fact(console, "reader", Text(fitted), Text(passed, style="dim"))


def _print_cue(console: Console, article: Article, claim: Claim, cue: Cue | None) -> None:
    span = claim.chain.origin.cue
    words = isolated(span.of(article.text), "cyan") if span else Text("none: no words mark the link")
    if cue is None:
        _fact(console, "cue", words)
        return
    agreement = f"{_GENDERS[cue.gender]} {_NUMBERS[cue.number]}" if cue.gender else "no gender or number"
    takes = ", ".join(sorted(cue.takes)) or "nothing"
    told = f"  the report hangs on the {cue.form} of {cue.lemma}: {agreement}; {cue.stance}; takes {takes}"
    _fact(console, "cue", words, Text(told, style="dim"))


def _print_content(console: Console, article: Article, claim: Claim, boundaries: Sequence[Boundary]) -> None:
    spans = Text(" … ").join(isolated(span.of(article.text)) for span in claim.content)
    _fact(console, "words", spans)
    for boundary in boundaries:
        at = _around(article.text, boundary.span)
        why = f"ends here: {boundary.reason}" if boundary.reason else "could end here and goes on"
        _fact(console, "", at, Text(f"  {why}", style="yellow" if boundary.reason else "dim"))
    end = claim.content[-1].end
    if boundaries and boundaries[-1].reason and end < boundaries[-1].span.start:
        shorter = "shorter than that: another report, a relative clause or a closing mark ends it first"
        if article.text[end : boundaries[-1].span.start].strip(" .،,؛:"):
            _fact(console, "", Text(shorter, style="dim"))


def _around(text: str, span: Span) -> Text:
    begin, end = max(0, span.start - _AROUND), min(len(text), span.end + _AROUND)
    return isolated(f"…{text[begin : span.start]}⟦{span.of(text)}⟧{text[span.end : end]}…")


def _print_links(console: Console, article: Article, claim: Claim, reasons: Sequence[LinkReasons]) -> None:
    chain = list(claim.resolved_chain)
    # The links that the sentence's rule read are the last ones: carriers and outer reports come before them.
    own = len(chain) - len(reasons)
    for number, link in enumerate(chain):
        why = reasons[number - own] if number >= own else None
        _fact(console, f"link {number + 1}", _holder(article, link), Text(f"  {_how(link, why)}", style="dim"))
        for candidate in why.candidates if why else ():
            _fact(console, "", *_candidate(article.text, candidate))


def _holder(article: Article, link: Link) -> Text:
    kind = Text(f"{KINDS[link.kind].en} ", style="magenta" if link.kind is LinkKind.ANON else "dim")
    span = link.source or link.resolved
    name = credited_name(article, link) or (span.of(article.text) if span else "")
    text = kind + (isolated(name, "bold") if name else Text("nobody"))
    if link.source is not None and link.resolved is not None:
        text += Text(" => ", style="dim") + isolated(link.resolved.of(article.text), "bold")
    return text + Text(f" ({link.entry})" if link.entry else "", style="dim")


def _how(link: Link, why: LinkReasons | None) -> str:
    if link.basis is not LinkBasis.STATED:
        return BASES[link.basis].en + ", implicit"
    if why is None:
        return "from the report around it or the claim before"
    agreement = f"; the verb is {_GENDERS[why.agreement[0]]} {_NUMBERS[why.agreement[1]]}" if why.agreement[0] else ""
    return ("left out: " if link.source is None else "") + (why.how or "given by the words") + agreement


def _candidate(text: str, candidate: Candidate) -> tuple[Text, Text]:
    form = f"{KINDS[candidate.kind].en}, {_GENDERS[candidate.gender]} {_NUMBERS[candidate.number]}"
    verdict = f"excluded: {candidate.excluded}" if candidate.excluded else "taken: the nearest that fits"
    name = isolated(clip(candidate.span.of(text), length=60), "" if candidate.excluded else "bold")
    return Text(f"{candidate.distance} back  ") + name, Text(
        f"  {form}; {verdict}", style="dim" if candidate.excluded else "green"
    )
