# Training (see training/README.md). `make train` makes both models from the corpus; a run that was stopped goes on.
PYTHON ?= python3

.PHONY: train accurate fast
train: accurate fast

accurate:
	$(PYTHON) -m training train training/accurate.toml
	$(PYTHON) -m training export accurate training/cache/accurate --blocks
	$(PYTHON) -m training pack training/cache/accurate models/accurate

fast:
	$(PYTHON) -m training train training/fast.toml
	$(PYTHON) -m training export fast src/dateline/language/models/fast
