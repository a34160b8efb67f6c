cimport cython

from declutter.page cimport Block

@cython.locals(blocks=list, block=Block, title=Py_ssize_t, at=Py_ssize_t)
cpdef list leads(case)
