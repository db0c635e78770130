"""Parquet, with real lists and structs, and what the file says of itself in its metadata."""

from typing import BinaryIO

import pyarrow as pa
import pyarrow.parquet as pq

from reports.exports.columns import columns
from reports.exports.selection import Selection

_COUNT = [("min", pa.float64()), ("max", pa.float64())]
_NESTED = {
    "people": pa.list_(pa.struct([*_COUNT, ("approx", pa.bool_()), ("what", pa.string())])),
    "money": pa.list_(pa.struct([("currency", pa.string()), *_COUNT, ("per", pa.string()), ("what", pa.string())])),
    "places": pa.list_(pa.struct([(name, pa.string()) for name in ("place_id", "name", "kind", "role")])),
    "evidence": pa.list_(
        pa.struct([*((n, pa.string()) for n in ("field", "code", "part", "words", "note")), ("start", pa.int32()), ("end", pa.int32())])
    ),
}
_TYPES = {"string": pa.string(), "boolean": pa.bool_(), "integer": pa.int64(), "codes": pa.list_(pa.string())}
_GROUP = 10_000


def to_parquet(selection: Selection, out: BinaryIO) -> int:
    """A Parquet file, a row a report. Gives the number of reports."""
    fields = columns(selection.private)
    about = {name: str(value) for name, value in selection.about().items()}
    described = [pa.field(f.name, _NESTED.get(f.name) or _TYPES[f.type], metadata={"meaning": f.meaning}) for f in fields]
    schema = pa.schema(described, metadata=about)
    n, waiting = 0, []
    with pq.ParquetWriter(out, schema, compression="zstd") as writer:
        for row in selection.rows():
            waiting.append(row)
            n += 1
            if len(waiting) == _GROUP:
                writer.write_table(pa.Table.from_pylist(waiting, schema))
                waiting = []
        if waiting:
            writer.write_table(pa.Table.from_pylist(waiting, schema))
    return n
