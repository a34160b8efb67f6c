"""A real local Spark and a real local Ray give the rows of the command, site memory included.

They are in an environment of their own, which `make test-engines` sets up.
"""

from __future__ import annotations

import importlib.util
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest

from declutter.engines.arrow import Columns
from tests.conftest import missing, require_program
from tests.crawl.site import HOST, HOUSE_STYLE
from tests.engines.cases import command_rows, in_order, pages, run_example, without_topic

pytestmark = pytest.mark.engines
KEEP = Columns(keep=("topic",))


@pytest.fixture(scope="module")
def expected(tmp_path_factory: pytest.TempPathFactory) -> list[dict[str, Any]]:
    return command_rows(tmp_path_factory.mktemp("command"))


@pytest.fixture(scope="module")
def expected_with_memory(tmp_path_factory: pytest.TempPathFactory) -> list[dict[str, Any]]:
    folder = tmp_path_factory.mktemp("command")
    return command_rows(folder, "--site-memory", str(folder / "memory.db"))


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("pages") / "pages.parquet"
    pq.write_table(pages(), path, row_group_size=16)
    return path


def require_package(name: str) -> None:
    if importlib.util.find_spec(name) is None:
        missing(f"the package {name} is not installed")


@pytest.fixture(scope="module")
def spark(tmp_path_factory: pytest.TempPathFactory, source: Path) -> Iterator[Any]:
    require_program("java")
    require_package("pyspark")
    before = Path.cwd()
    os.chdir(source.parent)  # where Spark starts is where it looks for an example's files
    os.environ["PYSPARK_PYTHON"] = sys.executable
    os.environ["SPARK_LOCAL_IP"] = "127.0.0.1"
    from pyspark.sql import SparkSession

    folder = tmp_path_factory.mktemp("spark")
    session = (
        SparkSession.builder.master("local[2]")
        .config("spark.sql.shuffle.partitions", "2")
        .config("spark.ui.enabled", "false")
        .config("spark.driver.memory", "1g")
        .config("spark.local.dir", str(folder))
        .config("spark.sql.warehouse.dir", str(folder / "warehouse"))
        .config("spark.executorEnv.PYTHONPATH", os.pathsep.join(sys.path))
        .getOrCreate()
    )
    os.chdir(before)
    yield session
    session.stop()


@pytest.fixture(scope="module")
def ray_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("ray_pages")
    pq.write_table(pages(), folder / "pages.parquet")
    return folder


@pytest.fixture(scope="module")
def ray(tmp_path_factory: pytest.TempPathFactory, ray_folder: Path) -> Iterator[Any]:
    require_package("ray")
    # A socket's path has a limit, which a folder of a test may pass.
    import tempfile

    home = tmp_path_factory.mktemp("home")
    before, folder_before = os.environ.get("HOME"), Path.cwd()
    os.environ |= {"HOME": str(home), "RAY_USAGE_STATS_ENABLED": "0"}
    import ray

    os.chdir(ray_folder)  # where Ray starts is where it looks for an example's files
    with tempfile.TemporaryDirectory(prefix="ray", ignore_cleanup_errors=True) as folder:
        ray.init(
            address="local",
            num_cpus=2,
            object_store_memory=200 * 2**20,
            _temp_dir=folder,
            include_dashboard=False,
            runtime_env={"env_vars": {"PYTHONPATH": os.pathsep.join(filter(None, sys.path))}},
        )
        os.chdir(folder_before)
        yield ray
        ray.shutdown()
    if before is not None:
        os.environ["HOME"] = before


def test_spark_gives_the_rows_of_the_command(
    spark: Any, source: Path, expected: list[dict[str, Any]]
) -> None:
    from declutter.engines.spark import clean_dataframe

    frame = spark.read.parquet(str(source)).repartition(3)
    found = clean_dataframe(frame, columns=KEEP).toArrow().to_pylist()
    assert in_order(found) == expected


def test_spark_counts_what_comes_back(spark: Any, source: Path) -> None:
    from declutter.engines.spark import learn_sites

    memory = learn_sites(spark.read.parquet(str(source)).repartition(3))
    assert [(seen.pages, seen.of) for seen in memory.evidence(HOST, HOUSE_STYLE)] == [(60, 60)] * 3


def test_the_spark_example(
    spark: Any, source: Path, expected_with_memory: list[dict[str, Any]]
) -> None:
    assert run_example("spark", source.parent) == without_topic(expected_with_memory)


def test_ray_gives_the_rows_of_the_command(
    ray: Any, source: Path, expected: list[dict[str, Any]]
) -> None:
    from declutter.engines.ray import clean_dataset

    dataset = ray.data.from_arrow(pages()).repartition(3)
    found = clean_dataset(dataset, columns=KEEP).take_all()
    assert in_order(found) == expected


def test_ray_counts_what_comes_back(ray: Any, source: Path) -> None:
    from declutter.engines.ray import learn_sites

    memory = learn_sites(ray.data.read_parquet(str(source)))
    assert [(seen.pages, seen.of) for seen in memory.evidence(HOST, HOUSE_STYLE)] == [(60, 60)] * 3


def test_the_ray_example(
    ray: Any, ray_folder: Path, expected_with_memory: list[dict[str, Any]]
) -> None:
    assert run_example("ray", ray_folder) == without_topic(expected_with_memory)
