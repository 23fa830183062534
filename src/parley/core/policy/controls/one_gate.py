"""Nothing reaches the wire but what the gate has cleared.

Only the gate can make what the wire takes, only the sender may import the wire, and what no rule names as allowed is
refused. A new surface or channel has no way around it. Applications, wordings, items, numbers and releases of data
are put to the same gate.
"""

CLAUSES = ("A1", "S3")
MOMENTS = ("onboarding", "opt-in", "catalogue", "outbound", "agent", "data", "platform")
WHERE = "parley.core.policy.gate.clear"
STATUS = "prevented"
BREACHES = (
    "tests/shape/test_import_direction.py::test_only_the_sender_imports_the_wire",
    "tests/shape/test_import_direction.py::test_nothing_reaches_the_wire_by_another_name",
    "tests/shape/test_doors.py::test_a_closed_call_is_refused_before_anything_is_asked",
    "tests/core/policy/test_gate.py::test_only_the_gate_makes_a_cleared_message",
    "tests/core/policy/test_gate.py::test_what_no_rule_names_as_allowed_is_refused_with_that_reason",
)
LOOK_ALIKES = (
    "tests/workers/test_sender.py::test_what_the_gate_clears_reaches_the_platform_once_and_is_on_record",
    "tests/api/test_policy_checks.py::test_a_supervisor_asks_about_any_moment_and_nothing_is_kept",
)
