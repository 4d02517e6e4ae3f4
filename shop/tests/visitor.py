"""What a test's visitor writes into the form of an enquiry."""

PERSON = {
    "name": "Pat Example",
    "email": "pat@example.org",
    "phone": "+1 800 555 0100",
    "contact_by": "phone",
    "state": "Vermont",
    "message": "After six, please.",
    "adult": "on",
    "consent": "on",
    "website": "",
}
