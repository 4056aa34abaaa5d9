"""The words of run.py and what it passes on; nothing is installed and no network is needed."""

from __future__ import annotations

import ast
import importlib.util
import json
import shutil
import subprocess
import sys
import venv
from pathlib import Path
from types import ModuleType

import pytest

from bootstrap.environment import Environment
from bootstrap.steps import surroundings

ROOT = Path(__file__).resolve().parent.parent
SOURCE = (ROOT / "run.py").read_text(encoding="utf-8")
ECHO = """
import json, os, sys
print(json.dumps([sys.argv[1:], os.getcwd(), os.environ.get("QT_QPA_PLATFORM")]))
sys.exit(7)
"""


@pytest.fixture(scope="module")
def run() -> ModuleType:
    """The script as a module."""
    spec = importlib.util.spec_from_file_location("run_script", ROOT / "run.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(sys.modules, spec.name, module)
        spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize(
    "words",
    [
        ["roster", "read", "名 单.xls", "--json"],
        ["demo", "--out", "X"],
        ["training", "test"],
        ["--help"],
    ],
)
def test_other_words_go_to_the_program_and_need_its_packages_only(
    run: ModuleType, words: list[str]
) -> None:
    errand = run.errand_of(words, xcb=True)
    assert errand.arguments == ("-P", "-m", "jz_training", *words)
    assert errand.parts == ("runtime",)


@pytest.mark.parametrize("words", [[], ["--workspace", "D:/工会"]])
def test_a_window_needs_qt_and_on_linux_xcb(run: ModuleType, words: list[str]) -> None:
    assert run.errand_of(words, xcb=True).parts == ("runtime", "qt", "window")
    assert run.errand_of(words, xcb=False).parts == ("runtime", "qt")


def test_a_platform_of_the_users_choice_is_not_asked_for_xcb(run: ModuleType) -> None:
    assert run.needs_xcb("linux", {})
    assert not run.needs_xcb("linux", {"QT_QPA_PLATFORM": "offscreen"})
    assert not run.needs_xcb("win32", {})


def test_only_checks_and_measurements_need_the_tools(run: ModuleType) -> None:
    verbs = ("test", "bench", "gallery", "demo")
    errands = {verb: run.errand_of([verb, "X"], xcb=True) for verb in verbs}
    assert [verb for verb in verbs if "tools" in errands[verb].parts] == ["test", "bench"]
    assert [verb for verb in verbs if errands[verb].offscreen] == ["test", "bench", "gallery"]


def test_the_words_of_bench_go_to_its_own_script(run: ModuleType) -> None:
    errand = run.errand_of(["bench", "import"], xcb=True)
    assert errand.arguments == (str(ROOT / "bench" / "run.py"), "import")


def test_packages_of_the_users_own_python_are_kept_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONPATH", "elsewhere")
    monkeypatch.setenv("PYTHONHOME", "elsewhere")
    assert not {"PYTHONPATH", "PYTHONHOME"}.intersection(surroundings())


def test_a_folder_that_cannot_be_written_gets_a_sentence(run: ModuleType) -> None:
    sentence = run.unwritable(PermissionError(13, "Permission denied", "/x/.venv"))
    assert "/x/.venv" in sentence
    assert "写入权限" in sentence


def test_older_pythons_can_read_the_script() -> None:
    ast.parse(SOURCE, feature_version=(3, 7))
    assert "from __future__" not in SOURCE  # 3.6 does not know that of annotations


def test_older_pythons_get_their_sentence_before_anything_is_imported() -> None:
    first = ast.parse(SOURCE).body[:3]
    assert [type(node) for node in first] == [ast.Expr, ast.Import, ast.If]
    assert ast.unparse(first[2].test) == "sys.version_info < (3, 11)"  # type: ignore[attr-defined]


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A folder that is set up already, and whose program echoes its words and ends with 7."""
    root = tmp_path / "工会 台账"
    shutil.copytree(ROOT / "bootstrap", root / "bootstrap")
    for name in ("run.py", "requirements.lock", "requirements-dev.lock"):
        shutil.copy(ROOT / name, root / name)
    (root / "jz_training").mkdir()
    (root / "jz_training" / "__main__.py").write_text(ECHO, encoding="utf-8")
    environment = Environment(root)
    venv.create(environment.venv, with_pip=False, symlinks=sys.platform != "win32")
    environment.point_at_program()
    facts = environment.facts().values()
    environment.stamp.write_text("\n".join(facts), encoding="utf-8")
    return root


def test_stdout_is_the_programs_alone_and_its_exit_code_is_passed(
    copy: Path, tmp_path: Path
) -> None:
    command = [sys.executable, str(copy / "run.py"), "roster", "read", "名 单.xls", "--json"]
    result = subprocess.run(command, cwd=tmp_path, capture_output=True, check=False)
    assert result.returncode == 7
    assert result.stderr == b""
    words, folder, _ = json.loads(result.stdout)
    assert words == ["roster", "read", "名 单.xls", "--json"]
    assert Path(folder) == tmp_path


def test_a_folder_moved_elsewhere_still_runs_its_own_program(copy: Path, tmp_path: Path) -> None:
    moved = copy.rename(tmp_path / "moved")
    command = [sys.executable, str(moved / "run.py"), "gallery", "pictures"]
    result = subprocess.run(command, capture_output=True, check=False)
    assert json.loads(result.stdout)[0] == ["gallery", "pictures"]
    assert json.loads(result.stdout)[2] == "offscreen"
