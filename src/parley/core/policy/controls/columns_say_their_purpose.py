"""Every column that holds something about a customer says what it may leave for.

The list is compared with the schema: a new column is tagged before it can be added.
"""

CLAUSES = ("D2",)
MOMENTS = ("data",)
WHERE = "parley.core.policy.personal_data.purposes_of"
STATUS = "prevented"
BREACHES = ("tests/shape/test_personal_data.py::test_every_column_of_words_is_tagged_or_in_a_table_without_customers",)
LOOK_ALIKES = ("tests/shape/test_personal_data.py::test_what_whatsapp_told_us_is_for_messaging_with_that_person",)
