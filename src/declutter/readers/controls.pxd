cimport cython

@cython.locals(character=Py_UCS4, code=Py_UCS4)
cpdef bint is_clean(str text)
