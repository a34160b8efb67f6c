"""`python -m benchmarks.hostile`: hostile inputs through declutter and its peers.

Every input runs in a process of its own, with a limit on CPU time and memory. Writes
benchmarks/results/hostile.json and hostile.md, and the table in the README.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from typing import Any

from benchmarks.corpora import ROOT, CorpusPage
from benchmarks.peers import TEXT_PEERS, Extractor, Peer, quiet
from benchmarks.processes import peak_of_this_process
from benchmarks.readme import fill
from tests.hostile.inputs import INPUTS, Hostile

CONTESTANTS = ("declutter", "trafilatura", "resiliparse", "readability-lxml")
START = "<!-- hostile:start -->"
END = "<!-- hostile:end -->"
_RESULTS = ROOT / "benchmarks" / "results"
_ADDRESSES = 6 * 2**30
_MEGABYTES = 600
_WARM = b"<html><title>a</title><body><p>One sentence is here to be read.</p></body></html>"


def run(peer: Peer, names: list[str], limit: float) -> Iterator[dict[str, Any]]:
    """The answers of one contestant, each as soon as it is there."""
    command = [sys.executable, "-m", "benchmarks.hostile", "--child", peer.name]
    running = subprocess.Popen(
        [*command, "--limit", str(limit), *names],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    assert running.stdout is not None
    for line in running.stdout:
        if line.startswith("{"):
            yield json.loads(line)


def answer_all(peer: Peer, names: list[str], limit: float) -> None:
    """In the child: answer each input in a fork of this process, and print what came of it."""
    quiet()
    extract = peer.load()
    extract(CorpusPage(id="warm", kind="", raw=_WARM, url=None), None)
    for name in names:
        child = os.fork()
        if child == 0:
            seconds = int(limit) + 1
            resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
            resource.setrlimit(resource.RLIMIT_AS, (_ADDRESSES, _ADDRESSES))
            print(json.dumps(answer(extract, INPUTS[name], peer.name)), flush=True)
            os._exit(0)
        _, status = os.waitpid(child, 0)
        if status:
            died = "too slow" if status & 127 in (signal.SIGXCPU, signal.SIGKILL) else "crash"
            print(json.dumps({"name": name, "outcome": died}), flush=True)


def answer(extract: Extractor, hostile: Hostile, contestant: str) -> dict[str, Any]:
    """What an extractor makes of an input: "text", "empty", "refused" (an error), or "lost"."""
    data = hostile.make()
    raw = data if isinstance(data, bytes) else data.encode("utf-8", "surrogatepass")
    begin = time.process_time()
    outcome, detail = "text", ""
    try:
        text = extract(CorpusPage(id=hostile.name, kind="", raw=raw, url=None), None).text
        if hostile.keeps and hostile.keeps not in " ".join(text.split()):
            outcome = "lost"
        elif not text.strip():
            outcome = "empty"
    except MemoryError:
        outcome = "crash"
    except Exception as error:
        documented = contestant == "declutter" and type(error).__module__ == "declutter.errors"
        outcome = "refused" if documented else "raised"
        detail = type(error).__name__
    return {
        "name": hostile.name,
        "outcome": outcome,
        "detail": detail,
        "seconds": round(time.process_time() - begin, 3),
        "megabytes": round(peak_of_this_process()),
    }


def summary(contestant: dict[str, Any], limit: float) -> dict[str, Any]:
    """The counts of one contestant's answers."""
    answers = contestant["answers"]
    outcomes = [each["outcome"] for each in answers]
    seconds = [each["seconds"] for each in answers if "seconds" in each]
    return {
        "name": contestant["name"],
        "version": contestant["version"],
        "text": outcomes.count("text") + outcomes.count("empty"),
        "refused": outcomes.count("refused"),
        "raised": outcomes.count("raised"),
        "lost": outcomes.count("lost"),
        "slow": outcomes.count("too slow") + sum(1 for each in seconds if each > limit),
        "crash": outcomes.count("crash"),
        "above": sum(1 for each in answers if each.get("megabytes", 0) > _MEGABYTES),
        "seconds": sum(seconds),
    }


def render(results: dict[str, Any]) -> str:
    """The table of all contestants, as Markdown."""
    lines = [
        f"{results['inputs']} hostile inputs, each in a process of its own, at most "
        f"{results['limit']:g} s of CPU time:",
        "",
        "| extractor | a result | says why not | an error of its insides | no answer in time "
        "| process died | text of the page lost | above 600 MB |",
        "|---|--:|--:|--:|--:|--:|--:|--:|",
    ]
    for contestant in results["contestants"]:
        row = summary(contestant, results["limit"])
        lines.append(
            f"| {row['name']} {row['version']} | {row['text']} | {row['refused']} "
            f"| {row['raised']} | {row['slow']} | {row['crash']} | {row['lost']} | {row['above']} |"
        )
    lines += [
        "",
        '"Says why not" is a documented error that names the input\'s type or the limit. "Lost" '
        "counts inputs whose one plain sentence is not in the result.",
    ]
    return "\n".join(lines)


def main() -> None:
    """Read the options, run all contestants, write the results."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.hostile", description=__doc__)
    parser.add_argument("names", nargs="*", help="inputs to run (all)")
    parser.add_argument("--every", type=int, default=1, help="run every Nth input only")
    parser.add_argument("--limit", type=float, default=10, help="CPU seconds an input (10)")
    parser.add_argument("--child", help=argparse.SUPPRESS)
    options = parser.parse_args()
    peers = {peer.name: peer for peer in TEXT_PEERS}
    if options.child:
        answer_all(peers[options.child], options.names, options.limit)
        return
    names = options.names or list(INPUTS)[:: options.every]
    contestants = []
    for name in CONTESTANTS:
        peer = peers[name]
        answers = list(run(peer, names, options.limit))
        contestants.append({"name": name, "version": peer.version() or "", "answers": answers})
        print(summary(contestants[-1], options.limit), flush=True)
    results = {"inputs": len(names), "limit": options.limit, "contestants": contestants}
    _RESULTS.mkdir(exist_ok=True)
    table = render(results)
    (_RESULTS / "hostile.json").write_text(json.dumps(results, indent=1) + "\n", encoding="utf-8")
    (_RESULTS / "hostile.md").write_text(table + "\n", encoding="utf-8")
    readme = ROOT / "README.md"
    text = readme.read_text(encoding="utf-8")
    readme.write_text(fill(text, table, START, END), encoding="utf-8")


if __name__ == "__main__":
    main()
