from django.urls import re_path

from reader.record import CONTENT_TYPES, record
from reader.views import serve, serve_edition

urlpatterns = [
    re_path(rf"^record/(?P<digest>[0-9a-f]{{64}})\.(?P<extension>{'|'.join(CONTENT_TYPES)})\Z", record, name="record"),
    re_path(r"^(?P<path>(?:[\w\-]+/)+)editions/(?P<number>[1-9][0-9]{0,8})/\Z", serve_edition, name="edition"),
    # As Wagtail's own pattern, so that a missing slash at the end is added by the same middleware; Wagtail's
    # password pages live below _util.
    re_path(r"^(?!_util/)(?P<path>(?:[\w\-]+/)*)\Z", serve, name="read"),
]
