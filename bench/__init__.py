"""Benchmarks: ratios in one run, against views of the same application that only say hello."""
