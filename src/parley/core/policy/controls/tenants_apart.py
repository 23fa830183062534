"""The database itself keeps tenants apart.

Row security is forced on every table, each transaction names one tenant, and the application's role can not get
around either.
"""

CLAUSES = ("D5", "A2")
MOMENTS = ("data", "inbound", "outbound", "agent")
WHERE = "parley.storage.database.Database.transaction"
STATUS = "prevented"
BREACHES = (
    "tests/storage/test_database.py::test_a_row_of_another_tenant_can_not_be_written",
    "tests/storage/test_database.py::test_without_a_tenant_only_the_directory_answers",
    "tests/api/test_routes.py::test_no_route_of_the_desk_reaches_another_client",
    "tests/api/test_routes.py::test_no_provider_reaches_the_client_of_another",
)
LOOK_ALIKES = (
    "tests/storage/test_database.py::test_a_transaction_sees_the_rows_of_its_tenant_only",
    "tests/shape/test_schema.py::test_row_level_security_is_forced_on_every_table",
)
