"""Says which claims say one thing, how many independent chains stand behind it, and where accounts contradict."""

from musnad.agreement.grades import grade_source, judge_credibility
from musnad.agreement.independence import count_chains, count_independent
from musnad.agreement.redating import redate_copies
from musnad.agreement.source_index import SourceIndex

__all__ = ["SourceIndex", "count_chains", "count_independent", "grade_source", "judge_credibility", "redate_copies"]
