"""A small store that the verbs are tried on; spaCy is loaded once for all tests of this process."""

import json

import pytest
from typer.testing import CliRunner

from kg.cli.app import app

ARTICLES = [
    {
        "id": "harbour-1",
        "title": "Forces attack Gharyan",
        "published": "2019-08-28",
        "source": "The Harbour",
        "text": "Khalifa Haftar's forces attacked Gharyan on Monday.",
    },
    {
        "id": "harbour-2",
        "title": "Denial",
        "published": "2019-08-29",
        "source": "The Harbour",
        "text": "The GNA seized Gharyan. A spokesman said that Haftar's forces attacked Tripoli.",
    },
]


def write_articles(path, articles=ARTICLES):
    path.write_text("".join(json.dumps(article) + "\n" for article in articles), "utf-8")
    return path


@pytest.fixture(scope="session")
def run():
    def run(*arguments, **options):
        return CliRunner().invoke(app, [str(argument) for argument in arguments], **options)

    return run


@pytest.fixture(scope="session")
def articles(tmp_path_factory):
    return write_articles(tmp_path_factory.mktemp("articles") / "harbour.jsonl")


@pytest.fixture(scope="session")
def store(run, articles, tmp_path_factory):
    path = tmp_path_factory.mktemp("stores") / "store"
    built = run("build", articles, "--out", path)
    assert built.exit_code == 0, built.stderr
    return path
