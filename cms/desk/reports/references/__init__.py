"""What pages point at that shoppers cannot see, or that is gone."""
