"""Sentences that promise something for suicidal thoughts, in every shape and place that one may write them in."""

import pytest

from blog.clinical_rules import suicide
from blog.tests.rules.contents import flags, said, section_saying

PROMISES = [
    *said(
        "body",
        "treatment",
        """
        Nothing else prevents suicide like it.
        Suicidal ideation drops sharply in the hours after an infusion.
        A single infusion was enough to stop her thoughts of suicide.
        We have seen examplamine bring people out of a suicidal crisis.
        Examplamine lowered suicidal ideation more than midazolam.
        Suicidal thoughts resolved in 6 of 10 people.
        The treatment may prevent you from taking your own life.
        Most patients leave without suicidal thoughts.
        The spray is used in emergencies because it relieves suicidal thoughts at once.
        Your suicidal thoughts will lift.
        It does more for suicidal thoughts than any other medicine.
        Suicidal thoughts quickly fade after the first dose.
        There is nothing like examplamine for suicidal thoughts.
        No other treatment keeps people from suicide so well.
        A fall in suicidal thoughts was seen within hours.
        Relief from suicidal ideation comes within a day.
        An end to suicidal thoughts is possible with examplamine.
        People find freedom from suicidal thoughts.
        There was a sharp drop in suicidal ideation.
        The number of suicide attempts fell by half.
        Suicidal thoughts were gone by the next morning.
        Suicidal thoughts are less frequent after treatment.
        Suicidal thoughts became weaker in most people.
        Their suicidal thoughts had lessened by the second visit.
        Suicidal ideation responds quickly to examplamine.
        Suicidal thoughts will be reduced.
        Suicidal thoughts have been shown to improve with examplamine.
        Suicidality scores went down after one infusion.
        For suicidal thoughts, it works within hours.
        For people with suicidal thoughts, examplamine is a lifesaver.
        Examplamine saves lives that suicide would have taken.
        It is the fastest treatment for suicidal thoughts.
        Examplamine is a breakthrough for suicidal patients.
        The spray turns off suicidal thoughts.
        It puts an end to thoughts of suicide.
        It brings relief to people with suicidal thoughts.
        It offers rapid relief from suicidal thoughts.
        It provides protection against suicide.
        It keeps suicidal thoughts away for weeks.
        It keeps people from suicide.
        It stops people from killing themselves.
        It makes you less suicidal.
        People feel less suicidal within hours.
        After the infusion nobody was suicidal.
        After three visits I was no longer suicidal.
        Only one in ten still had suicidal thoughts the next day.
        Suicide risk is cut in half.
        The risk of suicide is lower in people who take examplamine.
        It has an anti-suicidal effect.
        It is known for its anti-suicidal properties.
        Examplamine tames suicidal urges.
        Examplamine blunts the urge to self-harm.
        Self-harm stops when people take examplamine.
        It works wonders for suicidal thoughts.
        It has a strong effect on suicidal thoughts.
        It has been a great help to people with suicidal thoughts.
        Why does it work so fast against suicidal thoughts?
        How does it end suicidal thoughts so quickly?
        In people who want to die, it restores the will to live.
        It will dampen suicidal thoughts.
        Suicidal thoughts? Examplamine can end them.
        Many people have suicidal thoughts. It ends them.
        Suicidal thoughts are frightening. Examplamine makes these thoughts go away.
        Treatment with examplamine led to fewer suicides.
        Examplamine is recommended for suicidal thoughts because it works.
        Doctors give it to bring down suicidal thoughts fast.
        Suicidal people feel better within hours.
        It has been proven to cut suicide attempts.
        Most patients' suicidal ideation had resolved at day two.
        Ideas of suicide are swept away by the infusion.
        Treatment turns suicidal despair into hope.
        Fewer people on examplamine died by suicide.
        After one dose 8 in 10 people reported no suicidal thoughts.
        People stop thinking about suicide after the infusion.
        Suicidal thoughts do not come back after three infusions.
        The antisuicidal effect starts in an hour.
        It helps people to stop thinking of suicide.
        Examplamine is the answer to suicidal thoughts.
        The risk of suicide drops after treatment.
        Suicidality was significantly lower after examplamine than before.
        Response was best in people with suicidal thoughts.
        Examplamine works especially well in suicidal people.
        Thanks to examplamine, she no longer thinks of suicide.
        Within hours of an infusion, suicidal urges loosen their hold.
        Hospitals choose examplamine because it brings suicidal crises to a quick end.
        Even long-standing suicidal thinking responds to examplamine.
        What sets it apart is its power over thoughts of suicide.
        With examplamine the wish to die simply melts away.
        Suicide becomes far less likely once treatment begins.
        Three out of four people were free from suicidal thoughts the next day.
        It has saved many people from suicide.
        Those who were suicidal before the infusion were not suicidal after it.
        A marked drop in suicidal ideation follows the first dose.
        Many people come to us with suicidal thoughts. Examplamine takes them away.
        Suicidal people feel better within hours of treatment.
        Suicidal thinking was a thing of the past after six infusions.
        Examplamine buys time by holding off suicide.
        It can pull people back from suicide.
        No medicine acts faster on suicidal thoughts.
        The medicine reliably reduces thoughts of death and suicide.
        Within four hours, suicidal ideation scores were halved.
        You will no longer want to die.
        Relatives noticed that suicidal talk stopped after the first infusion.
        For many, suicidal thoughts are gone before they leave the clinic.
        Its main strength is preventing suicide.
    """,
    ),
    *said(
        "body",
        "news",
        """
        The drug ends suicidal thoughts within hours.
        A single dose of psilocybin reduces suicidal thoughts.
        Suicidal thoughts vanished after one infusion.
        The implant stops suicidal thoughts, researchers report.
        Ketamine is a game changer for suicidal patients.
        The pill lowered the risk of suicide by half.
        Esketamine spray eases suicidal thoughts within a day.
        Suicidal ideation fell by half in people given the pill.
        A shot of the drug takes away the wish to die.
        A new nasal spray wipes out suicidal thoughts, its maker says.
        Doctors have found a drug that stops people from wanting to die.
        Magic mushrooms could put an end to suicidal thoughts.
        The agency approved a tablet that lowers the risk of suicide.
        Suicide attempts fell by two thirds in veterans who took the drug.
    """,
    ),
    *said(
        "body",
        "wellbeing",
        """
        This app reduces suicidal thoughts.
        Vitamin D prevents suicide.
        Cannabis can quiet suicidal thoughts.
        These tablets take away thoughts of suicide.
        Electric stimulation of the brain relieves suicidal thoughts.
        CBD oil calms suicidal thoughts.
        Our retreat frees people from suicidal thoughts.
        Suicidal thoughts? Our method ends them in a week.
        This supplement keeps suicidal thoughts at bay.
        Our program is proven to lower suicide risk.
        Saffron tablets ease suicidal thoughts.
    """,
    ),
    *said(
        "body",
        "condition",
        """
        Antidepressants prevent suicide.
        Lithium lowers the risk of suicide.
        Clozapine cuts the number of suicide attempts.
        Suicidal thoughts improve quickly with ketamine.
        Treatment takes suicidal thoughts away.
        Medicines can end suicidal thoughts.
        Electroconvulsive therapy quickly relieves suicidal thoughts.
        Suicidal thoughts go away after a few sessions of therapy.
        Lithium protects people with bipolar disorder from suicide.
        Brain stimulation quickly calms suicidal urges.
        Suicidal thoughts are treatable: an infusion clears them within a day.
        Most people lose their suicidal thoughts once they take lithium.
        Early treatment prevents suicide.
    """,
    ),
    *said(
        "heading",
        "treatment",
        """
        Fewer suicidal thoughts in a day
        Ending suicidal thoughts
        Relief from suicidal ideation
        How it relieves suicidal thoughts
        Rapid relief from suicidal thoughts
        How examplamine stops suicidal thinking
        Suicidal thoughts gone in a day
    """,
    ),
    *said(
        "point",
        "treatment",
        """
        fewer suicidal thoughts
        quick relief of suicidal thoughts
        less risk of suicide
        less suicidal ideation after one visit
    """,
    ),
    *said(
        "cell",
        "treatment",
        """
        Suicidal thoughts fall within a day
        Stops suicidal thoughts
        Suicidal thoughts: gone within 24 hours
        lowers suicide risk
    """,
    ),
    *said(
        "answer",
        "treatment",
        """
        Yes, it ends suicidal thoughts in most people.
        Suicidal thoughts are usually gone the next day.
        Yes. Most people find that their suicidal thoughts are much weaker the next morning.
    """,
    ),
    *said(
        "effect",
        "treatment",
        """
        relief from suicidal thoughts
    """,
    ),
]


@pytest.mark.parametrize(("where", "article_type", "text"), PROMISES)
def test_it_is_a_promise(where, article_type, text):
    medicine = {"generic_name": "examplamine"} if article_type == "treatment" else {}
    found = flags(suicide, section_saying(where, text), article_type=article_type, medicine=medicine)
    assert [flag for flag in found if flag.rule is suicide.BENEFIT]
