"""Whether the ledger is what was written: the chain, the rows it stands for, the triggers and the projection."""

import json
from dataclasses import dataclass

from editions import record, sealing, triggers
from editions.canonical import canonical_moment, digest
from editions.models import Edition, Publication, PublicState, Seal
from editions.projection import project, publications_of, states


@dataclass(frozen=True)
class Fault:
    """One thing that is wrong: which row, in which way."""

    row: str
    problem: str

    def __str__(self):
        return f"{self.row}: {self.problem}"


def faults():
    """Yield a `Fault` for each thing that is wrong, the chain first and in its order. Nothing when all is well.

    A tail that was cut off the chain together with its rows leaves no trace in the database; compare the head's
    position and digest with a copy kept elsewhere.
    """
    yield from _chain_faults()
    yield from _unsealed_rows()
    for name in triggers.missing():
        yield Fault(f"trigger {name}", "is missing, so evidence can be altered")
    yield from _projection_faults()
    yield from _picture_faults()


def head():
    """Position and digest of the last seal, or (0, genesis)."""
    last = Seal.objects.order_by("-position").first()
    return (last.position, last.digest) if last else (0, sealing.GENESIS)


def rebuild_projection():
    """Project every page anew and return how many there were."""
    pages = list(Publication.objects.order_by("page_id").values_list("page_id", flat=True).distinct())
    PublicState.objects.exclude(page_id__in=pages).delete()
    for page_id in pages:
        project(page_id)
    return len(pages)


def _chain_faults():
    expected, previous_digest = 1, sealing.GENESIS
    for seal in Seal.objects.order_by("position").iterator(chunk_size=500):
        name = f"seal {seal.position}"
        if seal.position != expected:
            yield Fault(f"seal {expected}", f"is missing; the next one is {seal.position}")
        elif seal.previous_digest != previous_digest:
            yield Fault(name, "does not follow from the seal before it")
        if sealing.link(seal.position, seal.previous_digest, seal.payload) != seal.digest:
            yield Fault(name, "its digest is not that of its payload")
        elif not sealing.signed(seal.digest, seal.key_id, seal.mac):
            yield Fault(name, f"its MAC is not one of the key “{seal.key_id}”")
        problem = _row_problem(seal)
        if problem:
            yield Fault(f"{name} ({seal.sealed} {seal.row_id})", problem)
        expected, previous_digest = seal.position + 1, seal.digest


def _row_problem(seal):
    if seal.sealed == Seal.Sealed.EDITION:
        edition = Edition.objects.filter(pk=seal.row_id).first()
        if edition is None:
            return "the edition is missing"
        for field in ("content", "html", "metadata"):
            if digest(getattr(edition, field)) != getattr(edition, f"{field}_digest"):
                return f"the {field} of the edition is not what was sealed"
        if set(edition.pictures.values_list("name", flat=True)) != set(record.names_in(edition.html)):
            return "the pictures listed for the edition are not those that it shows"
        payload = sealing.edition_payload(edition, edition.topics.values_list("page_id", flat=True))
    else:
        publication = Publication.objects.filter(pk=seal.row_id).first()
        if publication is None:
            return "the publication is missing"
        payload = sealing.publication_payload(publication)
    return _difference(seal.payload, payload)


def _difference(sealed, found):
    if sealed == found:
        return ""
    try:
        before, now = json.loads(sealed), json.loads(found)
        # A column added since the seal was made is not part of what was sealed.
        changed = sorted(key for key in before if before[key] != now.get(key))
    except (ValueError, AttributeError):
        return "its payload cannot be read"
    return f"changed since it was sealed: {', '.join(changed)}" if changed else ""


def _unsealed_rows():
    for model, sealed in [(Edition, Seal.Sealed.EDITION), (Publication, Seal.Sealed.PUBLICATION)]:
        with_seal = Seal.objects.filter(sealed=sealed).values("row_id")
        for pk in model.objects.exclude(pk__in=with_seal).order_by("pk").values_list("pk", flat=True):
            yield Fault(f"{sealed} {pk}", "bears no seal, so it did not come through the ledger's writer")


def _projection_faults():
    pages = Publication.objects.order_by("page_id").values_list("page_id", flat=True).distinct()
    for page_id in pages:
        publications = publications_of(page_id)
        wanted = [_comparable(row) for row in states(publications)]
        found = PublicState.objects.filter(page_id=page_id).select_related("edition", "publication")
        stored = list(found.defer("edition__content", "edition__html", "edition__metadata").order_by("starts_at"))
        if [_comparable(row) for row in stored] != wanted:
            yield Fault(f"public state of page {page_id}", "does not follow from the ledger; --rebuild writes it anew")
        for row in stored:
            text = sealing.state_text(row, row.edition, row.publication, publications[-1].pk)
            if not sealing.signed(text, row.key_id, row.mac):
                yield Fault(f"public state {row.pk} of page {page_id}", "does not bear its MAC")
    for page_id in (
        PublicState.objects.exclude(page_id__in=pages).order_by("page_id").values_list("page_id", flat=True).distinct()
    ):
        yield Fault(f"public state of page {page_id}", "has no publication behind it; --rebuild removes it")


def _picture_faults():
    seen = set()
    editions = Edition.objects.filter(html__contains=record.ADDRESS).order_by("pk")
    for page_id, number, html in editions.values_list("page_id", "number", "html").iterator(chunk_size=100):
        for name in record.names_in(html):
            if name not in seen and (problem := record.problem(name)):
                yield Fault(f"picture {name} of edition {number} of page {page_id}", problem)
            seen.add(name)


def _comparable(row):
    return (
        row.state,
        row.edition_id,
        row.publication_id,
        canonical_moment(row.starts_at),
        canonical_moment(row.ends_at),
    )
