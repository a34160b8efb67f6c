cimport cython

from declutter.page cimport Block, Element, new_block
from declutter.judge.phrases cimport Phrasebook, match_glued, match_start, match_whole
from declutter.judge.phrases.folding cimport fold, is_capital, is_small, is_unspaced
from declutter.judge.sentences cimport lost_its_breaks, sentence_cuts

cdef str _WIDE_ENDS
cdef frozenset _UNCUT_KINDS
cdef Py_ssize_t CHECK_EVERY, LONGEST_PHRASE, _MOST_SEARCHED, _LONG_BLOCK, _VERSE_LINE

@cython.locals(block=Block, blocks=list, starts=list, cuts=list, inside=Py_ssize_t, length=Py_ssize_t,
    element=Element, flat=bint, broken=bint, text=str,
)
cpdef split_blocks(page, deadline=*, book=*)

@cython.locals(cuts=list, begin=Py_ssize_t, end=Py_ssize_t)
cdef list _cuts(Phrasebook book, str text, frozenset titles, Py_ssize_t inside)

@cython.locals(at=Py_ssize_t, behind=Py_ssize_t)
cdef _cut_prompts(
    Phrasebook book, str text, Py_ssize_t begin, Py_ssize_t end, list cuts, Py_ssize_t inside
)

@cython.locals(
    places=list, start=Py_ssize_t, part=str, before=Py_UCS4, parted=bint, ended=bint,
    at=Py_ssize_t, character=Py_UCS4, small=bint,
)
cpdef list _places(str text, Py_ssize_t begin, Py_ssize_t end)

cdef bint _is_of_word(Py_UCS4 character)
cdef bint _is_letter(Py_UCS4 character)

@cython.locals(start=Py_ssize_t, behind=Py_ssize_t)
cdef Py_ssize_t _behind_prompts(Phrasebook book, str text, Py_ssize_t at, Py_ssize_t end)

cdef list _pieces(Block block, list bounds)

@cython.locals(bounds=list, first=Py_ssize_t, last=Py_ssize_t, end=Py_ssize_t)
cdef list _bounds(str text, list cuts)

cdef Block _part(Block block, Py_ssize_t first, Py_ssize_t last, list spans)
