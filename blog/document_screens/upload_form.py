"""The form to which a document is uploaded."""

from django import forms

from blog.importers import READABLE, ImportRefused, SiteLibrary, read_file
from blog.importers.limits import LARGEST_FILE

_MEGABYTES = LARGEST_FILE // 1024**2
TOO_LARGE = f"The file is too large: at most {_MEGABYTES} MB can be read. Leave out pictures, or make them smaller."


class DocumentForm(forms.Form):
    """Valid if the document can be read; `imported` then holds what was read of it."""

    document = forms.FileField(
        label="Document",
        help_text=f"Word (.docx), HTML, Markdown or plain text, up to {_MEGABYTES} MB. It begins with its title.",
        widget=forms.FileInput(attrs={"accept": ",".join(READABLE)}),
        max_length=255,
        error_messages={"required": "Choose a document.", "empty": "The file is empty."},
    )

    def __init__(self, *args, too_large=False, **kwargs):
        super().__init__(*args, **kwargs)
        self.too_large = too_large
        self.imported = self.data_read = None
        if too_large:
            self.fields["document"].error_messages["required"] = TOO_LARGE

    def clean_document(self):
        document = self.cleaned_data["document"]
        if document.size > LARGEST_FILE:
            raise forms.ValidationError(TOO_LARGE)
        self.data_read = document.read()
        try:
            self.imported = read_file(document.name, self.data_read, SiteLibrary())
        except ImportRefused as refusal:
            raise forms.ValidationError(str(refusal)) from refusal
        return document
