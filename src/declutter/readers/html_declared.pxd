cimport cython


cdef frozenset _TOLD_RELATIONS
cdef frozenset _TOLD_WORDS
cdef Py_ssize_t _LONGEST_TOLD
cdef Py_ssize_t _MOST_TOLD


@cython.final
cdef class Teller:
    cdef object declared
    cdef Py_ssize_t _told

    cdef object read_item(self, object node, Py_ssize_t block)
    @cython.locals(word=str)
    cdef object read_named(self, object node, tuple words, Py_ssize_t block)
    cdef object read_time(self, object node, Py_ssize_t block)
    cdef object read_link(self, object node)
    @cython.locals(text=str)
    cdef str _text(self, object node)
