"""工会学习培训台账: the trainings of a grassroots union, from the roster to the report."""

__version__ = "0.1.0"

#: The program's name on the screen and on paper; here, because the first paint needs no labels.
PROGRAM = "工会学习培训台账"
