"""Says which claims say one thing, how many independent chains stand behind it, and where accounts contradict."""

from musnad.agreement.chains.grades import grade_source, judge_credibility
from musnad.agreement.chains.independence import ChainCounter, count_chains, count_independent
from musnad.agreement.chains.source_index import SourceIndex
from musnad.agreement.comparison import compare_statements, judge_statements
from musnad.agreement.found_pairs import FoundPairs, PairMemory
from musnad.agreement.heeding import Judged
from musnad.agreement.matching import match_claims
from musnad.agreement.redating import redate_copies
from musnad.agreement.relations import StatedReport, state_claims
from musnad.agreement.sides import Evidence
from musnad.agreement.statements import Statement, state, state_report

__all__ = [
    "ChainCounter",
    "Evidence",
    "FoundPairs",
    "Judged",
    "PairMemory",
    "SourceIndex",
    "StatedReport",
    "Statement",
    "compare_statements",
    "count_chains",
    "count_independent",
    "grade_source",
    "judge_credibility",
    "judge_statements",
    "match_claims",
    "redate_copies",
    "state",
    "state_claims",
    "state_report",
]
