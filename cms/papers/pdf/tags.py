"""The structure that a screen reader follows: which strokes are a heading, a cell, a list item (PDF 1.7, 14.8)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFObjectReference, PDFPage, PDFString
from reportlab.pdfgen.canvas import Canvas


@dataclass(eq=False)
class Tag:
    """One element of the structure (``P``, ``H1``, ``TR`` …) with what stands in it, in reading order."""

    role: str
    kids: list[Tag | tuple[int, int]] = field(default_factory=list)  # inner tags, or (sheet from 0, mark)
    alt: str = ""  # what a figure shows, in words

    def inside(self, role: str) -> Tag:
        """A new element at the end of this one."""
        tag = Tag(role)
        self.kids.append(tag)
        return tag


class TaggedCanvas(Canvas):
    """A canvas that remembers which marked strokes belong to which element; ``root`` is the whole document."""

    def __init__(self, *args: Any, root: Tag, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.root = root
        self._marks: defaultdict[int, list[Tag]] = defaultdict(list)

    @contextmanager
    def drawing(self, tag: Tag | None) -> Iterator[None]:
        """What is drawn meanwhile belongs to the element; to nothing (an ornament) where there is none."""
        if tag is None:
            self._code.append("/Artifact BMC")
        else:
            sheet = self.getPageNumber() - 1
            mark = len(self._marks[sheet])
            self._marks[sheet].append(tag)
            tag.kids.append((sheet, mark))
            self._code.append(f"/{tag.role} <</MCID {mark}>> BDC")
        yield
        self._code.append("EMC")

    def save(self) -> None:
        if len(self._code):
            self.showPage()
        self._write_structure()
        super().save()

    def _write_structure(self) -> None:
        document, pages = self._doc, self._doc.Pages.pages
        written: dict[int, PDFObjectReference] = {}
        tree = PDFDictionary({"Type": PDFName("StructTreeRoot"), "ParentTreeNextKey": len(pages)})
        here = document.Reference(tree, "DuetStructure")
        tree.dict["K"] = self._element(self.root, here, written)
        numbers: list[Any] = []
        for sheet, page in enumerate(pages):
            page.__Defaults__ = {**PDFPage.__Defaults__, "StructParents": sheet, "Tabs": PDFName("S")}
            owners = PDFArray([written[id(tag)] for tag in self._marks[sheet]])
            numbers += [sheet, document.Reference(owners, f"DuetMarks{sheet}")]
        tree.dict["ParentTree"] = PDFDictionary({"Nums": PDFArray(numbers)})
        document.Catalog.StructTreeRoot = here
        document.Catalog.MarkInfo = PDFDictionary({"Marked": "true"})

    def _element(self, tag: Tag, parent: Any, written: dict[int, PDFObjectReference]) -> PDFObjectReference:
        element = PDFDictionary({"Type": PDFName("StructElem"), "S": PDFName(tag.role), "P": parent})
        here = self._doc.Reference(element, f"DuetElement{len(written)}")
        written[id(tag)] = here
        if tag.alt:
            element.dict["Alt"] = PDFString(tag.alt)
        element.dict["K"] = PDFArray([self._kid(kid, here, written) for kid in tag.kids])
        return here

    def _kid(self, kid: Tag | tuple[int, int], parent: Any, written: dict[int, PDFObjectReference]) -> Any:
        if isinstance(kid, Tag):
            return self._element(kid, parent, written)
        sheet, mark = kid
        page = PDFObjectReference(f"Page{sheet + 1}")
        return PDFDictionary({"Type": PDFName("MCR"), "Pg": page, "MCID": mark})
