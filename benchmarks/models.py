"""A flat copy of what visitors may find, for Wagtail's search and for the ORM.

It spares both of them the conditions of consent, age and selection: every row is public, every column indexed.
"""

from django.db import models
from wagtail.search import index

from cms.territories.models import Municipality, Organisation
from mentoring.reference.models import Audience, Direction, Subject


class Choice(models.Model):
    """A value of a facet that the bank keeps as a list: a form of mentoring, a way to meet."""

    facet = models.CharField(max_length=20)
    code = models.CharField(max_length=20)


class Entry(index.Indexed, models.Model):
    """One public mentor, under the key of the mentor."""

    title = models.TextField()
    body = models.TextField()
    district = models.ForeignKey(Municipality, models.CASCADE, related_name="+")
    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="+")
    category = models.CharField(max_length=10, db_index=True)
    experience = models.CharField(max_length=10, db_index=True)
    has_place = models.BooleanField(db_index=True)
    confirmed = models.DateField()
    name = models.TextField()  # in the form in which names are put in order
    subjects = models.ManyToManyField(Subject, related_name="+")
    directions = models.ManyToManyField(Direction, related_name="+")
    audiences = models.ManyToManyField(Audience, related_name="+")
    forms = models.ManyToManyField(Choice, related_name="+")
    meetings = models.ManyToManyField(Choice, related_name="+")

    search_fields = [
        index.SearchField("title", boost=4),
        index.SearchField("body"),
        *(
            index.FilterField(name)
            for name in ("id", "district", "organisation", "category", "experience", "has_place", "confirmed", "name")
        ),
        *(index.FilterField(name) for name in ("subjects", "directions", "audiences", "forms", "meetings")),
    ]

    class Meta:
        ordering = ["-has_place", "-confirmed", "name", "pk"]
        indexes = [models.Index(fields=["-has_place", "-confirmed", "name"], name="benchmarks_entry_order")]
