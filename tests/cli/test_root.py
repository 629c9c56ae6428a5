"""The group: help, options, and how what happens becomes an exit status."""

from __future__ import annotations

import importlib
import shlex
import subprocess
import sys
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from i18n.cli.boundary import guarded
from i18n.cli.root import COMMANDS, LATER, root
from i18n.errors import ConfigurationError, I18nError, InputError
from i18n.workflow.exit_status import worst
from tests.cli.commands import environment, i18n, process, write

NAMES = [name for name, _ in COMMANDS]


def modules_after(statement: str) -> set[str]:
    done = subprocess.run(
        [sys.executable, "-c", f"{statement}\nimport sys\nprint('\\n'.join(sys.modules))"],
        env=environment(), capture_output=True, text=True, check=True,
    )  # fmt: skip
    return set(done.stdout.split())


def test_help_lists_every_command_and_imports_none() -> None:
    loaded = modules_after(
        "from click.testing import CliRunner\nfrom i18n.cli.root import root\n"
        "result = CliRunner().invoke(root, ['--help'])\nassert result.exit_code == 0\n"
        f"assert all(name in result.output for name in {NAMES!r})"
    )
    ours = {name for name in loaded if name.startswith("i18n")}
    assert ours == {"i18n", "i18n.cli", "i18n.cli.root", "i18n.cli.boundary", "i18n.cli.settings", "i18n.errors"}


def test_the_main_module_imports_nothing_that_takes_time() -> None:
    assert modules_after("import i18n.__main__") - modules_after("import click") == {"i18n", "i18n.__main__"}


@pytest.mark.parametrize("name", NAMES)
def test_every_command_has_help_with_examples(name: str) -> None:
    result = CliRunner().invoke(root, [name, "--help"])
    assert result.exit_code == 0
    assert "Examples:\n" in result.output
    assert f"    i18n {name}" in result.output
    command = importlib.import_module(f"i18n.cli.{name}").command
    assert isinstance(command, click.Command)
    for parameter in command.params:
        assert isinstance(parameter, click.Argument) or (isinstance(parameter, click.Option) and parameter.help)


READERS = ("check", "config", "engines", "memory", "sites", "status")


@pytest.mark.parametrize("name", [name for name in NAMES if name not in READERS])
def test_every_writer_can_pretend(name: str) -> None:
    command = importlib.import_module(f"i18n.cli.{name}").command
    assert {"dry_run", "check"} <= {parameter.name for parameter in command.params}


def test_no_command_and_no_later_one_share_a_name() -> None:
    assert not set(NAMES) & set(LATER)


def test_version() -> None:
    result = CliRunner().invoke(root, ["--version"])
    assert (result.exit_code, result.output) == (0, "i18n 0.1.0\n")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["extrat"], 'did you mean "extract"?'),
        (["review"], "not available in this version"),
        (["-v", "-q", "status"], "exclude each other"),
        (["--jobs", "0", "status"], "--jobs"),
        (["status", "--fail-under", "101"], "--fail-under"),
        (["check", "--format", "xml"], "xml"),
        (["--project", "no/such/folder", "status"], "is no folder"),
    ],
)
def test_wrong_usage_is_2_and_says_what_was_meant(arguments: list[str], said: str) -> None:
    result = CliRunner().invoke(root, arguments)
    assert result.exit_code == 2
    assert said in result.stderr
    assert result.stdout == ""


@pytest.mark.parametrize(
    ("raised", "status"),
    [
        (ConfigurationError("a", "b"), 2),
        (InputError("a", "b", "c.md", 3), 3),
        (I18nError("a", "b"), 70),
        (click.UsageError("a"), 2),
        (click.Abort(), 130),
        (KeyboardInterrupt(), 130),
    ],
)
def test_a_failure_becomes_its_status(raised: BaseException, status: int, capsys: pytest.CaptureFixture[str]) -> None:
    def run() -> None:
        raise raised

    assert guarded(run) == status
    captured = capsys.readouterr()
    assert captured.out == ""
    assert "Traceback" not in captured.err
    if isinstance(raised, I18nError):
        assert "a" in captured.err
        assert "b" in captured.err


@pytest.mark.parametrize(("answer", "status"), [(None, 0), (0, 0), (1, 1), (3, 3)])
def test_what_a_command_returns_is_its_status(answer: int | None, status: int) -> None:
    assert guarded(lambda: answer) == status


def test_a_fault_is_70_and_its_report_holds_no_text_of_an_article(capsys: pytest.CaptureFixture[str]) -> None:
    def run() -> None:
        error = ValueError("the secret sentence")
        error.add_note("It happened with source/a.md.")
        raise error

    assert guarded(run) == 70
    said = capsys.readouterr().err
    assert "builtins.ValueError" in said
    assert "source/a.md" in said
    assert "in run" in said
    assert "secret" not in said
    assert str(Path.home()) not in said


def test_of_several_statuses_the_gravest_counts() -> None:
    order = [130, 70, 2, 3, 4, 1, 0]
    for at, status in enumerate(order):
        assert worst(order[at:]) == status
        assert worst(reversed(order[at:])) == status
    assert worst([]) == 0


def test_a_reader_that_goes_away_is_no_failure(tmp_path: Path) -> None:
    (tmp_path / "i18n.toml").write_text('[project]\nlocales = ["de"]\n', encoding="utf-8")
    source = tmp_path / "source"
    source.mkdir()
    for number in range(800):
        (source / f"an article with a long name {number}.md").write_text("# Hello there\n", encoding="utf-8")
    done = subprocess.run(
        f"{shlex.quote(sys.executable)} -m i18n status | head -n 1; echo ${{PIPESTATUS[0]}}",
        shell=True, executable="/bin/bash", cwd=tmp_path, env=environment(), capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert done.stdout.splitlines()[0].startswith("article")
    assert done.stdout.splitlines()[1:] == ["0"]
    assert done.stderr == ""


def test_without_a_project_the_way_out_is_named(tmp_path: Path) -> None:
    result = i18n(tmp_path, "status")
    assert result.exit_code == 2
    assert "i18n init" in result.stderr


def test_a_terminal_that_lacks_a_letter_gets_an_escape(tmp_path: Path) -> None:
    (tmp_path / "i18n.toml").write_text('[project]\nlocales = ["de"]\n', encoding="utf-8")
    (tmp_path / "source").mkdir()
    (tmp_path / "source" / "한.md").write_text("# Hello there\n", encoding="utf-8")
    done = process(tmp_path, "status", PYTHONIOENCODING="latin-1")
    assert done.returncode == 0
    assert "\\ud55c.md" in done.stdout


def test_a_full_disk_behind_stdout_is_no_fault_of_ours(tmp_path: Path) -> None:
    write(tmp_path, "i18n.toml", '[project]\nlocales = ["de"]\n')
    write(tmp_path, "source/a.md", "# Hello there\n")
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [sys.executable, "-m", "i18n", "status"], cwd=tmp_path, env=environment(), stdout=full,
            stderr=subprocess.PIPE, text=True, check=False,
        )  # fmt: skip
    assert done.returncode == 3
    assert "No space left on device" in done.stderr
    assert "fault" not in done.stderr


SHARED = [("-q",), ("-v",), ("--jobs", "1"), ("--locale", "de")]


@pytest.mark.parametrize("option", SHARED)
@pytest.mark.parametrize("command", ["extract", "draft", "check", "build", "bundle", "status", "run"])
def test_shared_options_mean_the_same_before_and_after_the_command(
    project: Path, command: str, option: tuple[str, ...]
) -> None:
    for name in ("run", "run", command):  # nothing is left to do
        i18n(project, name, *option)
    before, after = i18n(project, *option, command), i18n(project, command, *option)
    assert (before.exit_code, before.stdout, before.stderr) == (after.exit_code, after.stdout, after.stderr)
    assert before.exit_code in (0, 1)


def test_the_project_may_stand_after_the_command(project: Path, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    for arguments in (("--project", str(project), "extract"), ("extract", "--project", str(project))):
        assert i18n(tmp_path / "elsewhere", *arguments).exit_code == 0
    assert (project / "locales").exists()


def test_shared_options_reach_a_command_of_a_command(project: Path) -> None:
    i18n(project, "extract")
    given = [("--locale", "de", "memory", "statistics"), ("memory", "statistics", "--locale", "de", "-q")]
    for arguments in given:
        said = i18n(project, *arguments)
        assert said.exit_code == 0
        assert "pt-BR" not in said.stdout
    assert i18n(project, "memory", "-q", "statistics").exit_code == 0


def test_languages_before_and_after_the_command_count_together(project: Path) -> None:
    both = i18n(project, "--locale", "de", "extract", "--locale", "pt-BR", "-v")
    assert both.exit_code == 0
    assert (project / "locales/de").exists()
    assert (project / "locales/pt_BR").exists()


@pytest.mark.parametrize("arguments", [("-q", "status", "-v"), ("status", "-q", "-v"), ("--locale", "de", "config")])
def test_shared_options_that_make_no_sense_are_refused(project: Path, arguments: tuple[str, ...]) -> None:
    result = i18n(project, *arguments)
    assert result.exit_code == 2
    assert "Error: " in result.stderr


def test_an_interruption_while_python_cleans_up_an_object_is_not_lost() -> None:
    program = """
import os, signal, sys, time
from i18n.cli.boundary import guarded

class Interrupted:
    def __del__(self):
        os.kill(os.getpid(), signal.SIGINT)
        for _ in range(1000):
            pass

def run():
    del_me = Interrupted()
    del del_me
    time.sleep(60)

sys.exit(guarded(run))
"""
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False, timeout=50)
    assert (done.returncode, done.stderr) == (130, "Interrupted: everything finished so far is kept.\n")
