cimport cython

@cython.locals(
    elements=list, blocks=list, count=Py_ssize_t, i=Py_ssize_t, parent=int, first=int, last=int,
    parents=cython.int[::1], firsts=cython.int[::1], lasts=cython.int[::1],
    wider=cython.int[::1], names=cython.int[::1], places=cython.int[::1], words=tuple,
)
cpdef draw_outline(page)
