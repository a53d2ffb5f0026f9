"""Reading loads no database and no cluster: a first `musnad read` should not wait for them."""

import subprocess
import sys


def test_reading_in_processes_loads_neither_the_store_nor_parquet_nor_ray() -> None:
    names = "{'sqlalchemy', 'pyarrow', 'ray'}"
    program = f"import musnad.engine, musnad.export, musnad.intake, sys; print(sorted({names} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
