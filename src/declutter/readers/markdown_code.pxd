cimport cython

from declutter.readers.markdown_places cimport byte_length


@cython.final
cdef class Code:
    cdef public bint indented
    cdef public str language
    cdef public list parts
    cdef public list begins
    cdef public list sources
    cdef public Py_ssize_t length

    cpdef add(self, str text, Py_ssize_t source)
    @cython.locals(at=Py_ssize_t)
    cpdef Py_ssize_t source_of(self, Py_ssize_t offset) except -1


cpdef bint is_misread(Code code) except -1
