"""Words that speak of a benefit for suicidal thoughts, of who brings it, and of what makes it none."""

import re


def forms(verbs):
    """A pattern of all forms of regular verbs; `stop+` doubles its last letter."""
    endings = {"e": "(?:e[sd]?|ing)", "+": r"(?:s|[a-z](?:ed|ing))?"}
    return "|".join(
        verb[:-1] + endings[verb[-1]] if verb[-1] in endings else f"{verb}(?:e?s|ed|ing)?" for verb in verbs.split()
    )


_DEATH = (
    r"(?:(?:anti)?suicid\w*|self[- ]?harm\w*"
    r"|(?:end|ends|ending|take|takes|taking) (?:my|your|his|her|their|one's) (?:own )?(?:life|lives)"
    r"|kill(?:s|ing)? (?:my|your|him|her|one|our|them)sel(?:f|ves)|(?:want(?:s|ed|ing)?|wish(?:es)?) to die)"
)
TARGET = re.compile(rf"\b{_DEATH}")
NO_TARGET = re.compile(r"suicide (?:prevention|(?:and|&) crisis|hotline|lifeline|help ?line)")
_PERSON = r"(?:people|you|me|us|them|patients|many|most|some(?:one|body)|any(?:one|body)|those)"
_CALMS = forms(
    "reduce relieve ease improve prevent lower decrease lessen alleviate diminish cure eliminate resolve combat"
)
_ENDS = forms(
    "end stop+ lift remove erase banish clear quiet quieten calm curb halve silence dissolve suppress quell quench"
    " abolish mitigate minimize minimise interrupt reverse heal overcome soothe tame blunt dull dampen soften weaken"
    " loosen conquer defeat extinguish avert"
)
_STRONG = r"(?:fast(?:est)?|rapid|quick|powerful|strong(?:est)?|proven|most (?:effective|powerful|rapid))"
BENEFIT = re.compile(
    rf"\b(?:(?P<noun>reductions?|relief|improvements?|benefits?|effectiveness|efficacy"
    rf"|{_STRONG} (?:[\w-]+ )?(?:treatment|therapy|medicine|option|way)s?|life-?sav\w+|breakthrough|game[- ]changer"
    r"|miracle|wonders|antidote|(?:great|big|huge|real) help|(?:the|an) (?:answer|solution|key|remedy) (?:to|for)"
    r"|respon(?:se|ds?|ded)(?: (?:was|is))? (?:best|well|good|fast\w*|quick\w*)"
    rf"|(?:{_STRONG}|clear|good|great|remarkable|dramatic|positive|lasting|marked) (?:[\w-]+ )?(?:effects?|impact) on"
    r"|power (?:over|against))|(?P<quality>beneficial|effective|protective against|anti-?suicid\w+"
    r"|not suicidal (?:any ?more|afterwards|after))"
    rf"|{_CALMS}|(?:(?<=to )|(?<=can )|(?<=may )|(?<=could )|(?<=might ))treat|treats|treating"
    r"|works? (?:\w+ly )?(?:for|against|on|in|well|fast(?:er)?|best|better|wonders|within|(?:so|very) \w+)"
    r"|(?<=it )works(?=\W*$)|acts? (?:fast|quick|rapid|strong|direct)\w* (?:on|against)|protect(?:s|ed|ing)? against"
    r"|do(?:es)? more for|saves? lives|restores? the (?:will|wish) to live|nothing (?:\w+ )?(?:like|compares"
    r"|comes close))\b(?! (?:the |your |a |their )?(?:doses?|dosage|amount)\b)"
)
# Words that speak of a benefit only where suicidal thoughts are their object, as in “ends thoughts of suicide”.
_OF_THOUGHTS = (
    r"(?:the|an?|your|their|his|her|people's|all|these|those|any|most|many|such|both|of|to|for|about|and|or|from|on"
    r"|by|in|own|passive|active|acute|urgent|recurrent|strong|think(?:s|ing)?|thoughts?|feelings?|ideas?|ideation"
    r"|urges?|impulses?|risks?|rates?|number|desire|intent|plans?|attempts?|wish|half|out|having|had|have|still"
    r"|committing|dying|died)"
)
_THEM = r"(?:them|(?:these|those|such|the) (?:thoughts|feelings|ideas|urges|impulses))"
THEM = re.compile(rf"\b{_THEM}\b")
OBJECT = re.compile(
    rf"\b(?:(?P<noun>(?:falls?|drop|decline|cut) in|(?:freedom|release|respite|escape) from|protection (?:from|against)"
    r"|end to|less|fewer(?: people (?:on|given|who|after|treated) (?!placebo)(?:[\w-]+ ){1,4}(?:had|have|died|die))?"
    r"|no longer(?: (?:had|have|has|having|feel|felt|experienced?))?|only (?:[\w%]+ ){1,4}still"
    r"|(?:leaves?|left|lives?|lived|wakes?|woke) without|(?:be|bec[ao]mes?|were|was|are|felt|feels?) free (?:of"
    r"|from)|(?:after|once|by)\b[^.;:]{3,60} "
    r"(?:(?:nobody|no one|none)(?: of them)? (?:was|were|is|felt)|(?:had|have|has|reported) no))"
    rf"|(?P<verb>(?:{forms('free save stop+ protect rescue shield spare pull')}|keep(?:s|ing)?"
    rf"|kept) (?:[\w'-]+ ){{1,6}}from|{forms('free')} {_PERSON} of|los(?:es?|t|ing) (?:all )?(?:the|their|your|my"
    rf"|his|her)|{_CALMS}|{_ENDS}|cut(?:s|ting)?|break(?:s|ing)?|broke|shrinks?|overcame"
    rf"|(?:get|gets|got|getting|rid|rids) (?:{_PERSON} )?(?:rid )?of|br(?:ings?|ought) (?:[\w'-]+ ){{1,4}}out of"
    r"|(?:(?:tak|driv|wip|chas|wash)(?:e[sd]?|ing)|took|drove|keep(?:s|ing)?|h[eo]ld(?:s|ing)?|turn(?:s|ed)?"
    r"|br(?:ings?|ought)) (?:away|out|off|down)"
    r"|(?P<makes>mak(?:es?|ing)|made|tak(?:es?|ing)|took|driv(?:es?|ing)|drove|keep(?:s|ing)?|kept|turn(?:s|ed)?"
    r"|br(?:ings?|ought))))"
    rf"(?= (?:{_OF_THOUGHTS} ){{0,7}}(?:(?P<target>{_DEATH})|(?P<them>{_THEM})\b))"
)
# What becomes of them, after “makes suicidal thoughts” or “takes them”.
MADE = re.compile(
    r"(?: [\w-]+){0,2} (?P<gone>away|out|off|down|at bay|in check|to an? (?:\w+ )?end|into)\b"
    r"|[^.;:]{0,80}\b(?:go away|disappear|vanish|fade|stop|(?<!not )(?:less|weaker|easier to bear))\b"
)
# Suicidal thoughts that go: without an object, and with nothing but words like these between.
GOES = re.compile(
    rf"\b{_DEATH}(?::? (?:thoughts?|thinking|talk|cris[ei]s|ideation|ideas?|feelings?|behaviou?rs?|urges?|impulses?"
    r"|rates?|risks?|plans|attempts?|scores?|and|or|suicide|self-harm|can|may|might|will|would|could|had|have|has|were"
    r"|was|are|is|be|been|seem(?:s|ed)?|bec[ao]mes?|g[eo]ts?|gr[eo]ws?|feels?|felt|began|start(?:s|ed)?|tend(?:s"
    r"|ed)?|often|soon|then|just|to|all|almost|much|far|in|for|most|many|some|people|patients|\w+ly))*"
    rf":? (?P<verb>{forms('vanish disappear fade dissolve pass cease stop+ lift subside decline wane drop+ halve')}"
    rf"|{forms('abate weaken end remit+ melt ebb recede dwindle lessen respond')}|cut(?! from)|shrink|shrank|gone|over"
    r"|(?:go|goes|went|fell) (?:away|down|silent|quiet)|a thing of the past|fell|fall(?:s|en)?|c[ao]mes? down"
    r"|g[ai]ves? way|(?:lose|loses|lost|loosens?|loosened) (?:their|its) (?:grip|hold)|stay(?:s|ed)? away|better"
    r"|(?:swept|taken|driven|washed|wiped) (?:away|out)|(?:do|does|did) not (?:come back|return)|fewer|weaker|milder"
    r"|rarer?|quieter|lower|less(?: \w+)?)\b"
    # “People with suicidal thoughts stop treatment”: other words are the object.
    r"(?! (?:treatment|therapy|medic|taking|using|the\b(?! (?:next|same|following))|their\b|out\b|you\b|people\b"
    r"|lives\b))"
)
TOLD = re.compile(r"\b(?:will|had|was|were|became|got|grew|felt|went|fell|gave|lost|shrank|cut|\w{2,}ed)\b")
YES = re.compile(r"\W*(?:yes|it (?:does|can|has|is)\b(?! not))")
SOON = re.compile(
    r"\b(?:(?:within|in|after|by|from|during) (?:[\w'-]+ ){0,4}(?:minutes?|hours?|days?|weeks?|night|infusions?|doses?"
    r"|sessions?|visits?|treatments?)|the (?:next|same|following) (?:day|morning|visit)|before (?:they|you) leave"
    r"|overnight|rapidly|quickly|at once|immediately|instantly|right away)\b"
)
WITH_HELP = re.compile(r"\b(?:with|over|in) (?:[\w'-]+ ){0,2}(?:help|support|time|care|company|listening)\b")
WITH_TREATMENT = re.compile(r"\bwith (?:[\w'-]+ ){0,2}treatment\b")
THEN = re.compile(
    r"\b(?:if|when|once|until|unless|before|as|while|because|who|whose|(?<=\w )with|after(?= (?:the|your|their|my)\b))"
    r"(?: [\w'-]+){0,3} $"
)
# A medicine that gave such thoughts ends them by being stopped.
BY_STOPPING = re.compile(
    r"\b(?:when|if|after|once|as soon as) (?:[\w'-]+ ){1,4}(?:stopped|stops|cut|lowered|reduced|ended|changed)\b"
    r"|\b(?:stopping|lowering|reducing|changing|coming off) "
)
HELPS = re.compile(
    r"\bhelp(?:s|ed|ing)?\b(?! (?:lines?|is|to (?:talk|speak|call|tell|write|know|have)|you (?:talk|call))\b)"
)
TREATMENT = (
    r"(?:treatments?|therap(?:y|ies)|medicines?|medications?|drugs?|infusions?|injections?|(?:nasal )?sprays?|pills?"
    r"|tablets?|capsules?|antidepressants?|antipsychotics?|psychedelics?|mushrooms?|psilocybin|cannabis|cannabidiol"
    r"|supplements?|vitamin \w+|(?:brain|electric\w*|magnetic|nerve) stimulation(?: of the brain)?|implants?|lithium"
    r"|our (?:program|programme|method|clinic|course|product|retreat)|(?:cbd|hemp|herbal) \w+|cbd|lsd|mdma|ect"
    r"|tms|ssris?|\w+(?:ketamine|zapine|etiapine|xetine|pram|traline|orphine|anolone|azole)|ketamine{names})"
)
_STANDS_FOR_IT = "it|this|these|they"
GOVERNS = (
    rf"\b(?:{_STANDS_FOR_IT}|which|that|them|{{treatment}}) "
    r"(?:(?:has|have|had|been|be|to|can|may|will|is|was|are|were|also) )*(?:[\w'-]+ ){{0,3}}$"
    # One subject of two verbs: “it lifts mood and reduces”.
    rf"|\b(?:{_STANDS_FOR_IT}|{{treatment}})\b[^.;:]{{{{0,80}}}} (?:and|but|or)(?: also| then| even| \w+ly)? $"
)
# Who or what helps without being a treatment that the article is about.
OTHER_HELP = re.compile(
    r"\b(?:talk(?:ing)?(?! therap)|listen\w*|ask(?:ing)?|call(?:ing)?|crisis|help ?lines?|hotlines?|lifeline|988|access"
    r"|safety plans?|support|friends?|famil(?:y|ies)|connection|sleep|exercise|training|campaigns?|barriers?"
    r"|writ(?:e|ing)|lock\w*|stor\w+|guns?|laws?|packs?|screening|staff|clinicians?)\b"
)
ADVICE = re.compile(
    r"\W*(?:write|go|take|tell|try|find|make|keep|spend|plan|learn|move|eat|join|breathe|do|use|think|start|stay|see)\b"
)
# The subject is what somebody does, as in “keeping medicines out of reach”, and not that they have the treatment.
DEED = re.compile(
    r"(?:^|[;:(]|\b(?:that|and|but|because|how|whether))\W*(?!being (?:treated|given|on)\b|(?:tak|us|hav|gett|giv|start"
    r"|add|receiv|try|continu|stay|combin|repeat|dur|follow|accord|includ|noth|someth|anyth"
    r"|everyth)ing\b)[a-z]{2,}ing\b"
    r"[^,;:]*$|\b(?:packs?|sales?|supply|access|limits?) (?:of|to|on) [^,;:]*$"
)
_CONDITION = r"\b(?:if|when|unless|until|in case)\b"
CONDITION = re.compile(_CONDITION)
NEXT = re.compile(r", (?:and|but|so) ")
SUPPOSED = re.compile(
    r"\bif (?!given|used|taken|started|added|needed|possible)(?:[\w'-]+ ){0,3}$"
    r"|\b(?:when|once) (?:you|your|people|they|the (?:dose|clinic)|a|someone|somebody) (?:[\w'-]+ ){0,2}$"
    r"|\bdose (?:is|was|were|has been) $"
)
_OPPOSITE = (
    r"(?:increas\w*|worsen\w*|caus\w+|trigger\w*|rais\w+|lead(?:s|ing)? to|still"
    r"|but(?! (?:does not|doesn't|cannot|may not|do not) (?:fully|completely|always|entirely|wholly)))\b"
)
OPPOSITE = re.compile(rf"\b{_OPPOSITE}")
# Between a benefit and suicidal thoughts it says that they do not belong together.
PARTS = re.compile(rf"\b{_OPPOSITE}|{_CONDITION}|\band (?:makes?|brings?|gives?)\b|;")
NAMED = re.compile(
    r"\b(?:(?P<noun>treatments?|therap(?:y|ies)|medicines?|medications?|options?|hope)"
    r"|(?P<quality>used|approved|licensed))\b(?: [^\s;.]+){0,4}? (?:for|against|to treat)\b"
)
