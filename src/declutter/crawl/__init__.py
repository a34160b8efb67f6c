"""Many pages: where they come from, where they go, and a run that can be killed and resumed."""
