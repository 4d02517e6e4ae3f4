"""Words that tell a theory from a fact."""

import pytest

from blog.clinical_rules.hedging import hedged


@pytest.mark.parametrize(
    "text",
    [
        *("It may help.", "It is thought to act there.", "One theory is that it acts.", "It seems to act."),
        *("It is not fully understood.", "We are not sure how it acts.", "It is still being studied."),
        *("This is debated.", "Scientists disagree.", "That is a guess."),
    ],
)
def test_what_says_that_it_is_not_certain(text):
    assert hedged(text)


@pytest.mark.parametrize(
    "text",
    [
        *("It acts on the brain.", "It can lead to sadness.", "It is known to act.", "It is clear how it acts."),
        *("Think of it as a key.", "The thought of a needle is hard.", "There is no doubt that it acts."),
    ],
)
def test_what_tells_a_fact(text):
    assert not hedged(text)
