cimport cython

@cython.locals(titles=frozenset, folded=list, verdicts=list, found=list, at=Py_ssize_t)
cpdef list title_lines(case)
