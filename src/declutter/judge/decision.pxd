cimport cython

from declutter.page cimport Block, Element, Verdict
from declutter.judge.balance cimport best_threshold, expected_f1
from declutter.judge.reasons cimport Reasons

cdef frozenset _FIRM_KINDS, _WHOLE, _WHOLE_IN_TEXT
cdef Py_ssize_t PIECE, END_MARK, TEXT_WIDTH, WIDTH, _SNIPPET, _ASKED, _SIGN, _LENGTHS, _OPENING
cdef double _SHORT, _SENTENCE, _SURE_SENTENCE, _PASSAGE, _FIRM, _HEADING, _HEADED, _HEADED_IN_MANUAL, _PROSE, _ANSWER, _REPEATED, _REPEATED_QUOTE, _REPEATED_IN_TEXT, _MIXED

@cython.locals(
    given=cython.double[::1], scores=cython.double[::1], sizes=cython.float[::1], texts=cython.float[::1], blocks=list, row=Py_ssize_t, block=Block, i=Py_ssize_t, threshold=cython.double,
    sure=cython.double, sure_line=cython.double, sure_passage=cython.double, wanted=cython.double, sign=Py_ssize_t, kept=bytearray, verdicts=list, repeated=bytearray, reasons=Reasons,
    verdict=Verdict,
)
cpdef double decide(case, scored, learned, str favor, deadline=*)

@cython.locals(
    whole=frozenset, members=dict, i=Py_ssize_t, block=Block, element=Element, group=list, mass=cython.double, size=cython.double,
)
cpdef judge_groups_whole(page, double[::1] scores, float[::1] sizes)

@cython.locals(i=Py_ssize_t, block=Block, headed=cython.double)
cdef keep_headings(case, double[::1] scores, float[::1] sizes, bytearray kept)

@cython.locals(i=Py_ssize_t, block=Block, answer=Block, blocks=list, asked=Py_ssize_t)
cdef keep_answers(case, double[::1] scores, float[::1] sizes, bytearray kept)

@cython.locals(content=cython.double, whole=cython.double, i=Py_ssize_t)
cdef bint is_mixed(page, double[::1] scores, float[::1] sizes)

@cython.locals(
    seen=dict, openings=dict, repeated=bytearray, blocks=list, i=Py_ssize_t, block=Block,
    element=Element, folded=str, around=Py_ssize_t, before=Py_ssize_t, shorter=Py_ssize_t,
)
cdef bytearray said_before(page, bytearray kept, float[::1] sizes, bint mixed)

@cython.locals(
    lengths=cython.int[::1], tallies=cython.int[::1], places=Py_ssize_t, place=Py_ssize_t,
    i=Py_ssize_t, block=Block,
)
cdef object _not_alone(list blocks, asked)

@cython.locals(row=Py_ssize_t, i=Py_ssize_t, mean=cython.double)
cpdef judge_cards_alike(case, double[::1] scores)

@cython.locals(i=Py_ssize_t, following=Block, blocks=list)
cdef keep_title_lines(case, double[::1] scores, float[::1] sizes, bytearray kept)
