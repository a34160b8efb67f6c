"""What a drawing comes as: one file of HTML that needs nothing else."""

from __future__ import annotations

from dataclasses import dataclass, field
from html import escape
from pathlib import Path


@dataclass(slots=True, frozen=True)
class Picture:
    """A drawing as one HTML file; a notebook shows it as it is."""

    html: str = field(repr=False)

    def save(self, path: str | Path) -> None:
        """Write the file, in UTF-8."""
        Path(path).write_text(self.html, encoding="utf-8")

    def _repr_html_(self) -> str:
        # A frame of its own keeps the notebook's style and the picture's apart; its script may
        # run, but not as a part of the notebook.
        return (
            '<iframe title="declutter xray" sandbox="allow-scripts" width="100%" height="720" '
            f'style="border:1px solid #8888" srcdoc="{escape(self.html)}"></iframe>'
        )
