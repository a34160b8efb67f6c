cimport cython

from declutter.judge.phrases.folding cimport is_unspaced, level

cdef Py_ssize_t _LONGEST_ROW, _LONGEST_START, KEY_LENGTH, _LETTER_BITS
cdef bytes _LETTERS

@cython.locals(whole=dict, openers=dict, end=Py_ssize_t)
cpdef object match_whole(book, str folded)
@cython.locals(
    whole=dict, openers=dict, count=Py_ssize_t, at=Py_ssize_t, length=Py_ssize_t,
)
cdef object _match_row(book, list words)
@cython.locals(begin=Py_ssize_t)
cpdef object match_start(book, str text)
cpdef object match_glued(book, str text, Py_ssize_t at)
@cython.locals(
    bits=bytearray, key=str, code=Py_ssize_t, character=Py_UCS4, spread=Py_ssize_t,
    opening=Py_ssize_t,
)
cpdef bytes openings_of(index)
@cython.locals(code=Py_ssize_t, length=Py_ssize_t, at=Py_ssize_t, character=Py_UCS4)
cpdef bint may_open(bytes openings, str text, Py_ssize_t begin)
@cython.locals(at=Py_ssize_t, character=Py_UCS4)
cpdef Py_ssize_t first_word(str text)
@cython.locals(
    length=Py_ssize_t, candidates=list, candidate=tuple, phrase=str, end=Py_ssize_t, low=str,
    opening=str,
)
cdef object _longest(dict index, str text, Py_ssize_t begin)
@cython.locals(last=str)
cdef bint _stands_alone(str phrase, str text, Py_ssize_t end)
