"""How fast the program is, measured against floors: `python3 run.py bench`."""
