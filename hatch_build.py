"""Compiles the hot modules with Cython while a wheel is built, where the machine has a C compiler.

The same source runs uncompiled: a build without a compiler says so and goes on, and an editable
install always runs the source. DECLUTTER_COMPILE=0 leaves the source as it is, DECLUTTER_COMPILE=1
lets the build fail where it cannot compile.

The modules are plain Python. Where C types are worth it, a `.pxd` file beside a module declares
them: attributes of its classes, signatures, locals. Python itself never reads that file.
"""

from __future__ import annotations

import contextlib
import os
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

# Measured to gain: the nouns, the walk over the tree, and what looks at every block.
HOT = (
    "declutter/page.py",
    "declutter/readers/html*.py",
    "declutter/readers/words.py",
    "declutter/readers/tags.py",
    "declutter/readers/controls.py",
    "declutter/readers/inline.py",
    "declutter/readers/markdown*.py",
    "declutter/readers/plain.py",
    "declutter/readers/wrapping.py",
    "declutter/judge/[!_]*.py",
    "declutter/judge/evidence/*.py",
    "declutter/judge/heuristic/places.py",
    "declutter/judge/heuristic/weigh.py",
    "declutter/judge/phrases/folding.py",
    "declutter/judge/phrases/__init__.py",
    "declutter/judge/phrases/sieve.py",
    "declutter/judge/rules/*.py",
    "declutter/metadata/bylines.py",
    "declutter/metadata/date_lines.py",
    "declutter/metadata/dates.py",
    "declutter/metadata/declared.py",
    "declutter/metadata/folding.py",
    "declutter/metadata/language.py",
    "declutter/metadata/names.py",
    "declutter/metadata/surroundings.py",
    "declutter/metadata/tag_lines.py",
    "declutter/metadata/titles.py",
    "declutter/metadata/words.py",
    "declutter/render/text.py",
)
# Seldom run, or never in a loop.
COLD = (
    "declutter/readers/html_ruled.py",
    "declutter/readers/html_layout.py",
    "declutter/judge/packed.py",
    "declutter/judge/scorer.py",
    "declutter/judge/table.py",
    "declutter/judge/walk.py",
)
# Hot modules that a .pxd file types throughout. Every index in them is known to lie between 0 and
# the length, and C does not look again: one below 0 or past the end is a wild read.
UNCHECKED: tuple[str, ...] = (
    "declutter/judge/phrases/__init__.py",
    "declutter/judge/phrases/folding.py",
    "declutter/judge/phrases/sieve.py",
    "declutter/readers/words.py",
    "declutter/readers/markdown_addresses.py",
    "declutter/judge/cards.py",
    "declutter/judge/forest.py",
    "declutter/judge/lexicon.py",
    "declutter/judge/evidence/chances.py",
    "declutter/judge/evidence/lines.py",
    "declutter/judge/evidence/outline.py",
    "declutter/judge/evidence/place.py",
    "declutter/judge/evidence/rows.py",
    "declutter/judge/evidence/scores.py",
    "declutter/judge/evidence/structure.py",
    "declutter/judge/evidence/text.py",
    "declutter/judge/evidence/totals.py",
    "declutter/judge/evidence/vocabulary.py",
    "declutter/judge/evidence/whole.py",
    "declutter/metadata/folding.py",
)

DIRECTIVES = {"language_level": 3, "emit_code_comments": False}
# Where a .pxd file has the types, annotations are not asked for them: the two may not differ.
DECLARED = {"annotation_typing": False}
# Its classes hold text, numbers and each other downwards: no cycles, nothing for the garbage
# collector. Decorators that say so in a .pxd file get lost where the class is one of a .py file,
# and `compiler_directives` does not take these: they have to be defaults.
CLASSES = {"no_gc": True}
NO_CHECKS = {"boundscheck": False, "wraparound": False, "initializedcheck": False}
# What every module with typed views of arrays needs: 150 kB each, if it were not in one place.
SHARED = "declutter._shared"
GCC_OPTIONS = ["-O3", "-g0", "-Wno-unused-function", "-Wno-unreachable-code"]
JOBS = 2


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
        except (Exception, SystemExit) as error:
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
    from setuptools import Distribution
    from setuptools.command.build_ext import build_ext

    modules = hot_modules(source)
    if unknown := set(UNCHECKED).difference(modules):
        raise ValueError(f"UNCHECKED names what is not compiled: {', '.join(sorted(unknown))}")
    typed = [module for module in modules if (source / module).with_suffix(".pxd").exists()]
    checked = [module for module in typed if module not in UNCHECKED]
    plain = [module for module in modules if module not in typed and module not in UNCHECKED]
    with contextlib.chdir(source):
        extensions = (
            translate_shared(scratch)
            + translate(plain, DIRECTIVES, scratch)
            + translate_typed(checked, DIRECTIVES | DECLARED, scratch)
            + translate_typed(list(UNCHECKED), DIRECTIVES | DECLARED | NO_CHECKS, scratch)
        )
        command = build_ext(Distribution({"name": "declutter", "ext_modules": extensions}))
        command.build_lib = str(scratch / "lib")
        command.build_temp = str(scratch / "temp")
        command.parallel = JOBS
        command.ensure_finalized()
        if command.compiler != "msvc" and os.name != "nt":
            for extension in extensions:
                extension.extra_compile_args = GCC_OPTIONS
        command.run()
    built = scratch / "lib"
    return {
        str(path): path.relative_to(built).as_posix()
        for suffix in (".so", ".pyd")
        for path in built.rglob(f"*{suffix}")
    }


def translate_shared(scratch: Path) -> list[Any]:
    """Write the C of what the modules share."""
    from Cython.Build import cythonize
    from setuptools import Extension

    translated: list[Any] = cythonize(
        [Extension(SHARED, [])],
        build_dir=str(scratch / "c"),
        shared_utility_qualified_name=SHARED,
        quiet=True,
    )
    return translated


def translate_typed(modules: list[str], directives: dict[str, Any], scratch: Path) -> list[Any]:
    """Write the C of modules whose classes a `.pxd` file makes structs."""
    from Cython.Compiler.Options import get_directive_defaults

    defaults = get_directive_defaults()
    before = dict(defaults)
    defaults.update(CLASSES)
    try:
        return translate(modules, directives, scratch)
    finally:
        defaults.clear()
        defaults.update(before)


def translate(modules: list[str], directives: dict[str, Any], scratch: Path) -> list[Any]:
    """Write the C of modules into `scratch`; what setuptools builds of it."""
    from Cython.Build import cythonize
    from setuptools import Extension

    extensions = [
        Extension(module.removesuffix(".py").replace("/", "."), [module]) for module in modules
    ]
    translated: list[Any] = cythonize(
        extensions,
        build_dir=str(scratch / "c"),
        compiler_directives=directives,
        include_path=["."],
        nthreads=JOBS,
        shared_utility_qualified_name=SHARED,
        quiet=True,
    )
    return translated
