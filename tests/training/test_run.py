"""Training from an encoder of one's own: it learns, goes on where it was stopped, and makes files that dateline reads with."""


import pytest

torch = pytest.importorskip("torch")
pytest.importorskip("onnx")
pytest.importorskip("safetensors")

from corpus.files import corpus_files  # noqa: E402
from training.__main__ import main  # noqa: E402
from training.run import Run  # noqa: E402
from training.settings import Settings  # noqa: E402

import dateline  # noqa: E402
from dateline.language.model.session import load  # noqa: E402
from dateline.types import Page  # noqa: E402
from tests.training.tiny import tiny_encoder  # noqa: E402
from training import encoders  # noqa: E402

SETTINGS = 'name = "tiny"\nencoder = "none"\nepochs = 2\npieces = 512\nshare = 0.2\nrate = 1e-3\n'


@pytest.fixture(autouse=True)
def small_corpus(monkeypatch):
    """Three batches, so that a test takes seconds."""
    few = [p for p in corpus_files() if p.stem in ("encyclopedia", "aid-1", "dev-mixed-1")]
    monkeypatch.setattr("corpus.files.corpus_files", lambda: few)


@pytest.fixture(params=["bert", "mpnet"])
def encoder(request, tmp_path):
    return tiny_encoder(tmp_path / "encoder", request.param)


def test_a_user_trains_from_another_encoder_by_one_option_and_reads_with_it(encoder, tmp_path, capsys):
    (tmp_path / "tiny.toml").write_text(SETTINGS, "utf-8")
    cache = ["--cache", str(tmp_path)]
    assert main([*cache, "train", str(tmp_path / "tiny.toml"), "--encoder", str(encoder)]) == 0
    assert "dev split after epoch 2" in capsys.readouterr().out
    assert main([*cache, "export", "tiny", str(tmp_path / "model")]) == 0
    page = Page(id="p", content="Police in Oslo arrested two men on Monday.", media="body")
    [reading] = dateline.readings(page, tmp_path / "model")
    assert reading.reader.startswith("tiny ")
    assert load(tmp_path / "model").layout.encoder == "encoder"


def test_a_run_that_was_stopped_ends_as_one_that_was_not(encoder, tmp_path):
    wanted = Settings("tiny", str(encoder), epochs=2, pieces=512, share=0.1, rate=1e-3)
    whole = Run(wanted, tmp_path, tmp_path / "whole")
    assert whole.go()
    stops = 0
    while not Run(wanted, tmp_path, tmp_path / "parts").go(until=0 if stops < 3 else float("inf")):  # each time after one step
        stops += 1
    parts = Run(wanted, tmp_path, tmp_path / "parts")
    parts.go()
    assert stops == 3
    for name, weight in whole.network.state_dict().items():
        assert torch.equal(weight, parts.network.state_dict()[name]), name


def test_an_encoder_that_is_none_is_refused_in_one_line(tmp_path, capsys):
    (tmp_path / "tiny.toml").write_text(SETTINGS, "utf-8")
    folder = tmp_path / "empty"
    folder.mkdir()
    assert main(["--cache", str(tmp_path), "train", str(tmp_path / "tiny.toml"), "--encoder", str(folder)]) == 2
    assert "config.json cannot be read" in capsys.readouterr().err
    (folder / "config.json").write_text('{"model_type": "gpt2"}')
    with pytest.raises(encoders.BadEncoder, match="kind 'gpt2'"):
        encoders.load(folder)


def test_a_share_of_the_text_takes_whole_documents_evenly(encoder, tmp_path):
    from training.run import splits

    few, _ = splits(Settings("tiny", str(encoder), share=0.25))
    many, _ = splits(Settings("tiny", str(encoder)))
    assert 0.2 < len(few) / len(many) < 0.3
    stories, _ = splits(Settings("tiny", str(encoder), clauses=False))
    assert all(e.whole for e in stories)
