"""Files as people have them: any dialect, any letters, any way to write a number or a day."""

import gzip
import json
from pathlib import Path

import numpy as np
import pytest
from arro3.core import Array, DataType, Table
from arro3.io import write_parquet

from app.cli.backtests.cells import numbers_with_gaps
from app.cli.backtests.reading import Column, Kind, read
from app.cli.backtests.risk import moments_of, risk
from commerce.errors import Refused

ASKED = [Column("When", Kind.MOMENT), Column("amount", Kind.NUMBER)]


@pytest.mark.parametrize(
    ("data", "days", "amounts"),
    [
        (b"when;amount\n13/02/2026;Rs. 1,29,900.50\n02/03/2026;12\n",
         ["2026-02-13", "2026-03-02"], [129900.5, 12.0]),
        ("\ufeffWHEN,Amount\n2026-01-02,₹5\n2026-01-03,NA\n".encode(),
         ["2026-01-02", "2026-01-03"], [5.0, np.nan]),
        (b"when\tamount\n12/13/2010 8:26\t2,5\n1/2/2010 8:26\t3,5\n",
         ["2010-12-13", "2010-01-02"], [2.5, 3.5]),
        ("when,amount\nJan 2024,(12)\n5 Feb 2024 10:30 am,15%\n".encode("utf-16"),
         ["2024-01-01", "2024-02-05"], [-12.0, 15.0]),
        ("when|amount|city\n20240102|1|Café\n20240203|2|x\n".encode("cp1252"),
         ["2024-01-02", "2024-02-03"], [1.0, 2.0]),
        (gzip.compress(b"when amount\n19970101  11.77\n 19970112  12.00\n", mtime=0),
         ["1997-01-01", "1997-01-12"], [11.77, 12.0]),
    ],
)  # fmt: skip
def test_a_file_is_read_however_it_is_written(
    tmp_path: Path, data: bytes, days: list[str], amounts: list[float]
) -> None:
    file = tmp_path / "sales.csv"
    file.write_bytes(data)
    found = read(file, ASKED)
    assert found["When"].astype("datetime64[D]").astype(str).tolist() == days
    assert found["amount"].tolist() == pytest.approx(amounts, nan_ok=True)


def test_parquet_is_read_by_its_own_types(tmp_path: Path) -> None:
    file = tmp_path / "sales.parquet"
    when = np.array(["2026-01-02T10:00:00", "2026-01-03T10:00:00"], dtype="datetime64[us]")
    table = Table.from_pydict(
        {
            "when": Array.from_numpy(when),
            "amount": Array.from_numpy(np.array([1.5, 2.0])),
            "city": Array(["Pune", None], type=DataType.string()),
        }
    )
    write_parquet(table, file)
    found = read(file, [*ASKED, Column("city")])
    assert found["When"].tolist() == when.tolist()
    assert found["amount"].tolist() == [1.5, 2.0]
    assert found["city"].tolist() == ["Pune", ""]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("whn,amount\n1,2\n", "no column When; did you mean whn"),
        ("when,amount\nsoon,2\n", "should hold dates, but 1 row does not, for example “soon”"),
        ("when,amount\n2026-01-01,much\n", "should hold numbers, but 1 row"),
        ("when,amount\n", "holds no rows"),
        ("", "holds no rows"),
    ],
)
def test_a_file_that_is_not_as_asked_is_refused_in_a_sentence(
    tmp_path: Path, text: str, said: str
) -> None:
    file = tmp_path / "sales.csv"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(Refused, match=said):
        read(file, ASKED)


def test_a_time_of_plain_numbers_counts_seconds(tmp_path: Path) -> None:
    file = tmp_path / "fraud.csv"
    file.write_text("Time,Class\n0,0\n1.5,1\n172792,0\n", encoding="utf-8")
    found = moments_of(file, "Time")["Time"]
    assert (found - found[0]).astype("int64").tolist() == [0, 1_500_000, 172_792_000_000]


def test_a_word_for_nothing_leaves_a_column_of_numbers() -> None:
    cells = np.array([*(str(n) for n in range(20)), *["not known"] * 5], dtype=object)
    found = numbers_with_gaps(cells)
    assert found[:20].tolist() == list(range(20))
    assert np.isnan(found[20:]).all()


def test_a_plain_count_of_time_is_no_day_of_1970(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rng = np.random.default_rng(1)
    cod = rng.random(300) < 0.6
    back = rng.random(300) < np.where(cod, 0.4, 0.05)
    file = tmp_path / "few.csv"
    rows = [f"{k},{int(c)},{int(b)}" for k, (c, b) in enumerate(zip(cod, back, strict=True))]
    file.write_text("\n".join(["t,cod,rto", *rows]))
    risk(file, time="t", label="rto", ignore=[], as_json=True)
    told = json.loads(capsys.readouterr().out)
    assert (told["since"], told["rows"]) == (None, 60)
    assert "from 240 to 299" in told["notes"][0]


def test_too_few_rows_are_told_how_many_are_needed(tmp_path: Path) -> None:
    file = tmp_path / "few.csv"
    rows = [f"2026-01-{1 + k // 4:02d},{k % 2},{k % 3 == 0:d}" for k in range(100)]
    file.write_text("\n".join(["t,cod,rto", *rows]))
    with pytest.raises(Refused, match=r"100 rows with an outcome, over 24 days.*At least 220"):
        risk(file, time="t", label="rto", ignore=[], as_json=True)
