"""What can be found: each kind of content is registered once, at start-up, by the package that knows its models."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from django.db.models import Model

from search.faults import attempt, is_its_own
from search.interface.documents import Document
from search.interface.errors import UnknownKind
from search.interface.schema import Schema
from search.language.meanings import Meanings

#: Gives the documents of those objects among `ids` that may be found now, in bulk, in any order.
Loader = Callable[[Sequence[int]], Iterable[Document]]
#: Gives those among `ids` that may be found now.
Chooser = Callable[[Sequence[int]], Iterable[int]]
#: Gives groups of phrases that mean the same: [("изо", "изобразительное искусство"), …].
SynonymProvider = Callable[[], Iterable[Iterable[str]]]
#: Gives what the words of a kind mean.
MeaningProvider = Callable[[], Meanings]
ModelListener = Callable[[type[Model]], None]


@dataclass(frozen=True, slots=True)
class Watch:
    """A table whose changes alter documents, by whatever way the change comes (ORM, bulk, raw SQL).

    An inserted, updated or deleted row of `model` renews the objects that `lookup`, read from the kind's own model,
    leads from to the row's `column`:
      Watch(Mentor)                                        the row is the object
      Watch(Mentor.subjects.through, column="mentor_id")   the row names the object
      Watch(Organisation, lookup="organisation")           the row is a relation of many objects
      Watch(Consent, column="person_id", lookup="person")  both share a relation
    `when` lists the columns whose change matters; empty: every update counts. Where no lookup can say it, `sql` selects
    the ids that the row's `{value}` alters, in words that SQLite and PostgreSQL share.
    """

    model: type[Model]
    column: str = "pk"
    lookup: str = "pk"
    when: tuple[str, ...] = ()
    sql: str = ""


@dataclass(frozen=True, slots=True)
class Registration:
    """A kind of content: what it is, whose rows it is made of, how its documents are computed, what alters them."""

    schema: Schema
    model: type[Model]
    documents: Loader
    watches: tuple[Watch, ...]
    meanings: MeaningProvider = Meanings
    meaning_models: tuple[type[Model], ...] = ()
    #: Those of some ids that may be found now, without computing their documents. Where a document cannot be computed,
    #: its former one stays while this names its object; without a chooser it goes.
    findable: Chooser | None = None

    def still_found(self, ids: Sequence[int]) -> set[int]:
        """Those of these objects that may be found now; one of which that cannot be told is not among them."""
        try:
            with attempt():
                if self.findable is not None:
                    return set(self.findable(ids))
                return {document.id for document in self.documents(ids)}
        except Exception as error:
            if not is_its_own(error):
                raise
            return set().union(*(self.still_found([one]) for one in ids)) if len(ids) > 1 else set()

    @property
    def kind(self) -> str:
        return self.schema.kind


@dataclass(frozen=True, slots=True)
class SynonymSource:
    """Where groups of synonyms come from, and the tables whose change renews them."""

    provider: SynonymProvider
    models: tuple[type[Model], ...] = ()


class Registry:
    """The registered kinds and the source of synonyms."""

    def __init__(self) -> None:
        self._kinds: dict[str, Registration] = {}
        self._listeners: list[ModelListener] = []
        self.synonyms = SynonymSource(provider=tuple)

    def listen(self, listener: ModelListener) -> None:
        """Call the listener with every watched model, those of later registrations too."""
        self._listeners.append(listener)
        for registration in self:
            self._tell(watch.model for watch in registration.watches)
        self._tell(self.synonyms.models)

    def _tell(self, models: Iterable[type[Model]]) -> None:
        for model in models:
            for listener in self._listeners:
                listener(model)

    def register(
        self,
        schema: Schema,
        *,
        model: type[Model],
        documents: Loader,
        watches: Iterable[Watch] = (),
        meanings: MeaningProvider = Meanings,
        meaning_models: Iterable[type[Model]] = (),
        findable: Chooser | None = None,
    ) -> Registration:
        """Make a kind of content findable; call it from `AppConfig.ready`. Registering a name again replaces it.

        A change of any row of `meaning_models` has every process ask `meanings` again before its next search.
        """
        watched = tuple(watches) or (Watch(model),)
        registration = Registration(schema, model, documents, watched, meanings, tuple(meaning_models), findable)
        self._kinds[schema.kind] = registration
        self._tell(watch.model for watch in registration.watches)
        return registration

    def unregister(self, kind: str) -> None:
        self._kinds.pop(kind, None)

    def register_synonyms(self, provider: SynonymProvider, *, models: Iterable[type[Model]] = ()) -> None:
        """Take synonyms from here; a change of any row of `models` reaches every process before its next search."""
        self.synonyms = SynonymSource(provider, tuple(models))
        self._tell(self.synonyms.models)

    @property
    def word_models(self) -> tuple[type[Model], ...]:
        """The tables whose change alters how words are read: synonyms, and what words mean."""
        meant = (model for registration in self for model in registration.meaning_models)
        return tuple(dict.fromkeys((*self.synonyms.models, *meant)))

    def named_by(self, row: Model) -> Iterator[tuple[str, int]]:
        """The objects, as (kind, id), that a row is or names itself; what a lookup leads to is not looked for."""
        for registration in self:
            columns = [
                watch.column
                for watch in registration.watches
                if watch.lookup == "pk" and not watch.sql and isinstance(row, watch.model)
            ]
            for value in {getattr(row, column, None) for column in columns}:
                if isinstance(value, int):
                    yield registration.kind, value

    def get(self, kind: str) -> Registration:
        """The registration of this kind; raises UnknownKind."""
        try:
            return self._kinds[kind]
        except KeyError:
            raise UnknownKind(kind) from None

    def __iter__(self) -> Iterator[Registration]:
        return iter(list(self._kinds.values()))


registry = Registry()
