"""Medical words in running text, and whether the article explains them."""

from blog.clinical_rules.lexicon import Lexicon
from blog.clinical_rules.side_effect_words import PLAIN

# By the word and its other forms, so that one explanation counts for all.
_TERMS = {
    "glutamate": "a chemical messenger in the brain",
    "serotonin": "a chemical messenger in the brain",
    "dopamine": "a chemical messenger in the brain",
    "norepinephrine": "a chemical messenger in the brain",
    "noradrenaline": "a chemical messenger in the brain",
    "monoamine(s)?": "a group of chemical messengers in the brain",
    "neurotransmitter(s)?": "chemical messengers between nerve cells",
    "neuroplasticity": "how the brain changes its connections",
    "synap(se|ses|tic)": "where nerve cells pass on signals",
    "agonist(s)?": "something that switches a receptor on",
    "antagonist(s)?": "something that blocks a receptor",
    "benzodiazepine(s)?": "a group of calming medicines",
    "dissociative": "making you feel detached from yourself",
    "intravenous(ly)?": "into a vein",
    "intranasal(ly)?": "into the nose",
    "intramuscular(ly)?": "into a muscle",
    "subcutaneous(ly)?": "under the skin",
    "sublingual(ly)?": "under the tongue",
    "comorbid(ity|ities)?": "other conditions at the same time",
    "prognosis": "how it is likely to go on",
    "(a)?etiology": "what causes it",
    "idiopathic": "without a known cause",
    "prophyla(xis|ctic)": "to prevent it",
    "refractory": "not helped by treatment so far",
    "titrat(e|ed|ing|ion)": "changing the dose step by step",
    "bioavailability": "how much of it reaches the blood",
    "pharmacokinetic(s)?": "what the body does with it",
    "anhedonia": "no longer enjoying anything",
    "rumination": "thoughts that go round and round",
    "psychosis": "losing touch with what is real",
    "delirium": "sudden confusion",
    "anaphylaxis": "a severe allergic reaction",
    "aneurysm(s)?": "a weak, swollen place in a blood vessel",
}
_EXPLAINED_BY = Lexicon(
    {written: (written, plain) for written, plain in (dict(PLAIN) | _TERMS).items() if written != "disassociation"}
)
# Fields that are medical words by their nature: the plain ones stand beside them.
_BESIDE_PLAIN_WORDS = {"term_medical", "term_plain", "target", "outcome_measure"}


def unexplained(document):
    """`(hit, plain words)` for each medical word where it first stands, unless it is explained or in the glossary."""
    seen = set()
    for hit in document.phrases(_EXPLAINED_BY):
        word, plain = hit.meaning
        if word in seen or hit.passage.is_heading or hit.passage.name in _BESIDE_PLAIN_WORDS:
            continue
        seen.add(word)
        if hit.quote.lower() not in document.explained and not _is_explained(hit):
            yield hit, plain


def _is_explained(hit):
    """Whether plain words stand beside it, as in “feeling sick (nausea)” or “nausea (feeling sick)”."""
    folded = hit.passage.folded
    return folded[hit.start - 1 : hit.start] == "(" or folded[hit.end : hit.end + 2] == " ("
