"""Quality and speed, one table a benchmark: `python -m benchmarks pages|speed|gate`."""
