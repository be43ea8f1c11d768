"""The wheel: the four packages, with the folders that stand beside them put into `cms`.

Libraries are those of requirements.txt, each in its tested version or a later one of the same line: the wheel fits into
a project that has some of them already. `cms/places.py` finds the folders in a checkout and in an installation alike.
"""

import re
from pathlib import Path

from setuptools import setup

ROOT = Path(__file__).resolve().parent
PACKAGES = ("cms", "mentoring", "bestpractices", "search")
#: Folders beside the packages, and what they are inside the wheel.
BESIDE = {
    "templates": "cms.templates",
    "static": "cms.static",
    "docs/guide": "cms.docs.guide",
    "docs/screenshots": "cms.docs.screenshots",
}
CODE = (".py", ".pyc")


def modules() -> list[str]:
    """Every folder with code."""
    found = (path.parent for top in PACKAGES for path in (ROOT / top).rglob("*.py"))
    return sorted({".".join(path.relative_to(ROOT).parts) for path in found})


def files(folder: Path) -> list[str]:
    """Everything that is no code, by its place in the folder."""
    found = (path for path in folder.rglob("*") if path.is_file() and path.suffix not in CODE)
    return sorted(path.relative_to(folder).as_posix() for path in found)


def libraries() -> list[str]:
    """`Django==5.2.19` becomes `Django~=5.2.19`: that version, or a later one of 5.2."""
    lines = (line.partition("#")[0].strip() for line in (ROOT / "requirements.txt").read_text().splitlines())
    return [re.sub("==", "~=", line) for line in lines if line]


setup(
    packages=[*modules(), *BESIDE.values()],
    package_dir={inside: beside for beside, inside in BESIDE.items()},
    package_data={
        **{top: files(ROOT / top) for top in PACKAGES},
        **{inside: files(ROOT / beside) for beside, inside in BESIDE.items()},
    },
    include_package_data=False,
    install_requires=libraries(),
)
