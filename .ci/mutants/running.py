"""Runs tests in this process, which is a child: some chosen ones against a mutant, or all with what they run noted."""

from __future__ import annotations

import os
import sys
import tempfile
from dataclasses import dataclass, field
from pathlib import Path
from time import process_time
from typing import TYPE_CHECKING, Any

import coverage
import hypothesis
import pytest

if TYPE_CHECKING:
    from collections.abc import Generator, Sequence

_STARTS = ("subprocess.Popen", "os.posix_spawn", "os.spawn", "os.exec", "os.fork", "os.forkpty", "os.system")
"""What Python tells when a process is to be started."""


class RefusedError(RuntimeError):
    """A test wanted to start a process."""


@dataclass(frozen=True, slots=True)
class Ran:
    """What became of chosen tests: the first that failed, if any did."""

    code: int
    """As pytest gives it: 0 all passed, 1 one failed, 2 not even collected."""
    killer: str = ""


@dataclass(slots=True)
class Noted:
    """What was noted of the tests of one file."""

    seconds: dict[str, float] = field(default_factory=dict)
    """Test → processor time; those alone that passed and started no process."""
    lines: dict[str, dict[str, int]] = field(default_factory=dict)
    """Test → file of the package → a number with a bit for each line that it ran. `""` is for imports."""
    failed: list[str] = field(default_factory=list)
    skipped: list[str] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)
    """Tests that wanted to start a process: outside judges, whole runs."""


class _Plugin:
    """What all runs share: no process is started, and examples are drawn but not made smaller."""

    def __init__(self) -> None:
        self.current = ""
        self.refused: dict[str, None] = {}
        sys.addaudithook(self._refuse)

    def _refuse(self, event: str, _: object) -> None:
        if event in _STARTS:
            self.refused[self.current] = None
            raise RefusedError("no test that starts a process takes part")

    @pytest.hookimpl(trylast=True)
    def pytest_configure(self) -> None:
        """Take the project's own settings, less what serves only to explain a failure or depends on the clock."""
        phases = [hypothesis.Phase.explicit, hypothesis.Phase.generate]
        hypothesis.settings.register_profile(
            "mutants", phases=phases, report_multiple_bugs=False, suppress_health_check=list(hypothesis.HealthCheck)
        )
        hypothesis.settings.load_profile("mutants")


class _Chosen(_Plugin):
    """Leaves of all collected tests the chosen ones, and keeps the first that fails."""

    def __init__(self, tests: Sequence[str]) -> None:
        super().__init__()
        self.tests = tests
        self.failed: list[str] = []

    @pytest.hookimpl(trylast=True)
    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        """In the chosen order."""
        found = {item.nodeid: item for item in items}
        items[:] = [found[test] for test in self.tests if test in found]

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Keep a test that fails."""
        if report.failed:
            self.failed.append(report.nodeid)


class _Noting(_Plugin):
    """Notes the time of each test and the lines it runs."""

    def __init__(self, measured: coverage.Coverage) -> None:
        super().__init__()
        self.measured, self.noted = measured, Noted()

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> Generator[None, Any, Any]:
        """One test, from the making of what it needs to its end."""
        self.current = item.nodeid
        self.measured.switch_context(item.nodeid)
        start = process_time()
        result = yield
        self.noted.seconds[item.nodeid] = process_time() - start
        self.measured.switch_context("")
        self.current = ""
        return result

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_makereport(
        self, item: pytest.Item, call: pytest.CallInfo[Any]
    ) -> Generator[None, pytest.TestReport, pytest.TestReport]:
        """A process that was refused to what several tests share is refused to each of them."""
        if call.excinfo and call.excinfo.errisinstance(RefusedError):
            self.refused[item.nodeid] = None
        return (yield)

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Keep a test that fails or is skipped."""
        if report.failed or report.skipped:
            (self.noted.failed if report.failed else self.noted.skipped).append(report.nodeid)

    def pytest_collectreport(self, report: pytest.CollectReport) -> None:
        """Keep a file that cannot be read."""
        if report.failed:
            self.noted.failed.append(report.nodeid)


def run(project: Path, tests: Sequence[str]) -> Ran:
    """Run chosen tests until one fails."""
    plugin = _Chosen(tests)
    files = dict.fromkeys(test.partition("::")[0] for test in tests)
    code = _pytest(project, ["-x", *files], plugin)
    return Ran(code, plugin.failed[0] if plugin.failed else "")


def failing(project: Path, tests: Sequence[str]) -> list[str]:
    """Those of chosen tests that fail; none should, without a mutant."""
    plugin = _Chosen(tests)
    code = _pytest(project, [*dict.fromkeys(test.partition("::")[0] for test in tests)], plugin)
    return plugin.failed or ([] if code == 0 else [f"pytest ended with {code}"])


def note(project: Path, file: str, package: str) -> Noted:
    """Run the tests of one file, and note which lines of the package each runs."""
    os.environ["COVERAGE_CORE"] = "ctrace"  # of the ways to measure the one that tells tests apart
    measured = coverage.Coverage(data_file=None, config_file=False, include=[f"{project}/src/{package}/*"])
    plugin = _Noting(measured)
    measured.start()
    _pytest(project, [file], plugin)
    measured.stop()
    noted, data = plugin.noted, measured.get_data()
    noted.refused = list(plugin.refused)
    for path in data.measured_files():
        name = Path(path).relative_to(project).as_posix()
        for line, contexts in data.contexts_by_lineno(path).items():
            for test in contexts:
                lines = noted.lines.setdefault(test, {})
                lines[name] = lines.get(name, 0) | 1 << line
    out = {*noted.failed, *noted.skipped, *noted.refused}
    noted.seconds = {test: seconds for test, seconds in noted.seconds.items() if test not in out}
    noted.failed = [test for test in noted.failed if test not in noted.refused]
    return noted


def _pytest(project: Path, arguments: Sequence[str], plugin: _Plugin) -> int:
    os.chdir(project)
    os.environ["PYTEST_DISABLE_PLUGIN_AUTOLOAD"] = "1"  # what the judges bring takes longer to load than most tests
    sys.path.insert(0, str(project / "src"))
    with tempfile.TemporaryDirectory() as folder:
        return int(pytest.main([*_OPTIONS, "--basetemp", f"{folder}/t", *arguments], [plugin]))


_OPTIONS = (
    "-q",
    "-p",
    "no:cacheprovider",
    "-p",
    "no:unraisableexception",
    "-W",
    "ignore::pytest.PytestAssertRewriteWarning",
)
"""Plugins that the parent has loaded cannot be rewritten, and what is left open where a process was not started is
closed by nobody: neither is a fault."""
