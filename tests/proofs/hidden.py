"""Every kind of thing in every state in which a stranger must not see it; the table of the proof of canaries."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import timedelta
from itertools import count
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.utils import timezone
from wagtail.models import Page, PageViewRestriction

from bestpractices.adoption.models import Adoption
from bestpractices.journal.models import Decision
from bestpractices.republication.actions import OwnWords, TakeCopy
from bestpractices.republication.enums import CopyMode
from bestpractices.republication.models import SourceUpdate
from bestpractices.review.aftercare import WithdrawPractice
from bestpractices.scoring.models import Expert
from cms.accounts.enums import Role
from cms.accounts.models import Appointment
from cms.branches.building import build_region_branch, region_home
from cms.mailing.enums import MailState
from cms.mailing.models import OutgoingMail
from cms.pages.models import ContentPage
from cms.pages.publicness import public_pages
from cms.personal_links.models import PersonalLink
from cms.territories.models import Municipality
from mentoring.bank.imports.models import ImportJob
from mentoring.bank.models import SelectionStep
from mentoring.consents.mentees import WithdrawMenteeConsent
from mentoring.consents.models import MenteeConsent, MentorConsent
from mentoring.duets.enums import ProjectState
from mentoring.duets.models import Speaker
from mentoring.letters.models import MentorLetter
from mentoring.programmes.curators.models import CuratorConsent
from mentoring.programmes.models import ProgrammeIndexPage
from tests import factories
from tests.factories import practices as practice
from tests.factories import yearbooks as books
from tests.factories.acts import make_act
from tests.factories.programmes import make_programme
from tests.proofs.texts import belongings, text_fields, write

_numbers = count(1)


def canary() -> str:
    """A word that stands nowhere else."""
    return f"kanareika{next(_numbers):05d}"


def bird(field: models.Field[Any, Any]) -> str:
    """A canary that fits into the field; nothing where none fits."""
    words = canary()
    if isinstance(field, models.EmailField):
        return f"{words}@example.org"
    if isinstance(field, models.URLField):
        return f"https://example.org/{words}"
    return words if not field.max_length or field.max_length >= len(words) else ""


@dataclass(frozen=True)
class World:
    """Where the hidden things stand: an open branch with something public beside each of them."""

    place: Municipality
    methodist: Any
    coordinator: Any
    centre: Any


#: «kind: state» → puts it into the world, and gives what of it is hidden.
Maker = Callable[[World], Iterable[models.Model]]
HIDDEN: dict[str, Maker] = {}


def hidden(name: str) -> Callable[[Maker], Maker]:
    def register(maker: Maker) -> Maker:
        HIDDEN[name] = maker
        return maker

    return register


def whole(thing: models.Model) -> list[models.Model]:
    """A thing with all that belongs to it."""
    return [thing, *belongings(thing)]


# Mentors and their papers

MENTORS: dict[str, dict[str, Any]] = {
    "no consent": {},
    "draft": {"public": True, "draft": True},
    "minor": {"public": True, "minor": True},
    "candidate": {"public": True, "candidate": True},
    "suspended": {"public": True, "suspended": True},
    "not confirmed for long": {"public": True, "grey": True},
    "school closed": {"public": True, "organisation__closed": True},
    "municipality closed": {"public": True, "organisation__municipality__closed": True},
}
CONSENTS = ("withdrawn", "expired", "future")


def _mentor(traits: dict[str, Any]) -> Maker:
    return lambda world: whole(factories.MentorFactory(**traits))


def _consent(ending: str, purpose: str) -> Maker:
    def make(world: World) -> list[models.Model]:
        mentor = factories.MentorFactory()
        for of in ({"publication": False}, {"everything": True}):
            ends = {ending: True} if bool(of.get("everything")) == (purpose == "publication") else {}
            factories.MentorConsentFactory(mentor=mentor, **of, **ends)
        return whole(mentor)

    return make


for _name, _traits in MENTORS.items():
    HIDDEN[f"mentor: {_name}"] = _mentor(_traits)
for _ending in CONSENTS:
    for _purpose in ("processing", "publication"):
        HIDDEN[f"mentor: consent to {_purpose} {_ending}"] = _consent(_ending, _purpose)


@hidden("mentor: the evidence of a public one")
def _evidence(world: World) -> list[models.Model]:
    mentor = factories.MentorFactory(public=True, municipality=world.place)
    SelectionStep.objects.create(mentor=mentor, from_state="candidate", to_state="selected", held_by="Кто", note="Что")
    MentorLetter.objects.create(mentor=mentor, sender_name="Кто", sender_email="a@example.org")
    pair = factories.PairFactory(mentor=mentor, active=True)
    factories.MenteeConsentFactory(mentee=pair.mentees.get())
    return [
        *mentor.selection_steps.all(), *mentor.letters.all(), *MentorConsent.objects.filter(mentor=mentor),
        *whole(pair), *MenteeConsent.objects.filter(mentee__pair=pair),
    ]  # fmt: skip


@hidden("mentor: the draft of a public one")
def _draft_of_mentor(world: World) -> list[models.Model]:
    return drafted(factories.MentorFactory(public=True, municipality=world.place))


# Pages


def drafted(thing: Any) -> list[models.Model]:
    """Canaries in the newest draft of a thing whose published state stays as it is."""
    for field in text_fields(type(thing)):
        words = bird(field)
        if words and field.name not in {"draft_title"}:
            setattr(thing, field.name, words)
    thing.save_revision(clean=False)
    return []


def _page(make: Callable[[World, dict[str, Any]], Any]) -> Iterator[tuple[str, Maker]]:
    later, before = timezone.now() + timedelta(days=9), timezone.now() - timedelta(days=9)
    yield "draft", lambda world: whole(make(world, {"live": False}))
    yield "taken from the site", lambda world: _taken(make(world, {"live": True}))
    yield "not yet", lambda world: _changed(make(world, {"live": False}), go_live_at=later)
    yield "expired", lambda world: _changed(make(world, {"live": False}), expire_at=before, expired=True)
    yield "draft of a public one", lambda world: drafted(make(world, {"live": True}))
    for kind in ("login", "password"):
        yield f"behind a {kind}", lambda world, kind=kind: _closed(make(world, {"live": True}), kind)


def _taken(page: Any) -> list[models.Model]:
    page.unpublish()
    return whole(page)


def _changed(page: Any, **fields: Any) -> list[models.Model]:
    Page.objects.filter(pk=page.pk).update(**fields)
    return whole(page)


def _closed(page: Any, kind: str) -> list[models.Model]:
    PageViewRestriction.objects.create(page=page, restriction_type=kind, password="слово")
    return whole(page)


def _numbered(fields: dict[str, Any]) -> dict[str, Any]:
    return {"slug": f"skrytoe-{next(_numbers)}", **fields}


def _programme(world: World, fields: dict[str, Any]) -> Any:
    return make_programme(factories.OrganisationFactory(municipality=world.place), **_numbered(fields))


def _text(world: World, fields: dict[str, Any]) -> Any:
    return region_home().add_child(instance=ContentPage(title="Текст", **_numbered(fields)))


PAGES: dict[str, Callable[[World, dict[str, Any]], Any]] = {
    "programme": _programme,
    "act": lambda world, fields: make_act(home=factories.open_branch(world.place), **_numbered(fields)),
    "news": lambda world, fields: factories.news(world.place, **_numbered(fields)),
    "event": lambda world, fields: factories.event(world.place, **_numbered(fields)),
    "text": _text,
}
for _kind, _make in PAGES.items():
    for _state, _maker in _page(_make):
        HIDDEN[f"{_kind}: {_state}"] = _maker


@hidden("programme: a curator who did not consent")
def _curator(world: World) -> list[models.Model]:
    page = make_programme(factories.OrganisationFactory(municipality=world.place), slug="s-kuratorom")
    page.curator_name, page.curator_phone = canary(), canary()
    page.save_revision().publish()
    return list(CuratorConsent.objects.filter(programme=page))


@hidden("act: why its blanks are left")
def _reason(world: World) -> list[models.Model]:
    page = make_act(home=factories.open_branch(world.place), slug="s-propuskami")
    type(page).objects.filter(pk=page.pk).update(blanks_reason=canary())
    return []


# Duets


def _duet(state: ProjectState) -> Maker:
    return lambda world: whole(factories.DuetProjectFactory(municipality=_elsewhere(), state=state))


def _elsewhere() -> Municipality:
    """A municipality of its own: one duet a month."""
    return factories.MunicipalityFactory()  # type: ignore[no-any-return]


for _duet_state in ProjectState:
    if _duet_state != ProjectState.PUBLISHED:
        HIDDEN[f"duet: {_duet_state}"] = _duet(_duet_state)


@hidden("duet: what stays inside of a published one")
def _inside(world: World) -> list[models.Model]:
    project = factories.DuetProjectFactory(municipality=_elsewhere(), published=True)
    for answer in type(project.questions.first().answers.first()).objects.filter(question__project=project):
        type(answer).objects.filter(pk=answer.pk).update(draft=canary(), sent=canary())
    Speaker.objects.filter(project=project).update(email=f"{canary()}@example.org", remark=canary())
    return []


@hidden("duet: a consent that ended")
def _ended(world: World) -> list[models.Model]:
    project = factories.DuetProjectFactory(municipality=_elsewhere(), published=True)
    WithdrawMenteeConsent(MenteeConsent.objects.get(mentee=project.mentee), None, timezone.localdate()).execute()
    return [*whole(project), project.page] if project.page else whole(project)


# Practices and their review

PRACTICES: dict[str, Callable[..., Any]] = {
    "draft": practice.practice_draft,
    "sent": practice.practice_sent,
    "at the experts": practice.practice_at_experts,
    "at the region": practice.practice_at_region,
    "returned": practice.practice_returned,
    "rejected": practice.practice_rejected,
}


def _practice(make: Callable[..., Any]) -> Maker:
    def made(world: World) -> list[models.Model]:
        page = make(world.place, world.methodist, slug=f"praktika-{next(_numbers)}")
        return [*whole(page), *Decision.objects.about(page.pk)]

    return made


for _step, _made in PRACTICES.items():
    HIDDEN[f"practice: {_step}"] = _practice(_made)


@hidden("practice: withdrawn")
def _withdrawn(world: World) -> list[models.Model]:
    page = practice.practice_published(world.place, world.methodist, slug="otozvana")
    WithdrawPractice(page, practice.appointed(Role.COORDINATOR, world.place), "Причина").execute()
    return [*whole(page), *Decision.objects.about(page.pk)]


@hidden("practice: the review of a published one")
def _review(world: World) -> list[models.Model]:
    page = practice.practice_published(world.place, world.methodist, slug="otsenena")
    drafted(page)
    parts = [part for part in belongings(page) if part._meta.model_name in {"stagestate", "look"}]
    inside = [piece for part in parts for piece in belongings(part)]
    return [*inside, *Expert.objects.all()]


@hidden("practice: what a school writes about a trial that it stopped")
def _adoption(world: World) -> list[models.Model]:
    page = practice.practice_published(world.place, world.methodist, slug="poprobovali")
    school = factories.OrganisationFactory(municipality=world.place)
    Adoption.objects.create(practice_id=page.translation_key, organisation=school, state="stopped")
    return [*Adoption.objects.filter(organisation=school)]


# Year books

BOOKS: dict[str, Callable[..., Any]] = {"draft": books.book_draft, "sent": books.book_sent}


def _book(make: Callable[..., Any]) -> Maker:
    return lambda world: whole(make(factories.OrganisationFactory(municipality=world.place), world.methodist))


for _book_state, _book_maker in BOOKS.items():
    HIDDEN[f"year book: {_book_state}"] = _book(_book_maker)


# Copies


@hidden("copy: not yet published")
def _copy(world: World) -> list[models.Model]:
    return whole(_taken_copy(world))


@hidden("copy: a new version of the source that nobody decided about")
def _update(world: World) -> list[models.Model]:
    copy = _taken_copy(world)
    copy.save_revision(user=world.centre).publish()
    record = copy.republications.first() if hasattr(copy, "republications") else copy.republication
    SourceUpdate.objects.create(republication=record, sequence=99, content={"title": canary(), "lead": canary()})
    return []


def _taken_copy(world: World) -> Any:
    build_region_branch()
    section = ProgrammeIndexPage.objects.child_of(region_home()).get()
    words = OwnWords("Копия", "Коротко", timezone.localdate(), CopyMode.HOLD)
    return TakeCopy(_programme(world, {"live": True}), section, words, world.centre).execute()


# What has no page at all


@hidden("office: mails, links, imports, appointments, accounts")
def _office(world: World) -> list[models.Model]:
    user = factories.UserFactory(role=Role.EDITOR, municipality=world.place)
    kind = ContentType.objects.get_for_model(user)
    words = {"recipient": "a@example.org", "subject": "Тема", "body": "Слова"}
    return [
        user, *Appointment.objects.filter(user=user),
        *(OutgoingMail.objects.create(**words, state=state) for state in MailState),
        ImportJob.objects.create(user=user, municipality=world.place, file_name="таблица.xlsx"),
        PersonalLink.objects.create(
            purpose="proof", subject_type=kind, subject_id=user.pk, person="Кто", fingerprint="0" * 64,
            expires_at=timezone.now() + timedelta(days=9),
        ),
    ]  # fmt: skip


def release(world: World) -> dict[str, list[models.Model]]:
    """Put everything hidden into the world with a canary in each of its text fields."""
    made = {name: list(maker(world)) for name, maker in HIDDEN.items()}
    for things in made.values():
        write(things, bird)
    return made


def released() -> int:
    """How many canaries were let out; only ever called last."""
    return next(_numbers) - 1


def is_public(thing: models.Model) -> bool:
    """Whether a stranger may open the page; the table must hold none."""
    return isinstance(thing, Page) and public_pages().filter(pk=thing.pk).exists()
