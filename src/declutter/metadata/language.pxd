cimport cython

from declutter.page cimport Block

cdef Py_ssize_t _ENOUGH_CHARACTERS, _ENOUGH_WORDS, _TURKISH_LETTERS
cdef double _LEAST_SHARE, _LEAST_LEAD

@cython.locals(parts=list, length=Py_ssize_t, block=Block)
cpdef object find_language(page)

cpdef object language_of(str text)

cdef Py_ssize_t _letters(str text)

@cython.locals(
    holders=dict, longest=Py_ssize_t, counts=list, words=Py_ssize_t, begin=Py_ssize_t,
    length=Py_ssize_t, at=Py_ssize_t, character=Py_UCS4, language=Py_ssize_t, most=Py_ssize_t,
    second=Py_ssize_t,
)
cdef object _language_of_words(str text)

cdef object _language_of_script(str text, Py_ssize_t letters)
