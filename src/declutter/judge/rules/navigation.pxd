cimport cython

cdef str _MENU
cdef Py_UCS4 WEAK
cdef Py_ssize_t _FEWEST

@cython.locals(
    found=list, shapes=str, weak=Py_ssize_t, first=Py_ssize_t, last=Py_ssize_t, k=Py_ssize_t,
)
cpdef list menus(case)
