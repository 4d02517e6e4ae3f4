"""Words that tell a theory from a fact."""

import re

# "Can" is none of them: "an imbalance can lead to sadness" is still told as a fact.
_HEDGES = re.compile(
    r"\b(?:may|might|could|perhaps|possibl[ey]|probabl[ey]|likely|potentially|appears?|seems?|suggest(?:s|ed)?"
    r"|think(?! of\b)|thinks|thought(?! of\b)|believe[sd]?|suspect(?:s|ed)?|propose[sd]?|theor(?:y|ies)|hypothes[ie]s"
    r"|ideas?|unclear|uncertain|unproven|unknown|nobody knows"
    r"|not (?:yet |fully |well |completely )?(?:known|clear|certain|sure|proven|shown|established|understood)"
    r"|no evidence|(?:experts|scientists|researchers|studies) disagree|guess|debated"
    r"|being (?:studied|tested|researched))\b",
    re.IGNORECASE,
)
# One of these stands in whatever the pattern finds; looking for them first is many times faster.
_STEMS = (
    *("may", "might", "could", "perhaps", "possib", "probab", "likely", "potentially", "appear", "seem", "suggest"),
    *("think", "thought", "believe", "suspect", "propose", "theor", "hypothes", "idea", "unclear", "uncertain"),
    *("unproven", "unknown", "nobody", "not ", "evidence", "disagree", "guess"),
    *("debated", "being "),
)


def hedged(text):
    """Whether `text` says anywhere that it is not certain."""
    lowered = text.lower()
    return any(stem in lowered for stem in _STEMS) and bool(_HEDGES.search(text))
