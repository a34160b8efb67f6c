"""Judging by hand: probabilities from weights that anybody can read, without anything fitted.

The weights, in `weights.toml` beside this file, look at what the evidence measures. Where the ideas
are from:

- text outside links, and how much of it there is around a block: Kohlschütter, Fankhauser and
  Nejdl, "Boilerplate detection using shallow text features" (2010), known as boilerpipe;
- names of classes that speak for content or against it, and one container that holds most of the
  prose: Readability, by Arc90 and later Mozilla;
- a first judgement of each block by itself and a second one by its neighbours: Pomikálek, "Removing
  boilerplate and duplicate content from web corpora" (2011), known as jusText;
- the run of blocks with the most content: Pasternack and Roth, "Extracting article text from the
  web with maximum subsequence segmentation" (2009).
"""

from __future__ import annotations

from array import array
from dataclasses import dataclass
from math import exp

from declutter.deadline import Deadline
from declutter.judge.case import Case, block_labels
from declutter.judge.evidence import measure
from declutter.judge.evidence.layout import PIECE, zeros
from declutter.judge.heuristic.page_type import chances_by_hand
from declutter.judge.heuristic.places import add_container, measure_paths
from declutter.judge.heuristic.weigh import weigh
from declutter.judge.heuristic.weights import Weights, weights_set_by_hand
from declutter.judge.odds import Odds
from declutter.judge.page_type import likeliest_type
from declutter.judge.score import Scored


@dataclass(slots=True, frozen=True)
class ByHand:
    """Judges by weights set by hand; a `declutter.judge.scorer.Scorer`."""

    weights: Weights

    @property
    def odds(self) -> Odds:
        return self.weights.odds

    def score(self, case: Case, deadline: Deadline) -> Scored:
        """Measure and score every block: by itself, then by its neighbours and the container that
        holds most of the content. Raises PageTimeout past the deadline."""
        weights = self.weights
        outline = case.outline
        labels = block_labels(case)
        evidence = measure(case.page, outline, case.folded, labels, weights.odds, deadline)
        measure_paths(outline, weights.odds.attributes, evidence)
        totals = zeros(evidence.count)
        for at in range(0, evidence.count, PIECE):
            weigh(weights.first, evidence.rows_from(at), totals, at, deadline)
        first = likelihoods(totals, 1.0)
        evidence.take_scores(first)
        for at in range(0, evidence.count, PIECE):
            weigh(weights.second, evidence.rows_from(at), totals, at, deadline)
        add_container(outline, first, weights.container, evidence, totals)
        return Scored(evidence, likelihoods(totals, weights.trust))

    def tell_type(self, case: Case, scored: Scored) -> None:
        """Set the probabilities of the types that the page declares or is named for, and its type:
        an article where nothing tells."""
        case.chances = chances_by_hand(case, self.weights.types)
        case.page_type = likeliest_type(case.chances)

    def expect(self, case: Case, scored: Scored, expected: float) -> float:
        """The word F1 to expect: what the probabilities expect of themselves."""
        return expected


def likelihoods(totals: array[float], trust: float) -> array[float]:
    """The probabilities that sums of weights give, each sum taken as far as it is trusted."""
    return array("d", [1.0 / (1.0 + exp(-trust * total)) for total in totals])


def judge_by_hand() -> ByHand:
    """The judge by the weights of the package."""
    return ByHand(weights_set_by_hand())
