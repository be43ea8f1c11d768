"""The largest and the worst files stay within 256 MiB, the site included (T14)."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from tests.mentoring.bank.imports.processes import run
from tests.mentoring.bank.imports.tables import HEADING, xlsx_bytes

LIMIT = 256 * 1024  # KiB
#: Not ``ru_maxrss``: a child process inherits that from the process that started it.
PEAK = """
from pathlib import Path
print(next(line.split()[1] for line in Path("/proc/self/status").read_text().splitlines() if "VmHWM" in line))
"""
READ = """
import sys, django
django.setup()
from mentoring.bank.imports.files.errors import FileRefused
from mentoring.bank.imports.sources import open_sheet
for name in sys.argv[1:]:
    try:
        with open(name, "rb") as file:
            print(len(open_sheet(file, name).rows))
    except FileRefused as refusal:
        print(refusal)
"""


needs_linux = pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="peak memory is read from /proc")


def million_rows_csv(path: Path) -> None:
    with path.open("w") as file:
        file.write(HEADING + "\n")
        file.writelines("С;И;Х\n" for _number in range(1_000_000))


def million_rows_xlsx(path: Path, cell: str = '<c t="inlineStr"><is><t>Иванова</t></is></c>') -> None:
    """A workbook whose sheet was written by hand: a library would take a minute."""
    frame = path.with_suffix(".frame")
    frame.write_bytes(xlsx_bytes(HEADING.split(";")))
    with zipfile.ZipFile(frame) as source, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for name in source.namelist():
            if name != "xl/worksheets/sheet1.xml":
                archive.writestr(name, source.read(name))
        head, tail = source.read("xl/worksheets/sheet1.xml").decode().split("</sheetData>")
        with archive.open("xl/worksheets/sheet1.xml", "w", force_zip64=True) as sheet:
            sheet.write(head.encode())
            for start in range(2, 1_000_002, 1_000):
                rows = (f'<row r="{number}">{cell}</row>' for number in range(start, start + 1_000))
                sheet.write("".join(rows).encode())
            sheet.write(f"</sheetData>{tail}".encode())


def many_strings_xlsx(path: Path) -> None:
    """Shared strings close to their limit: they are the one part that stands in memory whole."""
    frame = xlsx_bytes(HEADING.split(";"))
    path.with_suffix(".frame").write_bytes(frame)
    strings = "".join(f"<si><t>наставник {number}</t></si>" for number in range(220_000))
    xml = f'<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">{strings}</sst>'
    with zipfile.ZipFile(path.with_suffix(".frame")) as source, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as out:
        for name in source.namelist():
            out.writestr(name, xml if name == "xl/sharedStrings.xml" else source.read(name))


@needs_linux
@pytest.mark.slow
def test_a_million_rows_are_refused_within_the_limit(tmp_path: Path) -> None:
    files = [tmp_path / "million.csv", tmp_path / "million.xlsx"]
    million_rows_csv(files[0])
    million_rows_xlsx(files[1])

    *answers, peak = run(tmp_path / "none.sqlite3", "-c", READ + PEAK, *map(str, files)).splitlines()

    assert all("больше 100\u00a0000\u00a0строк" in answer for answer in answers)
    assert int(peak) < LIMIT


@needs_linux
@pytest.mark.slow
@pytest.mark.timeout(300)
def test_hidden_size_stays_within_the_limit(tmp_path: Path) -> None:
    files = [tmp_path / "empty-million.xlsx", tmp_path / "strings.xlsx"]
    million_rows_xlsx(files[0], cell="")
    many_strings_xlsx(files[1])

    *answers, peak = run(tmp_path / "none.sqlite3", "-c", READ + PEAK, *map(str, files)).splitlines()

    assert all("нет ни одной строки" in answer for answer in answers)
    assert int(peak) < LIMIT


@needs_linux
@pytest.mark.slow
@pytest.mark.timeout(900)
def test_an_import_of_all_rows_that_are_allowed_stays_within_the_limit(site_database: Path, tmp_path: Path) -> None:
    file = tmp_path / "bank.csv"
    letters = "абвгдежзиклмнопрстуф"
    names = [f"Умелец{a}{b}{c}{d}ко" for a in letters for b in letters for c in letters for d in letters[:3]][:9_999]
    lines = [f"СОШ № {n % 300};{name} Анна Олеговна;Биология;21-30;первая" for n, name in enumerate(names)]
    file.write_text("\n".join((f"Район;{HEADING}", *(f"Ключевской;{line}" for line in lines))))

    script = (
        "import sys, django; django.setup()\n"
        "from django.core.management import call_command\n"
        "call_command('import_mentor_bank', sys.argv[1], verbosity=0)\n"
    )
    *_report, peak = run(site_database, "-c", script + PEAK, str(file)).splitlines()

    assert int(peak) < LIMIT
