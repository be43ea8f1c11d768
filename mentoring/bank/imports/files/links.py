"""Addresses that stand under the cells of a sheet, where the cell itself shows a word."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from pathlib import PurePosixPath

from defusedxml.ElementTree import iterparse

Places = dict[tuple[int, int], str]

_SCHEMES = ("http://", "https://", "mailto:")


def addresses(content: bytes, part: str, relations: Mapping[tuple[int, int], str]) -> Places:
    """The addresses of cells whose links are relations of the sheet (a part of the ZIP)."""
    if not relations:
        return {}
    path = PurePosixPath(part.lstrip("/"))
    name = str(path.parent / "_rels" / f"{path.name}.rels")
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        if name not in archive.namelist():
            return {}
        with archive.open(name) as relations_file:
            targets = {element.get("Id"): element.get("Target", "") for _event, element in iterparse(relations_file)}
    found = {cell: targets.get(relation, "") for cell, relation in relations.items()}
    return {cell: address for cell, address in found.items() if address.lower().startswith(_SCHEMES)}
