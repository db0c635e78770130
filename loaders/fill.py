"""What a reader fills in before saving takes the place of what the files said."""

from loaders.normalise import normalise

BY_HAND = "filled in by hand"


def filled_in(row: dict, values: dict) -> dict:
    """A row of the articles frame with the reader's values (`title`, `outlet`, `published`, `url`), normalised anew.

    A row in which nothing was changed stays as it is, with its id.
    """
    values = {name: (value or "").strip() for name, value in values.items()}
    changed = {name: value for name, value in values.items() if value != (row.get(name) or "")}
    if not changed:
        return row
    rule = BY_HAND if changed.get("published") else row["published_from"]
    return normalise(row | changed | {"published_from": rule}, row["source_file"], row["collection"])
