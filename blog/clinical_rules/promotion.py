"""Promotional words, metaphors, and certainty that nobody has."""

import re
from typing import NamedTuple

from blog.clinical_rules.document import Document
from blog.clinical_rules.flags import Level, Rule
from blog.clinical_rules.lexicon import Lexicon, entries
from blog.clinical_rules.negation import is_denied

_NHS = "NHS content guide; FTC Health Products Compliance Guidance"
_FTC = "FTC Health Products Compliance Guidance, 2022"

KEY_POINTS = Rule("HYPE-01", Level.BLOCK, "Key points promise nothing", f"{_FTC}; NHS content guide")
HYPE = Rule("HYPE-02", Level.WARN, "No promotional words", _NHS)
METAPHOR = Rule("HYPE-03", Level.WARN, "No metaphors", f"{_NHS}; NHS content guide")
CERTAINTY = Rule("HYPE-04", Level.WARN, "No certainty that nobody has", f"{_FTC}; NHS content guide")
PRICE = Rule("HYPE-05", Level.WARN, "No guarantees and no prices in an article", f"{_FTC}; CAP code 12.12")
SOFT = Rule("HYPE-06", Level.NOTE, "Words that make a benefit larger or a wait smaller", _NHS)
RULES = (KEY_POINTS, HYPE, METAPHOR, CERTAINTY, PRICE, SOFT)

_ADVICE = {
    HYPE: "This praises. Say what happened, to how many people.",
    METAPHOR: "This is a picture, and readers may take it for a fact. Say plainly what happens.",
    CERTAINTY: "Nobody can promise this. Say how likely it is, and what is not known.",
    PRICE: "Prices and guarantees are promotion, which has its own place outside articles. Take this out.",
    SOFT: "This makes the treatment sound better than its numbers do. Leave the word out.",
}


_WORDS = Lexicon(
    entries(
        HYPE,
        """
        ground(-)?breaking, revolutionary, revolutioni(s|z)(e|es|ed|ing), breakthrough(s)?, miracle(s)?, miraculous,
        miraculously, remarkable, remarkably, amazing, amazingly, incredible, incredibly, astonishing, stunning,
        spectacular, phenomenal, extraordinary, unprecedented, unparalleled, unrival(l)?ed, superb, exceptional,
        exceptionally, exciting, game(-| )chang(er|ers|ing), cutting(-| )edge, state(-| )of(-| )the(-| )art,
        best(-| )in(-| )class, world(-| )(class|leading), life(-| )changing, transformative, unlock(s|ed|ing)?
        transform(s|ed|ing)? (your|their) (life|lives), (newfound|new-found|new|renewed|fresh|real) hope,
        wonder (drug|drugs|cure|cures|medicine), (magic|silver) bullet, holy grail, one of a kind, second to none,
        dramatic (results|improvement|improvements|relief), dramatically (better|improve|improves|improved),
        promising (results|new|treatment|therapy), most advanced, life(-|)sav(er|ers), (take|get) your life back
        say goodbye to, (best|only) treatment (there is|available|that works|that helps)
        natural (cure|remedy)
        """,
    )
    | entries(
        METAPHOR,
        """
        reset(s|ting)?, (re-|re)wir(e|es|ed|ing), reboot(s|ed|ing)?, journey(s)?, battl(e|es|ed|ing), war on
        fight(s|ing)? (depression|anxiety|addiction|your illness|the illness), supercharg(e|es|ed)
        kick(-| )?start(s|ed)?, hack(s|ing)? (your|the) brain, recharg(e|es|ed|ing) (your|the) (brain|mind)
        """,
    )
    | entries(
        CERTAINTY,
        """
        ensur(e|es|ed|ing) (safety and efficacy|efficacy and safety|safety|efficacy|success|results|recovery)
        (completely|totally|entirely|perfectly|absolutely) (safe|effective|harmless), 100% (safe|effective)
        (there are|there is|has) no risk(s)?, zero (risk|risks|side effects), we promise, risk(-| )free
        side(-| )effect(-| )free, (has|causes) no side effects, without (any )?side effects
        work(s)? for everyone, always works, never fails, cure(s|d)?, definitely, undoubtedly, without (a )?doubt
        (clinically|scientifically|medically) proven, proven (results|treatment|cure), will (heal|fix|cure)
        (permanent|instant|immediate) (relief|cure|results|recovery|fix)
        """,
    )
    | entries(
        PRICE,
        """
        guarantee(s|d)?, guaranteeing, (most|more) affordable, (lowest|best|better|cheapest|cheaper) price(s)?, cheapest
        special offer(s)?, discount(s|ed)?, money(-| )back, free consultation(s)?, price match, limited(-| )time
        book (now|today), buy now, sale price
        """,
    )
    | entries(SOFT, "offer(s|ed|ing)? hope, hope for (those|people|patients|anyone), a ray of hope")
    # The same words where they mean what they say.
    | entries(
        None,
        """
        breakthrough (pain|bleeding|symptom|symptoms|seizure|seizures|infection|infections)
        exceptional (circumstances|for|that)
        definitely not
        reset (your|the|a|my) (password|pin|passcode|code|alarm|device|monitor), unlock(s|ed)? (the|your) (door|phone)
        journey(s)? (home|back|time|times), (car|train|bus|long|short|return) journey(s)?
        journey(s)? (to|from) (the|your|our|a) (clinic|hospital|appointment|center|centre|practice)
        """,
    )
)
_MONEY_OFF = re.compile(r"save [$\u00a3\u20ac]\d+|\d+ ?(?:%|per ?cent) (?:off|discount)\b")
_JUST = re.compile(
    r"(?:just|as little as|as few as|in only) \d+ (?:seconds?|minutes?|hours?|days?|doses?|sessions?|weeks?)\b"
)


class Wording(NamedTuple):
    """Promotional words as they stand in a text, the rule that they break, and what to do."""

    quote: str
    rule: Rule
    advice: str


def promotional_wording(text):
    """What a text outside articles, such as a banner, has of promotional words: a list of Wording, in order."""
    return [Wording(hit.quote, rule, _ADVICE[rule]) for hit, rule in _found(Document({"summary": text}))]


def find(document):
    for hit, rule in _found(document):
        in_key_points = hit.passage.kind == "key_points" and rule is not SOFT
        yield hit.flag(KEY_POINTS if in_key_points else rule, _ADVICE[rule])


def _found(document):
    hits = [(hit, hit.meaning) for hit in document.phrases(_WORDS)]
    if "%" in document.text or any(word in document.folded for word in ("cent", "save ")):
        hits += [(hit, PRICE) for hit in document.matches(_MONEY_OFF)]
    hits += [(hit, SOFT) for hit in document.matches(_JUST)]
    hits.sort(key=lambda found: found[0].passage.start + found[0].start)
    return [(hit, rule) for hit, rule in hits if not is_denied(hit)]
