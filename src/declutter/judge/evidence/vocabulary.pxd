cimport cython

from declutter.judge.evidence.totals cimport Totals
from declutter.judge.lexicon cimport code_of
from declutter.page cimport Block

cdef Py_ssize_t LINE_WIDTH
cdef Py_ssize_t _FIRST_WORDS, _TOLD_LENGTH, _SMALL
cdef int _SEVERAL
cdef unsigned long long _MULTIPLIER, _CODE


@cython.final
cdef class Words:
    cdef long long[::1] codes
    cdef Py_ssize_t count
    cdef Py_ssize_t lower
    cdef Py_ssize_t small
    cdef Py_ssize_t told

    cpdef object read(self, str text, Py_ssize_t most)
    @cython.locals(
        begin=Py_ssize_t, code=cython.ulonglong, wide=bint, at=Py_ssize_t, character=Py_UCS4,
        letter=cython.ulonglong,
    )
    cdef object _read_letters(self, str text, Py_ssize_t most)
    cdef object _add_part(
        self, str text, Py_ssize_t begin, Py_ssize_t end, bint wide, unsigned long long code
    )
    @cython.locals(
        encoded=bytes, letters=cython.p_uchar, code=cython.ulonglong, length=Py_ssize_t,
        opening=int, at=Py_ssize_t, letter=int,
    )
    cdef object _read_ascii(self, str text, Py_ssize_t most)
    cdef void _add(self, Py_ssize_t length, bint lower, long long code) noexcept


@cython.final
cdef class Holders:
    cdef long long[::1] _codes
    cdef int[::1] _holders
    cdef Py_ssize_t _last

    cpdef void hold(self, long long code, Py_ssize_t block) noexcept
    cpdef bint has_other(self, long long code, Py_ssize_t block) noexcept
    @cython.locals(last=Py_ssize_t, at=Py_ssize_t)
    cdef Py_ssize_t _find(self, long long code) noexcept


@cython.locals(
    count=Py_ssize_t, longest=Py_ssize_t, written=Py_ssize_t, i=Py_ssize_t, length=Py_ssize_t,
    block=Block, words=Words, holders=Holders, k=Py_ssize_t, shared=Py_ssize_t, to=Py_ssize_t,
    is_long=cython.uchar[::1],
)
cpdef measure_vocabulary(list blocks, Totals totals, float[::1] rows)
