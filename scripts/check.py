"""``make check``: everything that needs no database and no browser."""

from scripts import web
from scripts.steps import BIN, ROOT, begun, finish, run, run_all


def _typescript() -> bool:
    node = web.find_node()
    web.install_packages(node)
    compiler = ROOT / "web" / "node_modules" / "typescript" / "bin" / "tsc"
    projects = sorted((ROOT / "web").glob("tsconfig.json")) + sorted((ROOT / "web").glob("*/tsconfig.json"))
    results = [run(node.program, compiler, "--noEmit", "--project", project) for project in projects]
    return all(results)


STEPS = (
    ("ruff: lint", lambda: run(BIN / "ruff", "check", ".")),
    ("ruff: format", lambda: run(BIN / "ruff", "format", "--check", ".")),
    ("import-linter: import direction", lambda: run(BIN / "lint-imports", "--no-logo")),
    ("tsc: TypeScript", _typescript),
    ("docs: reference pages as the code says", lambda: run(BIN / "python", "-m", "scripts.docs", "--check")),
)

if __name__ == "__main__":
    types = begun(BIN / "mypy")  # takes as long as all others together, where it has not been run before
    finish(run_all((*STEPS, ("mypy: types", types))))
