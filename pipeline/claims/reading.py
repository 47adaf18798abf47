"""Every quantity of a document to a claim: who or what it is about, as of when, said by whom.

In: a document, its sentences, quantities and dates. Out: one claim for every quantity, in order, and the
evidence for its roles. Judgements: only sentences with a quantity are analysed, long ones in stretches;
a claim of the same amount, metric and subject as an earlier one repeats it.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field

from pipeline.claims.claim import Reading, read, spoken
from pipeline.claims.datelines import behind_dateline
from pipeline.claims.grammars import grammar
from pipeline.claims.measures.cues import find_cues, types_named
from pipeline.claims.measures.headings import heading, subject_of
from pipeline.claims.measures.metrics import Cue, default_metric
from pipeline.claims.model import Claim, Document, Role
from pipeline.claims.names.cast import find_cast
from pipeline.claims.names.demonyms import home, land, rate_setter
from pipeline.claims.names.entities import Mention, find_names
from pipeline.claims.names.events import find_event
from pipeline.claims.names.introduced import house
from pipeline.claims.names.items import apart_from, inside, items
from pipeline.claims.names.memory import is_topic, learn, notice, only_company
from pipeline.claims.names.spotting import is_in_quoted
from pipeline.claims.names.words import word_list
from pipeline.claims.parties.targets import find_target
from pipeline.claims.parties.whole import with_parties
from pipeline.claims.repeats import repeated
from pipeline.claims.scene import Memory, Name, Scene
from pipeline.claims.sources.announcements import announced, stating, told
from pipeline.claims.sources.continued import source_of
from pipeline.claims.sources.leading import leading
from pipeline.claims.sources.quotations import Quotation, find_quotations, quoted_by
from pipeline.claims.sources.releases import released
from pipeline.claims.sources.reporters import is_own
from pipeline.claims.sources.reports import sourced
from pipeline.claims.sources.soles import from_only_source
from pipeline.claims.sources.speakers import speaking
from pipeline.claims.stretches import stretches
from pipeline.claims.subjects.adnominal import hung_on
from pipeline.claims.subjects.covered import covering, has_targets, headlined
from pipeline.claims.subjects.elided import is_measured
from pipeline.claims.subjects.pairing import pairs
from pipeline.claims.times.ahead import ahead
from pipeline.claims.times.bases import looks_back
from pipeline.claims.times.events import in_event
from pipeline.claims.times.expected import is_benchmark
from pipeline.claims.times.figures import figured, is_dated
from pipeline.claims.times.games import in_game
from pipeline.claims.times.labels import in_fiscal_year
from pipeline.claims.times.leads import led
from pipeline.claims.times.periods import Periods, in_paragraph, in_period, is_passing, opened, periods_after
from pipeline.claims.times.polled import in_survey
from pipeline.claims.times.resumed import is_year_ago, resumed
from pipeline.claims.times.sessions import in_session
from pipeline.claims.times.surveyed import of_one_period
from pipeline.mentions import Date, Quantity, Sentence

# What is told of a currency, which is a common noun (`the rupee`) and still what the text goes on about.
RATE = "exchange_rate"


def read_claims(
    document: Document, sentences: Sequence[Sentence], quantities: Sequence[Quantity], dates: Sequence[Date]
) -> tuple[list[Claim], list[Role]]:
    """One claim for every quantity, in their order, and the evidence for its roles.

    Sentences, quantities and dates must be in reading order.
    """
    if not quantities or grammar(document.language) is None:
        return [_unread(q, n) for n, q in enumerate(quantities)], []
    blank = _blank(document, names := apart_from(quantities, find_names(document.text, document.language)))
    reader = _Reader(document, quantities, dates, names, find_quotations(document, names), blank)
    reader.targeted = has_targets(document)
    # What is named behind the last number is nobody's claim, and what it is about is remembered for none.
    last = bisect_left(sentences, quantities[-1].end, key=lambda s: s.start)
    for sentence in sentences[:last]:
        told = sentence._replace(start=behind_dateline(document, names, sentence))
        for start, end in stretches(document.text, told, quantities):
            reader.take(sentence, start, end)
    done = [reader.readings.get(n) or Reading(_unread(q, n)) for n, q in enumerate(quantities)]
    done = with_parties(document, done, quantities, names, blank.cast)
    leader = leading(document, names, dates, sentences, reader.memory.cast)
    done = sourced(document, done, quantities, names, reader.announcing, leader, blank.topic)
    done, main = from_only_source(document, done, quantities, reader.releasing)
    done = in_event(document, done, quantities, sentences, dates, reader.dated)
    done = of_one_period(document, done, quantities, dates, reader.compared)
    whose = leader or (main if document.traits.head_final else None)
    done = in_survey(document, done, whose, quantities, sentences, dates, reader.compared, reader.dated)
    done = in_session(document, done, quantities, sentences, dates, reader.dated)
    done = figured(document, done, quantities, reader.compared, reader.dated)
    done = in_game(document, done, quantities, sentences, dates, reader.dated)
    done = led(document, done, reader.compared | reader.bracketed)
    done = repeated(document, ahead(document, done), quantities)
    roles = [role for reading in done for role in reading.roles]
    return [reading.claim for reading in done], sorted(roles, key=lambda r: (r.claim, r.role, r.start))


def _blank(document: Document, names: Sequence[Mention]) -> Memory:
    """What is known of a text before its first sentence."""
    cast, country = find_cast(document.text, document.language), home(document.language, names)
    bank = rate_setter(document.language, names)
    return Memory(
        topic=only_company(names) or house(document, cast, names),
        cast=cast,
        home=country,
        land=land(document.text, document.language, names),
        bank=bank,
        event=find_event(document),
        target=find_target(document, names),
        covered=headlined(document, names),
    )


@dataclass
class _Reader:
    """A document on its way through the sentences."""

    document: Document
    quantities: Sequence[Quantity]
    dates: Sequence[Date]
    names: Sequence[Mention]
    quotations: Sequence[Quotation]
    memory: Memory = Memory()
    periods: Periods = Periods()
    said: Claim | None = None
    source: Name | None = None
    announcing: list[Name] = field(default_factory=list)
    releasing: list[Name] = field(default_factory=list)
    readings: dict[int, Reading] = field(default_factory=dict)
    compared: set[int] = field(default_factory=set)
    bracketed: set[int] = field(default_factory=set)
    dated: set[int] = field(default_factory=set)
    targeted: bool = False

    def take(self, sentence: Sentence, start: int, end: int) -> None:
        """Reads one stretch of a sentence, or only notices its names when nothing is counted in it."""
        held = inside(self.quantities, start, end)
        if self.targeted and (covered := covering(self.document, self.names, start, end)) is not None:
            self.memory = self.memory._replace(covered=covered)
        if held:
            parse = grammar(self.document.language)
            parsed = parse(self.document.text, start, end, items(self.quantities, self.dates, self.names, start, end))
            traits = self.document.traits
            scene = Scene(self.document, traits, parsed, self.quantities, self.dates, self.names, (), self.memory)
            cues = find_cues(self.document.text, parsed, self.document.language, types_named(scene))
            self._read(scene._replace(cues=[c for c in cues if self._counts(scene, c)]), held, sentence)
            if not parsed.sayings:
                self._release(start, end, True)
        elif (over := heading(self.document, self.names, self.dates, start, end)) is not None:
            self._open(over, start, end)
            return
        else:
            self._announce(start, end)
        if end <= self.quantities[-1].start:
            self.memory = notice(self.memory, self.document, self.names, start, end, bool(held))

    def _announce(self, start: int, end: int) -> None:
        """A sentence without a number may say who speaks, who reports, and on which period."""
        announcing, period = announced(self.document, self.names, self.dates, start, end)
        speaker = speaking(self.document, self.names, start, end)
        self.memory = self.memory._replace(speaker=speaker or self.memory.speaker)
        self.announcing += announcing
        self._release(start, end, False)
        if period is None and self.periods.results is None:
            period = told(self.document, self.dates, start, end)
        self.periods = self.periods._replace(results=period) if period else self.periods

    def _release(self, start: int, end: int, counts: bool) -> None:
        """A sentence that nobody is said to say may still tell who brings out what it tells of."""
        releasing = released(self.document, self.names, start, end, counts)
        if releasing is None and not counts:
            releasing = stating(self.document, self.names, self.dates, start, end)
        if releasing is not None:
            self.releasing.append(releasing)

    def _open(self, over: Claim, start: int, end: int) -> None:
        """A list of figures begins under a heading."""
        self.periods = opened(over) if over.as_of_start else self.periods
        subject = subject_of(self.document, self.names, self.dates, start, end)
        self.memory = self.memory._replace(subject=subject or self.memory.subject)

    def _counts(self, scene: Scene, cue: Cue) -> bool:
        """Whether words are no place or part of a name; in English a measure may be its end (`Brent crude`)."""
        itself = not self.document.traits.glued and cue.metric.standalone
        if itself or any(m.entity.type == "place" for m in scene.named_in(cue.start, cue.end)):
            return itself
        return not scene.is_named(cue.start, cue.end) and not is_in_quoted(scene, cue.start, cue.end)

    def _quoted(self, position: int) -> Name | None:
        """Who says a quantity in a quotation."""
        return quoted_by(self.quotations, self.quantities[position].start, self.memory.speaker)

    def _read(self, scene: Scene, held: Sequence[int], sentence: Sentence) -> None:
        partners = pairs(scene)
        self.periods = in_paragraph(self.document, self.periods, sentence.start)
        self.dated |= set(held) if is_dated(scene) else set()
        for position in held:
            place = scene.place(position)
            reading = read(scene._replace(memory=self.memory), position, self.readings, partners.get(place))
            reading = spoken(scene.document, reading, self._quoted(position))
            claim = reading.claim._replace(quote_start=sentence.start, quote_end=sentence.end)
            when = next((role.surface for role in reading.roles if role.role == "as_of"), "")
            backward = looks_back(scene, place) or is_year_ago(self.document, when)
            stated, resumed_ = claim.as_of_basis, resumed(scene, place, self.periods, claim, when)
            resumed_ = in_fiscal_year(scene, place, self.periods.results, resumed_, when)
            believed = claim.modality == "forecast" and place is not None and not is_own(reading)
            benchmark = believed and is_benchmark(scene, place)
            claim = in_period(self.periods, resumed_, backward, _is_same_day(scene, reading), benchmark)
            source = source_of(self.said, claim, scene, self.source)
            reading = spoken(scene.document, reading._replace(claim=claim), source)
            claim = reading.claim
            taken = claim.as_of_basis != stated
            passing_by = backward or is_passing(self.document, claim, when)
            self.periods = self.periods if passing_by else periods_after(self.periods, claim, taken)
            self.readings[position] = reading
            self.compared |= {position} if backward else set()
            self.bracketed |= {position} if place is not None and scene.phrase(place).depth else set()
            self.said, self.source = (claim, reading.speaker) if claim.attribution else (self.said, self.source)
            if position + 1 == len(self.quantities):
                return
            about, told = reading.subject, any(role.role == "metric" for role in reading.roles)
            measured = is_measured(scene, about, position) or not is_topic(scene, about)
            passing = claim.metric != RATE and measured
            aside = place is not None and (scene.phrase(place).depth or passing or hung_on(scene, place) is not None)
            self.memory = learn(
                self.memory, scene, claim, None if aside else about, reading.speaker, told, about, reading.other
            )


def _is_same_day(scene: Scene, reading: Reading) -> bool:
    """Whether the date of a claim only points back to a day told of (`이날`)."""
    days = word_list(scene.document.language, "claims_same_day")
    return any(role.role == "as_of" and role.surface.lower() in days for role in reading.roles)


def _unread(quantity: Quantity, position: int) -> Claim:
    return Claim(
        position,
        default_metric(quantity.kind),
        quote_start=quantity.start,
        quote_end=quantity.end,
        reason="not-analysed",
    )
