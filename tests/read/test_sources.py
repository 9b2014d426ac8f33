from pathlib import Path

import pytest

from kg.errors import RequestError
from kg.read import count_documents
from kg.read.sources import find_sources


def touch(folder: Path, *names: str) -> None:
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).touch()


def test_a_name_is_the_path_below_the_folder_without_its_suffix(tmp_path: Path) -> None:
    touch(tmp_path, "2021/kabul.airport.html")
    assert [source.name for source in find_sources([tmp_path])] == ["2021/kabul.airport"]


def test_a_single_file_goes_by_its_stem(tmp_path: Path) -> None:
    touch(tmp_path, "2021/kabul.html")
    assert find_sources([tmp_path / "2021/kabul.html"])[0].name == "kabul"


def test_hidden_files_and_readmes_of_a_folder_are_skipped(tmp_path: Path) -> None:
    touch(tmp_path, "a.txt", ".b.txt", ".git/c.txt", "README.md", "sub/readme.txt")
    assert [source.name for source in find_sources([tmp_path])] == ["a"]


def test_a_readme_that_is_named_is_read(tmp_path: Path) -> None:
    touch(tmp_path, "README.md")
    assert [source.name for source in find_sources([tmp_path / "README.md"])] == ["README"]


@pytest.mark.parametrize(
    ("paths", "message"),
    [
        (["nowhere"], "no file or folder nowhere"),
        (["empty"], "no documents in the folder empty"),
        ([], "nothing to read"),
        (["-", "-"], "standard input can be read only once"),
    ],
)
def test_a_wrong_request_says_what_is_wrong(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, paths: list[str], message: str
) -> None:
    (tmp_path / "empty").mkdir()
    monkeypatch.chdir(tmp_path)
    with pytest.raises(RequestError, match=message):
        find_sources(paths)


@pytest.mark.parametrize(
    ("names", "number"),
    [(("a.txt", "b.html", "c/d.md.gz"), 3), (("a.txt", "b.jsonl"), None), (("a.txt", "b.csv"), None)],
)
def test_documents_are_counted_where_each_file_holds_one(
    tmp_path: Path, names: tuple[str, ...], number: int | None
) -> None:
    touch(tmp_path, *names)
    assert count_documents([tmp_path]) == number
