cimport cython

from declutter.judge.phrases.folding cimport has_figure


cdef Py_ssize_t _LONGEST_LINE
cdef Py_ssize_t _BUDDHIST_YEARS
cdef Py_ssize_t _YEAR_FIGURES
cdef Py_ssize_t _MOST_BETWEEN
cdef str _PARTING_MARKS


@cython.locals(end=Py_ssize_t)
cpdef object read_date(str text, str language=*, Py_ssize_t earliest=*)
@cython.locals(has_year=bint, parted=bint, first=Py_ssize_t, end=Py_ssize_t)
cpdef object find_date(str text, str language=*, Py_ssize_t earliest=*, Py_ssize_t start=*)
@cython.locals(row=Py_ssize_t, at=Py_ssize_t, character=Py_UCS4)
cdef bint _has_year(str text, Py_ssize_t start)
@cython.locals(last=Py_ssize_t, at=Py_ssize_t, character=Py_UCS4, behind=Py_UCS4)
cdef bint _has_parted_figure(str text, Py_ssize_t start)
cpdef object find_month(str text)
@cython.locals(
    months=dict, openings=frozenset, tokens=list, index=Py_ssize_t, token=str, first=Py_ssize_t,
    end=Py_ssize_t, last=Py_ssize_t,
)
cdef object _find_named(str text, Py_ssize_t start)
@cython.locals(end=Py_ssize_t)
cdef str _dotted(str text, Py_ssize_t start)
@cython.locals(before=Py_ssize_t, after=Py_ssize_t, year=Py_ssize_t)
cdef object _around(list tokens, Py_ssize_t index, Py_ssize_t last, object month, table)
@cython.locals(distance=Py_ssize_t, place=Py_ssize_t, token=str)
cdef Py_ssize_t _figure(list tokens, Py_ssize_t index, Py_ssize_t step, table)
cdef tuple _with_time(str text, day, Py_ssize_t end)
cdef object _day_of_figures(first, second, str year, str mark, str language)
cdef object _day(year, month, day)
cdef object _iso(year, month, day, hour, minute, second, str zone, Py_ssize_t earliest)
cdef bint _believed(day, Py_ssize_t earliest)
