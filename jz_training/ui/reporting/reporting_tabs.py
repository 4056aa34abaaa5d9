"""The tabs of the page 报送, each imported on its first visit."""

from __future__ import annotations

from jz_training.ui.context import Context
from jz_training.ui.side_tab import SideTab, TabSpec

CHECK = "check"
FORMS = "forms"
CERTIFICATES = "certificates"


def _check(ctx: Context) -> SideTab:
    from jz_training.ui.reporting.check_tab import CheckTab

    return CheckTab(ctx)


def _forms(ctx: Context) -> SideTab:
    from jz_training.ui.superior_forms.forms_tab import FormsTab

    return FormsTab(ctx)


def _certificates(ctx: Context) -> SideTab:
    from jz_training.ui.certificates.certificates_tab import CertificatesTab

    return CertificatesTab(ctx)


#: In the order of the work: look through, then hand in.
REPORTING_TABS: tuple[TabSpec, ...] = (
    TabSpec(key=CHECK, word="自查与报送", make=_check),
    TabSpec(key=FORMS, word="上级表格", make=_forms),
    TabSpec(key=CERTIFICATES, word="证书", make=_certificates),
)
