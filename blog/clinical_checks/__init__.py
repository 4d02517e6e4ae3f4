"""What the clinical rules find, weighed against what people answered, and the panel that tells it in the editor."""
