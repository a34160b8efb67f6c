# How the walk sees turbohtml's nodes where it is compiled: what it asks each of them is asked of C,
# past the lookup of a name. Python sees the same attributes of the same classes.

cdef extern from *:
    """
    /* The attribute of a node by the function that its class has for it; `known` keeps that. */
    static PyObject *declutter_ask(PyObject *node, const char *name, PyGetSetDef **known) {
        if (*known == NULL) {
            PyObject *descriptor = PyObject_GetAttrString((PyObject *)Py_TYPE(node), name);
            if (descriptor == NULL) return NULL;
            if (Py_TYPE(descriptor) == &PyGetSetDescr_Type)
                *known = ((PyGetSetDescrObject *)descriptor)->d_getset;
            Py_DECREF(descriptor);
            if (*known == NULL) return PyObject_GetAttrString(node, name);
        }
        return (*known)->get(node, (*known)->closure);
    }
    #define DECLUTTER_ASK(name) \\
        static PyGetSetDef *declutter_known_##name; \\
        static PyObject *declutter_##name(PyObject *node) { \\
            return declutter_ask(node, #name, &declutter_known_##name); \\
        }
    DECLUTTER_ASK(children)
    DECLUTTER_ASK(parent)
    DECLUTTER_ASK(position)
    DECLUTTER_ASK(tag)
    DECLUTTER_ASK(attrs)
    DECLUTTER_ASK(data)
    """
    object declutter_children(object node)
    object declutter_parent(object node)
    object declutter_position(object node)
    object declutter_tag(object node)
    object declutter_attrs(object node)
    object declutter_data(object node)

    ctypedef class turbohtml._html.Node [object PyObject, check_size ignore]:
        @property
        cdef inline object children(self):
            return declutter_children(self)

        @property
        cdef inline object parent(self):
            return declutter_parent(self)

        @property
        cdef inline object position(self):
            return declutter_position(self)

    ctypedef class turbohtml._html.Element [object PyObject, check_size ignore]:
        @property
        cdef inline object children(self):
            return declutter_children(self)

        @property
        cdef inline object tag(self):
            return declutter_tag(self)

        @property
        cdef inline object attrs(self):
            return declutter_attrs(self)

    ctypedef class turbohtml._html.Text [object PyObject, check_size ignore]:
        @property
        cdef inline object data(self):
            return declutter_data(self)
