"""An article about a treatment that does not exist, as its author types it into the outline, section by section.

Nothing in it keeps it from being handed in but one slip: an effect that is called more common than its numbers are.
One sentence is longer than the rules advise.
"""

from playwright.sync_api import expect

from tests.journeys.editor import choose, cite, dialog_of, fill_in, open_chooser, row, section, write

TITLE = "Examplight sessions: an invented treatment"
RECORD = """TY  - JOUR
AU  - Example, Ada
AU  - Example, Ben
TI  - Examplight compared with a dim lamp: a made-up trial
JO  - Journal of Examples
PY  - 2025
VL  - 3
SP  - 11
EP  - 19
DO  - 10.5555/examplight.trial
ER  -
"""
TRIAL = "Examplight compared with a dim lamp"
GUIDELINE = "Depression in adults: a made-up guideline"


def say_what_it_is(page):
    page.get_by_role("textbox", name="Title").first.fill(TITLE)
    page.get_by_role("textbox", name="Summary").fill(
        "Examplight does not exist. This page shows how we write about a treatment and its risks."
    )
    page.get_by_label("Depression", exact=True).check()
    page.get_by_role("button", name="Add Author").click()
    page.get_by_role("button", name="Choose person").click()
    choose(dialog_of(page), "Demo author")


def write_key_points(page, picture):
    points = section(page, "Key points")
    fill_in(row(points, "Points", 0), {"Point": "Examplight is made up. This page shows how our articles look."})
    benefit = row(points, "Points", 1)
    fill_in(
        benefit,
        {
            "Point": "It may help: in one trial, 30 in 100 people felt better after 4 weeks. "
            "With a dim lamp it was 20 in 100."
        },
    )
    add_the_trial(open_chooser(benefit, "Source"), picture)
    risk = row(points, "Points", 2)
    fill_in(risk, {"Point": "A headache is very common. Call your clinic today if you see flashes of light."})
    choose(open_chooser(risk, "Source"), TRIAL)
    fill_in(row(points, "Points", 3), {"Point": "There are other choices, and no treatment is one of them."})


def add_the_trial(dialog, picture):
    """Add a source that nobody has entered yet, from the record that its journal offers."""
    dialog.get_by_role("tab", name="New source").click()
    dialog.get_by_label("Paste a DOI").fill(RECORD)
    dialog.get_by_role("button", name="Fill in").click()
    expect(dialog.get_by_text("Filled in from RIS")).to_be_visible()
    picture("add-a-source")
    dialog.get_by_label("Study design").select_option(label="Randomised controlled trial")
    dialog.get_by_role("button", name="Add this source").click()
    expect(dialog).to_be_hidden()


def write_what_it_is(page, picture):
    about = section(page, "Overview")
    write(about, "Body", "Examplight is a made-up lamp. In one trial, people sat in front of it every morning.")
    cite(about, "Body", TRIAL, picture)
    write(
        section(page, "Overview", 1),
        "Body",
        "You come in the morning. A nurse sets up the lamp, asks how you slept, what you ate, whether your head hurts "
        "and what you would like to do today.",
        "You sit in front of it for 30 minutes. You can stop at any time.",
    )


def write_what_research_shows(page):
    finding_row = row(section(page, "What the research shows"), "Findings", 0)
    fill_in(
        finding_row,
        {
            "Claim": "Examplight helped more people feel better than a dim lamp did.",
            "Kind of study": "Randomised controlled trial",
            "Who took part": "adults with depression",
            "How many took part": "400",
            "What they were given": "Examplight for 30 minutes, every morning",
            "Compared with": "Placebo",
            "What was measured": "Symptoms fell by half or more",
            "When": "4 weeks",
            "Kind of effect": "Risk ratio",
            "Effect": "1.5",
            "95% confidence interval: lower end": "1.06",
            "95% confidence interval: upper end": "2.12",
            "People with the outcome, treated": "60",
            "Out of how many treated": "200",
            "People with the outcome, compared": "40",
            "Out of how many compared": "200",
            "What came out": "It helps",
            "Certainty": "Moderate",
            "What we do not know": "Nobody knows whether it helps for longer than 4 weeks.",
            "Limitations": "People could tell which lamp they had.",
            "Who paid for the study": "Demo Foundation (made up)",
        },
    )
    choose(open_chooser(finding_row, "Source"), TRIAL)


def write_side_effects(page):
    effects = section(page, "Side effects")
    write(effects, "Intro", "These numbers are made up, like the lamp.")
    fill_in(effects, {"Counted in": "400 adults"})
    choose(open_chooser(effects, "Source of the numbers"), TRIAL)
    fill_in(
        row(effects, "Side effects", 0),
        {
            "In plain words": "headache",
            "Seriousness": "Not serious",
            "What to do": "Wait: it passes",
            "How often": "Very common",
            "People who had it": "30",
            "Out of how many people": "200",
            "People who had it with placebo": "20",
            "Out of how many people with placebo": "200",
            "When it starts": "During treatment",
        },
    )
    fill_in(
        row(effects, "Side effects", 1),
        {
            "In plain words": "seeing flashes of light",
            "Seriousness": "Serious",
            "What to do": "Call your clinic today",
            "How often": "Common",
            "People who had it": "1",
            "Out of how many people": "200",
            "People who had it with placebo": "0",
            "Out of how many people with placebo": "200",
            "When it starts": "Within hours",
        },
    )


def write_who_should_not(page):
    who = section(page, "Who should not have it")
    condition = row(who, "Conditions", 0)
    fill_in(
        condition,
        {
            "Condition": "An illness of the eyes that bright light makes worse",
            "How strict": "Must not use",
            "Reason": "The lamp is very bright.",
            "Action": "Tell your clinician, who will offer something else.",
        },
    )
    choose(open_chooser(condition, "Source"), GUIDELINE)
    fill_in(
        who,
        {
            "Pregnancy": "It is not known what it does while you are pregnant. Nobody has studied it.",
            "Breastfeeding": "It is not known what it does while you breastfeed. Nobody has studied it.",
            "Age": "For adults from 18. Nobody younger took part in the trial.",
            "Driving and machines": "Do not drive for an hour after a session.",
        },
    )


def write_interactions(page):
    others = section(page, "Other medicines, alcohol and food")
    medicine = row(others, "What not to combine with it", 0)
    fill_in(
        medicine,
        {
            "With what": "Medicines that make the eyes sensitive to light",
            "What kind of thing": "Class of medicines",
            "How bad": "Major",
            "What can happen": "The light may hurt your eyes.",
            "What to do": "Do not have a session while you take them. Ask your clinician first.",
        },
    )
    choose(open_chooser(medicine, "Source"), GUIDELINE)
    fill_in(others, {"No interaction with alcohol is known": True})


def write_care_cards(page):
    emergency = section(page, "Care card")
    fill_in(emergency, {"Heading": "Call 911 now if:", "Show the help lines": True})
    fill_in_sign(emergency, 0, "you suddenly cannot see")
    urgent = section(page, "Care card", 1)
    fill_in(urgent, {"Heading": "Call your clinic today if:"})
    fill_in_sign(urgent, 0, "you see flashes of light")
    fill_in_sign(urgent, 1, "your eyes hurt")


def fill_in_sign(card, number, words):
    row(card, "When", number).get_by_role("textbox").fill(words)


def write_other_choices(page):
    choices = section(page, "Other choices")
    fill_in(
        row(choices, "Choices", 0),
        {
            "Name": "Talking therapy",
            "Kind of choice": "Talking therapy",
            "What it is": "You meet a therapist every week and learn new ways to cope.",
            "What it may do": "It may go on helping after it ends.",
            "Downsides": "It takes time, and you may have to wait for a place.",
        },
    )
    fill_in(
        row(choices, "Choices", 1),
        {
            "Name": "No treatment",
            "Kind of choice": "No treatment",
            "What it is": "You wait and see, and stay in touch with your clinician.",
            "What it may do": "You have no side effects and no visits.",
            "Downsides": "You may stay unwell for longer.",
        },
    )
    fill_in(choices, {"Without treatment": "Depression can get better by itself, but it can also last or get worse."})


def write_questions_and_conclusion(page):
    questions = section(page, "Questions to ask")
    for number, question in enumerate(
        ("How might this help someone like me?", "What else could I try?", "What happens if I stop?")
    ):
        row(questions, "Questions", number).get_by_role("textbox").fill(question)
    conclusion = section(page, "Conclusion")
    write(conclusion, "Body", "Examplight may help some people for a few weeks. It can also give you a headache.")
    fill_in(conclusion, {"What to do next": "Talk to your clinician"})
