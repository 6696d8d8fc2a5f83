"""The larger model's package: its network in volumes, put together again."""

from training.volumes import packed

from training import volumes


def test_volumes_hold_the_network_whole_and_none_is_too_large(tmp_path, monkeypatch):
    monkeypatch.setattr(volumes, "SIZE", 10)
    model, package = tmp_path / "model", tmp_path / "package"
    (package / "src" / "dateline_accurate").mkdir(parents=True)
    model.mkdir()
    for name, data in (("model.json", b"{}"), ("tokenizer.json", b"[]"), ("model.onnx", bytes(range(25)))):
        (model / name).write_bytes(data)
    made = packed(model, package)
    assert [v.name for v in made] == ["model.onnx.001", "model.onnx.002", "model.onnx.003"]
    assert b"".join(v.read_bytes() for v in made) == bytes(range(25))
    assert (package / "src" / "dateline_accurate" / "model.json").read_bytes() == b"{}"
    (model / "model.onnx").write_bytes(b"short")
    assert len(packed(model, package)) == len(list((package / "volumes").iterdir())) == 1  # what an older one left is gone
