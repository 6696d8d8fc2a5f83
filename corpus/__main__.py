"""python3 -m corpus check|stats|near|agreement|export: see --help of each."""

import sys

from corpus.cli import main

sys.exit(main())
