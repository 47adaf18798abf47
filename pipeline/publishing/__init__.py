"""Making the tables fit to be given away: what may be shown, and the papers that go with them."""
