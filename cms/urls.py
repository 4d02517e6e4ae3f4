from django.conf import settings
from django.urls import include, path, re_path
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.documents import urls as wagtaildocs_urls

from cms.health import health
from cms.uploads import upload
from home.a_to_z import a_to_z_page
from home.social_picture import site_picture
from search.views import search_page

urlpatterns = [
    path("health/", health, name="health"),
    path("a-to-z/", a_to_z_page, name="a-to-z"),
    re_path(r"^social/site-(?P<wanted>[0-9a-f]{64})\.jpg\Z", site_picture, name="site-picture"),
    path("search/", search_page, name="search"),
    path("admin/", include(wagtailadmin_urls)),
    path("documents/", include(wagtaildocs_urls)),
]
if settings.SERVE_MEDIA:
    urlpatterns += [re_path(rf"^{settings.MEDIA_URL.strip('/')}/(?P<path>.*)$", upload)]
urlpatterns += [
    path("", include("shop.urls")),
    # Articles are read from editions; what is no article, the reader's view hands on to Wagtail.
    path("", include("reader.urls")),
    path("", include(wagtail_urls)),
]

handler400 = "cms.refused_forms.bad_request"
handler404 = "reader.errors.page_not_found"
handler500 = "reader.errors.server_error"
