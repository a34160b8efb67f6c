cimport cython

from declutter.page cimport Block, new_block

cdef Py_ssize_t _LONG_LINE, _NEAR, _CHECK_EVERY
cdef str _UNSEEN
cdef tuple _CODE_STARTS

@cython.locals(
    paragraphs=list, lines=list, blocks=list, items=dict, width=Py_ssize_t, index=Py_ssize_t,
    first_line=Py_ssize_t,
)
cpdef read_plain(str text, deadline)

@cython.locals(paragraphs=list, current=list, number=Py_ssize_t, line=str)
cdef list _paragraphs(str text, Py_ssize_t first_line)

@cython.locals(text=str, start=Py_ssize_t, source=tuple)
cdef Block _block(tuple line, str kind, Py_ssize_t skip=*)

@cython.locals(length=Py_ssize_t)
cdef Py_ssize_t _indent(str line, Py_ssize_t start=*)

@cython.locals(blank=bint, character=Py_UCS4)
cdef str _fold(str text)

@cython.locals(
    index=Py_ssize_t, end=Py_ssize_t, first=Py_ssize_t, verse_start=Py_ssize_t, rows=Py_ssize_t,
    last=Py_ssize_t, line=str, heading=Block, short=bint, parts=list, part=str, block=Block,
)
cdef _read_paragraph(list blocks, list lines, Py_ssize_t width, dict items)

@cython.locals(line=str, following=str)
cdef bint _goes_on(list lines, Py_ssize_t index, dict items, Py_ssize_t width, bint in_item)

@cython.locals(index=Py_ssize_t, block=Block)
cdef _join_verse(list blocks, Py_ssize_t start)

cdef bint _underlines(str line, str following)

@cython.locals(last=Py_UCS4)
cdef bint _is_rule(str line)

@cython.locals(
    last=dict, found=dict, chosen=set, place=Py_ssize_t, lines=list, line=str, mark=Py_UCS4,
    indent=Py_ssize_t, start=Py_ssize_t, items=dict, open_lists=list, before=tuple,
)
cdef dict _list_lines(list paragraphs)

@cython.locals(at=Py_ssize_t)
cdef Py_ssize_t _behind_bullet(str line, Py_ssize_t bullet)

@cython.locals(depth=Py_ssize_t, start=Py_ssize_t, block=Block, before=Block)
cdef _add_item(list blocks, tuple line, tuple item)

cdef Py_ssize_t _cells(str line)

@cython.locals(end=Py_ssize_t, line=str)
cdef Py_ssize_t _table_rows(list lines, Py_ssize_t start)

@cython.locals(group=Py_ssize_t, block=Block, text=str)
cdef _add_rows(list blocks, list lines)

@cython.locals(needed=Py_ssize_t, left=Py_ssize_t, line=str)
cdef bint _is_code(list lines)

@cython.locals(start=Py_ssize_t, earlier=Py_UCS4, before=Py_UCS4, character=Py_UCS4)
cdef bint _is_code_line(str line)
