cimport cython

cdef Py_UCS4 TITLE
cdef Py_ssize_t _LONGEST, _FEWEST_BEFORE

@cython.locals(
    authors=dict, first=Py_ssize_t, found=list, shapes=str, sizes=list, words=Py_ssize_t,
    at=Py_ssize_t, size=Py_ssize_t,
)
cpdef list _lines_naming(case, dict authors)
