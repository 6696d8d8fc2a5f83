"""The open corpus: annotated news text, its markup, its checks and its exports. Needs Python alone, no package."""
