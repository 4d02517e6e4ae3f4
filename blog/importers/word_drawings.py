"""Words of a Word file in what no article can hold: charts, diagrams, decorated words, documents built in."""

import re
from html import unescape
from io import BytesIO
from itertools import islice

from defusedxml.ElementTree import parse

from blog.documents.parts import Remark
from blog.documents.words import spaced
from blog.importers.word_safety import local_name

CHART = "A chart was left out. Put it in as a picture, and say in words what it shows."
DIAGRAM = "A diagram was left out. Put it in as a picture, or its words as a list."
DECORATED = "Decorated words (WordArt) were left out. Put them in if readers need them."
DESCRIBED = "What describes a drawing or an object was left out with it."
BUILT_IN = "A document that is built into this one was left out. Put its words in by hand."
_CHARTS = re.compile(r"word/charts/chart(?:ex)?\d*\.xml", re.IGNORECASE)
_DIAGRAMS = re.compile(r"word/diagrams/data\d*\.xml", re.IGNORECASE)
_WITH_DRAWINGS = re.compile(r"word/(?:document|footnotes|endnotes|header\d*|footer\d*)\.xml")
_RELATIONS = "word/_rels/document.xml.rels"
# What a chart's titles, names and numbers stand in.
_SAID = {"t", "v", "pt"}
_TEXTS = (".htm", ".html", ".xhtml", ".txt")
_UNSEEN = re.compile(r"<(?:style|script)\b", re.IGNORECASE)
_TAG = re.compile(r"<[^<>]*>")
_LONGEST, _MOST = 2_000, 200
# Bytes of a document that is built in.
_LARGEST = 200_000


def drawing_remarks(file, is_read):
    """Remarks on the words in drawings of `file`, a WordFile; `is_read(text)` says whether the article has them."""
    for message, pattern in ((CHART, _CHARTS), (DIAGRAM, _DIAGRAMS)):
        if names := sorted(name for name in file.names if pattern.fullmatch(name)):
            yield Remark(message, _cut(" / ".join(filter(None, (_said(file, name) for name in names)))))
    decorated, described = {}, {}
    for name in sorted(filter(_WITH_DRAWINGS.fullmatch, file.names)):
        for element in _root(file, name).iter():
            kind = local_name(element)
            if kind == "textpath":
                decorated[spaced(element.get("string", ""))] = None
            elif kind == "docPr":
                described |= dict.fromkeys(map(spaced, (element.get("descr", ""), element.get("title", ""))))
            elif kind in ("shape", "rect", "oval", "line", "group"):
                described[spaced(element.get("alt", ""))] = None
    for message, words in ((DECORATED, decorated), (DESCRIBED, described)):
        if missing := [text for text in islice(filter(None, words), _MOST) if not is_read(text)]:
            yield Remark(message, _cut(" / ".join(missing)))
    for target in _built_in(file):
        yield Remark(BUILT_IN, _words_of(file, target) or target[:_LONGEST])


def _said(file, name):
    found = (element.text for element in _root(file, name).iter() if local_name(element) in _SAID and element.text)
    return spaced(" ".join(found))


def _built_in(file):
    """The names of the parts that are documents of their own."""
    if _RELATIONS not in file.names:
        return
    for relation in islice(_root(file, _RELATIONS).iter(), _MOST):
        if relation.get("Type", "").rpartition("/")[2] == "aFChunk":
            yield "word/" + relation.get("Target", "").removeprefix("/word/")


def _words_of(file, name):
    if name not in file.names or not name.lower().endswith(_TEXTS):
        return ""
    text = file.read(name)[:_LARGEST].decode("utf-8", errors="replace")
    first, *others = _UNSEEN.split(text)
    seen = " ".join([first, *(other.partition("</")[2].partition(">")[2] for other in others)])
    return _cut(spaced(unescape(_TAG.sub(" ", seen))))


def _cut(text):
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST].rstrip()} …"


def _root(file, name):
    return parse(BytesIO(file.read(name)), forbid_dtd=True).getroot()
