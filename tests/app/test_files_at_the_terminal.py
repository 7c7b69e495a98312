"""Reading files in and writing them out from the command line."""

from pathlib import Path

from python_calamine import CalamineWorkbook
from typer.testing import CliRunner, Result

from app.cli import cli

FILES = Path(__file__).parents[1] / "commerce" / "imports" / "files"
STOCK = "Maal ka code,Kitne pade hain\nOs206_3141_S,12\nOs206_3141_S,13\n"


def superecom(*words: object) -> Result:
    return CliRunner().invoke(cli, [str(word) for word in words])


def test_files_of_a_new_shop_come_in_and_go_out_and_back(tmp_path: Path) -> None:
    refused = tmp_path / "refused.csv"
    read = superecom("import", "auto", FILES / "products.csv", "--refused", refused)
    assert "Read as products (columns)." in read.stdout
    assert "✕ line 4: Sku is blank" in read.stdout
    assert refused.read_text(encoding="utf-8-sig").count("\n") == 2

    godown = tmp_path / "godown.csv"
    godown.write_text(STOCK, encoding="utf-8")
    mapped = ("--map", "Maal ka code=sku", "--map", "Kitne pade hain=on_hand")
    counted = superecom(
        "import", "stock", godown, *mapped, "--set", "warehouse=PUN", "--save-mapping", "Gupta"
    )
    assert "Kept as the mapping “Gupta”" in counted.stdout
    assert "Os206_3141_S stands in the list twice for one warehouse" in counted.stdout
    assert "Kitne pade hain = on_hand" in superecom("import", "mappings").stdout

    assert "import undo 3" in superecom("import", "orders", FILES / "own_orders.csv").stdout
    superecom("export", "orders", "--to", tmp_path / "orders.xlsx")
    book = CalamineWorkbook.from_path(str(tmp_path / "orders.xlsx"))
    assert len(book.get_sheet_by_index(0).to_python()) == 4
    assert "Taken back: own_orders.csv (3 rows)." in superecom("import", "undo", 3).stdout


def test_what_has_to_be_said_first_names_the_flag_where_nobody_can_be_asked(
    tmp_path: Path,
) -> None:
    godown = tmp_path / "godown.csv"
    godown.write_text(STOCK, encoding="utf-8")
    asked = superecom("import", "stock", godown)
    assert '--map "Maal ka code=sku"' in str(asked.exception)
    assert superecom("import", "stock", godown, "--map", "no pair").exit_code == 2
    assert "ends neither in .csv nor in .xlsx" in str(
        superecom("export", "stock", "--to", tmp_path / "stock.pdf").exception
    )
    assert not (tmp_path / "stock.pdf").exists()
