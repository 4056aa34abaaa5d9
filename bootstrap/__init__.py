"""What `run.py` needs to set the program up: standard library only, nothing else is there."""
