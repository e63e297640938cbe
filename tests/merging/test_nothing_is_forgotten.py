"""Whatever refers to a person has a rule for what becomes of it when two are merged."""

from app.merging.references import loose_ids, loose_values, references, ruled
from app.merging.rules import INSIDE, RULES, UNGUARDED, Way

NOT_PEOPLE = {"letters.claim", "meetings.series_id"}
"""Ids that are never a person's."""


def test_everything_that_refers_to_a_person_has_a_rule() -> None:
    """Something new refers to people: say in app/merging/rules.py what becomes of it when two are merged."""
    assert set(references()) == set(RULES)


def test_ids_that_the_database_does_not_guard_are_known() -> None:
    """A column holds ids without a reference: add it to UNGUARDED if they may be people's, else to NOT_PEOPLE here."""
    assert loose_ids() == set(UNGUARDED) | NOT_PEOPLE


def test_values_in_which_ids_may_stand_are_known() -> None:
    """A column holds lists or other values: add it to INSIDE, and to inside.py if people's ids stand in it."""
    assert loose_values() == set(INSIDE)


def test_where_a_person_has_one_of_a_kind_the_rule_says_which_counts() -> None:
    for name, column, rule in ruled():
        keys = [
            {each.name for each in constraint.columns}
            for constraint in column.table.constraints
            if constraint.__visit_name__ in {"unique_constraint", "primary_key_constraint"}
        ]
        rival = [key - {column.name} for key in keys if column.name in key and len(key) > 1]
        if rival and rule.way is not Way.LEFT:
            assert rule.way is Way.ONE, name
            assert set(rule.same) in rival, name


def test_what_decides_is_there() -> None:
    for _name, column, rule in ruled():
        assert set(rule.same) <= set(column.table.columns.keys())
