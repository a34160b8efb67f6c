cimport cython

from declutter.judge.phrases.folding cimport is_unspaced, level
from declutter.judge.phrases.sieve cimport may_open, passes

cdef Py_ssize_t _LONGEST_ROW, _LONGEST_START, KEY_LENGTH


cdef class Phrasebook:
    cdef public dict whole, starts, glued, attributes
    cdef public frozenset date_words, month_words, role_words, counted
    cdef public tuple signatures
    cdef public bytes whole_sieve, pair_sieve, start_openings, glued_openings


@cython.locals(whole=dict)
cpdef object match_whole(Phrasebook book, str folded)
@cython.locals(
    sieve=bytes, pairs=bytes, whole=dict, length=Py_ssize_t, begin=Py_ssize_t, first=Py_ssize_t,
    end=Py_ssize_t,
)
cdef object _match_row(Phrasebook book, str folded)
@cython.locals(end=Py_ssize_t, length=Py_ssize_t)
cdef Py_ssize_t _word_end(str folded, Py_ssize_t begin)
@cython.locals(begin=Py_ssize_t)
cpdef object match_start(Phrasebook book, str text)
cpdef object match_glued(Phrasebook book, str text, Py_ssize_t at)
@cython.locals(at=Py_ssize_t, character=Py_UCS4)
cpdef Py_ssize_t first_word(str text)
@cython.locals(
    length=Py_ssize_t, candidates=list, candidate=tuple, phrase=str, end=Py_ssize_t, low=str,
    opening=str,
)
cdef object _longest(dict index, str text, Py_ssize_t begin)
@cython.locals(last=str)
cdef bint _stands_alone(str phrase, str text, Py_ssize_t end)
