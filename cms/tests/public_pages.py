"""Every page that a reader can come to on the demo site, by following its links."""

from collections import Counter, deque
from urllib.parse import urldefrag, urljoin, urlsplit

from lxml import html

# More than the demo site has, and few enough to notice a page that links to itself for ever.
MOST = 150
# Filters and pages of one list look alike.
VARIANTS = 4
# Not linked from anywhere, or only by a form.
UNLINKED = ["/search/?q=ketamine", "/search/?q=nothing-of-the-kind", "/no-such-page/"]


def public_pages(client):
    """Address → response of each HTML page, from the front page on, whatever its status."""
    waiting, seen, variants, found = deque(["/", *UNLINKED]), set(), Counter(), {}
    while waiting:
        address = waiting.popleft()
        path = urlsplit(address).path
        if address in seen or variants[path] == VARIANTS:
            continue
        seen.add(address)
        variants[path] += 1
        assert len(seen) <= MOST, f"the site has no end: {address}"
        response = client.get(address, follow=True)
        if not response.headers["Content-Type"].startswith("text/html"):
            continue
        found[address] = response
        waiting.extend(own_links(address, response))
    return found


def own_links(address, response):
    for link in tree(response).xpath("//a/@href"):
        target = urldefrag(urljoin(f"http://testserver{address}", link)).url
        parts = urlsplit(target)
        if parts.netloc == "testserver" and parts.scheme.startswith("http"):
            yield parts._replace(scheme="", netloc="").geturl()


def tree(response):
    return html.document_fromstring(response.content)
