"""Quality and speed, one table a benchmark: `python -m benchmarks pages|unseen|speed|gate`."""
