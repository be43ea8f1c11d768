"""What the invented practices tell: twenty themes, each told by two schools in their own words."""

from demo.practices.themes.lessons import LESSONS
from demo.practices.themes.people import PEOPLE
from demo.practices.themes.work import WORK

THEMES = (*LESSONS, *PEOPLE, *WORK)
