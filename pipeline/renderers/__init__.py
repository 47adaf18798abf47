"""What people and programs read: diagnostics and comparisons in several output forms, and the report's pages."""
