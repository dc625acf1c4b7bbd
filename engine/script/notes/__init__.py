"""What a writer or director is told about a breakdown."""
