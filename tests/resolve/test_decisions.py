"""Decisions change nodes, never records: applied, undone, in any order, and through new reports."""

from pathlib import Path

import kg
from kg.store import Store
from tests.resolve.reports import SAME, agents, build, dump, make_report, write


def test_two_that_are_the_same_are_one_node(path: Path, sheet: Path) -> None:
    kg.resolve(write(sheet, SAME), store=path)
    assert [agent for agent in agents(path) if "ruiz" not in agent and "#" not in agent] == ["actor/tc-brigade"]


def test_only_the_reports_concerned_are_made_again(path: Path, sheet: Path) -> None:
    assert kg.resolve(write(sheet, SAME), store=path).documents == ("a",)


def test_an_undone_decision_leaves_no_trace(path: Path, sheet: Path) -> None:
    before = dump(path)
    kg.resolve(write(sheet, SAME), store=path)
    assert dump(path) != before
    kg.resolve(write(sheet), store=path)
    assert dump(path) == before
    assert not (path / "decisions.tsv").exists()


def test_a_changed_decision_is_as_if_it_had_been_the_first(path: Path, sheet: Path, other: Path) -> None:
    kg.resolve(write(sheet, SAME), store=path)
    kg.resolve(write(sheet, "same\tTeal Column\tAna Ruiz"), store=path)
    kg.resolve(sheet, store=other)
    assert dump(path) == dump(other)


def test_neither_the_order_of_decisions_nor_of_reports_matters(tmp_path: Path, sheet: Path) -> None:
    rows = [SAME, "same\tTC Brigade\tAna Ruiz\t\t\t", "different\tAna Ruiz\tPort\t\t\t"]
    reports = {"a": "Teal Column", "b": "TC Brigade", "e": "Ana Ruiz"}
    dumps = set()
    for number, order in enumerate(([0, 1, 2], [2, 0, 1])):
        names = [list(reports)[place] for place in order]
        path = build(tmp_path / str(number), **{name: reports[name] for name in names})
        kg.resolve(write(sheet, *(rows[place] for place in order)), store=path)
        dumps.add(dump(path))
    assert len(dumps) == 1


def test_a_report_that_comes_later_is_told_by_the_same_decisions(path: Path, sheet: Path) -> None:
    kg.resolve(write(sheet, SAME), store=path)
    with Store.open(path, "write") as opened:
        opened.put_document(make_report("f", "Teal Column"), "f1")
    assert "actor/teal-column" not in agents(path)


def test_decisions_outlive_a_fresh_start(path: Path, sheet: Path) -> None:
    kg.resolve(write(sheet, SAME), store=path)
    with Store.open(path, "write", fresh=True) as opened:
        opened.put_document(make_report("a", "Teal Column"), "f1")
    assert agents(path) == ["actor/tc-brigade"]


def test_surnames_of_two_reports_become_one_person(path: Path, sheet: Path) -> None:
    local = "doc/{}#entity=0,4"
    kg.resolve(write(sheet, f"same\t{local.format('c')}\t{local.format('d')}"), store=path)
    assert "actor/ruiz-c" in agents(path)


def test_a_surname_joins_the_full_name(path: Path, sheet: Path) -> None:
    kg.resolve(write(sheet, "same\tdoc/c#entity=0,4\tAna Ruiz"), store=path)
    assert [agent for agent in agents(path) if "ruiz" in agent] == ["actor/ana-ruiz"]


def test_a_namesake_in_one_report_gets_a_node_of_its_own(path: Path, sheet: Path) -> None:
    with Store.open(path, "write") as opened:
        opened.put_document(make_report("f", "Ana Ruiz"), "f1")
    kg.resolve(write(sheet, "different\tactor/ana-ruiz\tdoc/f"), store=path)
    assert {"actor/ana-ruiz", "doc/f#named=ana-ruiz"} <= set(agents(path))


def test_one_in_a_table_stands_for_the_group(tmp_path: Path, sheet: Path) -> None:
    path = build(tmp_path / "store", a="Hamas", b="Army of the Crescent Dawn")
    kg.resolve(write(sheet, "same\tHamas\tArmy of the Crescent Dawn"), store=path)
    assert agents(path) == ["actor/hamas"]


def test_a_store_finds_a_merged_actor_by_either_name(path: Path, sheet: Path) -> None:
    kg.resolve(write(sheet, SAME), store=path)
    found = [kg.explain(name, store=path).evidence for name in ("Teal Column", "TC Brigade")]
    assert found[0] == found[1] != ()


def test_the_ledger_says_who_decided_what(path: Path, sheet: Path) -> None:
    kg.resolve(write(sheet, SAME), store=path)
    rows = [row for row in kg.query("merges", store=path) if row["rule"] == "decision"]
    told = [(row["names"], row["who"], row["when"], row["note"]) for row in rows]
    assert told == [("TC Brigade; Teal Column", "M. Weber", "2026-11-03", "its own site")]


def test_the_shapes_hold_for_the_ledger(path: Path, sheet: Path) -> None:
    kg.resolve(write(sheet, SAME), store=path)
    ledger = [finding for finding in kg.check(store=path).findings if "/merge/" in finding.node]
    assert ledger == []
