"""The training plan and the breakdown of tasks: what is to be held, and who does what by when."""
