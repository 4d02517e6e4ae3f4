"""Sentences about suicidal thoughts that inform, warn, correct or give hope, and promise nothing of a treatment."""

import pytest

from blog.clinical_rules import suicide
from blog.tests.rules.contents import flags, said, section_saying

NO_PROMISES = [
    *said(
        "body",
        "treatment",
        """
        This has not been shown to reduce suicidal thoughts.
        Call 988 if suicidal thoughts get worse.
        The label warns of suicidal thoughts in young people.
        Treatment should not be stopped because suicidal thoughts can follow.
        Suicidal thoughts may get worse in the first weeks.
        Tell your clinic if thoughts of suicide come back or get stronger.
        If your suicidal thoughts do not ease within a day, call 988.
        If suicidal thoughts do not stop after an infusion, go to an emergency room.
        Do not have treatment in the hope that it ends suicidal thoughts.
        You will be asked about suicidal thoughts before every infusion.
        Staff will ask about suicidal thoughts, and your blood pressure is lowered first if it is high.
        People with suicidal thoughts were not in the study.
        People at risk of suicide should not be treated at home.
        The study left out people with suicidal thoughts, so it cannot tell whether it works for them.
        It is not a quick fix for suicidal thoughts.
        A fall in suicidal thoughts has not been shown.
        There was no fall in suicidal thoughts.
        No drop in suicidal ideation was seen.
        Relief from suicidal ideation has not been demonstrated.
        Suicidal thoughts were as common with examplamine as with placebo.
        Suicidal thoughts did not fall more than with placebo.
        Suicidal thoughts fell just as much with placebo.
        Suicidal thoughts dropped in both groups alike.
        Suicidal thoughts can come back when the medicine wears off.
        Suicidal thoughts usually pass when the medicine is stopped.
        If the medicine makes you suicidal, stop it and call us.
        Examplamine may make suicidal thoughts stronger, not weaker.
        In young people it may raise the risk of suicidal thoughts.
        Fewer than 1 in 100 people had suicidal thoughts.
        Fewer people had suicidal thoughts than in the years before.
        It is unclear whether people have fewer suicidal thoughts.
        We do not know if it makes people less suicidal.
        It does not make anybody less suicidal.
        Nothing prevents suicide for certain.
        No treatment prevents every suicide.
        Nothing else is known about its effect on suicidal thoughts.
        A safety plan can help you get through suicidal thoughts.
        Support from friends can ease suicidal thoughts.
        Locking up medicines lowers the risk of suicide.
        Putting time between a person and a gun prevents suicide.
        Asking about suicide does not put the idea into anyone's head.
        If you have suicidal thoughts you can get help at any hour.
        Suicidal thoughts can be treated.
        People recover from suicidal thoughts.
        You can feel better, even if you have suicidal thoughts today.
        The trial counted suicidal thoughts, sleep and pain.
        The scale asks about suicidal thoughts in the past week.
        Examplamine was compared with placebo in people with suicidal thoughts.
        Your clinician will review your treatment if you have suicidal thoughts.
        Take the medicine as prescribed, and call us if you have thoughts of suicide.
        A clinician may lower your dose when suicidal thoughts appear.
        Antidepressants can take weeks to work, and suicidal thoughts need help today.
        Its effect on suicidal thoughts is not known.
        Do not stop treatment on your own: suicidal thoughts may return.
        Suicidal thoughts are an emergency. Do not wait for the medicine to end them.
        Examplamine can cause suicidal thoughts. Stopping the medicine may end them.
        Some people have suicidal thoughts. It is not known whether examplamine reduces them.
        Some people have suicidal thoughts. Talking to somebody can ease them.
        People with suicidal thoughts need help at once. Treatment helps many of them.
        You may be told that it ends suicidal thoughts. That has not been shown.
        Is it a treatment for suicidal thoughts?
        What happens if suicidal thoughts go away and come back?
        A barrier on the bridge prevents suicides.
        There were fewer suicidal thoughts with placebo.
        They were told to stop saying that the spray prevents suicide.
        Being with other people lowers the risk of suicide.
        It helps to write down what eases suicidal thoughts.
        You may feel less certain, restless or suicidal at first.
        In the first weeks people may feel less tired and more suicidal.
        Less is known about suicidal thoughts.
        Fewer studies looked at suicidal thoughts.
        Only one in a hundred people had suicidal thoughts.
        The infusion is stopped, and you are asked about suicidal thoughts.
        Treatment was stopped because of suicidal thoughts.
        People with suicidal thoughts often drop out of treatment.
        People with suicidal thoughts responded in the same way as others.
        People who are suicidal need a clinic that answers at night.
        We take suicidal thoughts seriously and keep you in the clinic.
        Keep suicidal thoughts in a diary, and bring it to each visit.
        If suicidal thoughts make it hard to stay away from pills, call 988.
        Make sure that people with suicidal thoughts are not left alone.
        A medicine that is stopped suddenly can bring suicidal thoughts.
        Alcohol lowers your guard and makes suicidal thoughts worse.
        Take suicidal thoughts seriously and put pills away.
        The effect on suicidal thoughts was not clear.
        There was no clear effect on suicidal thoughts.
        It had no power over suicidal thoughts.
        Studies of its effects on suicidal thoughts are small.
        The best treatment for suicidal thoughts depends on the person.
        Ask what the best treatment for you is if you have suicidal thoughts.
        Before treatment suicidal thoughts were common in the group.
        After the infusion some people had suicidal thoughts.
        Suicidal thoughts in the days after treatment should be told at once.
        Suicidal thoughts after treatment: call 988.
        When suicidal thoughts were gone, people left the hospital.
        Suicidal thoughts were cut from the list of outcomes.
        Suicidal thoughts got worse in two people.
        Suicidal thoughts were no less common with examplamine.
        Suicidal thoughts were not less common after treatment.
        Suicidal thoughts were less common with placebo.
        Depression raises the risk of suicide, and treatment improves sleep and energy.
        People with thoughts of suicide may find that treatment makes them tired.
        The medicine can lower your blood pressure and, in some people, cause suicidal thoughts.
        It may cause suicidal thoughts, so the dose is kept low.
        Do not take more of it to stop suicidal thoughts.
        You cannot count on it to end suicidal thoughts.
        Some clinics say that it ends suicidal thoughts. This has not been shown.
        Not everyone is free from suicidal thoughts after treatment.
        Whether fewer people die by suicide is not known.
        Staff help you to make a plan for suicidal thoughts before treatment ends.
        Bring somebody with you if suicidal thoughts make travel hard.
        Treatment ends if suicidal thoughts get stronger.
        Suicidal thoughts end lives; do not wait.
        Suicidal thoughts are treated as an emergency.
        The trial compared relief from suicidal thoughts with both medicines.
        Suicidal thoughts can lift for a day and return.
        You can feel suicidal even when your mood gets better with treatment.
        Suicidal thoughts can start when mood lifts after treatment.
        This medicine works in hours; suicidal thoughts need help in minutes.
        The label says that it has not been shown to prevent suicide, and no other spray has been either.
        We cannot promise you relief from suicidal thoughts.
        The trial was not designed to show whether suicidal thoughts became fewer.
        If suicidal thoughts return between visits, call 988 or go to an emergency room.
        Suicidal thoughts can grow stronger in the first weeks of treatment, so your team asks about them often.
        People who had suicidal thoughts in the past month were left out of the trials.
        Your clinician may stop treatment if you start to have thoughts of suicide.
        Suicidal thoughts fell in both groups, and the difference may be chance.
        No one should stop lithium suddenly, because thoughts of suicide can come back.
        Researchers measured suicidal thoughts before and after each infusion.
        Removing pills and guns from the home lowers the risk of suicide.
        It treats low mood, but whether it has any effect on suicidal thoughts is still open.
        Claims that it ends suicidal thoughts overnight are not backed by good studies.
        Suicidal thoughts were measured with a scale of 20 questions.
        Doctors hesitate to give it to people with suicidal thoughts.
        It was studied in people with suicidal thoughts, and the results are not in yet.
        Do you have suicidal thoughts, or have you had them before?
        You stay in the clinic until suicidal thoughts have been asked about.
        The infusion can bring back bad memories and thoughts of suicide.
        Suicidal thoughts that begin during treatment should be told to your clinician the same day.
        The trial was stopped early, before anything could be said about suicidal thoughts.
        We treat people with suicidal thoughts only together with a hospital.
        Neither group had fewer suicidal thoughts.
        Improvement in suicidal thoughts was seen with placebo as well.
        There is little reason to think that it ends suicidal thoughts.
        People whose suicidal thoughts had stopped before the trial were not counted.
    """,
    ),
    *said(
        "body",
        "news",
        """
        Suicides fell by a third after the law changed.
        The number of suicides dropped last year.
        A barrier on the bridge prevents suicides.
        The clinic opened a line for people with thoughts of suicide.
        The agency warns that the drug can cause suicidal thoughts.
        The trial ended early because suicidal thoughts rose.
        The company has not shown that its drug prevents suicide.
        The trial will test whether the drug reduces suicidal thoughts.
        A new law lowers the number of tablets in a pack to prevent suicides.
        Smaller packs of pills cut suicides.
        Suicides by medicines fell when packs became smaller.
        Suicides in the state fell by 5 in 100 last year.
        The FDA added a warning about suicidal thoughts to the drug's label.
        A court found that the maker hid suicidal thoughts among users of the drug.
        Sales of the drug fell after reports of suicidal thoughts.
    """,
    ),
    *said(
        "body",
        "wellbeing",
        """
        Suicidal thoughts pass, and you can get through them.
        Being with other people lowers the risk of suicide.
        A walk can take your mind off suicidal thoughts for a while.
        Calling a friend can stop suicidal thoughts from growing.
        It helps to write down what eases suicidal thoughts.
        Drinking less lowers the risk of suicide.
        Having someone to call keeps many people from suicide.
        Write down what helps. It can ease suicidal thoughts.
        Therapy gives you a place to speak about suicidal thoughts.
        Spend time outside, take your medicine and tell somebody about suicidal thoughts.
        Cutting down on alcohol lowers the risk of suicide.
        Hope protects against suicide.
        Spending time with people you trust can make suicidal thoughts easier to bear.
        Suicidal thoughts often ease, and most people who have them never act on them.
        When suicidal thoughts come, move to a room where other people are.
        You deserve help before suicidal thoughts take over.
        Feeling that you matter to others can hold suicidal thoughts at bay.
    """,
    ),
    *said(
        "body",
        "condition",
        """
        Depression raises the risk of suicide, and treatment is there.
        Most people with suicidal thoughts do not die by suicide.
        People with bipolar disorder have a higher risk of suicide than others.
        Treatment of depression is more than easing sadness; ask about suicidal thoughts.
        If lithium is stopped suddenly, the risk of suicide may rise.
        Get help early: suicidal thoughts can be a sign of depression.
        Some people with depression think of suicide. Treatment helps most of them to feel better.
        With treatment most people recover, and suicidal thoughts pass.
        Suicidal thoughts can be eased with support and treatment.
        Some medicines for depression carry a warning about suicidal thoughts.
        Treatment for depression should start early, and suicidal thoughts should be asked about at each visit.
        About 1 in 20 adults have suicidal thoughts in a year; fewer than that plan suicide.
        Suicidal thoughts are a sign to get help, and help works.
        People with psychosis have a higher risk of suicide soon after they leave hospital.
        Good care after a hospital stay lowers the risk of suicide.
        Ask about suicidal thoughts in a calm voice; it does not make them worse.
    """,
    ),
    *said(
        "heading",
        "treatment",
        """
        If you have suicidal thoughts
        Does it prevent suicide?
        Suicidal thoughts
        Suicide prevention
        When suicidal thoughts stop you from sleeping
        Stopping treatment because of suicidal thoughts
        What if suicidal thoughts come back?
        Suicidal thoughts and when to call
    """,
    ),
    *said(
        "point",
        "treatment",
        """
        you have new or stronger suicidal thoughts
        thoughts of suicide that do not stop
        your mood lifts but suicidal thoughts stay
        fewer visits because of suicidal thoughts
        stop the medicine and call us if you have suicidal thoughts
        less sleep, more worry or suicidal thoughts
        you have suicidal thoughts that do not go away
        have had thoughts of suicide in the last year
    """,
    ),
    *said(
        "cell",
        "treatment",
        """
        Suicidal thoughts: no difference
        Suicidal thoughts rose
        Suicidal thoughts: not measured
    """,
    ),
    *said(
        "answer",
        "treatment",
        """
        No, it has not been shown to prevent suicide.
        Nobody knows. Studies of suicidal thoughts were small and short.
        No. It has not been tested as a way to prevent suicide.
    """,
    ),
    *said(
        "effect",
        "treatment",
        """
        suicidal thoughts
        suicidal thoughts that start or get worse after the dose was lowered
        thoughts of self-harm; they stop when the dose is cut
        suicidal thoughts, which often pass when the medicine is stopped
    """,
    ),
]


@pytest.mark.parametrize(("where", "article_type", "text"), NO_PROMISES)
def test_it_is_no_promise(where, article_type, text):
    medicine = {"generic_name": "examplamine"} if article_type == "treatment" else {}
    found = flags(suicide, section_saying(where, text), article_type=article_type, medicine=medicine)
    assert [flag for flag in found if flag.rule is suicide.BENEFIT] == []
