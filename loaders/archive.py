"""Files in a .zip, one after another, and which files of a folder or a .zip are none of the person's.

Nothing is written to disk, so no name in an archive can lead anywhere; bytes are counted while they are unpacked, whatever
the archive says of itself.
"""

import stat
import zipfile
import zlib
from pathlib import PurePosixPath
from typing import BinaryIO

FILE_BYTES = 100 * 2**20  # of one file, in an archive or not
_ALL_BYTES = 500 * 2**20
_RATIO, _SLACK = 100, 2**20  # unpacked to packed; small files may be packed more tightly
_FILES = 5000
_CHUNK = 2**18
_UNREADABLE = (zipfile.BadZipFile, NotImplementedError, RuntimeError, OSError, EOFError, ValueError, zlib.error)
_SYSTEM = {"thumbs.db", "desktop.ini", "__macosx", "ehthumbs.db"}


class Archive:
    """A .zip opened for reading: `names` of its files, and `read(number)` of one of them. Raises ValueError where it is refused."""

    def __init__(self, file: BinaryIO):
        try:
            self._zip = zipfile.ZipFile(file)
        except _UNREADABLE:
            raise ValueError("It is no whole .zip file. Pack it anew, or unpack it and add the folder.") from None
        self._entries = [entry for entry in self._zip.infolist() if not entry.is_dir()]
        if _overlap(self._entries):
            raise ValueError("Its files lie upon each other, as only in a .zip made to fill the machine; it is not unpacked.")
        if len(self._entries) > _FILES:
            raise ValueError(
                f"It holds {len(self._entries):,} files; accepted are up to {_FILES:,} in one .zip. Unpack it and add the folder."
            )
        self.names = [_name(entry) for entry in self._entries]
        self._left = _ALL_BYTES

    def read(self, number: int) -> bytes | str:
        """The bytes of the file at `number` in `names`, or why it is not read, as a sentence."""
        entry = self._entries[number]
        if stat.S_ISLNK(entry.external_attr >> 16):
            return "It is a link to another file; accepted are files themselves."
        if entry.flag_bits & 1:
            return "It is locked with a password. Unpack it and add the folder."
        if entry.filename.lower().endswith(".zip"):
            return "A .zip inside a .zip is not opened. Unpack it and add it by itself."
        most = min(FILE_BYTES, self._left, entry.compress_size * _RATIO + _SLACK)
        pieces, size = [], 0
        try:
            with self._zip.open(entry) as opened:
                while piece := opened.read(_CHUNK):
                    size += len(piece)
                    if size > most:
                        return _too_much(most, self._left)
                    pieces.append(piece)
        except _UNREADABLE as error:
            return f"It cannot be unpacked ({error}). Pack it anew, or unpack it and add the folder."
        self._left -= size
        return b"".join(pieces)


def _too_much(most, left):
    if most == FILE_BYTES:
        return f"It unpacks to more than {FILE_BYTES // 2**20} MB; split it into smaller files."
    if most == left:
        return f"The .zip unpacks to more than {_ALL_BYTES // 2**20} MB in all; split it into several."
    return f"It is packed more than {_RATIO} times, as in a .zip made to fill the machine; it is not unpacked."


def _overlap(entries):
    ends = 0
    for entry in sorted(entries, key=lambda e: e.header_offset):
        if entry.header_offset < ends:
            return True
        ends = entry.header_offset + 30 + entry.compress_size
    return False


def _name(entry):
    """The name as its maker saw it: Korean systems write CP949 where the archive does not say UTF-8. Steps upwards are left out."""
    name = entry.filename
    if not entry.flag_bits & 0x800:
        raw = name.encode("cp437", "replace")
        for encoding in ("utf-8", "cp949"):
            try:
                name = raw.decode(encoding)
                break
            except UnicodeDecodeError:
                continue
    return "/".join(part for part in name.replace("\\", "/").split("/") if part not in ("", ".", ".."))


def passed_over(names: list) -> dict:
    """Of the names of files: those that are not the person's articles, each with its kind, in words for a remark."""
    pages = {name.rpartition(".")[0] for name in names if name.lower().endswith((".html", ".htm", ".xhtml"))}
    kinds = {}
    for name in names:
        path = PurePosixPath(name)
        folders = [str(parent) for parent in path.parents]
        if any(part.startswith(".") or part.casefold() in _SYSTEM for part in path.parts):
            kinds[name] = "hidden files and files of the system"
        elif any(folder.endswith("_files") and folder.removesuffix("_files") in pages for folder in folders):
            kinds[name] = "parts of saved pages (folders that end in _files)"
    return kinds
