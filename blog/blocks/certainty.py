"""How sure anyone can be of a claim, in words that readers know."""

from blog.enums import Certainty, Consensus, EvidenceBasis

_CONSENSUS = {
    Consensus.ESTABLISHED: "well established",
    Consensus.LEADING_THEORY: "leading theory",
    Consensus.DISPUTED: "experts disagree",
    Consensus.SPECULATIVE: "speculative",
}
_BASIS = {
    EvidenceBasis.HUMAN_TRIAL: "from trials in people",
    EvidenceBasis.HUMAN_IMAGING_OR_BIOMARKER: "from scans or tests in people",
    EvidenceBasis.ANIMAL: "seen in animals, not shown in people",
    EvidenceBasis.IN_VITRO: "seen in cells, not shown in people",
    EvidenceBasis.HYPOTHESIS: "an idea that has not been tested",
}
_CERTAINTY = {
    Certainty.HIGH: ("high certainty", 4),
    Certainty.MODERATE: ("moderate certainty", 3),
    Certainty.LOW: ("low certainty", 2),
    Certainty.VERY_LOW: ("very low certainty", 1),
}


def certainty_label(consensus="", evidence_basis="", certainty=""):
    """One phrase from the choices that were made, `Leading theory, from trials in people, low certainty`."""
    words, _bars = _CERTAINTY.get(certainty, ("", None))
    phrase = ", ".join(filter(None, [_CONSENSUS.get(consensus), _BASIS.get(evidence_basis), words]))
    return phrase[:1].upper() + phrase[1:]


def certainty_bars(certainty):
    """How many of four bars are filled; None where no certainty was chosen."""
    return _CERTAINTY.get(certainty, ("", None))[1]
