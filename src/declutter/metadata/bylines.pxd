cimport cython

from declutter.judge.phrases.folding cimport has_figure
from declutter.metadata.dates cimport find_date
from declutter.metadata.folding cimport fold, squeeze
from declutter.metadata.names cimport byline_end, byline_in, names_another, people_of
from declutter.metadata.surroundings cimport in_other_part, small_parts_named
from declutter.page cimport Block, Element


cdef Py_ssize_t _LONGEST_LINK_WORD
cdef Py_ssize_t _LONGEST_DATE_LINE
cdef frozenset _AUTHOR_WORDS
cdef frozenset _POSTER_WORDS


@cython.locals(people=list)
cpdef list shown_people(around)
@cython.locals(blocks=list, index=Py_ssize_t, block=Block, text=str, people=list)
cdef list _people_of_bylines(around, list lines)
@cython.locals(people=list)
cpdef list people_of_opening(str text)
@cython.locals(
    blocks=list, place=Py_ssize_t, title=str, index=Py_ssize_t, block=Block, people=list,
)
cdef list _people_beside_date(around)
@cython.locals(block=Block)
cdef bint _is_date(list blocks, Py_ssize_t index)
@cython.locals(blocks=list, place=Py_ssize_t, value=str, people=list)
cdef list _told_people(around, Py_ssize_t first, Py_ssize_t last)
cdef bint _could_be_told(str name)
@cython.locals(
    told=list, blocks=list, name=str, value=str, place=Py_ssize_t, element=Element,
    index=Py_ssize_t,
)
cdef list _told_lines(page, frozenset marks, Py_ssize_t first, Py_ssize_t last)
cdef str _name_in(Block block)
@cython.locals(
    start=Py_ssize_t, index=Py_ssize_t, text=str, name=str, value=str, people=list,
)
cpdef list shown_poster(around)
cdef str _behind_starter(str text)
@cython.locals(whole=str, name=str)
cdef str _shorter(str value, Block block)
