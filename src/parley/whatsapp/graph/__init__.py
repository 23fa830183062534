"""The Cloud API and the Business Management API, one group of calls a file.

Every function takes the session, the access (a number and its token) and what the call is about; it gives a value of
``parley.whatsapp.graph.answers`` where the platform's answer has fields worth naming. Raises what ``GraphSession.call``
raises. What may reach a person is not here, and ``call`` refuses it (``parley.whatsapp.doors``): the wire sends, for a
cleared message only.
"""
