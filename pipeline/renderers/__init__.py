"""What people and programs read: diagnostics in several output forms, and the report's pages."""
