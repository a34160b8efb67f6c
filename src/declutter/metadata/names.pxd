cimport cython

from declutter.judge.phrases.folding cimport has_figure
from declutter.metadata.dates cimport find_date
from declutter.metadata.folding cimport fold, squeeze
from declutter.metadata.words cimport byline_phrases


cdef Py_ssize_t _LONGEST_LINE
cdef Py_ssize_t _LONGEST_OPENING
cdef Py_ssize_t _LONGEST_NAME
cdef Py_ssize_t _MOST_WORDS
cdef Py_ssize_t _MOST_NAMES
cdef Py_ssize_t _SHORTEST_INITIALS
cdef str _EDGES
cdef str _MARKS


cpdef list people_of(str text)
@cython.locals(end=Py_ssize_t)
cpdef str strip_byline(str text)
@cython.locals(low=str, last=Py_ssize_t, start=Py_ssize_t, end=Py_ssize_t, phrases=tuple, phrase=str)
cpdef Py_ssize_t byline_end(str text)
@cython.locals(low=str)
cpdef bint names_another(str text)
@cython.locals(kept=str)
cdef str _bare(str text)
cdef str _cut_initials(str text)
@cython.locals(tokens=list, count=Py_ssize_t, length=Py_ssize_t)
cdef str _without_label(str text)
@cython.locals(rest=str, part=str)
cpdef str byline_in(str text)
@cython.locals(names=list, part=str)
cdef list _split(str text)
@cython.locals(piece=str, folded=str, name=str)
cdef object _split_at_commas(str text, list names)
cdef str _without_end(str name)
@cython.locals(tokens=list, parts=list, part=list, token=str)
cdef list _split_at_and(str text)
@cython.locals(folded=str)
cdef bint _could_be_name(str name)
cdef bint _has_role(str folded)
cpdef bint is_credential(str text)
cpdef bint is_handle(str name)
cpdef bint is_nobody(str name)
cpdef bint is_agency(str name)
