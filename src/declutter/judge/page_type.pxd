cimport cython

from declutter.judge.lexicon cimport find
from declutter.page cimport Block

cdef Py_ssize_t OWN, SIEVED, TEXT_WIDTH, SIZE, LINK_DENSITY, KIND, HEADING
cdef double HUNDREDTHS
cdef Py_ssize_t _MOST_SIGNALS, _LONGEST_SAYING, _MOST_SPACES
cdef str _EDGES

@cython.locals(
    count=Py_ssize_t, known=cython.short[::1], told=bytearray, number=Py_ssize_t, i=Py_ssize_t,
    totals=cython.int[::1],
)
cpdef measure_type(page, outline, list folded, whole, texts, signals)

@cython.locals(
    shares=cython.double[::1], total=cython.double, at=Py_ssize_t, size=cython.double,
    share=cython.double,
)
cdef measure_shares(float[::1] texts)

@cython.locals(signals=set, block=Block)
cpdef set page_signals(page, outline)

@cython.locals(
    numbers=dict, told=bytearray, number=Py_ssize_t, signal=str, slots=cython.short[::1],
    codes=cython.longlong[::1], place=Py_ssize_t, _=Py_ssize_t,
    designations=list, at=Py_ssize_t, designation=tuple, words=tuple, word=str, sieve=bytes,
    blocks=list, said=str, bit=Py_ssize_t, block=Block,
)
cpdef bytearray told_signals(page, outline, list folded, signals)

cdef bint _is_saying(str text)
cdef str _signal_of(str text)

cdef set _declared_signals(page)

@cython.locals(kinds=list, pending=list, visited=Py_ssize_t, entry=dict)
cpdef list declared_kinds(list values)
