"""The way from a name to the person's page."""

from django import template

from reader.people import person_address

register = template.Library()


@register.filter
def page_of_person(person):
    """The address of the page of a person as an edition names them; empty where it names them without an id."""
    person_id = person.get("id")
    return person_address(person_id, person["name"]) if person_id else ""
