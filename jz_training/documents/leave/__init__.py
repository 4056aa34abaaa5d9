"""The papers of leave (请假): the slip, and who is on leave at a training."""
