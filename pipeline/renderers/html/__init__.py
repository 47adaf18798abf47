"""The report as a static site: pages out of tables, no server, no network, no script needed to read it."""
