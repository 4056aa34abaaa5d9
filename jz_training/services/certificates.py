"""证书 and 学时证明: who has a right to one, issuing, withdrawing, looking up by verify code."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date
from uuid import UUID

from sqlalchemy import select

from jz_training.domain.certificate import (
    Certificate,
    CertificateCandidate,
    CertificateRegister,
)
from jz_training.domain.certificate_code import read_verify_code
from jz_training.domain.certificate_ground import CertificateRule
from jz_training.errors import CodeMistyped, CodeUnknown, NotFound, Refused
from jz_training.labels.certificates import refusal_words
from jz_training.services.certificate_candidates import OfPaper, facts
from jz_training.services.certificate_course import course_of, course_title, offered, offered_hours
from jz_training.services.certificate_issuing import Chance, Issuing, chance
from jz_training.services.certificate_lines import with_ground
from jz_training.services.certificate_list import CertificateQuery, certificates_meant
from jz_training.services.certificate_rows import certificate_of
from jz_training.services.settings import WorkspaceSettings
from jz_training.services.stored_row import stored_row
from jz_training.services.typed_text import one_line
from jz_training.storage.paper_tables import Certificate as Row
from jz_training.storage.store import Store


class Certificates:
    """The certificates and proofs of hours of one workspace."""

    def __init__(
        self, store: Store, settings: WorkspaceSettings, *, chance: Chance = chance
    ) -> None:
        self._store = store
        self._settings = settings
        self._chance = chance

    # --- reading -----------------------------------------------------------------------------

    def list(self, query: CertificateQuery | None = None) -> tuple[Certificate, ...]:
        """Return the certificates meant: the latest year first, each kind by its numbers."""
        query = query or CertificateQuery()
        counts = self._settings.get().stand_in_counts
        with self._store.read() as db:
            meant = with_ground(db, certificates_meant(db, query), stand_in_counts=counts)
        return tuple(one for one in meant if one.ground_lost or not query.ground_lost)

    def get(self, certificate_ids: Collection[UUID]) -> tuple[Certificate, ...]:
        """Return certificates in the order given, as issued, to be printed. Raises NotFound."""
        with self._store.read() as db:
            return tuple(
                certificate_of(stored_row(db, Row, one, "certificate")) for one in certificate_ids
            )

    def years(self) -> tuple[int, ...]:
        """Return the years in which certificates were numbered, the latest first."""
        with self._store.read() as db:
            found = db.scalars(select(Row.year).distinct())
            return tuple(sorted((year for year in found if year is not None), reverse=True))

    def verify(self, typed: str) -> Certificate:
        """Return the certificate of a verify code, withdrawn or not, as it was issued.

        Raises CodeMistyped when the check characters say so, CodeUnknown when we gave no such code.
        """
        code = read_verify_code(typed)
        if code is None:
            raise CodeMistyped
        with self._store.read() as db:
            row = db.scalars(select(Row).where(Row.code == code)).first()
            if row is None:
                raise CodeUnknown
            counts = self._settings.get().stand_in_counts
            return with_ground(db, [certificate_of(row)], stand_in_counts=counts)[0]

    def register(self, query: CertificateQuery | None = None) -> CertificateRegister:
        """Return the register (证书发放登记表) of the certificates meant."""
        return CertificateRegister(
            issuer=self._settings.get().organiser,
            as_of=self._store.now().date(),
            certificates=self.list(query),
        )

    # --- who has a right to one --------------------------------------------------------------

    def candidates(
        self, training_id: UUID, *, with_made_up: bool = False, whole_series: bool = False
    ) -> tuple[CertificateCandidate, ...]:
        """Return everybody on the list of a training, or of its whole series, in its order.

        Of a series of batches everybody needs the own batch; of a course, every training of it.
        """
        rule = self._rule(with_made_up=with_made_up)
        with self._store.read() as db:
            course = course_of(db, training_id, whole_series=whole_series)
            return tuple(each for _, each in offered(db, course, rule))

    def suggested_title(self, training_id: UUID, *, whole_series: bool = False) -> str:
        """Return what a certificate would say was attended. Raises NotFound."""
        with self._store.read() as db:
            return course_title(course_of(db, training_id, whole_series=whole_series))

    def hours_candidates(
        self, person_ids: Sequence[UUID], *, first: date, last: date
    ) -> tuple[CertificateCandidate, ...]:
        """Return what a proof of hours of a period would say of each person, in the order given.

        Who has no certifiable training in it is refused (nothing); so is who was given a proof of
        the same period with the same hours. Raises Refused (last_before_first).
        """
        if last < first:
            raise Refused("last", "last_before_first")
        with self._store.read() as db:
            found = offered_hours(db, person_ids, (first, last), self._rule(with_made_up=True))
            return tuple(each for _, each in found)

    # --- issuing -----------------------------------------------------------------------------

    def issue(
        self,
        training_id: UUID,
        person_ids: Collection[UUID],
        *,
        issued_on: date,
        with_made_up: bool = False,
        whole_series: bool = False,
        title: str = "",
    ) -> tuple[UUID, ...]:
        """Issue certificates for a training in one act, numbered in the order of its list.

        `title` is what was attended, if it is to be called otherwise. Raises NotFound, also for
        who is not on the list, or Refused (nobody_chosen, not_entitled, no_issuer, in_future,
        before_training); then none is issued.
        """
        title = one_line("title", title)
        rule = self._rule(with_made_up=with_made_up)
        with self._store.write("certificate.issue", count=len(person_ids)) as db:
            course = course_of(db, training_id, whole_series=whole_series)
            db.info["subject"] = title = title or course_title(course)
            of_paper = self._of_paper(title, course[0].organiser)
            there = offered(db, course, rule)
            _must_all_be(person_ids, [each for _, each in there], "attendee")
            printed = [
                (student, facts(student, rule, of_paper))
                for student, each in there
                if each.person_id in person_ids and _must_be_entitled(each)
            ]
            issuing = Issuing(self._store, db, self._settings.get(), self._chance)
            return issuing.put(printed, issued_on=issued_on, training_id=training_id)

    def issue_hours(
        self, person_ids: Sequence[UUID], *, first: date, last: date, issued_on: date
    ) -> tuple[UUID, ...]:
        """Issue proofs of the hours of a period in one act, numbered in the order given.

        Raises Refused (last_before_first, nobody_chosen, not_entitled, no_issuer, in_future,
        before_training) or NotFound; then none is issued.
        """
        if last < first:
            raise Refused("last", "last_before_first")
        rule = self._rule(with_made_up=True)
        with self._store.write("certificate.issue_hours", count=len(person_ids)) as db:
            of_paper = self._of_paper("", "", period=(first, last))
            there = offered_hours(db, person_ids, (first, last), rule)
            _must_all_be(person_ids, [each for _, each in there], "person")
            printed = [
                (student, facts(student, rule, of_paper))
                for student, each in there
                if _must_be_entitled(each) and student is not None
            ]
            names = [said.name for _, said in printed]
            db.info["subject"] = "、".join(names[:3]) + ("…" if len(names) > 3 else "")
            issuing = Issuing(self._store, db, self._settings.get(), self._chance)
            return issuing.put(printed, issued_on=issued_on, training_id=None)

    def withdraw(self, certificate_id: UUID, *, reason: str) -> None:
        """Withdraw a certificate; number and code stay taken. Raises Refused or NotFound."""
        reason = one_line("reason", reason)
        if not reason:
            raise Refused("reason", "no_reason")
        with self._store.write("certificate.withdraw") as db:
            row = stored_row(db, Row, certificate_id, "certificate")
            if row.withdrawn_on is not None:
                raise Refused("certificate", "withdrawn_already", number=row.number)
            db.info["subject"] = row.number
            row.withdrawn_on = self._store.now().date()
            row.reason = reason

    # --- the steps of it ---------------------------------------------------------------------

    def _rule(self, *, with_made_up: bool) -> CertificateRule:
        counts = self._settings.get().stand_in_counts
        return CertificateRule(with_made_up=with_made_up, stand_in_counts=counts)

    def _of_paper(
        self, title: str, organiser: str, *, period: tuple[date, date] | None = None
    ) -> OfPaper:
        issuer = self._settings.get().organiser or organiser
        if not issuer:
            raise Refused("organiser", "no_issuer")
        return OfPaper(title=title, organiser=organiser or issuer, issuer=issuer, period=period)


def _must_all_be(
    person_ids: Collection[UUID], there: Sequence[CertificateCandidate], what: str
) -> None:
    """Raise NotFound when somebody chosen is not among the candidates; `what` is who is missed."""
    if not {each.person_id for each in there}.issuperset(person_ids):
        raise NotFound(what)


def _must_be_entitled(each: CertificateCandidate) -> bool:
    if each.refusal is not None:
        why = refusal_words(each.refusal, issued=each.issued)
        raise Refused("people", "not_entitled", name=each.name, why=why)
    return True
