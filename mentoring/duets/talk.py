"""The page behind a personal link: it asks, keeps, sends, and shows the words to approve."""

from __future__ import annotations

from collections.abc import Callable

from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from cms.actions import Refused
from cms.drafts.asking import fresh_token, unless_changed_elsewhere
from cms.drafts.middleware import about
from cms.drafts.policies import Device, keeps_drafts, no_words_typed
from cms.personal_links.doors import personal
from cms.personal_links.models import PersonalLink
from mentoring.duets.actions.answering import (
    AgreeToSpeak,
    CallBackAnswers,
    DeclineToSpeak,
    SendAnswers,
    Written,
    keep_drafts,
)
from mentoring.duets.actions.approving import ApproveWords, AskForChanges
from mentoring.duets.agreement import has_consent
from mentoring.duets.enums import Voice
from mentoring.duets.links import PURPOSE
from mentoring.duets.models import DuetProject
from mentoring.duets.talk_consents import AgreeToPublish, TakeConsentBack
from mentoring.duets.talk_pages import talk_page


@keeps_drafts(Device.LASTING)
@require_http_methods(["GET", "HEAD", "POST"])
@personal(PURPOSE)
def talk(request: HttpRequest, link: PersonalLink) -> HttpResponse:
    """Show one of the two their side of the duet, or do what they ask for."""
    project, voice = _whose(link)
    about(request, project)
    if request.method == "POST":
        return _do(request, project, voice)
    return _page(request, project, voice)


@no_words_typed("keeps the drafts of the answers themselves")
@require_POST
@personal(PURPOSE)
def keep(request: HttpRequest, link: PersonalLink) -> HttpResponse:
    """Keep drafts while they are written; the script says what the page would say."""
    project, voice = _whose(link)
    kept = unless_changed_elsewhere(request, lambda: keep_drafts(project, voice, written(request.POST, project)))
    if kept is None:
        words = _("На другом устройстве уже написано другое. Нажмите «Сохранить черновик»: увидите оба текста.")
        return JsonResponse({"message": words}, status=409)
    if not kept:
        return JsonResponse({"message": _("Ответы уже отправлены: этот черновик не сохранён.")}, status=409)
    words = _("Сохранено в %(time)s. Черновик виден только вам.") % {"time": f"{timezone.localtime():%H:%M}"}
    return JsonResponse({"message": words, "token": fresh_token(request)})


def written(data: QueryDict, project: DuetProject) -> dict[int, Written]:
    """What the form holds under the questions of this project; other fields are nobody's business."""
    return {
        question.pk: Written(data.get(f"answer-{question.pk}", ""), f"silent-{question.pk}" in data)
        for question in project.questions.all()
        if f"answer-{question.pk}" in data or f"silent-{question.pk}" in data
    }


def _do(request: HttpRequest, project: DuetProject, voice: Voice) -> HttpResponse:
    verb = _VERBS.get(request.POST.get("do", ""))
    if verb is None:
        return _page(request, project, voice, _("Эта кнопка уже не действует. Прочитайте, что изменилось."), 422)
    try:
        done = verb(request.POST, project, voice)
    except Refused as refusal:
        return _page(request, DuetProject.objects.for_words().get(pk=project.pk), voice, str(refusal), 422)
    except ValidationError as error:
        return _page(request, project, voice, " ".join(error.messages), 422)
    return redirect(f"{request.path}?{done}#done")


def _agree(data: QueryDict, project: DuetProject, voice: Voice) -> str:
    AgreeToSpeak(project, voice).execute()
    return "agreed"


def _decline(data: QueryDict, project: DuetProject, voice: Voice) -> str:
    DeclineToSpeak(project, voice, data.get("reason", "")).execute()
    return "declined"


def _save(data: QueryDict, project: DuetProject, voice: Voice) -> str:
    if not keep_drafts(project, voice, written(data, project)):
        raise Refused(_("Ответы уже отправлены: этот черновик не сохранён."))
    return "saved"


def _send(data: QueryDict, project: DuetProject, voice: Voice) -> str:
    _save(data, project, voice)
    SendAnswers(project, voice).execute()
    return "sent"


def _call_back(data: QueryDict, project: DuetProject, voice: Voice) -> str:
    CallBackAnswers(project, voice).execute()
    return "called-back"


@transaction.atomic
def _approve(data: QueryDict, project: DuetProject, voice: Voice) -> str:
    ApproveWords(project, voice, data.get("shown", "")).execute()
    _consent(data, project, voice)
    return "approved"


def _consent(data: QueryDict, project: DuetProject, voice: Voice) -> str:
    if "agree-publication" in data:
        AgreeToPublish(project, voice, "agree-portrait" in data).execute()
    elif not has_consent(project, voice, timezone.localdate()):
        raise Refused(_("Отметьте согласие на публикацию этого интервью: без него разговор не выйдет."))
    return "consented"


def _withdraw(data: QueryDict, project: DuetProject, voice: Voice) -> str:
    TakeConsentBack(project, voice).execute()
    return "withdrawn"


def _remark(data: QueryDict, project: DuetProject, voice: Voice) -> str:
    AskForChanges(project, voice, data.get("remark", "")).execute()
    return "remarked"


_VERBS: dict[str, Callable[[QueryDict, DuetProject, Voice], str]] = {
    "agree": _agree,
    "decline": _decline,
    "save": _save,
    "send": _send,
    "call-back": _call_back,
    "approve": _approve,
    "consent": _consent,
    "withdraw": _withdraw,
    "remark": _remark,
}


def _whose(link: PersonalLink) -> tuple[DuetProject, Voice]:
    project = DuetProject.objects.for_words().filter(pk=link.subject_id).first()
    if project is None or link.person_key not in project.by_voice:
        raise Http404
    return project, Voice(link.person_key)


def _page(
    request: HttpRequest, project: DuetProject, voice: Voice, refusal: str = "", status: int = 200
) -> HttpResponse:
    typed = written(request.POST, project) if request.method == "POST" else {}
    page = talk_page(project, voice, request.path, typed)
    done = next((word for word in _DONE if word in request.GET), "")
    context = {"page": page, "refusal": refusal, "done": done, "done_words": _DONE.get(done, lambda: "")()}
    return render(request, "mentoring/duets/talk.html", context, status=status)


_DONE: dict[str, Callable[[], str]] = {
    "agreed": lambda: _("Спасибо. Вопросы ниже: отвечайте, когда удобно, и возвращайтесь по той же ссылке."),
    "declined": lambda: _("Отказ принят. Редактор выберет другой дуэт, ваших слов никто не увидит."),
    "saved": lambda: _("Сохранено. Черновик виден только вам."),
    "sent": lambda: _("Ответы у редактора."),
    "called-back": lambda: _("Ответы снова у вас. Поправьте и отправьте ещё раз: до этого их никто не прочтёт."),
    "approved": lambda: _("Вы утвердили свои слова."),
    "consented": lambda: _("Согласие записано."),
    "withdrawn": lambda: _("Согласие отозвано: интервью на сайте больше нет."),
    "remarked": lambda: _("Замечание у редактора."),
}
