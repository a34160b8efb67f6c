cimport cython

from declutter.page cimport Block

@cython.locals(flat=Py_ssize_t, lines=Py_ssize_t, before=Py_ssize_t, block=Block)
cpdef str layout_of(page)
