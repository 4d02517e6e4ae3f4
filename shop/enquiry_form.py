"""The form with which a visitor asks for what is in the cart."""

import uuid

from django import forms
from django.conf import settings

from shop.enums import ContactBy
from shop.models import Enquiry
from shop.models.enquiries import LONGEST_MESSAGE

ADULT = "I am 18 or older."
CONSENT = (
    "I agree that the clinic keeps what I have written here for at most {days} days, to answer me. It is deleted "
    "after that, and before if I ask for it."
)
CHANGED = (
    "Nothing was sent yet: what is in your cart, or what it costs, has changed since you opened this page. Look at it "
    "below, and send the form again if you still want it."
)


class Message(forms.CharField):
    """Text of several lines; a line break counts as one character, as browsers count it."""

    def to_python(self, value):
        return super().to_python(value).replace("\r\n", "\n")


class EnquiryForm(forms.ModelForm):
    """Asks who it is and how to reach them, and nothing about their health.

    `seen` is the fingerprint of the cart that stood above the form; `website` is a trap, which people do not see.
    """

    contact_by = forms.ChoiceField(
        label="How shall we reach you?", choices=ContactBy.choices, initial=ContactBy.EMAIL, widget=forms.RadioSelect
    )
    message = Message(
        label="What should we know to reach you?",
        max_length=LONGEST_MESSAGE,
        required=False,
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text=f"Such as when you can talk. Do not include medical details. Up to {LONGEST_MESSAGE:,} characters.",
    )
    adult = forms.BooleanField(label=ADULT, error_messages={"required": "We can only help people who are 18 or older."})
    consent = forms.BooleanField(
        error_messages={"required": "Without this we may not keep your request, and so cannot answer it."}
    )
    website = forms.CharField(
        label="Leave this empty", required=False, widget=forms.TextInput(attrs={"autocomplete": "off", "tabindex": -1})
    )
    token = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)
    seen = forms.CharField(widget=forms.HiddenInput, required=False)

    class Meta:
        model = Enquiry
        fields = ["name", "email", "phone", "contact_by", "state", "message"]
        labels = {"name": "Your name", "email": "E-mail address", "phone": "Phone number", "state": "State"}
        help_texts = {"state": "Where you live. Clinicians may only work where they are licensed."}
        widgets = {
            "name": forms.TextInput(attrs={"autocomplete": "name"}),
            "email": forms.EmailInput(attrs={"autocomplete": "email"}),
            "phone": forms.TextInput(attrs={"autocomplete": "tel", "inputmode": "tel", "type": "tel"}),
            "state": forms.TextInput(attrs={"autocomplete": "address-level1"}),
        }
        error_messages = {
            "name": {"required": "Write the name that we may call you by."},
            "email": {
                "required": "Write your e-mail address, so that we can answer.",
                "invalid": "Write your e-mail address in full, such as name@example.org.",
            },
        }

    def __init__(self, *args, cart, **kwargs):
        super().__init__(*args, **kwargs)
        self.cart = cart
        self.initial["seen"] = cart.fingerprint
        self.fields["consent"].label = CONSENT.format(days=settings.ENQUIRY_RETENTION_DAYS)
        self.label_suffix = ""
        # The browser's own messages come one at a time, and in its own language.
        self.use_required_attribute = False

    @property
    def asked(self):
        """The fields that people see."""
        return [field for field in self.visible_fields() if field.name != "website"]

    def clean_website(self):
        if self.cleaned_data["website"]:
            # Shown now, in case it was a browser that filled it in for a person.
            del self.fields["website"].widget.attrs["tabindex"]
            raise forms.ValidationError(
                "Something has filled in a field that people leave empty. Empty it and send again."
            )
        return ""

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("contact_by") == ContactBy.PHONE and not cleaned.get("phone") and "phone" not in self.errors:
            self.add_error("phone", "Write the number that we may call.")
        if cleaned.get("seen") != self.cart.fingerprint:
            self.add_error(None, CHANGED)
        return cleaned

    @property
    def agreed_to(self):
        """The sentences that were ticked."""
        return f"{ADULT}\n{self.fields['consent'].label}"

    def shown_again(self):
        """The form as it was filled in, beside the cart as it is by now, and under a token if it came without one."""
        self.data = self.data.copy()
        self.data["seen"] = self.cart.fingerprint
        if "token" in self.errors:
            del self.errors["token"]
            self.add_error(None, "The page was not complete. Send the form once more.")
            self.data["token"] = str(uuid.uuid4())
        return self
