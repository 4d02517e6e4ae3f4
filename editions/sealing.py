"""Keys, MACs and the exact bytes that a seal stands for."""

import hashlib
import hmac

from django.conf import settings

from editions.canonical import canonical_json, canonical_moment, digest

GENESIS = "0" * 64


def sign(text):
    """The current key's id and its HMAC-SHA-256 of `text`, as hexadecimal digits."""
    return settings.EDITION_KEY_ID, _mac(settings.EDITION_KEY, text)


def signed(text, key_id, mac):
    """Whether `mac` is the HMAC of `text` under the key `key_id`, the current one or an old one."""
    keys = settings.EDITION_OLD_KEYS | {settings.EDITION_KEY_ID: settings.EDITION_KEY}
    return key_id in keys and hmac.compare_digest(_mac(keys[key_id], text), mac)


def _mac(key, text):
    return hmac.new(key.encode(), text.encode(), hashlib.sha256).hexdigest()


def link(position, previous_digest, payload):
    """The digest of one seal: over its place, the seal before it and what it stands for."""
    return digest(f"{position}\n{previous_digest}\n{payload}")


def edition_payload(edition, topics):
    """What the seal of `edition` stands for; `topics` are the page ids of its topics."""
    return canonical_json(
        {
            "format": 1,
            "edition": edition.pk,
            "page": edition.page_id,
            "number": edition.number,
            "kind": edition.kind,
            "content": edition.content_digest,
            "html": edition.html_digest,
            "metadata": edition.metadata_digest,
            "topics": sorted(topics),
            "frozen_at": canonical_moment(edition.frozen_at),
            "lapses_at": canonical_moment(edition.lapses_at),
            "reason": edition.reason,
            "made_at": canonical_moment(edition.made_at),
            "made_by": edition.made_by,
            "made_by_name": edition.made_by_name,
        }
    )


def publication_payload(publication):
    """What the seal of `publication` stands for."""
    return canonical_json(
        {
            "format": 1,
            "publication": publication.pk,
            "page": publication.page_id,
            "state": publication.state,
            "edition": publication.edition_id,
            "effective_at": canonical_moment(publication.effective_at),
            "expires_at": canonical_moment(publication.expires_at),
            "then": publication.then,
            "cancels": publication.cancels_id,
            "refers_to": publication.refers_to_id,
            "release": publication.release_id and str(publication.release_id),
            "reason": publication.reason,
            "read_instead": publication.read_instead,
            "made_at": canonical_moment(publication.made_at),
            "made_by": publication.made_by,
            "made_by_name": publication.made_by_name,
        }
    )


def state_text(state, edition, publication, newest_publication):
    """What the MAC of a `PublicState` covers: the row, its edition's digests, and what a notice says.

    And the page's newest publication, by id: a row from before it bears no valid MAC any more.
    """
    return canonical_json(
        {
            "format": 1,
            "page": state.page_id,
            "newest_publication": newest_publication,
            "state": state.state,
            "starts_at": canonical_moment(state.starts_at),
            "ends_at": canonical_moment(state.ends_at),
            "edition": edition
            and [
                edition.pk,
                edition.page_id,
                edition.number,
                edition.kind,
                edition.content_digest,
                edition.html_digest,
                edition.metadata_digest,
            ],
            "publication": [publication.pk, publication.reason, publication.read_instead],
        }
    )
