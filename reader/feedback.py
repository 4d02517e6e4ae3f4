"""What readers say of an article: yes or no, and one sentence if they like. Nothing is kept of who says it."""

import unicodedata
from datetime import UTC, timedelta

from django import forms
from django.core.validators import MaxLengthValidator
from django.db import IntegrityError, transaction

from editions.local_time import local
from editions.visitors import visitor
from reader.models import LONGEST_SENTENCE, Feedback, FeedbackSender

MOST = 20
AN_HOUR = timedelta(hours=1)
ENOUGH = (
    f"Your answer was not kept: {MOST} came from your connection within this hour, and more are not taken. Send this "
    "again in an hour."
)
NO_ANSWER = "Choose yes or no."
TOO_LONG = "Your sentence has %(show_value)s characters. Shorten it to %(limit_value)s or fewer."
NO_SUCH_EDITION = (
    "Your answer was not kept: this page was not complete. Send it once more; it then counts for the edition of the "
    "article that readers get now."
)
TRAPPED = "Something has filled in a field that people leave empty. Empty it and send again."

# Marks that turn the direction of a text: in a list they would turn what stands behind it.
TURNING = {*map(chr, range(0x202A, 0x202F)), *map(chr, range(0x2066, 0x206A)), "\u200e", "\u200f", "\u061c"}


class Sentence(forms.CharField):
    """A line of text: line breaks become spaces, and characters that nobody sees or means go."""

    def to_python(self, value):
        return one_line(super().to_python(value))


class FeedbackForm(forms.Form):
    """`website` is a trap, which people do not see. The page that it stands on is the same for everybody, so it has no
    token.
    """

    helpful = forms.ChoiceField(
        choices=[("yes", "Yes"), ("no", "No")],
        error_messages={"required": NO_ANSWER, "invalid_choice": NO_ANSWER},
    )
    # No limit in the field itself: a browser would cut off what is pasted without a word.
    sentence = Sentence(required=False, validators=[MaxLengthValidator(LONGEST_SENTENCE, TOO_LONG)])
    website = forms.CharField(required=False)

    @property
    def typed(self):
        """The sentence as far as it can be shown again."""
        return one_line(self.data.get("sentence", ""))

    def clean_website(self):
        if self.cleaned_data["website"]:
            raise forms.ValidationError(TRAPPED)
        return ""


def one_line(text):
    """`text` without line breaks, control characters and marks that turn its direction."""
    words = "".join(" " if letter.isspace() else letter for letter in text if letter not in TURNING)
    shown = "".join(letter for letter in words if unicodedata.category(letter) not in ("Cc", "Cs"))
    return " ".join(shown.split())


def keep(form, edition, request):
    """Keep the answer of the valid `form` about `edition`; one that was sent before within the hour is kept once.

    Returns False, and keeps nothing, if as many as one may give came from this visitor's network within the hour. Sees
    nobody where the request has no network address, and then keeps every answer.
    """
    answer = Feedback(
        edition=edition,
        is_helpful=form.cleaned_data["helpful"] == "yes",
        sentence=form.cleaned_data["sentence"],
        day=local(request.moment).date(),
    )
    hour = _hour(request.moment)
    who = visitor(request, "reader.feedback")
    forget_senders(request.moment)
    if not who:
        answer.save()
        return True
    what = visitor(request, "reader.feedback", about=f"{edition.pk} {answer.is_helpful} {answer.sentence}")
    if FeedbackSender.objects.filter(what=what).exists():
        return True
    if FeedbackSender.objects.filter(who=who, hour=hour).count() >= MOST:
        return False
    try:
        with transaction.atomic():
            FeedbackSender.objects.create(what=what, who=who, hour=hour)
            answer.save()
    except IntegrityError:
        # Pressed twice, and the other request was quicker.
        if not FeedbackSender.objects.filter(what=what).exists():
            raise
    return True


def forget_senders(moment):
    """Let go of those of hours that are over; of the last one too late, so that pressing twice at its end is seen."""
    FeedbackSender.objects.filter(hour__lt=_hour(moment) - AN_HOUR).delete()


def seconds_to_the_next_hour(moment):
    return int((_hour(moment) + AN_HOUR - moment).total_seconds()) + 1


def _hour(moment):
    return moment.astimezone(UTC).replace(minute=0, second=0, microsecond=0)
