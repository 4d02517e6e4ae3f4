from django.contrib.auth.models import Group

from blog.tests.factories import UserFactory


def member_of(group):
    user = UserFactory()
    user.groups.add(Group.objects.get(name=group))
    return user
