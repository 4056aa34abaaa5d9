"""The parts that pages are made of, each for one thing."""
