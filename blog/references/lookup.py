"""Looking a reference up at Crossref or PubMed by its DOI or PubMed number.

Off unless REFERENCE_LOOKUP is set; whatever fails there only means typing by hand.
"""

import time
from http.client import HTTPException, HTTPSConnection
from urllib.parse import quote

from django.conf import settings

from blog.references.records import parse

TIMEOUT = 4
"""Seconds for one look-up."""
TOGETHER = 12
"""Seconds for all look-ups of one paste."""
LARGEST_ANSWER = 1_000_000

_SOURCES = {
    "doi": ("Crossref", "api.crossref.org", "/works/{}/transform/application/vnd.citationstyles.csl+json"),
    "pmid": ("PubMed", "api.ncbi.nlm.nih.gov", "/lit/ctxp/v1/pubmed/?format=csl&id={}"),
}


def look_up(references):
    """Fill in those of the ParsedReferences that hold an identifier and no title, where that is switched on."""
    if not settings.REFERENCE_LOOKUP:
        return
    until = time.monotonic() + TOGETHER
    for reference in references:
        name = next((name for name in _SOURCES if reference.fields.get(name)), None)
        if name and not reference.fields.get("title"):
            _complete(reference, name, until)


def _complete(reference, name, until):
    source, host, path = _SOURCES[name]
    answer = _answer(host, path.format(quote(reference.fields[name], safe="")), until)
    found = parse(answer).references if answer else []
    if not found:
        reference.missed.append(f"{source} could not tell more about it just now. Type the rest by hand.")
        return
    reference.fields = found[0].fields | reference.fields
    reference.missed += found[0].missed
    reference.read_as = source


def _answer(host, path, until):
    """The text that `host` answers; blank when it does not in time, says no, or says too much."""
    # Each connection goes to one of the hosts above, over https, and follows no redirect.
    until = min(until, time.monotonic() + TIMEOUT)
    if (seconds := until - time.monotonic()) <= 0:
        return ""
    connection = HTTPSConnection(host, timeout=seconds)
    try:
        connection.request("GET", path, headers={"Accept": "application/json", "User-Agent": "clinical-cms"})
        response = connection.getresponse()
        if response.status != 200:
            return ""
        text = b""
        while part := response.read1(65_536):
            text += part
            if len(text) > LARGEST_ANSWER or time.monotonic() > until:
                return ""
        return text.decode("utf-8", "replace")
    except (OSError, HTTPException):
        return ""
    finally:
        connection.close()
