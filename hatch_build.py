"""Compiles the hot modules with mypyc while a wheel is built, where the machine has a C compiler.

The same source runs uncompiled: a build without a compiler says so and goes on, and an editable
install always runs the source. DECLUTTER_COMPILE=0 leaves the source as it is, DECLUTTER_COMPILE=1
lets the build fail where it cannot compile.
"""

from __future__ import annotations

import contextlib
import os
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

# Measured to gain: the walk over the tree, and what looks at every block.
HOT = (
    "declutter/readers/html_*.py",
    "declutter/readers/words.py",
    "declutter/readers/tags.py",
    "declutter/judge/[!_]*.py",
    "declutter/judge/evidence/*.py",
    "declutter/judge/phrases/folding.py",
    "declutter/judge/phrases/__init__.py",
    "declutter/judge/rules/*.py",
)
# The nouns stay Python: they are pickled between processes, which compiled classes cannot be.
COLD = ("declutter/readers/html_ruled.py", "declutter/readers/html_layout.py")
MYPY_OPTIONS = ("--config-file=", "--ignore-missing-imports", "--follow-imports=silent")


class CompileHook(BuildHookInterface[Any]):
    """Adds the compiled modules to a wheel, beside their source."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        wish = os.environ.get("DECLUTTER_COMPILE", "")
        if version == "editable" or wish == "0":
            return
        scratch = tempfile.TemporaryDirectory(prefix="declutter-build-")
        self.scratch = scratch  # kept until the wheel has taken the files
        try:
            compiled = compile_modules(Path(self.root) / "src", Path(scratch.name))
        except (Exception, SystemExit) as error:  # mypyc ends by SystemExit
            if wish == "1":
                raise
            self.app.display_warning(
                f"declutter is built without its compiled modules, and will be slower: {error}. "
                "A C compiler and Python's headers are needed (DECLUTTER_COMPILE=1 shows more)."
            )
            return
        build_data["pure_python"] = False
        build_data["infer_tag"] = True
        build_data["force_include"].update(compiled)

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        if hasattr(self, "scratch"):
            self.scratch.cleanup()


def hot_modules(source: Path) -> list[str]:
    """The modules to compile, as paths relative to the source folder."""
    found = {path.relative_to(source).as_posix() for glob in HOT for path in source.glob(glob)}
    return sorted(found.difference(COLD))


def compile_modules(source: Path, scratch: Path) -> dict[str, str]:
    """Compile into `scratch`; each compiled file with the place it has in the wheel."""
    from mypyc.build import mypycify
    from setuptools import Distribution
    from setuptools.command.build_ext import build_ext

    with contextlib.chdir(source):
        extensions = mypycify(
            [*MYPY_OPTIONS, f"--cache-dir={scratch / 'mypy'}", *hot_modules(source)],
            opt_level="3",
            debug_level="0",
            target_dir=str(scratch / "c"),
            group_name="declutter",
        )
        command = build_ext(Distribution({"name": "declutter", "ext_modules": extensions}))
        command.build_lib = str(scratch / "lib")
        command.build_temp = str(scratch / "temp")
        command.ensure_finalized()
        command.run()
    built = scratch / "lib"
    return {str(path): path.relative_to(built).as_posix() for path in built.rglob("*.so")} | {
        str(path): path.relative_to(built).as_posix() for path in built.rglob("*.pyd")
    }
