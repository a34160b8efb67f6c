cimport cython

from declutter.judge.evidence.chances cimport odds_of_names

cdef Py_ssize_t ODDS_WIDTH, TEXT_WIDTH, SIZE, LINK_DENSITY, _PATH_LOWEST, _PATH_HIGHEST
cdef double _MOST, _MOST_OF_FIRM, _FIRM

@cython.locals(
    parents=cython.int[::1], firsts=cython.int[::1], lasts=cython.int[::1], calls=cython.int[::1],
    places=cython.int[::1], count=Py_ssize_t, prose=cython.double[::1], i=Py_ssize_t,
    at=Py_ssize_t, called=cython.double[::1], lowest=cython.double[::1],
    highest=cython.double[::1], odds=cython.double, most=cython.double, parent=Py_ssize_t,
    place=Py_ssize_t, texts=cython.float[::1], filled=cython.float[::1],
)
cpdef measure_paths(outline, attributes, evidence)

@cython.locals(first=Py_ssize_t, last=Py_ssize_t, i=Py_ssize_t, inside=cython.double, outside=cython.double)
cpdef add_container(
    outline, double[::1] scores, container, evidence, double[::1] totals
)

@cython.locals(
    firsts=cython.int[::1], lasts=cython.int[::1], sums=cython.double[::1], i=Py_ssize_t,
    best=cython.double, gain=cython.double, first=Py_ssize_t, last=Py_ssize_t,
    texts=cython.float[::1],
)
cpdef tuple best_container(outline, double[::1] scores, double fair, evidence)
