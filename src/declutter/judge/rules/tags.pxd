cimport cython

from declutter.page cimport Block

@cython.locals(tags=set, blocks=list, verdicts=list, found=list, block=Block, at=Py_ssize_t)
cpdef list tag_links(case)
