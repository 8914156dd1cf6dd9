"""What a session is worked out with: template, phrasebank, vocabulary; and what comes of it."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from drafter.checking.parallelism import Parallelism, parallelism
from drafter.drafting.answers import Answers, answered
from drafter.drafting.draft import completed, composed, draft, proposed_headings
from drafter.drafting.headings import Proposal
from drafter.drafting.knowledge import Knowledge
from drafter.drafting.offers import Offers
from drafter.drafting.stock import Stock
from drafter.errors import InputError
from drafter.locations import shipped_phrasebank, user_data
from drafter.model.outline import PENDING, Outline
from drafter.model.spec import Answer, Choice, Section, Spec
from drafter.model.template import Template
from drafter.model.vocabulary import Vocabulary
from drafter.storage.bank.layers import bank_layers, load_layers
from drafter.storage.drafts import Progress, draft_bytes, read_draft
from drafter.storage.opening_verbs import opening_verbs
from drafter.storage.specs.files import SpecFile
from drafter.storage.speeches import Speech, read_speeches, used_before
from drafter.storage.templates import load_template, template_called
from drafter.storage.vocabulary import load_vocabulary
from drafter.templating.heads import check_head
from drafter.templating.words import evaluated
from drafter.tui.labels import line_of
from drafter.tui.session import Session
from drafter.tui.steps import ORDER, Parts, State, parts_of, states

SPEECHES = "speeches.yaml"
"""The log of finished speeches, in the folder of what is the user's own."""
_SPEAKERS = ("speaker", "group")
"""Questions whose answer says who speaks or signs, the first that there is."""
_SETS = 24
"""Sets of headings that are proposed, one after the other."""
_MANY = 4000
"""Entries that are gone through in a moment."""


class Desk(NamedTuple):
    """A session worked out: every choice made, and the outline."""

    session: Session
    full: Spec
    outline: Outline
    states: Mapping[str, State]
    offers: Offers
    answers: Answers
    usual: Mapping[str, Answer]
    """What is taken for each question that is not answered."""
    unasked: frozenset[str]
    """Questions whose condition is not met."""
    template: str
    """Name of the template's file."""

    def source(self, choice: Choice) -> str:
        """Return document and line that `choice` was read at, nothing for what the user wrote."""
        said = self.offers.said(choice.text).strip()
        for origin in self.outline.origins:
            if origin.text == said and origin.document:
                return line_of(origin.document, origin.line, self.template)
        return ""


class Workshop(NamedTuple):
    """Template, phrases and vocabulary of one speech."""

    template: Template
    stock: Stock
    vocabulary: Vocabulary
    verbs: tuple[str, ...] = ()
    """Words that open a clause as a verb does."""
    speeches: tuple[Speech, ...] = ()
    """Finished speeches."""

    @property
    def parts(self) -> Parts:
        """Return the parts before and after the sections."""
        return parts_of(self.template)

    @property
    def is_large(self) -> bool:
        """Tell whether there are so many phrases that no key should wait for all of them."""
        return sum(map(len, self.stock.bank.entries.values())) > _MANY

    def worked_out(self, session: Session) -> Desk:
        """Return what comes of `session`; what cannot be done is an InputError."""
        full, outline = composed(session.spec, *self._known(session.spec))
        told = states(session.done, self.parts, full, outline)
        answers = answered(session.spec, self.template, self.vocabulary)
        usual = {name: answers.values[name] for name in self._names if name in answers.values}
        offers = Offers(full, self.template, self.stock, self.vocabulary)
        unasked, file = self._unasked(answers), Path(self.template.path).name
        return Desk(session, full, outline, told, offers, answers, usual, unasked, file)

    def full(self, session: Session) -> Spec:
        """Return the spec of `session` with every choice made."""
        return completed(session.spec, *self._known(session.spec))

    def heading_sets(self, spec: Spec) -> tuple[Proposal, ...]:
        """Return sets of headings for the topics of `spec`, the best first."""
        return proposed_headings(spec, *self._known(spec), _SETS)

    def outline(self, spec: Spec) -> Outline:
        """Return the outline of `spec`, as `generate` makes it."""
        return draft(spec, *self._known(spec))

    def judged(self, sections: Sequence[Section], offers: Offers) -> Parallelism:
        """Return how parallel the headings of `sections` are."""
        headed = [(each.heading, each.topic) for each in sections if each.heading]
        texts = [offers.said(heading.text) for heading, _ in headed]
        return parallelism(texts, self.verbs, [topic for _, topic in headed])

    def _known(self, spec: Spec) -> tuple[Template, Stock, Vocabulary, Knowledge]:
        knowledge = Knowledge(self.verbs, self._used(spec) if spec.log else {})
        return self.template, self.stock, self.vocabulary, knowledge

    def _used(self, spec: Spec) -> Mapping[str, str]:
        """Return the ids that the speaker's earlier speeches used, with dates."""
        if not self.speeches:
            return {}
        words = answered(spec, self.template, self.vocabulary).words
        speaker = next(filter(None, map(words.get, _SPEAKERS)), "")
        if not speaker or PENDING.search(speaker):
            return {}
        meeting = words.get("meeting", "")
        this = Speech(speaker, spec.date, meeting, self.template.name, spec.seed)
        return used_before(self.speeches, this)

    @property
    def _names(self) -> list[str]:
        return [question.name for question in self.template.questions]

    def _unasked(self, answers: Answers) -> frozenset[str]:
        conditions = ((each.name, each.when) for each in self.template.questions if each.when)
        return frozenset(
            name
            for name, when in conditions
            if evaluated("{{ " + when + " }}", answers.values, self.template.path) != str(True)
        )

    def read(self, text: str, path: str) -> Spec:
        """Return the spec in `text`, checked as `generate` checks it."""
        return self._spec(SpecFile(text, path))

    def checked(self, session: Session) -> Session:
        """Return `session` as it will be read from its file; an InputError tells why it cannot."""
        read = self.read(draft_bytes(session.spec, Progress()).decode(), "")
        return session._replace(spec=_with_reasons(read, session.spec))

    def session(self, file: SpecFile, progress: Progress) -> Session:
        """Return the session that a draft holds."""
        step = progress.step if progress.step in ORDER else ORDER[0]
        done = frozenset(progress.done).intersection(ORDER)
        return Session(self._spec(file), step, done, progress.unsettled)

    def _spec(self, file: SpecFile) -> Spec:
        return file.spec(self.template, self.vocabulary.slots, self.vocabulary.words)


def _with_reasons(read: Spec, said: Spec) -> Spec:
    """Return what was read; where nothing but places and reasons differ, what was said."""
    return said if _bare(read) == _bare(said) else read


def _bare(spec: Spec) -> Spec:
    """Return `spec` without places and reasons."""
    sections = tuple(
        each._replace(
            heading=each.heading and _plain(each.heading), points=tuple(map(_plain, each.points))
        )
        for each in spec.sections
    )
    parts = {name: _plain(choice) for name, choice in spec.parts.items()}
    return spec._replace(where="", sections=sections, parts=parts)


def _plain(choice: Choice) -> Choice:
    return choice._replace(where="", why="", cue=choice.cue and _plain(choice.cue))


def progress_of(session: Session, title: str) -> Progress:
    """Return what a draft keeps of `session` beside its spec."""
    done = tuple(step for step in ORDER if step in session.done)
    return Progress(session.step, done, title, session.unsettled)


def load_workshop(path: Path) -> Workshop:
    """Return the workshop for the template in the file `path`."""
    vocabulary = load_vocabulary(shipped_phrasebank())
    template = load_template(path, vocabulary)
    check_head(template, vocabulary)
    bank = load_layers(bank_layers(), template.plan.kinds, vocabulary.slots)
    return Workshop(
        template, Stock(bank, template), vocabulary,
        opening_verbs(shipped_phrasebank()), read_speeches(user_data() / SPEECHES),
    )  # fmt: skip


def opened(path: Path) -> tuple[Workshop, Session]:
    """Return workshop and session for the draft or spec at `path`."""
    file, progress = read_draft(path)
    workshop = load_workshop(template_called(*file.template))
    return workshop, workshop.session(file, progress)


def begun(template: str) -> tuple[Workshop, Session]:
    """Return workshop and session for a new speech."""
    workshop = load_workshop(template_called(template, "drafter tui"))
    if not workshop.template.plan.topics:
        raise InputError("这个模板没有主题", where=workshop.template.path, remedy="请另选一个模板")
    return workshop, Session(Spec(template))
