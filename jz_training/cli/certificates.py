"""`certificate verify`: what was issued under the verify code of a certificate."""

from __future__ import annotations

import argparse

from jz_training.cli.words import Verbs, add_workspace, looked_at
from jz_training.labels.certificates import verify_words


def add_verbs(verbs: Verbs) -> None:
    """Add the verbs about certificates."""
    certificate = verbs.add_parser("certificate", help="证书：查验")
    steps = certificate.add_subparsers(required=True, metavar="…")
    verify = steps.add_parser("verify", help="按证书上的查验码查这张证书")
    verify.add_argument("code", help="查验码，短横线和大小写不限")
    add_workspace(verify)
    verify.set_defaults(carry_out=_verify)


def _verify(asked: argparse.Namespace) -> None:
    with looked_at(asked) as desk:
        print(verify_words(desk.certificates.verify(asked.code)))
