"""The files of dateline's larger model: model.json, tokenizer.json, model.onnx. There is nothing to import."""
