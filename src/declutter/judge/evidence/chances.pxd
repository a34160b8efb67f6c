cimport cython

from declutter.judge.lexicon cimport code_of, find, find_words
from declutter.page cimport Block

cdef Py_ssize_t ODDS_WIDTH, TEXT_WIDTH, KIND, HEADING, SHORT, _MOST_WORDS, _AROUND
cdef Py_ssize_t OWN, BELOW
cdef double _FAR, HUNDREDTHS

@cython.locals(
    blocks=list, block=Block, parents=cython.int[::1], places=cython.int[::1],
    calls=cython.int[::1], count=Py_ssize_t, called=cython.double[::1], sums=cython.double[::1],
    lowest=cython.double[::1], highest=cython.double[::1], i=Py_ssize_t, value=cython.double,
    parent=Py_ssize_t, to=Py_ssize_t, place=Py_ssize_t, marks=tuple, word=str,
    slots=cython.short[::1],
)
cdef measure_names(page, outline, attributes, float[::1] rows)

@cython.locals(
    own=cython.double[::1], i=Py_ssize_t, tag=str, words=tuple, value=cython.double,
    slots=cython.short[::1], tags=cython.ulonglong, at=Py_ssize_t, _=Py_ssize_t,
)
cpdef odds_of_names(list designations, long long[::1] codes, attributes)

@cython.locals(
    blocks=list, block=Block, slots=cython.short[::1], places=Py_ssize_t[::1], i=Py_ssize_t,
    to=Py_ssize_t, under=cython.double, under_lowest=cython.double, is_heading=cython.bint,
    text=str, count=Py_ssize_t, j=Py_ssize_t, total=cython.double, lowest=cython.double, highest=cython.double,
    value=cython.double,
)
cdef measure_words(page, list folded, odds, float[::1] texts, float[::1] rows)

@cython.locals(
    count=Py_ssize_t, own=cython.double[::1], sums=cython.double[::1],
    i=Py_ssize_t, label=str, heading=cython.double, distance=cython.double, to=Py_ssize_t,
    low=Py_ssize_t, high=Py_ssize_t,
)
cdef measure_labels(list labels, dict known, float[::1] rows)

@cython.locals(words=list)
cpdef list short_words(str folded, Py_ssize_t length)
