"""LlamaIndex: a node parser that makes a page one node of its text."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from declutter.cleaner import Cleaner
from declutter.errors import MissingExtra
from declutter.integrations.metadata import address_of, flat_metadata

try:
    from llama_index.core.bridge.pydantic import Field
    from llama_index.core.node_parser import NodeParser
    from llama_index.core.node_parser.node_utils import build_nodes_from_splits
    from llama_index.core.schema import BaseNode, MetadataMode
    from llama_index.core.utils import get_tqdm_iterable
except ImportError as error:
    raise MissingExtra("this needs LlamaIndex: pip install 'declutter[llama-index]'") from error


class DeclutterNodeParser(NodeParser):
    """Makes every page a node of its clean text, with its metadata; let a splitter follow.

    The address of a page is taken from its metadata (`source` or `url`). A page without text gives
    no node. Raises what `declutter.Cleaner` and its `clean` raise.
    """

    form: str = Field(default="text", pattern="^(text|markdown)$", description="What to write.")
    options: dict[str, Any] = Field(
        default_factory=dict, description="The options of declutter.Cleaner."
    )

    @classmethod
    def class_name(cls) -> str:
        """The name that LlamaIndex stores the parser under."""
        return "DeclutterNodeParser"

    def _parse_nodes(
        self, nodes: Sequence[BaseNode], show_progress: bool = False, **kwargs: Any
    ) -> list[BaseNode]:
        cleaner = Cleaner(**self.options)
        parsed: list[BaseNode] = []
        for node in get_tqdm_iterable(nodes, show_progress, "Cleaning pages"):
            content = node.get_content(metadata_mode=MetadataMode.NONE)
            page = cleaner.clean(content, url=address_of(node.metadata))
            text = page.markdown if self.form == "markdown" else page.text
            if not text:
                continue
            made = build_nodes_from_splits([text], node, id_func=self.id_func)[0]
            made.metadata = {**flat_metadata(page), **node.metadata}
            parsed.append(made)
        return parsed
