"""Text that a spreadsheet would run as a formula: made harmless on the way out, itself again on the way in."""

import re

# An apostrophe in front is what spreadsheets themselves write for «this is text». Apostrophes that stand there already
# are counted in, so that restoring undoes guarding for every text.
_LIVE = re.compile(r"'*\s*[=+\-@\t\r\n＝＋－＠]")
_GUARDED = re.compile(r"'+\s*[=+\-@\t\r\n＝＋－＠]")


def guard(text: str) -> str:
    """Return the text as a spreadsheet cell that is never a formula."""
    return f"'{text}" if _LIVE.match(text) else text


def restore(cell: str) -> str:
    """Return the text that ``guard`` made this cell from."""
    return cell[1:] if _GUARDED.match(cell) else cell
