"""The parts (课次) of a training being entered, and its 学时."""
