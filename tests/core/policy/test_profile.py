from parley.core.policy.profile import drift

OURS = {"email": "care@northbank.example", "websites": ["https://northbank.example/"], "support_contact": "Care"}


def test_what_differs_is_named() -> None:
    assert drift(OURS, {"email": "old@northbank.example"}) == ("email", "websites")
    assert drift({}, {"about": "We bake."}) == ("about",)


def test_another_way_to_write_the_same_is_no_difference() -> None:
    theirs = {"email": "Care@Northbank.example ", "websites": ["https://northbank.example"], "vertical": "UNDEFINED"}
    assert drift(OURS, theirs) == ()
