"""Words that tell a theory from a fact."""

import re

# "Can" is none of them: "an imbalance can lead to sadness" is still told as a fact.
_HEDGES = re.compile(
    r"\b(?:may|might|could|perhaps|possibl[ey]|probabl[ey]|likely|potentially|appears?|seems?|suggest(?:s|ed)?"
    r"|think|thinks|thought|believe[sd]?|suspect(?:s|ed)?|propose[sd]?|theor(?:y|ies)|hypothes[ie]s|idea|ideas"
    r"|unclear|uncertain|unproven|unknown|nobody knows|not (?:yet )?(?:known|clear|certain|proven|shown|established)"
    r"|no evidence|experts disagree)\b",
    re.IGNORECASE,
)
# One of these stands in whatever the pattern finds; looking for them first is many times faster.
_STEMS = (
    *("may", "might", "could", "perhaps", "possib", "probab", "likely", "potentially", "appear", "seem", "suggest"),
    *("think", "thought", "believe", "suspect", "propose", "theor", "hypothes", "idea", "unclear", "uncertain"),
    *("unproven", "unknown", "nobody", "not ", "evidence", "disagree"),
)


def hedged(text):
    """Whether `text` says anywhere that it is not certain."""
    lowered = text.lower()
    return any(stem in lowered for stem in _STEMS) and bool(_HEDGES.search(text))
