"""Suicide and self-harm: words, promises and details. Source: reportingonsuicide.org."""

import pytest

from blog.clinical_rules import suicide
from blog.clinical_rules.document import Document
from blog.clinical_rules.flags import Level
from blog.tests.rules.contents import content, flags, found, listed, section

MEDICINE = {"generic_name": "examplamine", "brands": "Brandexample\nOther"}


def overview(html):
    return section("overview", body=f"<p>{html}</p>")


def quotes(rule, html, **fields):
    return [flag.quote for flag in flags(suicide, overview(html), **fields) if flag.rule.id == rule]


def promises(text, source=None, **fields):
    """Whether a text, cited by `source` if there is one, is taken for a promise; its quote is the sentence."""
    mark = '<a linktype="citation" id="12">3</a>' if source else ""
    cited = [{"id": 12} | source] if source else []
    told = quotes("SUIC-02", f"You rest. {text}{mark}", **{"medicine": MEDICINE, "cited": cited} | fields)
    assert told in ([], [text])
    return bool(told)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("He committed suicide.", "committed suicide"),
        ("Nobody should commit suicide.", "commit suicide"),
        ("An unsuccessful suicide.", "unsuccessful suicide"),
        ("It was a failed suicide attempt.", "failed suicide attempt"),
        ("She was suicidal and made a successful attempt.", "successful attempt"),
        ("She completed suicide.", "completed suicide"),
        ("There is a suicide epidemic.", "suicide epidemic"),
        ("He was a Suicide Victim.", "Suicide Victim"),
        ("The number of suicides has skyrocketed.", "suicides has skyrocketed"),
    ],
)
def test_words_that_blame(text, words):
    assert quotes("SUIC-01", text, article_type="news") == [words]
    assert (suicide.LANGUAGE.level, suicide.LANGUAGE.waivable) == (Level.BLOCK, False)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("His successful attempt shook us.", ["successful attempt"]),
        ("She told us of an unsuccessful attempt.", ["unsuccessful attempt"]),
        ("After two failed attempts he called.", ["failed attempts"]),
        ("After two failed attempts with other medicines he called.", []),
        ("A successful attempt at sleep.", []),
        ("An unsuccessful attempt to rest.", []),
    ],
)
def test_an_attempt_is_no_success_in_a_paragraph_beside_one_about_suicide(text, words):
    assert quotes("SUIC-01", f"This is about suicide.</p><p>{text}") == words
    assert quotes("SUIC-01", text) == []


@pytest.mark.parametrize(
    "text",
    [
        "He died by suicide.",
        "She survived a suicide attempt.",
        "Staff completed suicide prevention training.",
        "We are committed to suicide prevention.",
        "Suicide and a successful attempt to quit smoking.",
        "Do not say \u201ccommitted suicide\u201d.",
        "A successful attempt.",
    ],
)
def test_words_that_do_not(text):
    assert quotes("SUIC-01", text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Examplamine reduces suicidal thoughts.",
        "BrandExample is particularly beneficial for those experiencing suicidal ideation.",
        "It can quickly relieve thoughts of suicide.",
        "This treatment is effective for people with suicidal thoughts.",
        "Suicidal thoughts were reduced within a day of treatment.",
        "People with suicidal thoughts benefit from examplamine.",
        "It is used to treat suicidal ideation.",
        "This treatment can help people with suicidal thoughts.",
        "Treatment lowers the risk of suicide and self-harm.",
        "Although it does not cure low mood, examplamine relieves suicidal thoughts.",
        "It has not been shown to cure low mood, but it reduces suicidal thoughts.",
        "Although it reduces suicidal thoughts it has not been shown to prevent suicide.",
    ],
)
def test_a_benefit_for_suicidal_thoughts_is_a_promise(text):
    assert promises(text)
    assert (suicide.BENEFIT.level, suicide.BENEFIT.waivable) == (Level.BLOCK, False)


@pytest.mark.parametrize(
    "text",
    [
        "This has not been shown to reduce suicidal thoughts.",
        "Effectiveness in preventing suicide, or in reducing suicidal ideation, has not been demonstrated.",
        "There is no evidence that it reduces suicidal thoughts.",
        "It does not prevent suicide.",
        "Nobody knows whether it reduces suicidal thoughts.",
        "It is not known whether examplamine prevents suicide.",
        "It is not approved to prevent suicide.",
    ],
)
def test_the_sentence_that_corrects_is_none(text):
    assert not promises(text)


@pytest.mark.parametrize(
    "text",
    [
        "If you have suicidal thoughts, treatment can help.",
        "It can help to talk to somebody if you have suicidal thoughts.",
        "If you have thoughts of suicide, call 988.",
        "Examplamine may increase suicidal thoughts.",
        "Examplamine may improve mood but can increase suicidal thoughts.",
        "Your clinician may reduce the dose if you have suicidal thoughts.",
        "Tell your clinic at once if your mood improves and you have suicidal thoughts.",
        "Asking about suicide can reduce the risk.",
        "A safety plan reduces the risk of suicide.",
        "Suicide prevention lines help people in a crisis.",
        "Crisis lines prevent suicide.",
        "Most people who have suicidal thoughts do not die by suicide.",
    ],
)
@pytest.mark.parametrize("kind", ["treatment", "wellbeing"])
def test_hope_help_and_warnings_are_none(text, kind):
    assert not promises(text, article_type=kind)


CLAIM = "Examplamine reduces suicidal thoughts."


@pytest.mark.parametrize(
    "source",
    [
        {"kind": "label"},
        {"kind": "guideline"},
        {"kind": "systematic_review"},
        {"kind": "article", "design": "rct"},
        {"kind": "article", "design": "systematic_review"},
    ],
)
def test_a_good_source_clears_it(source):
    assert not promises(CLAIM, source)


@pytest.mark.parametrize(
    "source",
    [
        {"kind": "web_page"},
        {"kind": "article", "design": "case_series"},
        {"kind": "article", "design": None},
        {"kind": "label", "retracted": True},
    ],
)
def test_another_source_does_not(source):
    assert promises(CLAIM, source)


def test_the_source_stands_with_the_sentence():
    html = f'{CLAIM} You rest.<a linktype="citation" id="12">3</a>'
    assert quotes("SUIC-02", html, cited=[{"id": 12, "kind": "label"}]) == [CLAIM]


def test_the_source_of_a_row_clears_it():
    finding = section("evidence", findings=listed({"claim": CLAIM, "source": 12}))
    told = [flag.rule.id for flag in flags(suicide, finding, cited=[{"id": 12, "kind": "article", "design": "rct"}])]
    assert told == ["SUIC-03"]
    assert "SUIC-02" in [flag.rule.id for flag in flags(suicide, finding, cited=[{"id": 12, "kind": "book"}])]


@pytest.mark.parametrize(
    "text", ["New treatments for low mood, suicidality and pain.", "It offers hope for those with suicidal thoughts."]
)
def test_suicidal_thoughts_among_what_is_treated_need_a_source(text):
    assert quotes("SUIC-06", text) == [text]
    assert quotes("SUIC-06", f'{text}<a linktype="citation" id="1"></a>', cited=[{"id": 1, "kind": "label"}]) == []


@pytest.mark.parametrize(
    "text",
    [
        "It speaks of suicidal thoughts.",
        "Some people self-harm.",
        "An overdose is an emergency.",
        "You may want to end your life.",
        "They want to kill themselves.",
        "He took his own life.",
    ],
)
def test_help_is_shown_where_it_may_be_needed(text):
    assert found(suicide, overview(text)) == [("SUIC-03", "b1", "body", text)]
    assert suicide.TRIGGER.level == Level.NOTE


def test_triggers_are_passages_each_once_in_order():
    html = "Suicide and self-harm.</p><p>You rest.</p><p>Overdoses."
    assert [passage.text for passage in suicide.triggers(Document(content(overview(html), title="On suicide")))] == [
        "On suicide",
        "Suicide and self-harm.",
        "Overdoses.",
    ]
    assert suicide.triggers(Document(content(overview("This is the end of self-help.")))) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("She died by suicide by hanging herself.", "hanging herself"),
        ("He tried suicide and jumped from it.", "jumped from"),
        ("A lethal dose is small.", "lethal dose"),
        ("It takes 40 tablets to kill somebody.", "40 tablets to kill"),
        ("He took an overdose of 20 pills.", "overdose of 20 pills"),
    ],
)
def test_details_that_can_harm(text, words):
    assert quotes("SUIC-04", text) == [words]
    assert suicide.DETAIL.level == Level.WARN


@pytest.mark.parametrize(
    "text", ["Hanging up the phone.", "Suicide: call Poison Control.", "You have 40 mg, and rest."]
)
def test_what_is_no_such_detail(text):
    assert quotes("SUIC-04", text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Suicide is caused by stress.",
        "It drove him to suicide.",
        "Suicide is a normal response.",
        "Because of debts he thought of suicide.",
    ],
)
def test_one_cause_is_too_few(text):
    assert len(quotes("SUIC-05", text)) == 1
    assert quotes("SUIC-05", "Many things come together before a suicide.") == []
