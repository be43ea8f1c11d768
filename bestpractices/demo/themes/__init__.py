"""What the invented practices tell: twenty themes, each told by two schools in their own words."""

from bestpractices.demo.themes.lessons import LESSONS
from bestpractices.demo.themes.people import PEOPLE
from bestpractices.demo.themes.work import WORK

THEMES = (*LESSONS, *PEOPLE, *WORK)
