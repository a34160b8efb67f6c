cimport cython

from declutter.judge.phrases.folding cimport has_figure
from declutter.metadata.bylines cimport people_of_opening
from declutter.metadata.dates cimport find_date, find_month
from declutter.metadata.folding cimport fold
from declutter.metadata.names cimport byline_end, byline_in
from declutter.metadata.surroundings cimport in_other_part
from declutter.page cimport Block, Element


cdef Py_ssize_t _MOST_DATES
cdef Py_ssize_t _RIGHT_BY
cdef Py_ssize_t _MONTH_WITHIN
cdef Py_ssize_t _MOST_BESIDE_DATE
cdef Py_ssize_t _LONGEST_DATE_LINE
cdef Py_ssize_t _LONGEST_BARE_DATE
cdef Py_ssize_t _SHOWN
cdef Py_ssize_t _SAID
cdef frozenset _DATE_WORDS
cdef str _LAST_SPACED


@cython.locals(
    blocks=list, trust=Py_ssize_t, step=Py_ssize_t, index=Py_ssize_t, text=str, block=Block,
)
cpdef tuple dates_beside_title(around, str language)
@cython.locals(index=Py_ssize_t, title=Py_ssize_t)
cpdef object day_by_title(around, str language)
@cython.locals(blocks=list, index=Py_ssize_t, block=Block)
cpdef object labelled_date(around, str language)
@cython.locals(
    blocks=list, first=Py_ssize_t, title=Py_ssize_t, index=Py_ssize_t, block=Block,
    start=Py_ssize_t, before=str, label=str, bare=bint,
)
cpdef object shown_month(around)
@cython.locals(
    blocks=list, heading=Py_ssize_t, dated=Py_ssize_t, headings=Py_ssize_t, cards=list,
    index=Py_ssize_t, block=Block,
)
cdef frozenset _lines_of_cards(around)
@cython.locals(blocks=list, index=Py_ssize_t, block=Block, other=bint)
cpdef tuple shown_dates(around, str language)
@cython.locals(block=Block, found=list, label=str)
cdef list _dates_in_block(list blocks, Py_ssize_t index, str language)
@cython.locals(block=Block, above=str)
cdef str _label_above(list blocks, Py_ssize_t index)
@cython.locals(block=Block, above=str)
cdef bint _is_under_byline(list blocks, Py_ssize_t index)
@cython.locals(element=Element)
cdef bint _is_marked(page, Block block)
@cython.locals(
    found=list, start=Py_ssize_t, first=Py_ssize_t, end=Py_ssize_t, iso=str, label=str,
)
cpdef list dates_of(str text, str language)
cdef bint _goes_on(str text, Py_ssize_t end)
@cython.locals(kept=list)
cdef str _without_fillers(str before)
@cython.locals(phrase=str, label=str)
cdef str _label(str before)
@cython.locals(start=Py_ssize_t)
cdef bint _ends_with(str text, str phrase)
