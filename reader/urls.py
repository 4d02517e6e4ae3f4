from django.urls import path, re_path

from reader.feedback_views import ask, thank
from reader.feeds import feed
from reader.people import everybody, person
from reader.record import CONTENT_TYPES, record
from reader.sitemap import robots, sitemap
from reader.social import social_picture
from reader.views import serve, serve_edition

urlpatterns = [
    re_path(rf"^record/(?P<digest>[0-9a-f]{{64}})\.(?P<extension>{'|'.join(CONTENT_TYPES)})\Z", record, name="record"),
    re_path(
        r"^social/(?P<kind>edition|page)-(?P<pk>[1-9][0-9]{0,8})-(?P<wanted>[0-9a-f]{64})\.png\Z",
        social_picture,
        name="social-picture",
    ),
    path("robots.txt", robots, name="robots"),
    path("sitemap.xml", sitemap, name="sitemap"),
    path("sitemap-<int:number>.xml", sitemap, name="sitemap-part"),
    path("people/", everybody, name="people"),
    # No id of a database is longer.
    re_path(r"^people/(?P<person_id>[1-9][0-9]{0,18})/(?:(?P<slug>[^/]+)/)?\Z", person, name="person"),
    re_path(r"^(?P<path>(?:[\w\-]+/)*)feed\.(?P<form>atom|json)\Z", feed, name="feed"),
    re_path(r"^(?P<path>(?:[\w\-]+/)+)editions/(?P<number>[1-9][0-9]{0,8})/\Z", serve_edition, name="edition"),
    re_path(r"^(?P<path>(?:[\w\-]+/)+)feedback/\Z", ask, name="feedback"),
    re_path(r"^(?P<path>(?:[\w\-]+/)+)feedback/thanks/\Z", thank, name="feedback-thanks"),
    # As Wagtail's own pattern, so that a missing slash at the end is added by the same middleware; Wagtail's
    # password pages live below _util.
    re_path(r"^(?!_util/)(?P<path>(?:[\w\-]+/)*)\Z", serve, name="read"),
]
