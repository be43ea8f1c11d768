"""A small kind of content of the tests' own: teachers, their school and their subjects."""

from django.db import models

APP = "duet_search_sample"


class School(models.Model):
    name = models.CharField(max_length=100)
    district = models.CharField(max_length=20)
    phone = models.CharField(max_length=20, default="")

    class Meta:
        app_label = APP


class Subject(models.Model):
    name = models.CharField(max_length=100)

    class Meta:
        app_label = APP


class Teacher(models.Model):
    name = models.CharField(max_length=100)
    about = models.TextField(default="")
    school = models.ForeignKey(School, on_delete=models.CASCADE)
    subjects = models.ManyToManyField(Subject, db_constraint=False)
    places = models.IntegerField(default=0)

    class Meta:
        app_label = APP


class Consent(models.Model):
    """A teacher may be found only between the consent and the day it runs out."""

    teacher = models.ForeignKey(Teacher, on_delete=models.CASCADE, db_constraint=False)
    until = models.DateField(null=True)

    class Meta:
        app_label = APP


class SynonymGroup(models.Model):
    phrases = models.TextField()

    class Meta:
        app_label = APP


MODELS = (School, Subject, Teacher, Consent, SynonymGroup)
