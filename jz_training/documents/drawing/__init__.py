"""What a PDF is drawn with: pen, texts that fit, broken lines, charts, and what was noticed."""
