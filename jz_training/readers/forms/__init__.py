"""Forms of a superior: their cells as they look, so that figures can be tied to them."""
