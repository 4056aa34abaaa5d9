"""Files in: bytes to plain values, with everything that was not understood listed."""
