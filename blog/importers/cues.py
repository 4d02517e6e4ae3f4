"""The words by which a document shows what its sections are. The first that matches a heading decides."""

import re

from blog.enums import CareLevel, HealthAspect


def _cue(pattern):
    return re.compile(pattern, re.IGNORECASE)


CALLS_FOR_HELP = _cue(r"^(?:call|phone|ring|dial|go to|ask|speak to|talk to|contact|get|see|tell)\b.{1,80}:$")
HEADING_CUES = [
    ("care_card", CALLS_FOR_HELP),
    ("key_points", _cue(r"^key (?:points|facts|messages)\b|^at a glance\b")),
    ("questions", _cue(r"\bquestions? (?:to ask|(?:that )?you (?:can|could|may|might) ask)\b")),
    ("faq", _cue(r"^(?:common|frequent(?:ly asked)?) questions\b|^faqs?\b|^questions and answers\b|^q ?& ?a\b")),
    ("glossary", _cue(r"^glossary\b|^words explained\b|^what (?:the|these) words mean\b")),
    ("do_dont", _cue(r"^do(?:s|.s)? and (?:do not|don.?ts?(?:.s)?)\b|^do(?:s)? ?(?:&|/) ?don.?ts?\b")),
    ("crisis_help", _cue(r"\b(?:in|help in) (?:a )?crisis\b|^crisis (?:help|support)\b")),
    ("side_effects", _cue(r"\bside[- ]effects?\b|\badverse (?:effects|reactions|events)\b|\bunwanted effects\b")),
    ("who_should_not", _cue(r"\bwho (?:should not|shouldn.t|cannot|can.t|must not)\b|\bcontraindications?\b")),
    (
        "interactions",
        _cue(r"\b(?:drug )?interactions?\b|\bwith other medicines\b|^other medicines\b|\balcohol and food\b"),
    ),
    ("alternatives", _cue(r"\balternatives?\b|\bother (?:choices|options|treatments)\b")),
    ("warning", _cue(r"^(?:warnings?|important|caution)\b")),
    ("conclusion", _cue(r"^(?:in )?conclusions?\b|^(?:in )?summary\b|^final thoughts\b")),
    ("stages", _cue(r"\b(?:stages|phases)\b")),
    ("mechanism", _cue(r"\bmechanisms?\b|\bhow (?:it|\S+(?: \S+)?) works?\b|\bbrain\b")),
]
# What a section of text is about, where its heading says so.
ASPECT_CUES = [
    (HealthAspect.EFFECTIVENESS, _cue(r"\bevidence\b|\bresearch\b|\bhow well\b|\bdoes it work\b|\beffective")),
    (HealthAspect.SEE_DOCTOR, _cue(r"\bwhen to (?:get help|see|call)\b|\bget(?:ting)? help\b")),
    (HealthAspect.SYMPTOMS, _cue(r"\bsymptoms?\b|\bsigns of\b")),
    (HealthAspect.CAUSES, _cue(r"\bcauses?\b")),
    (HealthAspect.PREGNANCY, _cue(r"\bpregnan|\bbreast-?feeding\b")),
    (
        HealthAspect.USAGE_OR_SCHEDULE,
        _cue(r"\bhow (?:to take|it is given|you have)\b|\bwhat happens\b|\bdos(?:e|es|age)\b"),
    ),
    (HealthAspect.SELF_CARE, _cue(r"\bself[- ]care\b|\bwhat you can do\b|\bhelp yourself\b")),
    (HealthAspect.GETTING_ACCESS, _cue(r"\bcosts?\b|\bhow to get\b|\baccess\b")),
    (HealthAspect.BENEFITS, _cue(r"^benefits?\b")),
    (HealthAspect.RISKS_OR_COMPLICATIONS, _cue(r"\bcomplications?\b")),
    (HealthAspect.MISCONCEPTIONS, _cue(r"\bmyths?\b|\bmisconceptions?\b")),
]
ANNOUNCES_STAGES = _cue(r"\b(?:stages|phases)\b.*:$")
CONCLUDES = _cue(r"^(?:in conclusion|to conclude|in summary|to sum up|to summari[sz]e)\b")
NOT_FOR_EVERYONE = _cue(
    r"\bnot (?:be )?(?:suitable|right|safe) for\b|\bshould not (?:take|use|have)\b|\bwho should not\b"
)
WARNS = _cue(r"\bshould never\b|\bmust never\b|\bnever be used\b|\blife[- ]threatening\b|\bmedical supervision\b")
ENUMERATES = _cue(r"\b(?:includes?|including|such as) ")
SAFETY_KINDS = {"side_effects", "who_should_not", "warning"}

_EMERGENCY = _cue(r"\b(?:911|999|112)\b|\bambulance\b|\bemergency (?:room|department|services?)\b|\bA&E\b")
_URGENT = _cue(r"\b(?:now|today|immediately|at once|straight away|urgent|urgently|111)\b")

DO = _cue(r"^(?:do|dos|do.s|you should)\s*:?$")
DO_NOT = _cue(r"^(?:do not|don.?ts?|don.t.?s|you should not)\s*:?$")
NEGATED = _cue(r"^(?:do not|don.t)\s+")
NEGATED_OTHERWISE = _cue(r"^(?:never|avoid|no|not|stop)\b")
WITHOUT_TREATMENT = _cue(r"^without (?:any )?treatment\b|^if you (?:have|choose|decide for) no treatment\b")


def kind_of(heading):
    """The kind that a heading's words announce; an overview without them."""
    return next((kind for kind, cue in HEADING_CUES if cue.search(heading)), "overview")


def aspect_of(heading):
    """What a text is about by its heading; an overview where it says nothing else."""
    return next((aspect for aspect, cue in ASPECT_CUES if cue.search(heading)), HealthAspect.OVERVIEW).value


def care_level(heading):
    """How urgent a call for help is, where it says so; blank where somebody has to decide."""
    if _EMERGENCY.search(heading):
        return CareLevel.EMERGENCY.value
    return CareLevel.URGENT.value if _URGENT.search(heading) else ""
