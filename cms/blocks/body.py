"""The blocks of every editorial page."""

from __future__ import annotations

from wagtail import blocks

from cms.blocks.cards import DocumentsBlock, PeopleBlock
from cms.blocks.figures import NumbersBlock, TableBlock
from cms.blocks.mentors import MentorsBlock
from cms.blocks.orders import StepsBlock, TimelineBlock
from cms.blocks.pictures import PictureBlock
from cms.blocks.requisites import RequisitesBlock
from cms.blocks.video import VideoBlock
from cms.blocks.words import AccordionBlock, QuoteBlock, TextBlock


class BodyBlocks(blocks.StreamBlock):
    """The body of an editorial page; templates print it with ``{% body page.body %}`` of library ``duet``."""

    text = TextBlock()
    quote = QuoteBlock()
    picture = PictureBlock()
    table = TableBlock()
    documents = DocumentsBlock()
    people = PeopleBlock()
    numbers = NumbersBlock()
    timeline = TimelineBlock()
    steps = StepsBlock()
    accordion = AccordionBlock()
    video = VideoBlock()
    mentors = MentorsBlock()
    requisites = RequisitesBlock()
