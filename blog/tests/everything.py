"""All that an import says anywhere, for tests that look for words in it."""

import json


def everything(imported):
    """The text of an Imported: in its sections, fields, sources, pictures, and in what it remarks."""
    return " ".join(
        [
            imported.title,
            json.dumps(imported.sections, ensure_ascii=False),
            json.dumps(imported.fields, ensure_ascii=False),
            *imported.chrome.values(),
            *(f"{json.dumps(row.fields, ensure_ascii=False)} {row.words}" for row in imported.references),
            *(f"{json.dumps(row.fields, ensure_ascii=False)} {row.words}" for row in imported.terms),
            *(f"{picture.alt} {picture.caption.text}" for picture in imported.pictures.values()),
            *(f"{remark.message} {remark.quote}" for remark in imported.remarks),
        ]
    )
