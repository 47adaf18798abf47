"""What the commands do, apart from their options: running the stages, explaining rules and rows."""
