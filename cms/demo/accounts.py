"""The demo's accounts: one of each kind of person who works with articles. They are called what they are."""

from datetime import timedelta

from django.conf import settings
from django.contrib.auth.models import Group
from django.utils import timezone

from people import roles
from people.models import Credential, Person, User

ACCOUNTS = [
    # key, role, post-nominals, profession, may review
    ("author", roles.AUTHORS, "MSc", "clinical psychologist"),
    ("reviewer", roles.REVIEWERS, "MD", "psychiatrist"),
    ("admin", roles.ADMINS, "", "publisher"),
]


def create(password):
    """The accounts with their profiles, and a credential for each clinician; a dict by key."""
    roles.bring_up_to_date()
    return {key: _account(key, role, letters, work, password) for key, role, letters, work in ACCOUNTS}


def _account(key, role, letters, work, password):
    # No address: nobody reads a demo's mail.
    user = User.objects.create_user(f"demo-{key}", "", password, first_name="Demo", last_name=key)
    user.groups.add(Group.objects.get(name=role))
    person = Person.objects.create(
        user=user,
        name=f"Demo {key}",
        slug=f"demo-{key}",
        post_nominals=letters,
        profession=work,
        affiliation="Demo clinic, Springfield",
    )
    if role == roles.REVIEWERS:
        today = timezone.localdate()
        Credential.objects.create(
            person=person,
            profession=work,
            registration_number="DEMO-0001",
            valid_from=today - timedelta(days=365),
            valid_until=today + timedelta(days=730),
        )
    return user


def introduction(password):
    """Who can sign in, for the person who has just filled the database."""
    names = [f"  demo-{key:10} {role}" for key, role, *_ in ACCOUNTS]
    return "\n".join(["Accounts, all with the password " + password + ":", *names])


def reminder():
    """Who can sign in, when the content was there already and the password may have been changed."""
    there = set(User.objects.filter(username__startswith="demo-").values_list("username", flat=True))
    names = [f"  demo-{key:10} {role}" for key, role, *_ in ACCOUNTS if f"demo-{key}" in there]
    if not names:
        return "The database has content, so nothing was added. It has no demo accounts."
    password = f", made with the password {settings.DEMO_PASSWORD}" if settings.DEMO_PASSWORD else ""
    return "\n".join([f"The database has content, so nothing was added. Demo accounts{password}:", *names])
