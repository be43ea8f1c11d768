"""A page as it travels: sections of plain blocks, with its source, licence and chain of hands, and nothing else.

The form does not depend on the tables of one site, so that it can later be sent between separate installations.
"""

from bestpractices.republication.documents.blocks import (
    Block,
    FactsBlock,
    FileBlock,
    PictureBlock,
    Section,
    TableBlock,
    TextBlock,
    VoicesBlock,
)
from bestpractices.republication.documents.document import Document, Hop, Source

__all__ = [
    "Block",
    "Document",
    "FactsBlock",
    "FileBlock",
    "Hop",
    "PictureBlock",
    "Section",
    "Source",
    "TableBlock",
    "TextBlock",
    "VoicesBlock",
]
