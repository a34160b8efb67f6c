cimport cython

from declutter.page cimport Block
from declutter.judge.noted cimport note
from declutter.judge.phrases cimport Phrasebook, match_start, match_whole
from declutter.judge.phrases.folding cimport ends_sentence, fold, is_capital, is_small, is_truncated, size

cdef Py_ssize_t CHECK_EVERY, LONGEST_PHRASE, PROSE_WORDS, _LONG_TITLE, _DATE_LENGTH, _LONGEST_ROW

@cython.locals(
    block=Block, folded=list, words=list, behind=dict, shapes=list, text=str, count=Py_ssize_t,
    end=Py_ssize_t, short=str, at=Py_ssize_t, spoken=dict, first_prose=Py_ssize_t,
    last_prose=Py_ssize_t, blocks=list, seen=dict, before=Py_ssize_t, labels=list,
)
cpdef build_case(page, page_type, scores, deadline=*, book=*)

@cython.locals(folded=str, apart=str)
cdef tuple _read(Phrasebook book, str text)

@cython.locals(character=Py_UCS4, digits=Py_ssize_t, decimals=Py_ssize_t)
cpdef bint is_date(Phrasebook book, str text, str folded)

@cython.locals(text=str)
cdef str _shape(Block block, Py_ssize_t count, label)

@cython.locals(
    parts=list, begin=Py_ssize_t, at=Py_ssize_t, small=bint, plain=bint, character=Py_UCS4,
)
cdef str set_apart(str text)

@cython.locals(
    names=frozenset, designations=list, designation=tuple, told=bytearray, some=bint,
    call=Py_ssize_t, words=tuple, calls=cython.int[::1], named=bytearray, at=Py_ssize_t,
)
cpdef bytearray elements_named(case, str family)

@cython.locals(
    declared=list, titles=set, title=str, parts=list, heads=list, blocks=list, block=Block,
    at=Py_ssize_t, alone=bint,
)
cdef frozenset _titles(page, list folded)
