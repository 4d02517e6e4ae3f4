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


def hedged(text):
    """Whether `text` says anywhere that it is not certain."""
    return bool(_HEDGES.search(text))
