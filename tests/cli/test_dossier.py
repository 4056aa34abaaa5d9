"""`training dossier` writes the PDF and the zip."""

from __future__ import annotations


def test_a_dossier_is_written_as_pdf_and_zip(say, tmp_path):
    times = ("--start", "2026-11-20T15:00", "--end", "2026-11-20T16:30")
    _, printed, _ = say("training", "add", "--title", "专题学习会", *times)
    code, written, said = say("training", "dossier", printed.strip(), "--out", str(tmp_path / "o"))
    assert (code, said) == (0, "")
    names = sorted(path.name for path in (tmp_path / "o").iterdir())
    assert names == ["2026-11-20_专题学习会_档案.pdf", "2026-11-20_专题学习会_档案.zip"]
    assert all(name in written for name in names)
    assert (tmp_path / "o" / names[0]).read_bytes().startswith(b"%PDF")
