"""New groups of the reference data for installations whose table is the editors' own already."""

from collections.abc import Iterable, Mapping, Sequence

from search.synonyms.phrases import phrases, plain

Group = Sequence[str]


def carried_over(
    rows: Mapping[int, str], before: Iterable[Group], after: Iterable[Group]
) -> tuple[dict[int, str], list[str]]:
    """The texts of the rows that change, by key, and the texts of new rows.

    A row that still stands as it was delivered takes the group that it became. A row that editors changed is theirs,
    one that they deleted does not come back, and no phrase comes into a second row.
    """
    old = {"\n".join(group): set(map(plain, group)) for group in before}
    untouched = {pk: old[text] for pk, text in rows.items() if text in old}
    taken = {plain(one) for pk, text in rows.items() if pk not in untouched for one in phrases(text)}
    changed: dict[int, str] = {}
    added: list[str] = []
    for group in after:
        heirs = [pk for pk, said in untouched.items() if said & set(map(plain, group)) and pk not in changed]
        free = [phrase for phrase in group if plain(phrase) not in taken]
        text = "\n".join(free)
        if heirs:
            if len(free) > 1 and text != rows[heirs[0]]:
                changed[heirs[0]] = text
        elif len(free) == len(group) and not any(said & set(map(plain, group)) for said in old.values()):
            added.append(text)
        taken.update(map(plain, free))
    return changed, added
