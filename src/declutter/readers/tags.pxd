cimport cython


cdef dict _TAGS


@cython.final
cdef class Tag:
    cdef readonly str name
    cdef readonly int role
    cdef readonly bint custom
    cdef readonly bint shapes
    cdef readonly Py_ssize_t level
    cdef readonly bint lists
    cdef readonly bint parts_table
    cdef readonly str span
    cdef readonly str usual


@cython.locals(tag=Tag, custom=bint)
cpdef Tag tag_named(str name)
