cimport cython

from declutter.page cimport Block, Element
from declutter.judge.phrases.sieve cimport may_open
from declutter.judge.phrases.folding cimport has_figure
from declutter.metadata.folding cimport fold
from declutter.metadata.words cimport byline_phrases


cdef Py_ssize_t _BEFORE
cdef Py_ssize_t _AFTER
cdef Py_ssize_t _LONGEST_LINE
cdef Py_ssize_t _LONG_TEXT
cdef Py_ssize_t _MOST_LATER
cdef Py_ssize_t _LONGEST_EDGES
cdef Py_ssize_t _SMALL_PART
cdef Py_ssize_t _MOST_IN_CARD
cdef frozenset _CARD_NAMES
cdef frozenset _OTHER_PARTS
cdef frozenset _OTHER_TAGS
cdef frozenset _OTHER_KINDS
cdef frozenset _WHOLE_TAGS


@cython.locals(
    start=Py_ssize_t, first=Py_ssize_t, last=Py_ssize_t, blocks=list, lines=list, long_texts=Py_ssize_t, unseen=bint, index=Py_ssize_t, block=Block, length=Py_ssize_t,
)
cpdef find_surroundings(page, title)
@cython.locals(
    name=str, names=set, hidden=Py_ssize_t, main=Py_ssize_t, loose=Py_ssize_t, alike=Py_ssize_t,
    likeness=double, share=double, index=Py_ssize_t, block=Block, folded=str, others=set,
    place=Py_ssize_t,
)
cdef Py_ssize_t _title_place(page, title)
@cython.locals(index=Py_ssize_t, block=Block)
cdef Py_ssize_t _first_text(page)
@cython.locals(length=Py_ssize_t, first=str)
cdef bint _is_loose_title(Block block, str name)
@cython.locals(elements=list, title=Py_ssize_t, index=Py_ssize_t, element=Element, word=str)
cpdef bint in_other_part(around, Block block)
@cython.locals(size=Py_ssize_t, line=Block)
cdef bint _is_own_card(list blocks, Element element)
@cython.locals(element=Element)
cdef bint _is_inside_article(list elements, Py_ssize_t index)
@cython.locals(
    dated=list, signed=list, openings=bytes, index=Py_ssize_t, block=Block, text=str, figure=bint,
)
cdef object _find_later_lines(list blocks, Py_ssize_t first)
@cython.locals(block=Block, headings=list)
cpdef list main_headings(list blocks)
@cython.locals(element=Element, named=list, word=str)
cpdef list small_parts_named(list elements, frozenset marks, Py_ssize_t first, Py_ssize_t last)
