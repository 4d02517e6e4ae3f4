"""What denies a benefit for suicidal thoughts, and what denies something else in the same sentence."""

import pytest

from blog.clinical_rules import suicide
from blog.tests.rules.contents import flags, listed, section

MEDICINE = {"generic_name": "examplamine", "brands": "Brandexample"}


def promised(*sections, **fields):
    told = flags(suicide, *sections, **{"medicine": MEDICINE} | fields)
    return [flag.quote for flag in told if flag.rule is suicide.BENEFIT]


def in_text(text, **fields):
    return promised(section("overview", body=f"<p>You rest. {text}</p>"), **fields)


@pytest.mark.parametrize(
    "text",
    [
        "Examplamine quickly reduces suicidal thoughts, and it is not known why.",
        "It reduces suicidal thoughts, and no studies have found serious harm.",
        "Examplamine reduces suicidal thoughts and no evidence of addiction has been seen.",
        "It is unclear how it works and it reduces suicidal thoughts.",
        "It not only lifts mood but also reduces suicidal thoughts.",
        "Examplamine does not just ease pain and reduces suicidal thoughts.",
        "For most people it never fails to reduce suicidal thoughts.",
        "The infusion ends suicidal thoughts.",
        "Suicidal thoughts disappear within a day of the infusion.",
        "It takes away thoughts of suicide.",
        "Thoughts of ending your life go away after one infusion.",
        "It is not addictive and relieves thoughts of suicide.",
        "It does not make you sleepy, and it eases suicidal thoughts.",
        "Nobody knows how it relieves suicidal thoughts.",
        "It is not known why examplamine reduces suicidal thoughts so fast.",
        "For unknown reasons, examplamine lowers the risk of suicide.",
        "There is no doubt that it reduces suicidal thoughts.",
        "It is no surprise that it relieves suicidal thoughts.",
        "Nobody doubts that it prevents suicide.",
        "There is no lack of evidence that it reduces suicidal thoughts.",
        "No other medicine reduces suicidal thoughts as quickly.",
        "Nothing works better against suicidal thoughts.",
        "Nothing else prevents suicide like it.",
        "It does not take weeks to relieve suicidal thoughts.",
        "You do not have to wait weeks for it to reduce suicidal thoughts.",
        "It has no side effects and relieves suicidal thoughts.",
        "With no side effects examplamine reduces suicidal thoughts.",
        "A few studies show that it reduces suicidal thoughts.",
        "There is a little evidence that it reduces suicidal thoughts.",
        "It is not unclear whether it reduces suicidal thoughts: it does.",
        "While examplamine reduces suicidal thoughts, it can raise your blood pressure.",
        "When given early it reduces suicidal thoughts.",
        "It reduces but does not fully end suicidal thoughts.",
        "A benefit for suicidal thoughts has not been shown to last, but it is real.",
        "The relief of suicidal thoughts is not known to last.",
        "Examplamine, effective against suicidal thoughts, has not been studied in children.",
        "It reduces suicidal thoughts in a way that is not yet known.",
        "It reduces suicidal thoughts, but long-term safety has not been shown.",
        "The medicine lifts suicidal thoughts.",
        "Examplamine stopped thoughts of suicide in most people.",
        "Examplamine halves the risk of suicide.",
        "One infusion makes suicidal thoughts go away.",
        "Suicidal thoughts vanished overnight after examplamine.",
        "Suicidal thoughts quickly fade after the first dose.",
        "After one infusion, people no longer had suicidal thoughts.",
        "Treatment frees people from suicidal thoughts.",
        "It takes away the wish to die.",
        "Examplamine silences the urge to end your life.",
        "It gets rid of suicidal thoughts.",
        "Did you know that it reduces suicidal thoughts?",
        "Studies tested whether it reduces suicidal thoughts and found that it does.",
        "Trials have not found harm, and show that it reduces suicidal thoughts.",
        "It is not a sedative, it is a medicine that prevents suicide.",
        "It is not without benefit for suicidal thoughts.",
        "Not surprisingly, it relieves suicidal thoughts.",
        "It cannot fail to ease suicidal thoughts.",
        "It may reduce suicidal thoughts, and this has not been shown in children.",
        "In most patients suicidal ideation resolves within four hours of a single infusion.",
        "Examplamine rapidly decreases suicidality and no deaths were reported.",
        "It works within hours to ease thoughts of self-harm, and nobody yet understands the mechanism.",
        "This treatment not only relieves depression, it prevents suicide.",
        "Unlike antidepressants, which can take weeks, examplamine lowers suicidal thoughts in a day.",
        "Examplamine is highly effective for suicidal ideation although long-term data are lacking.",
        "No one knows exactly why, but examplamine relieves suicidal thoughts.",
        "Patients report fewer suicidal thoughts after treatment.",
        "Examplamine has been shown to reduce suicidal thoughts, though not in everyone.",
        "Most people are no longer suicidal after the third infusion.",
        "While the evidence is limited, examplamine reduces suicidal thoughts.",
        "Although no trial has compared them, it relieves suicidal thoughts faster than lithium.",
        "It can quickly stop thoughts of wanting to die.",
        "There is growing evidence that it prevents suicide.",
        "Examplamine does not cure depression and it will not replace therapy, but it eases suicidal thoughts.",
        "People who do not respond to other medicines find that it reduces suicidal thoughts.",
        "If nothing else has worked, examplamine can relieve suicidal thoughts.",
        "It does more than lift mood: it reduces suicidal thoughts.",
        "Never before has a medicine reduced suicidal thoughts so fast.",
        "It is safe, not habit-forming, and reduces suicidal thoughts.",
        "Examplamine is not approved for depression but helps people with suicidal thoughts.",
        "The drug protects against suicide.",
        "Patients with suicidal thoughts benefit most from examplamine.",
        "Suicidal thoughts improve quickly, even in people who have not been helped by other treatments.",
        "It is not fully understood how it reduces suicidal thoughts.",
    ],
)
def test_what_denies_or_doubts_something_else_leaves_the_promise(text):
    assert in_text(text) == [text]


@pytest.mark.parametrize(
    "text",
    [
        "Studies failed to show that it reduces suicidal thoughts.",
        "There is little evidence that it reduces suicidal thoughts.",
        "Nothing shows that it prevents suicide.",
        "Whether it reduces suicidal thoughts is still being studied.",
        "It failed to reduce suicidal thoughts in a large trial.",
        "Trials have not found that examplamine prevents suicide.",
        "No trial has shown that it reduces suicidal thoughts.",
        "No study has found that examplamine lowers the risk of suicide.",
        "Nobody has shown that it prevents suicide.",
        "We do not know whether it reduces suicidal thoughts.",
        "We cannot say that it reduces suicidal thoughts.",
        "Nobody can promise that it prevents suicide.",
        "It is unclear if examplamine relieves suicidal thoughts.",
        "It remains to be seen whether it reduces suicidal thoughts.",
        "It is too early to say whether it reduces suicidal thoughts.",
        "It has yet to be shown to reduce suicidal thoughts.",
        "It is not clear how well it works for suicidal thoughts.",
        "It is not known yet whether it reduces suicidal thoughts.",
        "A benefit for suicidal thoughts has not been shown.",
        "Its effectiveness in reducing suicidal thoughts is unproven.",
        "Effectiveness in preventing suicide has never been demonstrated.",
        "Whether examplamine prevents suicide is unknown.",
        "Evidence that it reduces suicidal thoughts is limited.",
        "The evidence for a benefit in suicidal thoughts is weak.",
        "The claim that it prevents suicide has not been proven.",
        "Researchers are still studying whether it reduces suicidal thoughts.",
        "There is no proof of benefit for people with suicidal thoughts.",
        "There is not enough evidence to say that it reduces suicidal thoughts.",
        "There is no good evidence it reduces suicidal thoughts.",
        "It does not lift mood or reduce suicidal thoughts in everyone.",
        "It is not a treatment for suicidal thoughts and does not prevent suicide.",
        "No medicine can prevent suicide.",
        "None of these medicines prevents suicide.",
        "No single treatment has been shown to prevent suicide.",
        "There is no medicine that reliably prevents suicide.",
        "Do not rely on it to prevent suicide.",
        "Do not wait for the medicine to reduce suicidal thoughts: call for help.",
        "It does not, on its own, prevent suicide.",
        "It was no better than placebo at reducing suicidal thoughts.",
        "It was not more effective than placebo for suicidal thoughts.",
        "It had no clear effect on pain and no benefit for suicidal thoughts.",
        "It should not be used to treat suicidal thoughts.",
        "Suicidal thoughts were not reduced in the trial.",
        "Suicidal thoughts did not improve with examplamine.",
        "Examplamine is not licensed for reducing suicidal thoughts.",
        "It is not true that it prevents suicide.",
        "It is a myth that this treatment prevents suicide.",
        "Does it reduce suicidal thoughts?",
        "Can examplamine prevent suicide?",
        "It may reduce suicidal thoughts, but this has not been proven.",
        "Examplamine has not been shown to prevent suicide or to reduce suicidal thoughts.",
        "There is no evidence, from trials or anything else, that it reduces suicidal thoughts.",
        "It is uncertain whether any relief of suicidal thoughts is due to it.",
        "Suicidal thoughts can return as the effect of the medicine fades.",
        "Suicidal thoughts pass, with help and with time.",
        "Suicidal thoughts can go away with support and treatment.",
        "Suicidal thoughts come and go.",
        "Tell your clinic if suicidal thoughts stop you from sleeping after an infusion.",
        "Reaching out can stop suicidal thoughts.",
        "It does not mean that it prevents suicide.",
        "The trial did not show a reduction in suicidal thoughts.",
        "Researchers found no benefit for suicidal thoughts.",
        "Brandexample has not been shown to prevent suicide or to lessen thoughts of it.",
        "That it works in preventing suicide or reducing suicidal ideation has not been demonstrated.",
        "You may need to stay in hospital, even if you improve after one dose and have suicidal thoughts.",
        "Examplamine is not a proven treatment for suicidal thoughts.",
        "We do not yet know if examplamine lowers the risk of suicide.",
        "It is not known if examplamine is safe or effective for people with suicidal thoughts.",
        "Examplamine is not approved by the FDA to treat suicidal thoughts.",
        "There are no long-term studies of whether examplamine prevents suicide.",
        "The studies were too small to tell whether it prevents suicide.",
        "Current research does not support the claim that it prevents suicide.",
        "Studies disagree about whether it reduces suicidal thoughts.",
        "More research is needed to find out whether examplamine reduces suicidal thoughts.",
        "It is unlikely to prevent suicide.",
        "In the trial, examplamine did not reduce suicidal thoughts more than midazolam did.",
        "Examplamine should never be thought of as a way to prevent suicide.",
        "Nothing in this article means that examplamine prevents suicide.",
        "Doctors cannot yet say for sure that examplamine reduces suicidal thoughts.",
        "Antidepressants may increase the risk of suicidal thoughts in people under 25.",
        "Some people have suicidal thoughts when treatment stops.",
        "Tell your clinician of suicidal thoughts; they decide whether examplamine is right for you.",
        "Improvement in mood does not mean that suicidal thoughts are gone.",
        "Call 988 if you have thoughts of suicide during treatment.",
        "Suicidal thoughts may come back after the effect of examplamine wears off.",
        "We do not offer examplamine to prevent suicide.",
        "Nobody should have examplamine in the hope that it prevents suicide.",
        "It may or may not reduce suicidal thoughts.",
    ],
)
@pytest.mark.parametrize("kind", ["treatment", "wellbeing"])
def test_a_denial_of_the_benefit_clears_it(text, kind):
    assert in_text(text, article_type=kind) == []


def common_question(answer):
    return section("faq", items=listed({"question": "Does it prevent suicide?", "answer": f"<p>{answer}</p>"}))


def test_a_question_is_a_promise_where_yes_is_the_answer():
    assert promised(common_question("This has not been shown.")) == []
    assert promised(common_question("Yes, often.")) == ["Does it prevent suicide?"]


def test_wishing_to_die_shows_help_too():
    told = flags(suicide, section("overview", body="<p>Some people wish to die.</p>"))
    assert [flag.rule for flag in told] == [suicide.TRIGGER]


def test_a_very_long_sentence_takes_no_time():
    assert in_text("It is not known whether it reduces suicide and " * 500) == []
