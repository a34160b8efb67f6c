"""What stands on the stack of a walk besides nodes: open containers, and the rest of a crowd."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from declutter.readers.html_shape import Shape
    from declutter.readers.tags import Tag

_CROWD: Final = 512
"""Children from which an element's are taken from the tree one by one: Python's handles for a
hundred thousand nodes at once take as much memory as the page."""


class Place:
    """An open container. It becomes an Element with the first block inside it."""

    __slots__ = ("element", "outside", "tag", "words")

    tag: Tag
    words: tuple[str, ...]
    outside: Shape
    element: int


class Crowd:
    """The children of an element that are not read yet: the next of them."""

    __slots__ = ("following",)

    following: Any


def new_place(tag: Tag, words: tuple[str, ...], outside: Shape) -> Place:
    """A place without an element; past the class's call, which costs more than the rest."""
    place = Place.__new__(Place)
    place.tag = tag
    place.words = words
    place.outside = outside
    place.element = -1
    return place


def push_children(node: Any, stack: list[Any]) -> None:
    """Put an element's children on the stack, the first one uppermost."""
    if len(node) < _CROWD:
        children = node.children
        for child in reversed(children):
            stack.append(child)
        return
    crowd = Crowd.__new__(Crowd)
    crowd.following = next(node.descendants)
    stack.append(crowd)


def push_next(crowd: Crowd, stack: list[Any]) -> None:
    """Put the next of a crowd on the stack, over what follows it."""
    node = crowd.following
    crowd.following = node.next_sibling
    if crowd.following is not None:
        stack.append(crowd)
    stack.append(node)
