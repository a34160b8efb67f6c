cimport cython

cdef bytes _FOLDED
cdef tuple _TRUNCATED
cdef str _CLOSING

cpdef str fold(str text)
@cython.locals(apart=bint, character=Py_UCS4)
cdef bint _is_words(str text)
@cython.locals(
    letters=bytearray, count=Py_ssize_t, apart=bint, code=int, letter=int,
)
cpdef str fold_ascii(str text, bytes folded)
@cython.locals(words=list, begin=Py_ssize_t, at=Py_ssize_t, character=Py_UCS4)
cpdef str _fold_letters(str low)
cdef bint _is_letter(Py_UCS4 character)
cdef bint _is_mark(Py_UCS4 character)
@cython.locals(low=str)
cpdef str level(str text)
@cython.locals(words=Py_ssize_t, unspaced=Py_ssize_t, character=Py_UCS4)
cpdef Py_ssize_t size(str text)
@cython.locals(character=Py_UCS4)
cpdef bint has_figure(str text)
@cython.locals(last=Py_UCS4, bare=str)
cpdef bint ends_sentence(str text)
cpdef bint is_truncated(str text)
cpdef bint is_unspaced(Py_UCS4 character)
cpdef bint is_small(Py_UCS4 character)
cpdef bint is_capital(Py_UCS4 character)
