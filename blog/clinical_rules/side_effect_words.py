"""What names of side effects and the text above them say: jargon, effects of the day, long-term and repeated use."""

import re

# What readers call it. Source: NHS content guide (plain words first), MedDRA's terms on the left.
PLAIN = {
    "alopecia": "hair loss",
    "arthralgia": "joint pain",
    "asthenia": "weakness",
    "bradycardia": "a slow heartbeat",
    "cephalalgia": "headache",
    "cystitis": "pain when you pee",
    "depersonalisation": "feeling that you are not yourself",
    "depersonalization": "feeling that you are not yourself",
    "derealisation": "feeling that things are not real",
    "derealization": "feeling that things are not real",
    "diaphoresis": "sweating",
    "diplopia": "seeing double",
    "dissociation": "feeling detached from yourself",
    "dysgeusia": "a changed taste",
    "dyspepsia": "indigestion",
    "dysphoria": "feeling very low or uneasy",
    "dyspnea": "being short of breath",
    "dyspnoea": "being short of breath",
    "dysuria": "pain when you pee",
    "edema": "swelling",
    "emesis": "being sick",
    "epistaxis": "nosebleed",
    "erythema": "red skin",
    "euphoria": "feeling unusually happy",
    "fatigue": "tiredness",
    "haematuria": "blood in your pee",
    "hematuria": "blood in your pee",
    "hepatotoxicity": "harm to the liver",
    "hyperhidrosis": "sweating a lot",
    "hypersensitivity": "an allergic reaction",
    "hypertension": "high blood pressure",
    "hypoesthesia": "numbness",
    "hypotension": "low blood pressure",
    "hypoxia": "too little oxygen",
    "insomnia": "trouble sleeping",
    "lethargy": "having no energy",
    "malaise": "feeling unwell",
    "myalgia": "muscle pain",
    "nausea": "feeling sick",
    "nystagmus": "eyes that move by themselves",
    "oedema": "swelling",
    "palpitations": "a racing or pounding heart",
    "paraesthesia": "pins and needles",
    "paresthesia": "pins and needles",
    "pollakiuria": "needing to pee often",
    "polyuria": "peeing a lot",
    "pruritus": "itching",
    "pyrexia": "fever",
    "respiratory depression": "slow or shallow breathing",
    "rhinitis": "a runny or blocked nose",
    "sedation": "sleepiness",
    "somnolence": "sleepiness",
    "syncope": "fainting",
    "tachycardia": "a fast heartbeat",
    "tinnitus": "ringing in the ears",
    "urticaria": "hives",
    "vertigo": "a spinning feeling",
    "xerostomia": "a dry mouth",
}

# How authors write some of them.
_MISSPELT = {"disassociation": "dissociation"}

_JARGON = re.compile(rf"\b(?:{'|'.join(map(re.escape, [*PLAIN, *_MISSPELT]))})\b", re.IGNORECASE)
_BRACKETS = re.compile(r"\([^()]*\)")
# Effects that every source places during treatment or in the hours after it.
_OF_THE_DAY = re.compile(
    r"\bblood pressure\b|\bhypertension\b|\bnausea\b|\bvomit|\bsick(?:ness)?\b|\bdis(?:as)?sociat|\bdetached\b|\bdizz"
    r"|\b(?:hazy|blurr(?:ed|y)|double) vision\b|\bheadaches?\b|\bdrows|\bsleep(?:y|iness)\b|\bsedat|\bspinning\b"
    r"|\bvertigo\b|\bnumb|\bthrowing up\b|\bseeing double\b|\b(?:drunk|spaced out|floating)\b",
    re.IGNORECASE,
)
_LONG_TERM = re.compile(
    r"\b(?:long[- ]term|chronic|lasting)\s+(?:\w+\s+){0,2}?"
    r"(?:effects?|reactions?|consequences|harms?|risks?|problems)\b",
    re.IGNORECASE,
)
_REPEATED_USE = re.compile(
    r"\b(?:chronic|repeated|long[- ]term|prolonged|regular|frequent|heavy|daily|weekly)\s+(?:\w+\s+){0,2}?"
    r"(?:use|users?|treatments?|doses|infusions|sessions|exposure)\b"
    r"|\b(?:used|taken|took|given|treated|had it)\s+(?:\w+\s+){0,2}?(?:daily|often|repeatedly|regularly|many times"
    r"|for (?:many |several )?(?:months|years))\b",
    re.IGNORECASE,
)


def jargon_in(term):
    """`(medical words, plain words)` when a name says it in medical words alone; None when it explains them.

    `high blood pressure (hypertension)` and `hypertension (high blood pressure)` explain, `hypertension` does not.
    """
    outside = _BRACKETS.sub(" ", term)
    found = _JARGON.search(outside)
    if found is None or any(bracket.strip("() ") for bracket in _BRACKETS.findall(term)):
        return None
    medical = _MISSPELT.get(found[0].lower(), found[0].lower())
    return medical, PLAIN[medical]


def comes_on_the_day(term):
    """Whether an effect of that name is one that comes during treatment or in the hours after."""
    return bool(_OF_THE_DAY.search(term))


def called_long_term(text):
    """The words with which a text calls effects long-term; blank where it does not."""
    found = _LONG_TERM.search(text)
    return found[0] if found else ""


def says_repeated_use(text):
    """Whether a text says that something was seen with repeated or chronic use."""
    return bool(_REPEATED_USE.search(text))
