"""Filed PDFs, their pages brought to A4 so that they can be bound with our own papers."""
